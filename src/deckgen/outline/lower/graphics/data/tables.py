"""The keys of a table → a table of the deck: header, cells, alignment, text alternative."""

from typing import TypeAlias

from deckgen.deck.graphics import Table
from deckgen.deck.text_body import Paragraph, TextBody, with_bold
from deckgen.language.number_reader import is_number_column
from deckgen.language.phrases import comma, phrase
from deckgen.outline.lower.graphics.data.rows_and_names import (
    are_even,
    csv_rows,
    known_names,
    without_titles,
)
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.entry import Context
from deckgen.outline.schema.fields import TableData, Text
from deckgen.outline.syntax.csv_text import warn_of_failed_formula
from deckgen.support.diagnostics import Diagnostics

_Cells: TypeAlias = tuple[Text, ...]


def tables(data: TableData, context: Context) -> tuple[Table, ...]:
    """Return the table of a key; none, with errors, if its file or its rows are wrong.

    Columns of numbers are aligned at the right, all others at the left.
    """
    header, rows = _header_and_rows(data, context)
    if not rows or not are_even((header, *rows) if header else rows, context.diagnostics):
        return ()
    for each in (cell for row in (header, *rows) for cell in row):
        warn_of_failed_formula(each.text.strip(), each.span, context.diagnostics)
    rows_shown, columns_shown = _highlighted(data, header, rows, context.diagnostics)
    has_total = data.total is not False
    last = len(rows) - 1
    lang = context.entries[context.index].lang or context.talk.lang
    # Bold stands in the text itself, for programs that do not know table styles.
    cells = tuple(
        tuple(
            _cell(
                cell,
                context,
                bold=number in rows_shown or at in columns_shown or (has_total and number == last),
            )
            for at, cell in enumerate(row)
        )
        for number, row in enumerate(rows)
    )
    columns = [[row[at].text.strip() for row in cells] for at in range(len(cells[0]))]
    names = tuple(_cell(cell, context, bold=True) for cell in header)
    table = Table(
        header=names,
        rows=cells,
        aligns=tuple(
            "r" if is_number_column(column, lang, first=at == 0) else "l"
            for at, column in enumerate(columns)
        ),
        alt=data.alt.text if data.alt else _describe(names, cells, lang),
        span=data.span,
        alt_span=data.alt.span if data.alt else None,
        has_total=has_total,
        quiet=tuple(
            tuple(number not in rows_shown and at not in columns_shown for at in range(len(row)))
            for number, row in enumerate(rows)
        )
        if rows_shown or columns_shown
        else (),
    )
    return (table,)


def _highlighted(
    data: TableData, header: _Cells, rows: tuple[_Cells, ...], diagnostics: Diagnostics
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the indices of the highlighted rows, by their first cells, and columns."""
    if data.highlight is None:
        return frozenset(), frozenset()
    columns = [cell.text.strip() for cell in header]
    first = [row[0].text.strip() for row in rows]
    names = known_names(data.highlight, "table", [*first, *columns], diagnostics)
    return (
        frozenset(at for at, name in enumerate(first) if name in names),
        frozenset(at for at, name in enumerate(columns) if name in names),
    )


def _header_and_rows(data: TableData, context: Context) -> tuple[_Cells, tuple[_Cells, ...]]:
    """Return the header, which may be empty, and the rows; none, with an error, if wrong."""
    rows = data.rows
    if data.file is not None:
        content = context.read(data.file)
        read = None if content is None else csv_rows(content, data.file, context.diagnostics)
        if read is None:
            return (), ()
        named = data.header is True
        rows = without_titles(read, context.diagnostics) if named else read
    if isinstance(data.header, tuple):
        header = data.header
    else:
        header, rows = (rows[0], rows[1:]) if data.header else ((), rows)
    if not rows:
        context.diagnostics.error(
            "no-rows",
            "This table has a header and no rows.",
            data.span,
            "Add rows below the first; or, if the first is none, type `header: no`.",
        )
    return header, (*rows, data.total) if isinstance(data.total, tuple) and rows else rows


def _cell(text: Text, context: Context, *, bold: bool = False) -> TextBody:
    runs = parse_inline(text._replace(text=text.text.strip()), context.diagnostics)
    return TextBody((Paragraph(with_bold(runs) if bold else runs, span=text.span),))


def _describe(
    header: tuple[TextBody, ...], rows: tuple[tuple[TextBody, ...], ...], lang: str
) -> str:
    """Return a text alternative, such as “Table. Columns: Town, Inhabitants. Rows: 12.”."""
    names = comma(lang).join(body.text for body in header if body.text.strip())
    kind, columns, lines = (phrase(name, lang) for name in ("table", "columns", "rows"))
    return f"{kind}. {columns}: {names or len(rows[0])}. {lines}: {len(rows)}."
