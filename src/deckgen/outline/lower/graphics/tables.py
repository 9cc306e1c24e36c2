"""A table as it was written → a table of the deck: header, cells, alignment, text alternative."""

from __future__ import annotations

from typing import TypeAlias

from deckgen.deck.graphics.table import Table
from deckgen.deck.text_body import LineBreak, Paragraph, TextBody
from deckgen.language.decimal_alignment import is_number_column
from deckgen.language.phrases import phrase
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.csv_rows import csv_rows
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import TableData, Text
from deckgen.support.diagnostics import Diagnostics

_Cells: TypeAlias = tuple[Text, ...]
_MOST_TOLD = 3
"""Rows of the wrong length that are told one by one: if many are, the first is the wrong one."""


def tables(data: TableData, _: str, context: Context) -> tuple[Table, ...]:
    """Return the table of a key; none, with errors, if its file or its rows are wrong.

    Columns of numbers are aligned at the right, all others at the left.
    """
    header, rows = _header_and_rows(data, context)
    if not rows or not _even(header, rows, context.diagnostics):
        return ()
    lang = context.entries[context.index].lang or context.talk.lang
    cells = tuple(tuple(_cell(cell, context) for cell in row) for row in rows)
    columns = [[row[at].text.strip() for row in cells] for at in range(len(cells[0]))]
    names = tuple(_bold(_cell(cell, context)) for cell in header)
    made = Table(
        header=names,
        rows=cells,
        aligns=tuple(
            "r" if is_number_column(column, lang, first=at == 0) else "l"
            for at, column in enumerate(columns)
        ),
        alt=data.alt.raw if data.alt else _described(names, cells, lang),
        span=data.span,
    )
    return (made,)


def _header_and_rows(data: TableData, context: Context) -> tuple[_Cells, tuple[_Cells, ...]]:
    """Return the header, if there is one, and the rows; none, with an error, if they are wrong."""
    rows = data.rows
    if data.file is not None:
        content = context.read(data.file)
        read = None if content is None else csv_rows(content, data.file, context.diagnostics)
        if read is None:
            return (), ()
        rows = read
    if isinstance(data.header, tuple):
        header = data.header
    else:
        header, rows = (rows[0], rows[1:]) if data.header else ((), rows)
    if not rows:
        _only_a_header(data, context.diagnostics)
    return header, rows


def _cell(text: Text, context: Context) -> TextBody:
    runs = parse_inline(text._replace(raw=text.raw.strip()), context.diagnostics)
    return TextBody((Paragraph(runs, span=text.span),))


def _bold(body: TextBody) -> TextBody:
    """Return the cell of a header: programs without table styles must set it bold, too."""
    (paragraph,) = body.paragraphs
    runs = tuple(
        run if isinstance(run, LineBreak) else run._replace(bold=True) for run in paragraph.runs
    )
    return TextBody((paragraph._replace(runs=runs),))


def _described(
    header: tuple[TextBody, ...], rows: tuple[tuple[TextBody, ...], ...], lang: str
) -> str:
    """Say what a table holds, as in “Table. Columns: Town, Inhabitants. Rows: 12.”."""
    names = ", ".join(body.text for body in header if body.text.strip())
    kind, columns, lines = (phrase(name, lang) for name in ("table", "columns", "rows"))
    return f"{kind}. {columns}: {names or len(rows[0])}. {lines}: {len(rows)}."


def _even(header: _Cells, rows: tuple[_Cells, ...], diagnostics: Diagnostics) -> bool:
    """Report rows that have not as many cells as the first; return whether there are none."""
    first, *others = (header, *rows) if header else rows
    uneven = [row for row in others if len(row) != len(first)]
    for row in uneven[:_MOST_TOLD]:
        more = len(uneven) - _MOST_TOLD
        also = f" {more} more rows differ." if more > 0 and row is uneven[_MOST_TOLD - 1] else ""
        diagnostics.error(
            "uneven-row",
            f"This row has {_count(row)}, the first row has {_count(first)}.{also}",
            row[0].span,
            'Type an empty cell as "". Text with a comma in it stands in quotation marks.',
        )
    return not uneven


def _count(row: _Cells) -> str:
    return "1 cell" if len(row) == 1 else f"{len(row)} cells"


def _only_a_header(data: TableData, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        "no-rows",
        "This table has a header and no rows.",
        data.span,
        "Add rows below the first; or, if the first is none, type `header: no`.",
    )
