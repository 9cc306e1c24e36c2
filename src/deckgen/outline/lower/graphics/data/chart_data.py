"""Reads the numbers of a chart: from keys, rows in brackets, lines of text, or a CSV file.

Each of these becomes a `ChartTable`: a first column of names, and a column for each series. Its
cells may be amounts, such as `1.200,50 €`: numbers with what they count, as spreadsheets show them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple, get_args

from deckgen.deck.chart_kind import ChartKind
from deckgen.language.number_formats import BLANKS, MINUS, is_gap
from deckgen.language.number_reader import CURRENCY, readings, split_number
from deckgen.outline.lower.graphics.data.rows_and_names import are_even, csv_rows, without_titles
from deckgen.outline.schema.fields import Text
from deckgen.outline.schema.table_rows import text_rows
from deckgen.outline.syntax.csv_text import SAVE_AS_CSV
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.support.diagnostics import Diagnostics, LocatedError, Span, name_list
from deckgen.support.nearest import nearest

_SHAPES = (
    "Type a line for each number, `2024: 12`; for several series a table below `data: |`, its "
    "columns parted by semicolons; or the name of a CSV file beside the outline."
)
_MISSING = "Here the numbers of the chart are missing."
_MOST_CELLS = 100_000
"""Cells of a table that is written series by series, gaps included."""
_SIGN = f"[-+–‐‑{MINUS}]?"
_AMOUNT = re.compile(
    rf"(?P<opening>\(?)(?P<sign>{_SIGN})[{BLANKS}]*+(?P<before>{CURRENCY}|)[{BLANKS}]*+"
    rf"(?P<number>{_SIGN}[{BLANKS}]?[.,]?[0-9](?:[0-9.,'’{BLANKS}]*[0-9])?)"
    rf"(?:[.,][-–—])?(?P<closing>\)?)(?P<behind>[^0-9()]{{0,24}})(?P<last>\)?)"
)
"""A number and what it counts. Swiss and German price tags write `.–` and `,-` for no cents,
bookkeepers ( ) for a minus."""

_ZERO = re.compile(rf"(?P<before>{CURRENCY}|)\s*[-–—]\s*(?P<behind>{CURRENCY}|)")
"""A zero in the number format “Accounting” of spreadsheets."""


class ChartTable(NamedTuple):
    """The table of a chart; its cells are text."""

    corner: str
    """The cell above the names of the categories."""
    names: tuple[Text, ...]
    """The names of the series; none if the only series has no name."""
    rows: tuple[tuple[Text, ...], ...]
    """Each begins with the name of its category; all have the same length, at least 2 cells."""


class Amount(NamedTuple):
    """A number, and what it counts."""

    number: str
    """The number as it was typed, with its sign in front."""
    unit: str
    """“€”, “km²”, “Mio. €”; empty if the number stands alone."""
    bracketed: bool
    """Whether it stood in parentheses, and has its minus from them."""


def read_chart_table(
    node: Node, read: Callable[[Text], bytes | None], diagnostics: Diagnostics
) -> ChartTable | None:
    """Return the table that a node holds; None, with an error, if it holds none.

    `read` returns the bytes of a file that the author names.
    """
    try:
        match node:
            case Scalar():
                return _text(node, read, diagnostics)
            case Mapping():  # lines such as `2024: 12`, or names of series with such lines below
                if node.pairs and all(isinstance(value, Mapping) for _, value in node.pairs):
                    return _series(node, diagnostics)
                return ChartTable("", (), _numbers(node))
            case Sequence():
                return _table(_bracketed(node), node.span, diagnostics)
    except LocatedError as wrong:
        diagnostics.report(wrong)
        return None


def _wrong_shape(span: Span, message: str, hint: str = _SHAPES) -> LocatedError:
    return LocatedError("chart-data", message, span, hint)


def _numbers(node: Node) -> tuple[tuple[Scalar, Scalar], ...]:
    """Return the lines such as `2024: 12` of a mapping."""
    rows = []
    for key, value in node.pairs if isinstance(node, Mapping) else ():
        if not isinstance(value, Scalar):
            noun = "a list" if isinstance(value, Sequence) else "keys"
            message = f"Behind `{key.text}` one number is expected, not {noun}."
            raise _wrong_shape(value.span, message)
        rows.append((key, value))
    if not rows:
        raise _wrong_shape(node.span, _MISSING)
    return tuple(rows)


def _series(node: Mapping, diagnostics: Diagnostics) -> ChartTable:
    """Read names of series, each with a number for each category below it.

    A category that a series lacks is a gap, with a warning.
    """
    cells: dict[str, dict[str, Text]] = {}
    categories: dict[str, Span] = {}
    names = []
    for key, value in node.pairs:
        lines = _numbers(value)
        names.append(key)
        cells[key.text] = {name.text: cell for name, cell in lines}
        for name, _ in lines:
            categories.setdefault(name.text, name.span)
    if len(names) * len(categories) > _MOST_CELLS:
        message = f"{len(names):,} series with {len(categories):,} names make too large a table."
        raise _wrong_shape(node.span, message)
    for name in names:
        lacking = [category for category in categories if category not in cells[name.text]]
        if lacking:
            listed = name_list((f"“{category}”" for category in lacking), 3)
            diagnostics.warning(
                "uneven-series",
                f"“{name.text}” has no number for {listed}; the chart shows a gap.",
                name.span,
                f"If it is meant, say so with a dash: `{lacking[0]}: –`.",
            )
    rows = tuple(
        (
            Text(category, span),
            *(cells[name.text].get(category, Text("", name.span)) for name in names),
        )
        for category, span in categories.items()
    )
    return ChartTable("", tuple(names), rows)


def _bracketed(node: Sequence) -> list[tuple[Text, ...]]:
    """Return the rows of a list of rows in brackets: `- [2024, 12]`."""
    rows = []
    for item in node.items:
        if not isinstance(item, Sequence):
            raise _wrong_shape(item.span, "Here a row of the table is expected, in brackets.")
        cells = [cell for cell in item.items if isinstance(cell, Scalar)]
        if len(cells) < len(item.items):
            raise _wrong_shape(item.span, "A row holds only names and numbers.")
        rows.append(tuple(cells))
    return rows


def _text(
    node: Scalar, read: Callable[[Text], bytes | None], diagnostics: Diagnostics
) -> ChartTable | None:
    """Read a table of several lines, or the CSV file that a single line names."""
    if not node.text.strip():
        raise _wrong_shape(node.span, _MISSING)
    if "\n" in node.text.strip():
        return _table(text_rows(node), node.span, diagnostics)
    name = Text(node.text.strip(), node.span)
    if not re.fullmatch(r".+\.(csv|tsv|txt)", name.text, re.IGNORECASE):
        raise _no_table(name)
    data = read(name)
    rows = csv_rows(data, name, diagnostics) if data is not None else None
    if rows is None:
        return None
    return _table(list(without_titles(rows, diagnostics)), node.span, diagnostics)


def _no_table(text: Text) -> LocatedError:
    """Return why a line of text is no table: a workbook, a kind of chart, or anything else."""
    stem, _, ending = text.text.rpartition(".")
    kind = nearest(text.text, get_args(ChartKind))
    message, hint = f"“{text.text}” is no table and no CSV file.", _SHAPES
    if stem and ending.casefold() in {"xlsx", "xlsm", "xlsb", "xls", "ods", "numbers"}:
        message = f"{text.text} is a workbook; the numbers of a chart are read from a CSV file."
        hint = f"{SAVE_AS_CSV} Then type {stem}.csv here."
    elif kind is not None:
        message = f"“{text.text}” says how a chart is drawn, but not its numbers."
        hint = (
            f"Type `chart: {{kind: {kind}, data: numbers.csv}}`; or below `chart:` the keys `kind` "
            "and `data`, with a line for each number below `data:`."
        )
    return _wrong_shape(text.span, message, hint)


def _table(rows: list[tuple[Text, ...]], span: Span, diagnostics: Diagnostics) -> ChartTable | None:
    """Return the table of rows; the first row names the series, unless it holds numbers."""
    if not rows:
        raise _wrong_shape(span, _MISSING)
    width = len(rows[0])
    if width < 2:
        message = "The table has one column; a chart needs names and numbers."
        raise _wrong_shape(rows[0][0].span if rows[0] else span, message)
    if not are_even(rows, diagnostics):
        return None
    second = rows[0][1].text
    headed = width > 2 or not (is_gap(second) or any(sign.isdigit() for sign in second))
    if not headed:
        return ChartTable("", (), tuple(rows))
    corner, *names = rows[0]
    if len(rows) == 1:
        raise _wrong_shape(span, "The table has a first row and no numbers below it.")
    return ChartTable(corner.text, tuple(names), tuple(rows[1:]))


def split_amount(cell: str, lang: str) -> Amount | None:
    """Return number and unit of a cell; None if it does not hold one number and one unit."""
    zero = _ZERO.fullmatch(cell.strip())
    if zero:
        return Amount("0", zero["before"] or zero["behind"], bracketed=False)
    match = _AMOUNT.fullmatch(cell.strip())
    if match is None:
        return None
    number = match["number"].strip()
    parts = split_number(number)
    unit = f"{match['before']} {match['behind'].strip()}".strip()
    bracketed = bool(match["opening"])
    closings = len(match["closing"] + match["last"])
    is_unit = not unit or any(
        sign in "°%‰" or sign.isalpha() or unicodedata.category(sign) == "Sc" for sign in unit
    )
    if parts is None or closings != bracketed or not is_unit or not readings(parts.digits, lang):
        return None
    return Amount(f"{'-' if bracketed else match['sign']}{number}", unit, bracketed)


def common_unit(cells: Iterable[str], lang: str) -> str:
    """Return what all of these numbers count, where each says so; else nothing.

    Gaps count nothing.
    """
    units = set()
    for cell in cells:
        if not is_gap(cell):
            amount = split_amount(cell, lang)
            units.add("" if amount is None else amount.unit)
    return units.pop() if len(units) == 1 else ""
