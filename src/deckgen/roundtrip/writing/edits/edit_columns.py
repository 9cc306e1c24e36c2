"""Columns of tables and series of charts that came and went → cells of the outline's rows."""

from typing import NamedTuple

from deckgen.importing.marked_text import without_variables
from deckgen.importing.outline_yaml import flow_list
from deckgen.outline.schema.table_rows import cell_separator
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.roundtrip.comparing.changes import ColumnsChanged
from deckgen.roundtrip.comparing.graphic_grid import written_rows
from deckgen.roundtrip.source_text.author_file import AuthorFile, Path
from deckgen.roundtrip.source_text.csv_cells import row_cells, text_of_new_value
from deckgen.roundtrip.source_text.source_scalar import locate_scalar
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.source_text.text_reading import literal_lines
from deckgen.roundtrip.writing.targets.change_targets import Refusal
from deckgen.roundtrip.writing.targets.draft import Draft
from deckgen.support.diagnostics import Span

_NO_PLACE = "The outline has no place of its own for these columns; change them there."


class _Row(NamedTuple):
    """A row of an outline, and the words and numbers that the slide shows of it."""

    file: str
    path: Path
    """The way to its list, or to the text that it is a line of."""
    line: int
    """The index of its line in the text; -1 for a list."""
    shown: tuple[str, ...]


class PlacedColumns(NamedTuple):
    """A change of columns, its entry, and the rows that have them."""

    change: ColumnsChanged
    entry: int
    rows: tuple[_Row, ...]


def place_columns(draft: Draft, change: ColumnsChanged) -> PlacedColumns | Refusal:
    """Return where the rows stand whose columns change."""
    at = draft.talk.of_slides.get(change.slide_id)
    written = [] if at is None else written_rows(draft.talk.entries[at].texts, change.name)
    rows = [span and _row_at(draft, span, shown) for shown, span in written]
    placed = tuple(row for row in rows if row)
    if at is None or not rows or len(placed) < len(rows) or len(draft.talk.entries[at].ids) > 1:
        return Refusal(_NO_PLACE, change.current.span)
    return PlacedColumns(change, at, placed)


def _row_at(draft: Draft, span: Span, shown: tuple[str, ...]) -> _Row | None:
    found = draft.scalar(span)
    if found is None:
        return None
    file, placed = found
    if placed.scalar.style == "|":
        return _Row(file.name, placed.path, span.line - placed.scalar.span.line, shown)
    is_list = bool(placed.parents) and isinstance(placed.parents[-1], SequenceNode)
    return _Row(file.name, placed.path[:-1], -1, shown) if is_list else None


def write_columns(draft: Draft, placed: PlacedColumns) -> Refusal | None:
    """Write other columns into a draft; return why they are not written, if they are not."""
    edits: dict[str, list[SourceEdit]] = {}
    for number, row in enumerate(placed.rows):
        file, node = draft.file(row.file), draft.node(row.file, row.path)
        edit = _edit(file, node, row, placed.change, number) if file and node else None
        if edit is None:
            return Refusal(_NO_PLACE, placed.change.current.span)
        edits.setdefault(row.file, []).append(edit)
    for name, own in edits.items():
        draft.edit(name, own)
    return None


def _edit(
    file: AuthorFile, node: Node, row: _Row, change: ColumnsChanged, number: int
) -> SourceEdit | None:
    """Return the edit of the row with a number; None if its cells cannot be told.

    Cells that stay are written as they were, with the signs before them.
    """
    sign = cell_separator(node.text.split("\n")) if isinstance(node, Scalar) else ""
    spans = _cells_of_line(file, row, node, sign) if sign else _cells_in_brackets(file, node)
    if len(spans) != len(row.shown):
        return None
    ends = [end for _, end in spans]
    like = next((was for was in change.columns[1:] if was), 0)
    old = file.source[slice(*spans[like])]
    fresh = iter(change.cells)
    parts = []
    for was in change.columns[1:]:
        if was is not None:
            parts.append(file.source[ends[was - 1] : ends[was]])
            continue
        text = _written(next(fresh)[number], change.name)
        if like and number and change.name.startswith("chart "):
            text = text_of_new_value(old.strip(" '\""), row.shown[like], text) or text
        if sign and (sign in text or '"' in text):
            return None
        padded = f" {text}".rjust(len(old)) if old.startswith(" ") else text
        parts.append(f"{sign}{padded}" if sign else f", {flow_list((text,))[1:-1]}")
    return SourceEdit(ends[0], ends[-1], "".join(parts))


def _written(words: str, graphic: str) -> str:
    """Return a cell as its author would type it, as far as it is no number."""
    is_chart = graphic.startswith("chart ")
    return without_variables(words) if is_chart else literal_lines(words)


def _cells_in_brackets(file: AuthorFile, node: Node) -> list[tuple[int, int]]:
    """Return where the cells of a list in brackets stand; none of another list."""
    cells = row_cells(node) or [] if file.sign(node) == "[" else []
    found = (locate_scalar(file.source, file.starts, cell) for cell in cells)
    return [(each.start, each.end) for each in found if each]


def _cells_of_line(file: AuthorFile, row: _Row, node: Node, sign: str) -> list[tuple[int, int]]:
    """Return where the cells of a line of text stand, with blanks around; none if it has quotes."""
    line = node.span.line - 1 + row.line
    start, end = file.offset(line), file.offset(line + 1)
    text = file.source[start:end].rstrip("\r\n")
    if '"' in text or sign == "|":
        return []
    spans = []
    for cell in text.split(sign):
        spans.append((start, start + len(cell)))
        start += len(cell) + len(sign)
    return spans
