"""Changes of words and numbers → edits of the scalars, or of the cells of files, that have them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from deckgen.language.time_reader import localized_date, read_day
from deckgen.outline.expand.variables import variable_definitions
from deckgen.outline.schema.talk import DEFAULT_LANGUAGE
from deckgen.outline.syntax.nodes import Scalar, value_of
from deckgen.outline.syntax.nodes import Sequence as ListNode
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.source_text.author_file import AuthorFile, PlacedScalar
from deckgen.roundtrip.source_text.csv_cells import (
    edited_cell,
    edited_cell_of_text,
    encoded_csv,
    is_formula,
    is_number,
    text_of_new_value,
)
from deckgen.roundtrip.source_text.shown_words import PARAGRAPH_END, Replacement, replacements
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit, TextEdit, edited_text
from deckgen.roundtrip.source_text.text_reading import NO_VARIABLES, literal_block
from deckgen.roundtrip.source_text.word_edits import (
    Refused,
    lines_removed,
    text_to_edit,
    word_edits,
)
from deckgen.roundtrip.writing.targets.change_targets import (
    DAYS,
    Refusal,
    Target,
    TargetedChange,
    stretch_of,
    words_of_scalar,
)
from deckgen.roundtrip.writing.targets.coupled_scalars import coupled_scalars
from deckgen.roundtrip.writing.targets.draft import CurrentTalk, Draft, is_yaml

_NOT_PLAIN = "How these words are written in the outline is not understood; change them there."

_GRAPHICS = ("table ", "chart ")


class ScalarEdits(NamedTuple):
    """The changes of a scalar and of one text, and the edits of its file that make them."""

    changes: Sequence[TargetedChange]
    own: tuple[SourceEdit, ...]
    """The edits of the scalar itself."""
    coupled: Mapping[tuple[int, int], tuple[SourceEdit, ...]]
    """Those of the scalars that are coupled with it, by their keys."""

    @property
    def target(self) -> Target:
        """The target of the first change."""
        return self.changes[0].target

    @property
    def edits(self) -> Iterator[SourceEdit]:
        """The edits of all of these scalars."""
        return chain(self.own, *self.coupled.values())


def scalar_edits(draft: Draft, group: Sequence[TargetedChange]) -> ScalarEdits | Refusal:
    """Return the edits of a file for all changes of one scalar."""
    target = group[0].target
    is_listed = isinstance(target.scalar.parents[-1], ListNode)
    if target.place.startswith(_GRAPHICS) and "\n" in target.scalar.text.strip() and not is_listed:
        edits = _table_edits(target, group)
    elif is_number(target.place):
        edits = _number_edits(target, group)
    elif target.place in DAYS and group[0].change.current.generated:
        edits = _day_edits(draft.talk, target, group)
    else:
        edits = _paragraph_edits(draft.talk, target, group)
    if isinstance(edits, Refusal):
        return edits
    own = _spliced(target.file, target.scalar, edits)
    if isinstance(own, Refusal):
        return own
    coupled = {}
    for placed in coupled_scalars(draft, target):
        spliced = _spliced(target.file, placed, edits)
        if isinstance(spliced, Refusal):
            return spliced
        coupled[placed.key] = spliced
    return ScalarEdits(group, own, coupled)


def _spliced(
    file: AuthorFile, placed: PlacedScalar, edits: Sequence[TextEdit]
) -> tuple[SourceEdit, ...] | Refusal:
    if file.parts(placed) is None:
        return Refusal(_NOT_PLAIN, placed.scalar.span)
    refusal = Refusal("These words cannot be written in this way.", placed.scalar.span)
    return file.spliced(placed, edits) or refusal


def _table_edits(target: Target, group: Sequence[TargetedChange]) -> list[TextEdit] | Refusal:
    """Return the edits of cells of a table that is written as one text."""
    text = target.scalar.text
    edits = [
        cell_of_text(text, each.change)
        for each in group
        if isinstance(each.change, ch.WordsChanged)
    ]
    known = [edit for edit in edits if edit is not None]
    if len(known) < len(group):
        why = "It is not known which cell of the table this is."
        return Refusal(why, target.scalar.scalar.span)
    return known


def _number_edits(target: Target, group: Sequence[TargetedChange]) -> list[TextEdit] | Refusal:
    """Return the edit of a number of a chart, which is spelled as its author spells numbers."""
    text, change = target.scalar.text, group[0].change
    new = None
    if isinstance(change, ch.WordsChanged):
        new = text_of_new_value(text, change.current.words, change.edited)
    if new is None:
        return Refusal("This is not written as a number.", target.scalar.scalar.span)
    return [TextEdit(0, len(text), new)]


def _day_edits(
    talk: CurrentTalk, target: Target, group: Sequence[TargetedChange]
) -> list[TextEdit] | Refusal:
    """Return the edit of the day of the event, if the deck shows one as deckgen writes it."""
    text, change, lang = target.scalar.text, group[0].change, value_of(talk.outline, "lang")
    words = " ".join(change.edited.split()) if isinstance(change, ch.WordsChanged) else ""
    tag = lang.text if isinstance(lang, Scalar) else DEFAULT_LANGUAGE
    day, shown = read_day(words, tag), localized_date(words, tag)
    if not isinstance(day, date) or " ".join(str(shown).split()) != words:
        why = "It is the day of the event: type it as `date` there."
        return Refusal(why, target.scalar.scalar.span)
    is_iso = text[4:5] == text[7:8] == "-"
    return [TextEdit(0, len(text), day.isoformat() if is_iso else words)]


def _paragraph_edits(
    talk: CurrentTalk, target: Target, group: Sequence[TargetedChange]
) -> list[TextEdit] | Refusal:
    """Return the edits of words and paragraphs."""
    span = target.scalar.scalar.span
    shown = words_of_scalar(target, talk.entries[target.entry])
    if target.stretch:
        shown = {target.paragraph: shown[target.paragraph][slice(*target.stretch)]}
    editable = text_to_edit(target.scalar.text, PARAGRAPH_END.join(shown.values()), talk.outline)
    if editable is None:
        return Refusal(_NOT_PLAIN, span)
    if editable.reading == "paragraphs" and (lines := _rewritten(group, shown)):
        words = "\n\n".join(map(literal_block, lines))
        return [TextEdit(0, len(editable.written.rstrip("\n")), words)]
    wanted = [each for targeted in group for each in _replacements(targeted, shown)]
    deleted = [
        lines_removed(editable, *stretch_of(each.target.paragraph, shown))
        for each in group
        if isinstance(each.change, ch.ParagraphDeleted)
    ]
    if editable.reading != "lines" and any(PARAGRAPH_END in each.new for each in wanted):
        editable = editable._replace(reading="paragraphs")
    edits = word_edits(editable, _joined(wanted))
    if isinstance(edits, Refused):
        definition = variable_definitions(talk.outline).get(edits.variable)
        return Refusal(edits.why, definition.span if definition else span)
    return [*edits, *_merged(deleted)]


def _rewritten(group: Sequence[TargetedChange], shown: Mapping[int, str]) -> list[str]:
    """Return the paragraphs of a text in which no word is kept; none if some word is.

    `shown` are the paragraphs of the scalar by their indices, here and below.
    """
    lines: list[str] = []
    for index, words in shown.items():
        own = [each.change for each in group if each.target.paragraph == index]
        added = [each for each in own if isinstance(each, ch.ParagraphAdded)]
        lines += [each.edited for each in added if each.before == 0]
        kept = True
        for change in own:
            if isinstance(change, ch.ParagraphDeleted):
                kept = False
            elif isinstance(change, ch.WordsChanged):
                kept = not all(each.is_whole for each in replacements(words, change.edited))
                lines.append(change.edited)
        if kept:
            return []
        lines += [each.edited for each in added if each.before != 0]
    return lines if len(shown) > 1 else []


def _replacements(targeted: TargetedChange, shown: dict[int, str]) -> Iterator[Replacement]:
    """Yield what is replaced in the words of all paragraphs of a scalar."""
    paragraph = targeted.target.paragraph
    start, end = stretch_of(paragraph, shown)
    match change := targeted.change:
        case ch.WordsChanged():
            edited = change.edited
            if targeted.target.stretch:
                first, last = targeted.target.stretch
                edited = edited[first : len(edited) - len(change.current.words) + last]
            yield from replacements(shown[paragraph], edited, start)
        case ch.ParagraphAdded(before=0):
            yield Replacement(start, start, change.edited + PARAGRAPH_END)
        case ch.ParagraphAdded():
            yield Replacement(end, end, PARAGRAPH_END + change.edited)
        case _:  # deletions take whole lines away; levels are those of lists
            return


def _merged(deleted: Iterable[TextEdit]) -> list[TextEdit]:
    """Return deletions that do not overlap."""
    merged: list[TextEdit] = []
    for each in sorted(deleted):
        if merged and each.start <= merged[-1].end:
            merged[-1] = merged[-1]._replace(end=max(each.end, merged[-1].end))
        else:
            merged.append(each)
    return merged


def _joined(wanted: Iterable[Replacement]) -> list[Replacement]:
    """Return replacements in order; insertions in one place are one."""
    joined: list[Replacement] = []
    for each in sorted(wanted, key=lambda each: each[:2]):
        last = joined[-1] if joined else None
        if last and last[:2] == each[:2] and each.start == each.end:
            joined[-1] = last._replace(new=last.new + each.new)
        else:
            joined.append(each)
    return joined


def is_cell(change: ch.Change) -> bool:
    """Return whether a change belongs into a CSV file."""
    span = change.current.span
    return (
        isinstance(change, ch.WordsChanged)
        and span is not None
        and change.place.startswith(_GRAPHICS)
        and not is_yaml(span.file)
    )


def no_number(change: ch.Change) -> Refusal | None:
    """Return why words are not written where a chart has a number, such as `#DIV/0!`."""
    if isinstance(change, ch.WordsChanged) and is_number(change.place):
        try:
            float(change.edited)
        except ValueError:
            why = f"“{change.edited}” is no number: type one, or leave the cell empty."
            return Refusal(why, change.current.span)
    return None


def cell_of_text(text: str, change: ch.WordsChanged) -> TextEdit | None:
    """Return the edit of a table that is written as one text, such as the `data: |` of a chart."""
    numbers = [int(each) for each in change.place.split() if each.isdigit()]
    row, column = {
        "cell": (numbers[-2] if len(numbers) > 1 else 0, numbers[-1]),
        "category": (numbers[-1] + 1, 1),
        "series": (1, numbers[-1] + 1),
        "value": (numbers[-1] + 1, numbers[-2] + 1 if len(numbers) > 1 else 1),
    }.get(change.place.split()[2], (0, 0))
    made = edited_cell_of_text(text, row, column, lambda cell: _new_text(cell, change))
    return None if made is None else TextEdit(*made)


def write_cell(draft: Draft, change: ch.WordsChanged) -> Refusal | None:
    """Write other words, or another number, into the cell of a file."""
    span = change.current.span
    data = draft.read(span.file) if span else None
    if span is None or data is None:
        return Refusal("The file with these words cannot be read.", span)
    if is_formula(change.edited) and not is_formula(change.current.words):
        why = "A table program would take words that begin so for a formula; type them there."
        return Refusal(why, span)
    if encoded_csv(data, change.edited) is None:
        why = "The file is saved in an old encoding without these letters; save it as UTF-8 first."
        return Refusal(why, span)
    column = int(change.place.split()[-1]) if change.place.startswith("table ") else 0
    made = edited_cell(data, span, column, lambda cell: _new_text(cell, change))
    if made is None:
        return Refusal("It is not known which cell of the file this is.", span)
    draft.write(span.file, made)
    return None


def _new_text(cell: str, change: ch.WordsChanged) -> str | None:
    """Return the new text of the cell that shows the words of a change; None for other cells."""
    words = change.current.words
    if is_number(change.place):
        return text_of_new_value(cell, words, change.edited)
    text = text_to_edit(cell, words, NO_VARIABLES)
    edits = text and word_edits(text, list(replacements(words, change.edited)))
    return None if edits is None or isinstance(edits, Refused) else edited_text(cell, edits)
