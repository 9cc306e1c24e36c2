"""Other words on a slide → edits of the text that its author wrote.

Unchanged words keep their markup and variables. New words are escaped so that a slide shows exactly
these. Several ways to write a change are tried; the first one that reads as wanted is taken.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.deck.text_body import UNMARKED
from deckgen.importing.marked_text import escaped, without_variables
from deckgen.outline.syntax.nodes import Node
from deckgen.roundtrip.source_text.shown_words import (
    LINE_BREAK,
    PARAGRAPH_END,
    Replacement,
    ShownWords,
    align,
    canonical,
)
from deckgen.roundtrip.source_text.splice_scalar import TextEdit, edited_text
from deckgen.roundtrip.source_text.text_reading import (
    InsertedText,
    Reading,
    ShownSign,
    inserted_text,
    literal_line,
    literal_lines,
    reading_of,
    shown_signs,
    signs_text,
)

_MARK_OF_ITEM = re.compile(r" *(?:[-*•+]|[0-9]{1,3}[.)]) +")


class Refused(NamedTuple):
    """Why words cannot be written, and what to do instead."""

    why: str
    variable: str = ""
    """The variable whose words were changed, if that is why."""


class TextToEdit(NamedTuple):
    """A text, and where what is shown of it stands."""

    inserted: InsertedText
    words: ShownWords
    reading: Reading | None
    outline: Node

    @property
    def written(self) -> str:
        """What the author wrote."""
        return self.inserted.written

    def signs_before(self, index: int) -> int:
        """Return how many signs, as `canonical` has them, the author's text shows before one."""
        pairs = zip(self.words.shown[:index], self.words.places[:index], strict=True)
        return len(canonical("".join(sign for sign, place in pairs if place is not None)))


def text_to_edit(written: str, shown: str, outline: Node) -> TextToEdit | None:
    """Return a text that shows these words; None if it is not known how it does.

    `outline` has the variables of the town's version. Paragraphs of `shown` are joined by
    `PARAGRAPH_END`.
    """
    inserted = inserted_text(written, outline)
    words = align(inserted.text, shown)
    if words is None:
        return None
    placed = "".join(
        sign for sign, place in zip(shown, words.places, strict=True) if place is not None
    )
    reading = reading_of(written, canonical(placed), outline)
    return TextToEdit(inserted, words, reading, outline)


def word_edits(text: TextToEdit, changes: list[Replacement]) -> tuple[TextEdit, ...] | Refused:
    """Return the edits of what the author wrote, so that it shows other words."""
    edits: list[TextEdit] = []
    for change in changes:
        refused = _refused(text, change)
        if refused:
            return refused
        own = _best(text, change)
        if own is None:
            return Refused("The words stand between markup that cannot be kept with them.")
        edits += own
    return tuple(edits)


def lines_removed(text: TextToEdit, start: int, end: int) -> TextEdit:
    """Return the edit that takes away the lines of `shown[start:end]`, a paragraph of several."""
    found = chunks(text, start, end)
    written = text.written
    first = written.rfind("\n", 0, found[0][0]) + 1 if found else 0
    line_end = written.find("\n", found[-1][1]) if found else 0
    if line_end < 0 or not written[line_end:].strip():
        last = found[-1][1] if found and line_end < 0 else line_end
        return TextEdit(len(written[:first].rstrip()), last, "")
    last = line_end + 1
    if not written[:first].strip() or written[:first].endswith("\n\n"):
        last += len(written[last:]) - len(written[last:].lstrip("\n"))
    return TextEdit(first, last, "")


def _refused(text: TextToEdit, change: Replacement) -> Refused | None:
    """Return why a replacement cannot be written, if no way can."""
    places = text.words.places[change.start : change.end]
    shown = text.words.shown[change.start : change.end]
    if any(place is None and not sign.isspace() for place, sign in zip(places, shown, strict=True)):
        return Refused("deckgen adds these signs itself.")
    around = text.words.formulas[change.start - 1 : change.start + 1] if change.start else ()
    at_place = text.words.places[max(change.start - 1, 0) : change.start + 1]
    is_within = len(around) == 2 and all(around) and len(set(at_place)) == 1
    if any(text.words.formulas[change.start : change.end]) or is_within:
        return Refused("They belong to a formula.")
    origins = text.inserted.origins
    for place in () if change.is_whole else filter(None, places):
        for origin in origins[slice(*place)]:
            if origin.variable:
                return Refused(f"They come from the variable {origin.variable}.", origin.variable)
    if change.start == change.end:
        at = _left(text, change.start)
        if at is not None and text.inserted.place(at, behind=True) is None:
            name = origins[at].variable
            return Refused(f"They come from the variable {name}.", name)
    return None


def _left(text: TextToEdit, index: int) -> int | None:
    """Return where, in the text with variables, the shown character before `index` ends."""
    return next((place[1] for place in reversed(text.words.places[:index]) if place), None)


def _right(text: TextToEdit, index: int) -> int:
    """Return where the shown character from `index` on begins."""
    starts = (place[0] for place in text.words.places[index:] if place)
    return next(starts, len(text.inserted.text.rstrip("\n")))


