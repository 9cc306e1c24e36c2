"""Rows of tables and categories of charts that came and went → rows of the outline or of a file."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from deckgen.importing.marked_text import without_variables
from deckgen.outline.syntax.nodes import Mapping, Scalar
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.roundtrip.comparing.changes import RowAdded, RowChange, RowDeleted
from deckgen.roundtrip.source_text.author_file import Path, node_at
from deckgen.roundtrip.source_text.csv_cells import is_formula
from deckgen.roundtrip.source_text.list_items import (
    file_lines,
    line_end,
    list_lines,
    missing_line_end,
)
from deckgen.roundtrip.source_text.literal_text import literal_lines
from deckgen.roundtrip.source_text.number_text import number_text
from deckgen.roundtrip.source_text.row_lines import (
    csv_cells,
    pair_cells,
    row_cells,
    row_in_brackets,
    with_csv_row,
    without_csv_row,
)
from deckgen.roundtrip.source_text.source_scalar import locate_scalar
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit
from deckgen.roundtrip.writing.targets.change_targets import (
    CurrentTalk,
    Refusal,
    entry_of,
    is_yaml,
)
from deckgen.roundtrip.writing.targets.draft import Draft
from deckgen.support.diagnostics import Span
from deckgen.support.yaml_text import yaml_scalar


class PlacedRow(NamedTuple):
    """A change of a row, and the row of a file that it deletes, or that it is added beside."""

    change: RowChange
    entry: int
    file: str
    path: Path
    """Of the list of rows, or of the keys; empty in a CSV file."""
    number: int
    """Of the row in its list, from 0; in a CSV file, its line."""
    is_before: bool
    """Whether a new row stands before it; else behind it."""
    shown: tuple[str, ...]
    """The words and numbers that the slide shows of it."""


def place_row(talk: CurrentTalk, draft: Draft, change: RowChange) -> PlacedRow | Refusal:
    """Return where the row of a change stands."""
    at = entry_of(talk, change.slide_id)
    if at is None:
        return Refusal("The outline no longer has this slide.")
    entry = talk.entries[at]
    if len(entry.ids) > 1:
        return Refusal("This goes on over further slides; change it there.", change.current.span)
    rows = [(change.row, False)] if isinstance(change, RowDeleted) else []
    if isinstance(change, RowAdded):
        rows = [(change.after, False), (change.after + 1, True)]
    for row, is_before in rows:
        shown = _shown(talk, at, change.place, row)
        span = _span(talk, at, change.place, row)
        where = span and _row_at(draft, span, len(shown))
        if where:
            return PlacedRow(change, at, *where, is_before, shown)
    why = "The outline has no row of its own for this; change it there."
    return Refusal(why, change.current.span or entry.span)


def _place(graphic: str, row: int) -> str:
    return (
        f"{graphic} category {row}" if graphic.startswith("chart ") else f"{graphic} cell {row} 1"
    )


def _span(talk: CurrentTalk, entry: int, graphic: str, row: int) -> Span | None:
    text = talk.entries[entry].text(_place(graphic, row))
    return text.paragraphs[0].span if text and text.paragraphs else None


def _shown(talk: CurrentTalk, entry: int, graphic: str, row: int) -> tuple[str, ...]:
    """Return what a slide shows of a row."""
    texts = {text.place: text.paragraphs for text in talk.entries[entry].texts}
    columns = range(1, len(texts) + 1)
    places = [f"{graphic} cell {row} {column}" for column in columns]
    if graphic.startswith("chart "):
        series = [column for column in columns if f"{graphic} series {column}" in texts]
        places = [_place(graphic, row), *(f"{graphic} value {each} {row}" for each in series)]
        return tuple(texts[each][0].words if each in texts else "" for each in places)
    return tuple(texts[each][0].words for each in places if each in texts)


def _row_at(draft: Draft, span: Span, width: int) -> tuple[str, Path, int] | None:
    """Return the file of a row, the way to its list, and its index there."""
    if not is_yaml(span.file):
        return span.file, (), span.line
    file = draft.file(span.file)
    placed = file.at(span) if file else None
    if file is None or placed is None:
        return None
    match placed.parents[-2:]:
        case (SequenceNode(), SequenceNode()):
            return file.name, placed.path[:-2], placed.path[-2]
        case (_, Mapping() as keys) if width == 2:
            names = [key.span for key, _ in keys.pairs]
            if placed.scalar.span in names:
                return file.name, placed.path, names.index(placed.scalar.span)
    return None


def write_rows(draft: Draft, rows: Iterable[PlacedRow]) -> list[tuple[PlacedRow, Refusal | None]]:
    """Write changes of rows into a draft; return why some are not written."""
    groups: dict[tuple[str, Path], list[PlacedRow]] = {}
    for each in rows:
        groups.setdefault((each.file, each.path), []).append(each)
    result: list[tuple[PlacedRow, Refusal | None]] = []
    for (name, path), group in groups.items():
        problem = None
        if is_yaml(name):
            edits = _list_edits(draft, name, path, group)
            if edits is None:
                why = "The rows are not written with a line for each."
                problem = Refusal(why, group[0].change.current.span)
            else:
                draft.edit(name, edits)
        elif not _write_csv(draft, name, group):
            problem = Refusal("The row cannot be written there.", group[0].change.current.span)
        result += ((each, problem) for each in group)
    return result


def _list_edits(
    draft: Draft, name: str, path: Path, group: Sequence[PlacedRow]
) -> list[SourceEdit] | None:
    """Return the edits of a list of rows; None if they cannot be written."""
    file = draft.file(name)
    node = node_at(file.root, path) if file else None
    if file is None or node is None:
        return None
    if isinstance(node, Mapping):
        return _pair_edits(file.source, node, group)
    if file.sign(node) == "[" and isinstance(node, SequenceNode):
        return _bracket_edits(file.source, file.starts, node, group)
    return _line_edits(file.source, node, group) if isinstance(node, SequenceNode) else None


def _line_edits(
    source: str, node: SequenceNode, group: Sequence[PlacedRow]
) -> list[SourceEdit] | None:
    """Return the edits of rows that have a dash each."""
    listed = list_lines(source, node)
    gone = {each.number for each in group if isinstance(each.change, RowDeleted)}
    rows = [row_cells(item) for item in node.items]
    if listed is None or None in rows or len(gone) == len(rows):
        return None
    feed = line_end(source)
    offsets = [0, *accumulate(map(len, listed.lines))]
    edits: list[SourceEdit] = []
    for index, (cells, item) in enumerate(zip(rows, listed.items, strict=True)):
        start, end = offsets[item.start], offsets[item.end]
        if index in gone:
            edits.append(SourceEdit(start, end, ""))
        for is_before in (True, False):
            new = [
                f"{' ' * listed.column}- {row_in_brackets(_written(each, _texts(cells)))}{feed}"
                for each in _added(group, index, is_before=is_before)
            ]
            at = start if is_before else end
            led = missing_line_end(source, at)
            edits += [SourceEdit(at, at, led + "".join(new))] if new else []
    return edits


def _texts(cells: Sequence[Scalar] | None) -> list[str]:
    return [cell.text for cell in cells or ()]


def _added(group: Iterable[PlacedRow], index: int, *, is_before: bool) -> Iterator[PlacedRow]:
    for each in group:
        here = each.number == index and each.is_before is is_before
        if here and isinstance(each.change, RowAdded):
            yield each


def _written(row: PlacedRow, like: Sequence[str]) -> list[str]:
    """Return the cells of a new row as their author would type them; `like` is the row beside."""
    cells = row.change.cells
    if not row.change.place.startswith("chart "):
        return [literal_lines(cell, breaks="<br>") for cell in cells]
    name = without_variables(cells[0])
    shown = row.shown[1:]
    numbers = [
        number_text(text, old, new) or new
        for text, old, new in zip(like[1:], shown, cells[1:], strict=False)
    ]
    return [name, *numbers]


def _bracket_edits(
    source: str, starts: list[int], node: SequenceNode, group: Sequence[PlacedRow]
) -> list[SourceEdit] | None:
    """Return the edits of rows in brackets that stand in brackets."""
    ends = []
    for item in node.items:
        cells = row_cells(item)
        last = locate_scalar(source, starts, cells[-1]) if cells else None
        end = -1 if last is None else source.find("]", last.end)
        if last is None or end < 0 or source[last.end : end].strip():
            return None
        ends.append(end + 1)
    edits: list[SourceEdit] = []
    for index, item in enumerate(node.items):
        cells = row_cells(item) or []
        begin = starts[item.span.line - 1] + item.span.column - 1
        for is_before in (True, False):
            for each in _added(group, index, is_before=is_before):
                row = row_in_brackets(_written(each, _texts(cells)))
                at = begin if is_before else ends[index]
                edits.append(SourceEdit(at, at, f"{row}, " if is_before else f", {row}"))
        if any(each.number == index and isinstance(each.change, RowDeleted) for each in group):
            edits.append(SourceEdit(ends[index - 1] if index else begin, ends[index], ""))
    return edits


def _pair_edits(source: str, node: Mapping, group: Sequence[PlacedRow]) -> list[SourceEdit] | None:
    """Return the edits of names with numbers, each on a line of its own."""
    lines = file_lines(source)
    numbers = [key.span.line - 1 for key, _ in node.pairs]
    if len(set(numbers)) < len(numbers):
        return None
    feed = line_end(source)
    edits: list[SourceEdit] = []
    for index, (key, _) in enumerate(node.pairs):
        cells = pair_cells(node, index)
        if cells is None or lines[numbers[index]][: key.span.column - 1].strip(" '\""):
            return None
        start = sum(map(len, lines[: numbers[index]]))
        end = start + len(lines[numbers[index]])
        indent = " " * (key.span.column - 1 - bool(key.style))
        if any(each.number == index and isinstance(each.change, RowDeleted) for each in group):
            edits.append(SourceEdit(start, end, ""))
        for is_before in (True, False):
            new = ""
            for each in _added(group, index, is_before=is_before):
                name, number = _written(each, _texts(cells))
                new += f"{indent}{_key(name)}: {number}{feed}"
            at = start if is_before else end
            edits += [SourceEdit(at, at, missing_line_end(source, at) + new)] if new else []
    return edits


def _key(name: str) -> str:
    return name if name.isascii() and name.isdigit() else yaml_scalar(name)


def _from_below(row: PlacedRow) -> tuple[int, int]:
    """Return what sorts changes so that none moves the row of those that follow."""
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
