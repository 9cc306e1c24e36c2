"""The cells and rows of a table in a file: in a CSV file all other bytes stay, others are lists.

Another number is spelled as its author spells numbers: decimal mark, groups, unit.
"""

import codecs
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from deckgen.outline.syntax.csv_text import decode_csv, written_cell
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.roundtrip.source_text.list_items import line_end, missing_line_end
from deckgen.roundtrip.source_text.source_scalar import line_starts
from deckgen.support.diagnostics import Span

_FORMULA = re.compile(r"\s*(?:[=@]|[+-]\s*[^\W\d]|[+-]\s*[(=@])")
"""How the words begin that Excel and LibreOffice calculate, or hand to other programs."""
_DELIMITERS = ";,\t"
_DIGITS = re.compile(r"[0-9](?:[0-9.,'’ \u00a0\u202f]*[0-9])?")
_SIGNS = "-−–"
_UTF_16 = {codecs.BOM_UTF16_LE: ("utf-16-le",), codecs.BOM_UTF16_BE: ("utf-16-be",)}
_T = TypeVar("_T")


class CsvCell(NamedTuple):
    """A cell: its place in the file, with its quotation marks, and its text."""

    start: int
    end: int
    text: str
    is_quoted: bool


class Row(NamedTuple):
    """A row of a file."""

    source: str
    """The file."""
    start: int
    end: int
    """Behind its line end."""
    cells: list[CsvCell]
    delimiter: str


def csv_row(data: bytes, span: Span) -> Row | None:
    """Return the row of a file that begins on the line of a span; None if it cannot be found."""
    begin = _row_start(data, span)
    if begin is None:
        return None
    source, start, delimiters = begin
    rows = {delimiter: _cells(source, start, delimiter) for delimiter in delimiters}
    delimiter = max(rows, key=lambda each: len(rows[each]))
    cells = rows[delimiter]
    end = cells[-1].end
    end += 2 if source.startswith("\r\n", end) else min(1, len(source) - end)
    return Row(source, start, end, cells, delimiter)


def _row_start(data: bytes, span: Span) -> tuple[str, int, str] | None:
    """Return a file, where its row on the line of a span begins, and what may divide its cells."""
    read, decoded = decode_csv(data), _decoded(data)
    if read is None or decoded is None:
        return None
    source = decoded[0]
    starts = line_starts(source)
    if span.line > len(starts):
        return None
    mark = 1 if span.line == 1 and source.startswith("\ufeff") else 0
    return source, starts[span.line - 1] + mark, read.delimiter or _DELIMITERS


def edited_cell(
    data: bytes, span: Span, column: int, new_text: Callable[[str], str | None]
) -> bytes | None:
    """Return a file with another text in a cell of the row at `span`; None if it has no such cell.

    `new_text` returns the new text of a cell, None if it is another cell. Of several, the one at
    the span is meant, unless that begins with the row, as that of a whole row does; else the one in
    the `column` of the table, from 1; 0: nobody knows.
    """
    begin = _row_start(data, span)
    if begin is None:
        return None
    source, start, delimiters = begin
    for delimiter in delimiters:
        cells = _cells(source, start, delimiter)
        alike = [
            (at, cell, new)
            for at, cell in enumerate(cells, 1)
            if (new := new_text(cell.text.strip())) is not None
        ]
        place = start + span.column - 1 if span.column > 1 else -1
        at_span = [each for each in alike if each[1].start == place]
        in_column = [each for each in alike if each[0] == column]
        for _, cell, new in _only(at_span, in_column, alike):
            written = _written(source, cell, new, delimiter)
            return encoded_csv(data, f"{source[: cell.start]}{written}{source[cell.end :]}")
    return None


def is_formula(words: str) -> bool:
    """Return whether a spreadsheet would calculate a cell with these words."""
    return _FORMULA.match(words) is not None


def encoded_csv(data: bytes, text: str) -> bytes | None:
    """Return a text in the encoding of a file; None if that lacks a letter, or is not known."""
    decoded = _decoded(data)
    try:
        return decoded and text.encode(decoded[1])
    except UnicodeEncodeError:
        return None


def edited_cell_of_text(
    text: str, row: int, column: int, new_text: Callable[[str], str | None]
) -> tuple[int, int, str] | None:
    """Return start, end and new text of a cell of a table that is written in a text.

    None if there is no such cell. Of several, the one in the row and the column, from 1, is meant.
    """
    for delimiter in f"{_DELIMITERS}|":
        alike = [
            ((at, number), cell, new)
            for at, start in enumerate(line_starts(text), 1)
            for number, cell in enumerate(_cells(text, start, delimiter), 1)
            if (new := new_text(cell.text.strip())) is not None
        ]
        exact = [each for each in alike if each[0] == (row, column)]
        for _, cell, new in _only(exact, alike):
            return cell.start, cell.end, _written(text, cell, new, delimiter)
    return None


def _decoded(data: bytes) -> tuple[str, str] | None:
    """Return the text and the encoding of a file, as `decode_csv` takes it, with all signs.

    None if some of its bytes are no sign, so that they could not be written again.
    """
    for encoding in _UTF_16.get(data[:2], ("utf-8", "cp1252")):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return None


