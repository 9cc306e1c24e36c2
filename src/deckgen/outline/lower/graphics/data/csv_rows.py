"""A CSV file that a table or a chart names → its cells, each with its span."""

from collections import Counter
from contextlib import suppress

from deckgen.outline.schema.fields import Text
from deckgen.outline.syntax.csv_text import (
    CsvError,
    CsvRow,
    CsvText,
    cell_spans,
    decode_csv,
    split_rows,
)
from deckgen.outline.syntax.decoding import has_control_characters, without_control_characters
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.file_names import path_beside

DELIMITERS = (";", ",", "\t")
_MOST_ROWS = 1000
SAVE_AS_CSV = "In Excel: File, Save as, “CSV UTF-8”."
"""How to save a workbook as a CSV file."""


def csv_rows(
    data: bytes, file: Text, diagnostics: Diagnostics
) -> tuple[tuple[Text, ...], ...] | None:
    """Return the rows of a CSV file; None, with an error, if it has none or cannot be read.

    `data` is its content, `file` its name in the outline. The delimiter is the one of a first line
    such as `sep=;`; else that of `;`, `,` and tab with which most rows have as many cells as the
    first row. Encodings are those of `decode_csv`, with a warning for Windows-1252. Quoted cells
    may hold delimiters, line breaks and doubled quotes. Empty rows, and empty columns at the right,
    are left out.
    """
    read = _decoded(data, file, diagnostics)
    if read is None:
        return None
    rows: list[CsvRow] = []
    with suppress(CsvError):
        rows = _trimmed(_parsed(read))
    if not rows:
        hint = "Check the file; each line of it is a row."
        _report("There are no rows in it.", hint, file, diagnostics)
        return None
    if len(rows) > _MOST_ROWS:
        _report(
            f"It has {len(rows)} rows, more than anybody shows.",
            f"Leave the rows that matter, at most {_MOST_ROWS}; few are better.",
            file,
            diagnostics,
        )
        return None
    name = path_beside(file.span.file, file.text)
    has_controls = has_control_characters(read.text)

    def text(cell: str, span: Span) -> Text:
        if has_controls:
            cell = without_control_characters(cell, span, diagnostics)
        return Text(cell.strip(), span)

    return tuple(tuple(map(text, row.cells, cell_spans(name, row))) for row in rows)


def _decoded(data: bytes, file: Text, diagnostics: Diagnostics) -> CsvText | None:
    read = decode_csv(data)
    if read is None:
        _report(
            "It is no text; it looks like a workbook or a picture.", SAVE_AS_CSV, file, diagnostics
        )
    elif read.doubtful:
        line, _, word = read.doubtful
        diagnostics.warning(
            "not-utf8",
            f"{file.text} is not saved as UTF-8; it is read as Windows-1252, which makes “{word}” "
            f"of a cell in its line {line}.",
            file.span,
            f"If that is wrong, save it anew as UTF-8. {SAVE_AS_CSV}",
        )
    return read


def _parsed(read: CsvText) -> list[CsvRow]:
    """Return the rows by the delimiter that fits best; a single column if none does."""
    if read.delimiter:
        return list(split_rows(read, read.delimiter))
    best: list[CsvRow] = []
    best_fit = (0.0, 0)
    for delimiter in DELIMITERS:
        rows = list(split_rows(read, delimiter))
        counts = Counter(len(row.cells) for row in rows)
        if not rows or len(rows[0].cells) < 2:
            best = best or rows
            continue
        first = len(rows[0].cells)
        fit = (counts[first] / len(rows), first)
        if fit > best_fit:
            best, best_fit = rows, fit
    return best


def _trimmed(rows: list[CsvRow]) -> list[CsvRow]:
    """Return the rows without the empty columns that spreadsheets save at the right."""
    cells = (cell for row in rows for cell in enumerate(row.cells, 1))
    width = max((number for number, cell in cells if cell.strip()), default=0)
    return [row._replace(cells=row.cells[:width]) for row in rows]


def _report(what: str, hint: str, file: Text, diagnostics: Diagnostics) -> None:
    diagnostics.error("bad-csv", f"{file.text} cannot be shown. {what}", file.span, hint)
