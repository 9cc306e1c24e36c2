"""What tables and charts share: the rows of a CSV file, and names of rows, columns and series."""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import TypeAlias

from deckgen.language.number_reader import split_number
from deckgen.outline.schema.fields import RawNode, Text
from deckgen.outline.syntax import nodes
from deckgen.outline.syntax.csv_text import (
    CsvError,
    CsvRow,
    CsvText,
    cell_spans,
    read_csv,
    split_rows,
)
from deckgen.outline.syntax.decoding import has_control_characters, without_control_characters
from deckgen.support.diagnostics import Diagnostics, Span, counted, name_list
from deckgen.support.file_names import path_beside
from deckgen.support.nearest import did_you_mean

DELIMITERS = (";", ",", "\t")
_MOST_ROWS = 1000
_MOST_REPORTED = 3
_MOST_TITLES = 6
"""Rows above the names of the columns, such as those of statistical offices."""
_YEAR = re.compile("(1[89]|2[01])[0-9]{2}")
Rows: TypeAlias = tuple[tuple[Text, ...], ...]


def csv_rows(data: bytes, file: Text, diagnostics: Diagnostics) -> Rows | None:
    """Return the rows of a CSV file; None, with an error, if it has none or cannot be read.

    `data` is its content, `file` its name in the outline. The delimiter is the one of a first line
    such as `sep=;`; else that of `;`, `,` and tab with which most rows have as many cells as the
    first row. Encodings are those of `decode_csv`, with a warning for Windows-1252. Quoted cells
    may hold delimiters, line breaks and doubled quotes. Empty rows and empty columns are left out.
    """
    name = path_beside(file.span.file, file.text)
    read = read_csv(name, data, diagnostics)
    if read is None:
        return None
    rows: list[CsvRow] = []
    with suppress(CsvError):
        rows = _parsed(read)
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
    has_controls = has_control_characters(read.text)

    def text(cell: str, span: Span) -> Text:
        if has_controls:
            cell = without_control_characters(cell, span, diagnostics)
        return Text(cell.strip(), span)

    # Spreadsheets save columns without words, too.
    shown = {at for row in rows for at, cell in enumerate(row.cells) if cell.strip()}
    return tuple(
        tuple(
            text(*cell)
            for at, cell in enumerate(zip(row.cells, cell_spans(name, row), strict=True))
            if at in shown
        )
        for row in rows
    )


def without_titles(rows: Rows, diagnostics: Diagnostics) -> Rows:
    """Return rows that begin with the names of the columns: without titles above, with a warning.

    A title is a row with words in one cell alone, above a row of names. Below these all rows have
    as many cells; else it is another sort of table, and nothing is left out.
    """
    words = [[cell for cell in row if cell.text] for row in rows[: _MOST_TITLES + 1]]
    at = next((at for at, cells in enumerate(words) if len(cells) > 1), 0)
    names = words[at] if at and words[0] else []  # words, or years
    is_named = all(not split_number(each.text) or _YEAR.fullmatch(each.text) for each in names)
    if not names or not is_named or any(len(row) != len(rows[at]) for row in rows[at:]):
        return rows
    title, more = words[0][0], f" and {at - 1} more" if at > 1 else ""
    diagnostics.warning(
        "title-row",
        f"“{title.text}”{more} stands above the names of the columns; the table is shown without.",
        title.span,
        "Say it in the headline of the slide; and delete the row, so that this is not told again.",
    )
    return rows[at:]


def are_even(rows: Sequence[tuple[Text, ...]], diagnostics: Diagnostics) -> bool:
    """Return whether all rows have as many cells as the first; report those that have not."""
    first, *others = rows
    uneven = [row for row in others if len(row) != len(first)]
    for row in uneven[:_MOST_REPORTED]:
        hint = (
            'Type an empty cell as "". Text with the sign in it that parts the cells stands in '
            "quotation marks; so does a number with a decimal comma where commas part them."
        )
        if any("\n" in cell.text for cell in row):
            hint = "A quotation mark opens in this row and may never close. Close it, or delete it."
        diagnostics.error(
            "uneven-row",
            f"This row has {counted(len(row), 'cell')}, the first row has {len(first)}; "
            f"{len(uneven)} of {counted(len(rows), 'row')} differ from it.",
            (row or first)[0].span,
            hint,
        )
    return not uneven


def _parsed(read: CsvText) -> list[CsvRow]:
    """Return the rows by the delimiter that fits best; a single column if none does."""
    if read.delimiter:
        return list(split_rows(read, read.delimiter))
    best: list[CsvRow] = []
    best_fit = (0.0, 0)
    for delimiter in DELIMITERS:
        rows = list(split_rows(read, delimiter))
        counts = Counter(len(row.cells) for row in rows)
        first = _width(rows, counts, delimiter)
        if first < 2:
            best = best or rows
            continue
        fit = (counts[first] / len(rows), first)
        if fit > best_fit:
            best, best_fit = rows, fit
    return best


def _width(rows: list[CsvRow], counts: Counter[int], delimiter: str) -> int:
    """Return how many cells the first row has, or the rows below it if it is a title.

    There may be `_MOST_TITLES` such titles; none between commas, as titles have commas themselves.
    """
    first = len(rows[0].cells) if rows else 0
    below = max(counts, default=0)
    titled = (
        delimiter != ","
        and 0 < counts[1] <= _MOST_TITLES
        and counts[1] + counts[below] == len(rows)
    )
    return below if first == 1 and titled and counts[below] > 1 else first


def _report(what: str, hint: str, file: Text, diagnostics: Diagnostics) -> None:
    diagnostics.error("bad-csv", f"{file.text} cannot be shown. {what}", file.span, hint)


def known_names(
    raw: RawNode, graphic: str, existing: list[str], diagnostics: Diagnostics
) -> tuple[str, ...]:
    """Return the names that a text or a list holds; report those that the graphic does not have.

    `graphic` is the author's word for it, such as “chart”.
    """
    node = raw.node
    items = node.items if isinstance(node, nodes.Sequence) else (node,)
    names = []
    existing_set = frozenset(existing)
    listed = name_list(dict.fromkeys(name for name in existing if name))
    for item in items:
        name = item.text.strip() if isinstance(item, nodes.Scalar) else ""
        if name in existing_set:
            names.append(name)
            continue
        message = f"The {graphic} has no “{name}”."
        if not name:
            message = f"Here a name of the {graphic} is expected."
        hint = f"Its names are: {listed}."
        if not diagnostics.is_full("unknown-name"):
            hint = did_you_mean(name, existing, hint, "“{}”")
        diagnostics.error("unknown-name", message, item.span, hint)
    return tuple(names)