def _cells(source: str, start: int, delimiter: str) -> list[CsvCell]:
    """Return the cells of the row that begins at `start`."""
    sign = re.escape(delimiter)
    cell = re.compile(rf'(?:"((?:[^"]+|"")*)"?|([^{sign}\r\n]*))({sign}?)')
    cells = []
    for found in cell.finditer(source, start):
        quoted, plain, follows = found.groups()
        text = plain if quoted is None else quoted.replace('""', '"')
        cells.append(CsvCell(found.start(), found.start(3), text, quoted is not None))
        if not follows:
            break
    return cells


def _only(*groups: list[_T]) -> list[_T]:
    """Return the first of some groups of cells that has exactly one; None if no group has."""
    return next((group for group in groups if len(group) == 1), [])


def _written(source: str, cell: CsvCell, new: str, delimiter: str) -> str:
    """Return a new text as it is written in a cell, with the marks and blanks that it has."""
    written = written_cell(new, delimiter, is_quoted=cell.is_quoted)
    old = source[cell.start : cell.end]
    if written != new or not old.strip():
        return written
    lead = len(old) - len(old.lstrip(" "))
    return old[:lead] + new + old[len(old.rstrip(" ")) :]


def row_cells(node: Node) -> list[Scalar] | None:
    """Return the cells of a list of scalars; None for other nodes."""
    items = node.items if isinstance(node, SequenceNode) else ()
    cells = [item for item in items if isinstance(item, Scalar)]
    return cells if cells and len(cells) == len(items) else None


def csv_cells(data: bytes, span: Span) -> list[str] | None:
    """Return the cells of the row of a CSV file at a span; None if it cannot be found."""
    row = csv_row(data, span)
    return row and [cell.text.strip() for cell in row.cells]


def with_csv_row(data: bytes, span: Span, cells: Sequence[str], *, before: bool) -> bytes | None:
    """Return a CSV file with a new row before or behind the one at `span`; None if that fails.

    It fails without that row, with more cells than it has, and for a letter that the encoding
    lacks. Where the row there has more cells, the new one gets empty ones.
    """
    row = csv_row(data, span)
    if row is None or len(cells) > len(row.cells):
        return None
    blanks = [""] * (len(row.cells) - len(cells))
    line = row.delimiter.join(written_cell(cell, row.delimiter) for cell in [*cells, *blanks])
    feed, at = line_end(row.source), row.start if before else row.end
    missing = missing_line_end(row.source, at) if at == row.end else ""
    return encoded_csv(data, f"{row.source[:at]}{missing}{line}{feed}{row.source[at:]}")


def without_csv_row(data: bytes, span: Span) -> bytes | None:
    """Return a CSV file without the row at a span; None if it cannot be found."""
    row = csv_row(data, span)
    return row and encoded_csv(data, row.source[: row.start] + row.source[row.end :])


def is_number(place: str) -> bool:
    """Return whether a place of a map is a number of a chart."""
    return place.startswith("chart ") and " value " in place


def text_of_new_value(text: str, old: str, new: str) -> str | None:
    """Return the text of a number with another value; None if it is not the number `old`.

    `old` and `new` are numbers as a chart keeps them: digits, a point, perhaps a minus. A text in
    per cent stands for a hundredth.
    """
    match = _DIGITS.search(text)
    try:
        before, after = float(old), float(new)
    except ValueError:
        return None
    if match is None:
        return None
    negative = text[: match.start()].rstrip()[-1:] in _SIGNS if match.start() else False
    for factor in (1, 100) if "%" in text else (1,):
        for mark in ".,":
            value = _value(match[0], mark)
            if value is None or abs((-value if negative else value) - before * factor) > 1e-9:
                continue
            digits = _spelled(abs(after) * factor, match[0], mark)
            lead = text[: match.start()]
            if (after < 0) != negative:
                lead = lead + "-" if after < 0 else lead.rstrip(_SIGNS)
            return lead + digits + text[match.end() :]
    return None


def _value(digits: str, mark: str) -> float | None:
    whole, _, decimals = digits.partition(mark)
    if not decimals.isdigit() and decimals:
        return None
    groups = re.sub(r"[.,'’ \u00a0\u202f]", "", whole)
    return float(f"{groups}.{decimals or 0}")


def _spelled(value: float, like: str, mark: str) -> str:
    plain = f"{value:.10f}".rstrip("0").rstrip(".")
    whole, _, decimals = plain.partition(".")
    _, _, old = like.partition(mark)
    groups = re.search(r"[.,'’ \u00a0\u202f]", like.partition(mark)[0])
    if groups and len(whole) > 3:
        whole = re.sub(r"(?<=[0-9])(?=(?:[0-9]{3})+$)", groups[0], whole)
    is_padded = bool(decimals) or old.endswith("0")
    decimals = decimals.ljust(len(old), "0") if is_padded else decimals
    return whole + (mark + decimals if decimals else "")
