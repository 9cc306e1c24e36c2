"""Words and numbers that stand in a CSV file → its cells."""

from deckgen.roundtrip.comparing.changes import Change, WordsChanged
from deckgen.roundtrip.source_text.csv_cells import (
    edited_cell,
    edited_cell_of_text,
    encoded_csv,
    is_formula,
)
from deckgen.roundtrip.source_text.number_text import is_number, number_text
from deckgen.roundtrip.source_text.shown_words import replacements
from deckgen.roundtrip.source_text.splice_scalar import TextEdit, edited_text
from deckgen.roundtrip.source_text.text_reading import NO_VARIABLES
from deckgen.roundtrip.source_text.word_edits import Refused, text_to_edit, word_edits
from deckgen.roundtrip.writing.targets.change_targets import Refusal, is_yaml
from deckgen.roundtrip.writing.targets.draft import Draft


def is_cell(change: Change) -> bool:
    """Return whether a change belongs into a CSV file."""
    span = change.current.span
    return (
        isinstance(change, WordsChanged)
        and span is not None
        and change.place.startswith(("table ", "chart "))
        and not is_yaml(span.file)
    )


def cell_of_text(text: str, change: WordsChanged) -> TextEdit | None:
    """Return the edit of a table that is written as one text, such as the `data: |` of a chart."""
    numbers = [int(each) for each in change.place.split() if each.isdigit()]
    row, column = {
        "category": (numbers[-1] + 1, 1),
        "series": (1, numbers[-1] + 1),
        "value": (numbers[-1] + 1, numbers[-2] + 1 if len(numbers) > 1 else 1),
    }.get(change.place.split()[2], (0, 0))
    made = edited_cell_of_text(text, row, column, lambda cell: _new_text(cell, change))
    return None if made is None else TextEdit(*made)


def write_cell(draft: Draft, change: WordsChanged) -> Refusal | None:
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


def _new_text(cell: str, change: WordsChanged) -> str | None:
    """Return the new text of the cell that shows the words of a change; None for other cells."""
    words = change.current.words
    if is_number(change.place):
        return number_text(cell, words, change.edited)
    text = text_to_edit(cell, words, NO_VARIABLES)
    edits = text and word_edits(text, list(replacements(words, change.edited)))
    return None if edits is None or isinstance(edits, Refused) else edited_text(cell, edits)
