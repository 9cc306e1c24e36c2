"""A change in plain words: what it is, the old and the new words, where it stands."""

from typing import NamedTuple

from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.changes import Change

_PLACES = {
    "body": "text",
    "second": "second text",
    "third": "third text",
    "kicker": "line above the title",
    "by": "author",
    "day": "date",
    "number": "slide number",
}
_ACTS = {
    "bold": ("made bold", "bold no longer"),
    "italic": ("made italic", "italic no longer"),
    "strike": ("struck through", "struck through no longer"),
    "superscript": ("raised", "raised no longer"),
    "subscript": ("lowered", "lowered no longer"),
}


class DescribedChange(NamedTuple):
    """What people are told of a change."""

    what: str
    """Without the slide."""
    old: str = ""
    """Words as they were built; a line feed between paragraphs."""
    new: str = ""
    """Words as they stand in the deck."""


def described(change: Change) -> DescribedChange:
    """Return a change in plain words."""
    match change:
        case ch.SlideMoved() | ch.SlideDeleted() | ch.SlideAdded() | ch.SlideHidden():
            return _slide(change)
        case ch.SlideRestyled(what=what):
            return DescribedChange(f"the slide {what}")
        case ch.ShapeMoved() | ch.ShapeAdded() | ch.ShapeDeleted() | ch.ShapeChanged():
            return _shape(change)
        case ch.RowAdded() | ch.RowDeleted():
            words, is_new = " | ".join(change.cells), isinstance(change, ch.RowAdded)
            what = f"{change.place}: {'a new row' if is_new else 'a row deleted'}"
            return DescribedChange(what, "" if is_new else words, words if is_new else "")
        case ch.NotesAdded(paragraphs=paragraphs):
            return DescribedChange("notes, new", "", "\n".join(paragraphs))
        case _:
            return _words(change)


def _slide(change: ch.SlideChange) -> DescribedChange:
    match change:
        case ch.SlideMoved(after=after):
            return DescribedChange(f"moved behind {after}" if after else "moved to the beginning")
        case ch.SlideDeleted():
            return DescribedChange("deleted")
        case ch.SlideAdded(after=after, copy_of=copy_of):
            what = f"a copy of {copy_of}" if copy_of else "new"
            return DescribedChange(f"{what}, {f'behind {after}' if after else 'at the beginning'}")
        case ch.SlideHidden(hidden=hidden):
            return DescribedChange("hidden" if hidden else "hidden no longer")


def _shape(
    change: ch.ShapeMoved | ch.ShapeAdded | ch.ShapeDeleted | ch.ShapeChanged,
) -> DescribedChange:
    name = place_name(change.name)
    match change:
        case ch.ShapeMoved(base=base, edited=edited):
            resized = base[2:] != edited[2:]
            return DescribedChange(f"{name}: {'another size or place' if resized else 'moved'}")
        case ch.ShapeAdded(words=words):
            return DescribedChange(f"{name}, new", "", words)
        case ch.ShapeDeleted():
            return DescribedChange(f"{name}: deleted")
        case ch.ShapeChanged(what=what):
            return DescribedChange(f"{name} {what}")


def _words(
    change: ch.WordsChanged
    | ch.ParagraphAdded
    | ch.ParagraphDeleted
    | ch.LevelChanged
    | ch.FormatChanged
    | ch.TextDeleted,
) -> DescribedChange:
    name = place_name(change.place)
    match change:
        case ch.WordsChanged(base=base, edited=edited):
            return DescribedChange(name, base, edited)
        case ch.ParagraphAdded(edited=edited):
            return DescribedChange(f"{name}: a new paragraph", "", edited)
        case ch.ParagraphDeleted(base=base):
            return DescribedChange(f"{name}: a paragraph deleted", base)
        case ch.LevelChanged(base=old, edited=new, words=words):
            way = "indented" if new > old else "indented less"
            return DescribedChange(f"{name}: “{words}” {way}")
        case ch.FormatChanged(words=words, start=start, end=end, format=format_, added=added):
            return DescribedChange(f"{name}: “{words[start:end]}” {_ACTS[format_][not added]}")
        case ch.TextDeleted(base=lines):
            return DescribedChange(f"{name}: deleted", "\n".join(lines))


def place_name(place: str) -> str:
    """Return the place of a text or a shape in plain words."""
    match place.split():
        case [word]:
            return _PLACES.get(word, word)
        case ["alt", number]:
            return f"description of graphic {number}"
        case ["table", number, "cell", row, column]:
            return f"table {number}, row {row}, column {column}"
        case [graphic, number, what, *where]:
            return f"{graphic} {number}, {what} {', '.join(where)}"
        case _:
            return place