def _best(text: TextToEdit, change: Replacement) -> tuple[TextEdit, ...] | None:
    """Return the way to write a change that is read as wanted, with the markup that suits best."""
    ways = list(_ways(text, change))
    if text.reading is None:
        return ways[0] if ways else None
    before = shown_signs(text.written, text.reading, text.outline)
    start, end = text.signs_before(change.start), text.signs_before(change.end)
    new = canonical(change.new)
    wanted = signs_text(before[:start]) + new + signs_text(before[end:])
    best: tuple[int, tuple[TextEdit, ...]] | None = None
    for way in ways:
        after = shown_signs(edited_text(text.written, way), text.reading, text.outline)
        if signs_text(after) != wanted:
            continue
        faults = _changed_looks(before[:start], after[:start])
        faults += _changed_looks(before[end:], after[start + len(new) :])
        own = {sign.look for sign in after[start : start + len(new)] if not sign.sign.isspace()}
        faults += 0 if own <= _looks_wanted(before, start, end, new) else 1
        if best is None or faults < best[0]:
            best = faults, way
        if faults == 0:
            break
    return best[1] if best else None


def _changed_looks(before: tuple[ShownSign, ...], after: tuple[ShownSign, ...]) -> int:
    """Return 2 if a character that stays has another format than before, else 0."""
    pairs = zip(before, after, strict=True)
    return 2 * any(one.look != other.look for one, other in pairs if not one.sign.isspace())


def _looks_wanted(
    before: tuple[ShownSign, ...], start: int, end: int, new: str
) -> set[tuple[object, ...]]:
    """Return the formats that new words may have: those of the words they replace or continue."""
    if start < end:
        return {sign.look for sign in before[start:end]}
    if start > 0 and new[:1].isalnum() and before[start - 1].sign.isalnum():
        return {before[start - 1].look}
    if end < len(before) and new[-1:].isalnum() and before[end].sign.isalnum():
        return {before[end].look}
    left = before[start - 1].look if start else None
    right = before[end].look if end < len(before) else None
    if left == right and left is not None:
        return {left}
    return {UNMARKED}


def _ways(text: TextToEdit, change: Replacement) -> Iterator[tuple[TextEdit, ...]]:
    """Yield the ways to write a change, the likeliest first."""
    parts = chunks(text, change.start, change.end)
    left = _left(text, change.start)
    before = text.inserted.place(left or 0, behind=True)
    after = text.inserted.place(_right(text, change.end), behind=False)
    for new in _spellings(text, change):
        if not parts:
            for at in dict.fromkeys((before, *_between(before, after), after)):
                if at is not None:
                    yield (TextEdit(at, at, new),)
            continue
        first, last = parts[0], parts[-1]
        yield (TextEdit(*first, new), *(TextEdit(*part, "") for part in parts[1:]))
        if len(parts) > 1:
            yield (*(TextEdit(*part, "") for part in parts[:-1]), TextEdit(*last, new))
            yield (TextEdit(first[0], last[1], new),)
        if before is not None and after is not None and before < after:
            yield (TextEdit(before, after, new),)


def _between(before: int | None, after: int | None) -> range:
    """Return the places between two characters, within the markup that stands there."""
    if before is None or after is None or after - before > 8:
        return range(0)
    return range(before + 1, after)


def chunks(text: TextToEdit, first: int, last: int) -> list[tuple[int, int]]:
    """Return the stretches of what the author wrote that `shown[first:last]` shows, no markup."""
    found: list[tuple[int, int]] = []
    for place in text.words.places[first:last]:
        if place is None:
            continue
        own = text.inserted.origins[slice(*place)]
        start, end = own[0].start, own[-1].end
        if found and found[-1][1] >= start:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _spellings(text: TextToEdit, change: Replacement) -> Iterator[str]:
    """Yield the ways to write new words so that they are shown as they are."""
    new = change.new
    if text.reading in {"letters", "lines"}:
        letters = new.replace(LINE_BREAK, "\n").replace(PARAGRAPH_END, "\n")
        yield without_variables(letters)
        return
    if text.reading == "paragraphs" and (item := _as_item(text, change)):
        yield item
    breaks = "\n" if "\n" in text.written.strip() and text.reading == "paragraphs" else "<br>"
    lines = new.replace(PARAGRAPH_END, "\n\n")
    yield literal_lines(lines, breaks=breaks)
    yield breaks.join(without_variables(escaped(line)) for line in lines.split(LINE_BREAK))
    yield literal_line(new)


def _as_item(text: TextToEdit, change: Replacement) -> str:
    """Return a new paragraph as an item of the list that it is put into; empty if it is in none."""
    words = change.new.strip(PARAGRAPH_END)
    is_behind = change.new.startswith(PARAGRAPH_END)
    at = _left(text, change.start) if is_behind else _right(text, change.start)
    mark = _item_mark(text.inserted.text, at or 0)
    if not mark or words == change.new or PARAGRAPH_END in words:
        return ""
    item = literal_lines(words)
    return f"\n{mark}{item}" if is_behind else f"{item}\n{mark}"


def _item_mark(written: str, at: int) -> str:
    """Return the blanks and the mark of the item of a list that a place belongs to."""
    lines = written[:at].split("\n")
    for number, line in enumerate(reversed(lines)):
        if match := _MARK_OF_ITEM.match(line):
            return match[0]
        if not line.strip() or (number < len(lines) - 1 and not line.startswith(" ")):
            break
    return ""
