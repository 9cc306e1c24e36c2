"""Rows of tables and categories of charts that came and went → rows of the outline or of a file."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from deckgen.importing.marked_text import without_variables
from deckgen.importing.outline_yaml import flow_list
from deckgen.outline.schema.table_rows import cell_separator
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.roundtrip.comparing.changes import RowAdded, RowChange, RowDeleted
from deckgen.roundtrip.comparing.graphic_grid import written_rows
from deckgen.roundtrip.source_text.author_file import AuthorFile, Path
from deckgen.roundtrip.source_text.csv_cells import (
    csv_cells,
    is_formula,
    row_cells,
    text_of_new_value,
    with_csv_row,
    without_csv_row,
)
from deckgen.roundtrip.source_text.list_items import inserted_lines, line_end, list_lines
from deckgen.roundtrip.source_text.source_scalar import locate_scalar
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.source_text.text_reading import literal_lines
from deckgen.roundtrip.writing.targets.change_targets import Refusal
from deckgen.roundtrip.writing.targets.draft import Draft, is_yaml
from deckgen.support.diagnostics import Span
from deckgen.support.grouped_values import grouped
from deckgen.support.yaml_text import yaml_scalar


class PlacedRow(NamedTuple):
    """A change of a row, and the row of a file that it deletes, or that it is added beside."""

    change: RowChange
    entry: int
    file: str
    path: Path
    """The path of the list of rows, or of the keys; empty in a CSV file."""
    number: int
    """The index of the row in its list; in a CSV file, its line."""
    is_before: bool
    """Whether a new row stands before it; else behind it."""
    shown: tuple[str, ...]
    """The words and numbers that the slide shows of it."""


def place_row(draft: Draft, change: RowChange) -> PlacedRow | Refusal:
    """Return where the row of a change stands."""
    at = draft.talk.of_slides.get(change.slide_id)
    if at is None:
        return Refusal("The outline no longer has this slide.")
    entry = draft.talk.entries[at]
    if len(entry.ids) > 1:
        return Refusal("This goes on over further slides; change it there.", change.current.span)
    rows = [(change.row, False)] if isinstance(change, RowDeleted) else []
    if isinstance(change, RowAdded):
        rows = [(change.after, False), (change.after + 1, True)]
    first = 0 if change.place.startswith("chart ") else 1
    written = list(written_rows(entry.texts, change.place))
    for row, is_before in rows:
        if 0 < row < len(written) + first:
            shown, span = written[row - first]
            if span and (where := _row_at(draft, span, len(shown))):
                return PlacedRow(change, at, *where, is_before, shown)
    why = "The outline has no row of its own for this; change it there."
    return Refusal(why, change.current.span or entry.span)


def _row_at(draft: Draft, span: Span, width: int) -> tuple[str, Path, int] | None:
    """Return the file of a row, the way to its list, and its index there."""
    if not is_yaml(span.file):
        return span.file, (), span.line
    found = draft.scalar(span)
    if found is None:
        return None
    file, placed = found
    if placed.scalar.style == "|":
        return file.name, placed.path, span.line - placed.scalar.span.line
    match placed.parents[-2:]:
        case (SequenceNode(), SequenceNode()):
            return file.name, placed.path[:-2], placed.path[-2]
        case (_, Mapping() as keys) if width == 2:
            names = [key.span for key, _ in keys.pairs]
            if placed.scalar.span in names:
                return file.name, placed.path, names.index(placed.scalar.span)
    return None


def write_rows(
    draft: Draft, rows: Iterable[PlacedRow]
) -> Iterator[tuple[PlacedRow, Refusal | None]]:
    """Write changes of rows into a draft; yield each with why it is not written, if it is not."""
    for (name, path), group in grouped(((each.file, each.path), each) for each in rows).items():
        why = ""
        if not is_yaml(name):
            why = "" if _write_csv(draft, name, group) else "The row cannot be written there."
        elif edits := _list_edits(draft, name, path, group):
            draft.edit(name, edits)
        else:
            why = "The rows are not written with a line for each."
        problem = Refusal(why, group[0].change.current.span) if why else None
        yield from ((each, problem) for each in group)


class _ListedRow(NamedTuple):
    """A row of an outline with its cells; places are offsets into its file."""

    start: int
    end: int
    cells: list[str]
    lead: str | None = None
    """What stands before a row on its line; None: it stands in brackets."""
    before: int | None = None
    """The end of the row before it, if both stand in brackets."""
    separator: str = ""
    """What parts its cells, if it is a line of a text."""


def _list_edits(
    draft: Draft, name: str, path: Path, group: Sequence[PlacedRow]
) -> list[SourceEdit]:
    """Return the edits of a list of rows; none if they cannot be written."""
    file, node = draft.file(name), draft.node(name, path)
    rows = list(_listed_rows(file, node)) if file and node else []
    deleted = {each.number for each in group if isinstance(each.change, RowDeleted)}
    if file is None or len(deleted) == len(rows):
        return []
    edits: list[SourceEdit] = []
    for index, row in enumerate(rows):
        if row is None:
            return []
        if index in deleted:
            edits.append(SourceEdit(row.start if row.before is None else row.before, row.end, ""))
        for is_before in (True, False):
            new = [
                _row_text(_written(each, row.cells), row, of_keys=isinstance(node, Mapping))
                for each in group
                if isinstance(each.change, RowAdded)
                and (each.number, each.is_before) == (index, is_before)
            ]
            if new:
                edits.append(_inserted(file.source, row, new, is_before=is_before))
    return edits


def _row_text(cells: Sequence[str], like: _ListedRow, *, of_keys: bool) -> str:
    if like.separator:
        # Columns that are lined up stay so.
        widths = [len(cell) if cell.startswith("  ") else 0 for cell in like.cells]
        texts = (f" {cell}".rjust(width) for cell, width in zip(cells, widths, strict=False))
        blank = " " if like.cells[0].endswith(" ") else ""
        return f"{blank}{like.separator}".join(texts).lstrip()
    if not of_keys:
        return flow_list(cells)
    name, number = cells
    is_number = name.isascii() and name.isdigit()
    return f"{name if is_number else yaml_scalar(name)}: {number}"


def _inserted(source: str, row: _ListedRow, new: Sequence[str], *, is_before: bool) -> SourceEdit:
    """Return the edit that adds rows before or behind another one."""
    at = row.start if is_before else row.end
    if row.lead is not None:
        lines = (f"{row.lead}{each}{line_end(source)}" for each in new)
        return inserted_lines(source, at, "".join(lines))
    text = ", ".join(new)
    return SourceEdit(at, at, f"{text}, " if is_before else f", {text}")


def _listed_rows(file: AuthorFile, node: Node) -> Iterator[_ListedRow | None]:
    """Yield the rows of a list or a mapping; None for one that cannot be told from others."""
    if isinstance(node, Mapping):
        yield from _rows_of_keys(file, node)
    elif isinstance(node, Scalar):
        yield from _rows_in_text(file, node)
    elif isinstance(node, SequenceNode):
        rows = _rows_in_brackets if file.sign(node) == "[" else _rows_with_dashes
        yield from rows(file, node)


def _rows_with_dashes(file: AuthorFile, node: SequenceNode) -> Iterator[_ListedRow | None]:
    listed = list_lines(file.source, node)
    for node_of_row, item in zip(node.items, listed.items if listed else (), strict=False):
        cells = row_cells(node_of_row)
        start, end = file.offset(item.start), file.offset(item.end)
        lead = f"{' ' * (node.span.column - 1)}- "
        yield _ListedRow(start, end, _texts(cells), lead) if cells else None


def _rows_in_brackets(file: AuthorFile, node: SequenceNode) -> Iterator[_ListedRow | None]:
    """Yield the rows in brackets that stand in brackets."""
    before = None
    for item in node.items:
        cells = row_cells(item)
        last = locate_scalar(file.source, file.starts, cells[-1]) if cells else None
        end = -1 if last is None else file.source.find("]", last.end)
        if cells is None or last is None or end < 0 or file.source[last.end : end].strip():
            yield None
            return
        start = file.offset(item.span.line - 1) + item.span.column - 1
        yield _ListedRow(start, end + 1, _texts(cells), before=before)
        before = end + 1


def _rows_in_text(file: AuthorFile, node: Scalar) -> Iterator[_ListedRow | None]:
    """Yield the lines of a block of text; None for those of Markdown, and those with quotes."""
    first, written = node.span.line - 1, node.text.rstrip("\n").split("\n")
    separator = cell_separator(written)
    for line in range(first, first + len(written)):
        start, end = file.offset(line), file.offset(line + 1)
        text = file.source[start:end].rstrip("\r\n")
        lead = text[: len(text) - len(text.lstrip(" "))]
        cells = text[len(lead) :].split(separator)
        is_plain = not text.lstrip().startswith("|") and '"' not in text and len(cells) > 1
        yield _ListedRow(start, end, cells, lead, separator=separator) if is_plain else None


def _rows_of_keys(file: AuthorFile, node: Mapping) -> Iterator[_ListedRow | None]:
    """Yield names with numbers, each on a line of its own."""
    before = -1
    for key, value in node.pairs:
        line, column = key.span.line - 1, key.span.column - 1
        start = file.offset(line)
        is_alone = line > before and not file.source[start : start + column].strip(" '\"")
        before = line
        if not is_alone or not isinstance(value, Scalar):
            yield None
            return
        lead = " " * (column - bool(key.style))
        yield _ListedRow(start, file.offset(line + 1), _texts((key, value)), lead)


def _texts(cells: Iterable[Scalar]) -> list[str]:
    return [cell.text for cell in cells]


def _written(row: PlacedRow, like: Sequence[str]) -> list[str]:
    """Return the cells of a new row as their author would type them; `like` is the row beside."""
    cells = row.change.cells
    if not row.change.place.startswith("chart "):
        return [literal_lines(cell) for cell in cells]
    name = without_variables(cells[0])
    shown = row.shown[1:]
    numbers = [
        text_of_new_value(text.strip(), old, new) or new
        for text, old, new in zip(like[1:], shown, cells[1:], strict=False)
    ]
    return [name, *numbers]


def _from_below(row: PlacedRow) -> tuple[int, int]:
    """Return a key that sorts changes from the last row up, so that the rows above do not move."""
    rank = 1 if isinstance(row.change, RowDeleted) else 2 * row.is_before
    return -row.number, rank


def _write_csv(draft: Draft, name: str, group: Sequence[PlacedRow]) -> bool:
    """Write rows into a CSV file, the last first, so that the lines above stay where they are."""
    data = draft.read(name)
    new = [each.change for each in group if isinstance(each.change, RowAdded)]
    if any(is_formula(cell) for each in new for cell in each.cells):
        return False
    for each in sorted([*reversed(group)], key=_from_below):
        span = Span(name, each.number, 1)
        cells = None if data is None else csv_cells(data, span)
        if data is None or cells is None:
            return False
        if isinstance(each.change, RowDeleted):
            data = without_csv_row(data, span)
        else:
            data = with_csv_row(data, span, _written(each, cells), before=each.is_before)
    if data is None:
        return False
    draft.write(name, data)
    return True
