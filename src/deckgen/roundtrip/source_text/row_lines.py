"""The rows of a table in a file: lists in a list, keys with numbers, or lines of a CSV file."""

from collections.abc import Sequence

from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.roundtrip.source_text.csv_cells import csv_row, encoded_csv, written_cell
from deckgen.roundtrip.source_text.list_items import line_end, missing_line_end
from deckgen.roundtrip.source_text.splice_scalar import scalar_text
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.yaml_text import double_quoted, single_quoted


def row_in_brackets(cells: Sequence[str]) -> str:
    """Return a row as a list on one line."""
    return f"[{', '.join(map(cell_in_brackets, cells))}]"


def cell_in_brackets(words: str) -> str:
    """Return a cell as a scalar of a list on one line, in quotation marks where needed."""
    for written in (words, single_quoted(words)):
        if _read_cell(written) == words:
            return written
    return double_quoted(words)


def _read_cell(written: str) -> str | None:
    diagnostics = Diagnostics()
    node = parse("", f"- [x, {written}, x]\n".encode(), diagnostics)
    row = node.items[0] if isinstance(node, SequenceNode) and len(node.items) == 1 else None
    if diagnostics.has_errors or not isinstance(row, SequenceNode) or len(row.items) != 3:
        return None
    return scalar_text(row.items[1])


def row_cells(node: Node) -> list[Scalar] | None:
    """Return the cells of a row; None if it is none."""
    items = node.items if isinstance(node, SequenceNode) else ()
    cells = [item for item in items if isinstance(item, Scalar)]
    return cells if cells and len(cells) == len(items) else None


def csv_cells(data: bytes, span: Span) -> list[str] | None:
    """Return the cells of the row of a CSV file at a span; None if nobody knows."""
    row = csv_row(data, span)
    return row and [cell.text.strip() for cell in row.cells]


def with_csv_row(data: bytes, span: Span, cells: Sequence[str], *, before: bool) -> bytes | None:
    """Return a CSV file with a row more behind or before the one at `span`; None if it cannot be.

    Where the row there has more cells, the new one gets empty ones.
    """
    row = csv_row(data, span)
    if row is None or len(cells) > len(row.cells):
        return None
    blanks = [""] * (len(row.cells) - len(cells))
    line = row.delimiter.join(written_cell(cell, row.delimiter) for cell in [*cells, *blanks])
    feed, at = line_end(row.source), row.start if before else row.end
    led = missing_line_end(row.source, at) if at == row.end else ""
    return encoded_csv(data, f"{row.source[:at]}{led}{line}{feed}{row.source[at:]}")


def without_csv_row(data: bytes, span: Span) -> bytes | None:
    """Return a CSV file without the row at a span; None if it cannot be."""
    row = csv_row(data, span)
    return row and encoded_csv(data, row.source[: row.start] + row.source[row.end :])
