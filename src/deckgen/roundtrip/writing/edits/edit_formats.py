"""Words that were made bold, or a link, by hand → markup around them; and back."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckgen.deck.deck_map import FormatMark, MappedParagraph
from deckgen.deck.text_body import Run, WebLink
from deckgen.outline.markup.addresses import web_address
from deckgen.outline.syntax.nodes import value_of
from deckgen.roundtrip.comparing.changes import Current, FormatChanged, LinkChanged
from deckgen.roundtrip.comparing.compare_looks import link_form
from deckgen.roundtrip.comparing.current_words import plain
from deckgen.roundtrip.source_text.author_file import node_at
from deckgen.roundtrip.source_text.shown_words import PARAGRAPH_END
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit, TextEdit, edited_text
from deckgen.roundtrip.source_text.text_reading import ShownSign, shown_signs, signs_text
from deckgen.roundtrip.source_text.word_edits import TextToEdit, chunks, text_to_edit
from deckgen.roundtrip.writing.targets.change_targets import (
    Refusal,
    Target,
    find_target,
    first_slide_number,
    shown_elsewhere,
    stretch_of,
    words_of_scalar,
)
from deckgen.roundtrip.writing.targets.draft import Draft, entry_place

_MARKS: dict[FormatMark, str] = {
    "bold": "**",
    "italic": "*",
    "strike": "~~",
    "superscript": "^",
    "subscript": "~",
}
_LOOK = Run._fields[1:]
_NOT_MARKED = "No markup says this in its place."
_LINK = re.compile(r"\[([^\[\]]*)(\]\(\s*([^()\s]*)[^()]*\))")
"""A link: its words, what stands behind them, and its address."""


class _Mark(NamedTuple):
    """Words of a paragraph that get a format, or lose it."""

    place: str
    words: str
    """The whole paragraph."""
    start: int
    end: int
    before: str
    behind: str
    """The markup around them."""
    field: str
    """That of a run, which is this `value` then."""
    value: object


def write_format(draft: Draft, entry: int, change: FormatChanged | LinkChanged) -> Refusal | None:
    """Write the markup of a change into the scalar of its paragraph; `entry` is that of `talk`."""
    if isinstance(change, FormatChanged):
        mark, value = _MARKS[change.format], change.added
        is_raised = change.format in {"superscript", "subscript"}
        field = "baseline" if is_raised else change.format
        place = change.place, change.words, change.start, change.end
        said = (change.format if value else "normal") if is_raised else value
        return _write(draft, entry, _Mark(*place, mark, mark, field, said))
    if not change.added:
        return _unlink(draft, entry, link_form(change.address))
    marks = list(_link_marks(draft, entry, change))
    return _write(draft, entry, marks[0]) if len(marks) == 1 else Refusal(_NOT_MARKED)


def _link_marks(draft: Draft, entry: int, change: LinkChanged) -> Iterator[_Mark]:
    """Yield the places of an entry where the words of a link stand."""
    words = plain(change.words).strip()
    address = change.address.replace("(", "%28").replace(")", "%29")
    for text in draft.talk.entries[entry].texts:
        for each in text.paragraphs if words and text.place != "notes" else ():
            for found in re.finditer(re.escape(words), plain(each.words)):
                link = WebLink(web_address(address) or address)
                ends = "[", f"]({address})", "link", link
                yield _Mark(text.place, each.words, found.start(), found.end(), *ends)


def _unlink(draft: Draft, entry: int, address: str) -> Refusal | None:
    """Take the links to an address away from the words of an entry, but not from its notes."""
    place = entry_place(draft, draft.talk.entries[entry].span)
    file = draft.file(place.file) if place else None
    if place is None or file is None:
        return Refusal(_NOT_MARKED)
    notes = value_of(node_at(file.root, place.path), "notes")
    edits = list[SourceEdit]()
    for placed in file.scalars:
        is_own = placed.path[: len(place.path)] == place.path and placed.scalar is not notes
        links = [*_LINK.finditer(placed.text)] if is_own else []
        own = (each for each in links if link_form(web_address(each[3]) or "") == address)
        ends = (end for each in own for end in ((each.start(), each.start(1)), each.span(2)))
        edits += file.spliced(placed, [TextEdit(*end, "") for end in ends]) or ()
    draft.edit(file.name, edits)
    return None


def _write(draft: Draft, entry: int, change: _Mark) -> Refusal | None:
    target = _target(draft, entry, change)
    if isinstance(target, Refusal):
        return target
    span = target.scalar.scalar.span
    if others := shown_elsewhere(draft.talk, target):
        number = first_slide_number(draft.talk, min(others))
        return Refusal(f"These words stand on other slides, too, such as {number}.", span)
    shown = words_of_scalar(target, draft.talk.entries[entry])
    words = PARAGRAPH_END.join(shown.values())
    editable = text_to_edit(target.scalar.text, words, draft.talk.outline)
    offset, _ = stretch_of(target.paragraph, shown)
    edits = editable and _markup(editable, offset + change.start, offset + change.end, change)
    spliced = edits and target.file.spliced(target.scalar, edits)
    if spliced:
        draft.edit(target.file.name, spliced)
    # Words that lose a format in which they stand without markup have it from the design.
    paragraph = _paragraph(draft, entry, change)
    marks = paragraph.marks if paragraph and change.value is False else ()
    is_of_design = any(a <= change.start < z for a, z, name in marks if name == change.field)
    return None if spliced or (edits == () and not is_of_design) else Refusal(_NOT_MARKED, span)


def _target(draft: Draft, entry: int, change: _Mark) -> Target | Refusal:
    there = draft.talk.entries[entry]
    paragraph = _paragraph(draft, entry, change)
    if paragraph is None:
        return Refusal("The words themselves are not taken.", there.span)
    current = Current("unchanged", paragraph.words, paragraph.span, paragraph.is_generated)
    return find_target(draft, there.ids[0], change.place, current)


def _paragraph(draft: Draft, entry: int, change: _Mark) -> MappedParagraph | None:
    text = draft.talk.entries[entry].text(change.place)
    paragraphs, words = text.paragraphs if text else (), plain(change.words)
    return next((each for each in paragraphs if plain(each.words) == words), None)


def _markup(text: TextToEdit, start: int, end: int, change: _Mark) -> Sequence[TextEdit] | None:
    """Return the edits that give shown characters a format, or take it from them.

    New words may have it already, by the markup among which they were written.
    """
    reading = text.reading
    if reading is None:
        return None
    while start < end and text.words.shown[start].isspace():
        start += 1
    while start < end and text.words.shown[end - 1].isspace():
        end -= 1
    before = shown_signs(text.written, reading, text.outline)
    first, last = text.signs_before(start), text.signs_before(end)
    ways = _ways(text, start, end, change)
    for way in ((), *ways):
        after = shown_signs(edited_text(text.written, way), reading, text.outline)
        if signs_text(after) == signs_text(before) and _is_right(
            before, after, first, last, change
        ):
            return way
    return None


def _is_right(
    before: Sequence[ShownSign], after: Sequence[ShownSign], first: int, last: int, change: _Mark
) -> bool:
    """Return whether these characters alone have the other format; blanks do not count."""
    return all(
        new.look == (_with_format(old.look, change) if first <= at < last else old.look)
        for at, (old, new) in enumerate(zip(before, after, strict=True))
        if not old.sign.isspace()
    )


def _with_format(look: tuple[object, ...], change: _Mark) -> tuple[object, ...]:
    if len(look) != len(_LOOK):  # of a formula
        return look
    at = _LOOK.index(change.field)
    return (*look[:at], change.value, *look[at + 1 :])


def _ways(text: TextToEdit, start: int, end: int, change: _Mark) -> Iterator[Sequence[TextEdit]]:
    stretches = chunks(text, start, end)
    if not stretches:
        return
    first, last = stretches[0][0], stretches[-1][1]
    lefts, rights = _outward(text.written, first, -1), _outward(text.written, last, 1)
    mark = change.before
    if change.value not in {False, "normal"}:
        if change.field == "link" and (old := _LINK.match(text.written, first - 1)):
            yield (TextEdit(*old.span(2), change.behind),)
        for left in lefts:
            for right in rights:
                yield TextEdit(left, left, mark), TextEdit(right, right, change.behind)
        return
    size = len(mark)
    for left in lefts:
        for right in rights:
            if left >= size:
                yield TextEdit(left - size, left, ""), TextEdit(right, right + size, "")
    inner_left = len(text.written[:first].rstrip())
    behind = text.written[last:]
    inner_right = last + len(behind) - len(behind.lstrip())
    yield TextEdit(inner_left, inner_left, mark), TextEdit(inner_right, inner_right, mark)
    for left in lefts:
        if left >= size:  # the first words of several
            yield TextEdit(left - size, left, ""), TextEdit(inner_right, inner_right, mark)
    for right in rights:
        yield TextEdit(inner_left, inner_left, mark), TextEdit(right, right + size, "")


def _outward(written: str, at: int, step: int) -> list[int]:
    """Return a place and those beyond the signs of markup that stand there."""
    places = [at]
    while len(places) < 6:
        beside = written[at - 1 : at] if step < 0 else written[at : at + 1]
        if not beside or beside not in "*_~^`[]":
            break
        at += step
        places.append(at)
    return places
