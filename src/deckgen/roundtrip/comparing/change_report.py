"""A report of changes: old and new words side by side for people, or JSON for programs."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.deck_map import DeckMap
from deckgen.roundtrip.comparing import changes as ch
from deckgen.support.diagnostics import clipped, clipped_message
from deckgen.support.terminal_text import indented_lines, padded, wrapped_lines

_WIDTH = 80
"""Columns of a line."""
_BETWEEN = " │ "
_NOTHING = "–"
_LONGEST = 1000
"""Characters of words that are shown."""
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


def change_report(
    changes: Iterable[ch.Change],
    base: DeckMap,
    remarks: Callable[[ch.Change], Iterable[str]] | None = None,
) -> str:
    """Return changes as lines for a terminal, each below its slide.

    On the left stand the words as they were built, on the right those in the deck. Each change has
    its line in the outline if that is known. `remarks` returns what is told beside a change;
    without it, what the outline says today is told. No changes give an empty text.
    """
    titles = {slide.id: slide.title for slide in base.slides}
    lines: list[str] = []
    before = None
    for change, count in _with_slide_counts(changes):
        heading = f"on {count} slides" if count > 1 else _heading(change, titles)
        if heading != before:
            lines += ["", heading] if lines else [heading]
            before = heading
        lines += _change_lines(change, remarks or _remarks)
    return "".join(f"{line}\n" for line in lines)


def changes_json(changes: Iterable[ch.Change]) -> str:
    """Return changes as a list of objects: `change` says which it is, the others are its fields.

    `current` says what the outline has there today: `state`, `words`, and the place.
    """
    return json.dumps([_object(change) for change in changes], indent=2) + "\n"


def _with_slide_counts(changes: Iterable[ch.Change]) -> Iterator[tuple[ch.Change, int]]:
    """Yield each change once, with the number of slides that have it, such as a new footer."""
    every = list(changes)
    counts = Counter(map(_repeated, every))
    seen = set()
    for change in every:
        key = _repeated(change)
        if key is None or key not in seen:
            seen.add(key)
            yield change, counts[key] if key else 1


def _repeated(change: ch.Change) -> tuple[object, ...] | None:
    """Return what equal changes of words on several slides share; None for other changes.

    So do transitions of all slides.
    """
    if isinstance(change, ch.TransitionChanged) and change.is_for_all:
        return change.base, change.edited, change.current.state
    if not isinstance(change, ch.WordsChanged | ch.TextDeleted) or change.current.span is None:
        return None
    return change.place, change.base, getattr(change, "edited", ""), change.current


def _heading(change: ch.Change, titles: Mapping[str, str]) -> str:
    if isinstance(change, ch.SlideAdded):
        return f"slide {change.number} of the deck: {clipped(change.title)}".rstrip(": ")
    if isinstance(change, ch.LookTold) and not change.slide_id:
        return "the whole deck"
    title = clipped(titles.get(change.slide_id, ""))
    return f"{change.slide_id}: {title}" if title else change.slide_id


def _change_lines(
    change: ch.Change, remarks: Callable[[ch.Change], Iterable[str]]
) -> Iterator[str]:
    words, current = described(change), change.current
    place = f"{current.span.file}:{current.span.line}: " if current.span else ""
    yield from indented_lines(clipped_message(f"{place}{words.what}"), _WIDTH)
    if words.old or words.new:
        yield from _beside(words.old or _NOTHING, words.new or _NOTHING)
    for remark in remarks(change):
        yield from indented_lines(_shortened(remark), _WIDTH, 4)


def _beside(old: str, new: str) -> Iterator[str]:
    """Yield old and new words in two columns."""
    indent = " " * 4
    column = (_WIDTH - len(indent) - len(_BETWEEN)) // 2
    left, right = _column(old, column), _column(new, column)
    for at in range(max(len(left), len(right))):
        first = left[at] if at < len(left) else ""
        second = right[at] if at < len(right) else ""
        yield f"{indent}{padded(first, column)}{_BETWEEN}{second}".rstrip()


def _column(words: str, width: int) -> list[str]:
    paragraphs = _shortened(words).replace("\v", "\n").split("\n")
    return [line for paragraph in paragraphs for line in wrapped_lines(paragraph, width)]


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}… ({len(words):,} characters)"


def _remarks(change: ch.Change) -> Iterator[str]:
    """Yield what the outline says today where that matters."""
    current = change.current
    if isinstance(change, ch.LookTold):
        yield change.way
    match current.state:
        case "conflict":
            yield f"The outline was changed here, too: “{current.words}”"
        case "same":
            yield "The outline says so already."
        case "missing":
            yield "The outline no longer has this place."
        case _:
            if current.generated:
                yield "deckgen makes these words itself."


def _object(change: ch.Change) -> dict[str, object]:
    current = change.current
    fields = change._asdict()
    fields["current"] = current._asdict() | {"span": current.span and current.span._asdict()}
    for name in ("base", "edited", "box"):
        if isinstance(value := fields.get(name), Box):
            fields[name] = value._asdict()
    words = re.findall("[A-Z][a-z]*", type(change).__name__)
    return {"change": "-".join(words).lower(), **fields}


class DescribedChange(NamedTuple):
    """A change in plain words."""

    what: str
    """The change in words, without its slide."""
    old: str = ""
    """Words as they were built; a line feed between paragraphs."""
    new: str = ""
    """Words as they stand in the deck."""


def described(change: ch.Change) -> DescribedChange:
    """Return a change in plain words."""
    what = old = new = ""
    match change:
        case ch.SlideMoved(after=after):
            what = f"moved behind {after}" if after else "moved to the beginning"
        case ch.SlideDeleted():
            what = "deleted"
        case ch.SlideAdded(after=after, copy_of=copy_of):
            what = f"a copy of {copy_of}" if copy_of else "new"
            what += f", behind {after}" if after else ", at the beginning"
        case ch.SlideHidden(hidden=hidden):
            what = "hidden" if hidden else "hidden no longer"
        case ch.LookTold(what=what, base=old, edited=new):
            pass
        case ch.SectionChanged(base=old, edited=new):
            what = "section that begins here"
        case ch.TransitionChanged(base=old, edited=new):
            what = "transition"
        case ch.LinkChanged(address=address, words=words, added=added):
            what = f"“{words}” made a link" if added else "a link deleted"
            old, new = ("", address) if added else (address, "")
        case ch.NotesAdded(paragraphs=paragraphs):
            what, new = "notes, new", "\n".join(paragraphs)
        case ch.CommentAdded(author=author, words=new):
            what = f"comment of {author}" if author else "comment"
        case _:
            return _look(change) if isinstance(change, ch.LookChange) else _words(change)
    return DescribedChange(what, old, new)


def _look(change: ch.LookChange) -> DescribedChange:
    if isinstance(change, ch.SlideRestyled):
        return DescribedChange(f"the slide {change.what}")
    what, new = place_name(change.name), ""
    match change:
        case ch.ShapeMoved(base=base, edited=edited):
            what += ": another size or place" if base[2:] != edited[2:] else ": moved"
        case ch.ShapeAdded(words=new):
            what += ", new"
        case ch.ShapeDeleted():
            what += ": deleted"
        case ch.ColumnsChanged(cells=cells):
            what, new = f"{what} {change.what}", "\n".join(map(" | ".join, cells))
        case _:
            what += f" {change.what}"
    return DescribedChange(what, "", new)


def _words(
    change: ch.TextChange | ch.FormatChanged | ch.TextDeleted | ch.RowChange,
) -> DescribedChange:
    what, old, new = place_name(change.place), "", ""
    match change:
        case ch.WordsChanged(base=old, edited=new):
            pass
        case ch.ParagraphAdded(edited=new):
            what += ": a new paragraph"
        case ch.ParagraphDeleted(base=old):
            what += ": a paragraph deleted"
        case ch.LevelChanged(words=words):
            way = "indented" if change.edited > change.base else "indented less"
            what += f": “{words}” {way}"
        case ch.FormatChanged(words=words, start=start, end=end, format=format_, added=added):
            what += f": “{words[start:end]}” {_ACTS[format_][not added]}"
        case ch.TextDeleted(base=lines):
            what, old = f"{what}: deleted", "\n".join(lines)
        case ch.RowAdded(cells=cells):
            what, new = f"{change.place}: a new row", " | ".join(cells)
        case _:
            what, old = f"{change.place}: a row deleted", " | ".join(change.cells)
    return DescribedChange(what, old, new)


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
