"""A table of towns: a CSV file with a row for each town and a column for each variable.

As European Excel saves it, too: with semicolons and in Windows-1252.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.outline.expand.variant import Variable, Variant
from deckgen.outline.syntax.csv_text import (
    CsvError,
    CsvRow,
    CsvText,
    cell_spans,
    read_csv,
    split_rows,
    warn_of_failed_formula,
)
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.support.nearest import nearest

TOWN, TAGS = "town", "tags"
"""The column that every table needs, and one that it may have."""
_DELIMITERS = ";,\t"
_INVALID_NAME = re.compile(r"[{}$\n]|:-|^(?:event|deck)\.")


class TownRow(NamedTuple):
    """The row of a town."""

    town: str
    """The name of the town; empty if the row has an error."""
    span: Span
    variant: Variant
    problems: tuple[Diagnostic, ...] = ()
    """The errors of the row; with any, the town cannot be built."""


def read_town_table(file: str, data: bytes, diagnostics: Diagnostics) -> tuple[TownRow, ...]:
    """Return the towns of a CSV file.

    Errors of a row are in the row; an error of the whole table, in `diagnostics`, stops all towns.
    """
    read = read_csv(file, data, diagnostics)
    if read is None:
        return ()
    rows = _rows(file, read, diagnostics)
    header = next(rows, None)
    if header is None:
        if not diagnostics.has_errors:
            diagnostics.error(
                "empty-file",
                f"{file} is empty.",
                Span(file, 1, 1),
                "Its first row names the columns, such as town;date; each further row is a town.",
            )
        return ()
    names, spans = [cell.strip() for cell in header.cells], cell_spans(file, header)
    whole = Span(file, header.line, 1, len(header.text))
    if not _names_are_right(names, spans, whole, diagnostics):
        return ()
    towns = tuple(_row(file, row, names, spans) for row in rows)
    for each in (variable for town in towns for variable in town.variant.variables):
        warn_of_failed_formula(each.words, each.span, diagnostics)
    return towns


def _rows(file: str, read: CsvText, diagnostics: Diagnostics) -> Iterator[CsvRow]:
    """Yield the rows with words, the header included; report a row that cannot be read."""
    first = re.sub(r'"[^"]*"', "", read.text.lstrip("\n").split("\n", 1)[0])
    delimiter = read.delimiter or max(_DELIMITERS, key=first.count)
    try:
        yield from split_rows(read, delimiter, strict=True)
    except CsvError as error:
        diagnostics.error(
            "bad-quotes",
            "From this row on the table cannot be read: a quotation mark is not closed, or "
            "text follows it.",
            Span(file, error.row.line, 1, len(error.row.text)),
            'A cell with quotation marks is written "so, and "" for each mark within".',
        )


def _names_are_right(
    names: list[str], spans: list[Span], whole: Span, diagnostics: Diagnostics
) -> bool:
    """Report columns that are missing or cannot be called so; `whole` is the span of the header."""
    before = len(diagnostics)
    if TOWN not in names:
        near = nearest(TOWN, names)
        diagnostics.error(
            "missing-column",
            f"No column is called `{TOWN}`.",
            whole,
            f"Rename the column {near}: `{TOWN}`, in small letters."
            if near
            else f"The first row names the columns; the one with the towns is called `{TOWN}`. "
            "A file for one town is no table: `deckgen build --town` names it.",
        )
        if len(names) == 1:  # no table at all, such as an outline
            return False
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name and name in seen:
            diagnostics.error(
                "duplicate-column",
                f"Two columns are called `{name}`.",
                spans[at],
                "Rename one of them.",
            )
        elif _INVALID_NAME.search(name):
            diagnostics.error(
                "bad-column",
                f"A column cannot be called `{name}`.",
                spans[at],
                "Name it as a variable, such as `day`; then write `date: ${day}` below `event:` "
                "in the outline.",
            )
        seen.add(name)
    return len(diagnostics) == before


def _row(file: str, row: CsvRow, names: list[str], name_spans: list[Span]) -> TownRow:
    span = Span(file, row.line, 1, max(len(row.text), 1))
    diagnostics = Diagnostics()
    if len(row.cells) != len(names):
        too_many = len(row.cells) > len(names)
        diagnostics.error(
            "wrong-cells",
            f"This row has {len(row.cells)} cells, and the first row names {len(names)} columns.",
            span,
            "Put a cell that holds the sign between cells in quotation marks."
            if too_many
            else "Fill the cells in; one that is to stay empty still needs its sign.",
        )
        return TownRow("", span, Variant(), tuple(diagnostics))
    spans = cell_spans(file, row)
    cells = {
        name: (cell.strip(), at)
        for at, (name, cell) in enumerate(zip(names, row.cells, strict=True))
        if name
    }
    town = cells[TOWN][0]
    if not town:
        message = f"The cell `{TOWN}` is empty."
        diagnostics.error("empty-cell", message, spans[cells[TOWN][1]], "Type the town's name.")
        return TownRow("", span, Variant(), tuple(diagnostics))
    variables = [
        Variable(name, words, name_spans[at], spans[at])
        for name, (words, at) in cells.items()
        if words and name != TAGS
    ]
    empty = tuple(
        (name, spans[at]) for name, (words, at) in cells.items() if not words and name != TAGS
    )
    tags = re.split(r"[\s,;]+", cells[TAGS][0]) if TAGS in cells else []
    own_tags = frozenset(filter(None, tags))
    variant = Variant(town, None, tuple(variables), empty, own_tags, span.file, own_tags)
    return TownRow(town, span, variant)
