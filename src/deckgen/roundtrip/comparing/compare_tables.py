"""What was changed in a table or in the numbers of a chart: rows, categories, words, numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.deck.deck_map import MappedParagraph, MappedText
from deckgen.roundtrip.comparing.changes import Change, Current, RowAdded, RowDeleted, ShapeChanged
from deckgen.roundtrip.comparing.compare_texts import ComparisonContext, text_changes
from deckgen.roundtrip.comparing.current_words import plain
from deckgen.roundtrip.comparing.pair_texts import BuiltShape, pair_paragraphs
from deckgen.roundtrip.reading.edited_deck import EditedShape

_SAME_NUMBER = 1e-9
_UNNAMED = re.compile(r"\w+ ?\d+")
"""What programs call a series without a name: “Series1”, “Datenreihe 1”."""
_Row: TypeAlias = tuple[str, ...]
"""The words of its cells."""


class _Table(NamedTuple):
    """A table as it was built, as it was edited, and as the outline has it today."""

    place: str
    built: tuple[_Row, ...]
    edited: tuple[_Row, ...]
    today: tuple[_Row, ...] | None
    """None if nobody knows."""


def table_changes(
    built: BuiltShape, edited: EditedShape, context: ComparisonContext
) -> Iterator[Change]:
    """Yield what was changed in a table."""
    texts = {_numbers(text.place): text for text in built.texts if " cell " in text.place}
    before = _rows({at: _joined(text.paragraphs) for at, text in texts.items()})
    after = tuple(tuple(_joined(cell) for cell in row) for row in edited.cells)
    widths = {len(row) for row in (*before, *after)}
    if len(widths) > 1 or edited.has_merged_cells or not after:
        yield _reshaped(built, _size(before, after, edited), context)
        return
    today = _today(context, f"{built.place} cell ")
    table = _Table(built.place, before, after, today)
    pairs = _pairs(table.built, table.edited)
    if (0, 0) not in pairs:
        yield _reshaped(built, _size(before, after, edited), context)
        return
    yield from _row_changes(table, pairs, context)
    rows = _rows_today(table)
    for row, at in pairs:
        if row is None or at is None:
            continue
        for column, cell in enumerate(edited.cells[at], 1):
            text = texts[row + 1, column]
            there = f"{built.place} cell {rows[row] + 1} {column}" if row in rows else ""
            yield from _cell_changes(text, there, cell, context)


def _cell_changes(
    text: MappedText, there: str, edited: Sequence[MappedParagraph], context: ComparisonContext
) -> Iterator[Change]:
    """Yield the changes of a cell with its place of today; empty: it is no longer there."""
    for change in text_changes(text._replace(place=there or text.place), edited, context):
        yield change if there else change._replace(current=Current("missing"))


def _reshaped(built: BuiltShape, what: str, context: ComparisonContext) -> ShapeChanged:
    return ShapeChanged(context.slide_id, built.place, what, context.entry)


def _size(before: Sequence[_Row], after: Sequence[_Row], edited: EditedShape) -> str:
    if edited.has_merged_cells:
        return "has merged cells"
    old, new = ((len(rows), max(map(len, rows), default=0)) for rows in (before, after))
    return f"has {new[0]} rows and {new[1]} columns; it was built with {old[0]} and {old[1]}"


def _row_changes(
    table: _Table, pairs: Sequence[tuple[int | None, int | None]], context: ComparisonContext
) -> Iterator[RowAdded | RowDeleted]:
    """Yield the rows that came and went."""
    rows = _rows_today(table)
    extra = [] if table.today is None else list(_extra(table, rows))
    before = -1
    for row, at in pairs:
        if row is not None:
            before = row
            if at is None:
                yield _deleted(table, row, rows, context)
        elif at is not None:
            current, cells = _current(table, rows.get(max(before, 0)), context), table.edited[at]
            if _plain(cells) in extra:
                extra.remove(_plain(cells))
                current = current._replace(state="same")
            after = rows.get(before, before)
            yield RowAdded(context.slide_id, table.place, after + 1, cells, current)


def _deleted(
    table: _Table, row: int, rows: Mapping[int, int], context: ComparisonContext
) -> RowDeleted:
    current, at = _current(table, rows.get(row), context), rows.get(row, row)
    if table.today is not None:
        if row not in rows:
            current = Current("same")
        elif _plain(table.today[at]) != _plain(table.built[row]):
            words = " | ".join(table.today[at])
            current = current._replace(state="conflict", words=words)
    return RowDeleted(context.slide_id, table.place, at + 1, table.built[row], current)


def _current(table: _Table, row: int | None, context: ComparisonContext) -> Current:
    """Return what the outline has today in a row; `row` counts from 0, None: nothing."""
    if table.today is None:
        return Current()
    if row is None:
        return Current("missing")
    kind = "category" if table.place.startswith("chart") else "cell"
    column = "" if kind == "category" else " 1"
    text = context.current.text(context.slide_id, f"{table.place} {kind} {row + 1}{column}")
    if text is None or not text.paragraphs:
        return context.entry
    first = text.paragraphs[0]
    return Current("unchanged", first.words, first.span, first.is_generated)


def _rows_today(table: _Table) -> dict[int, int]:
    """Return the row of today for each that was built; both count from 0."""
    if table.today is None or table.today == table.built:
        return {row: row for row in range(len(table.built))}
    pairs = _pairs(table.built, table.today)
    return {row: at for row, at in pairs if row is not None and at is not None}


def _extra(table: _Table, rows: Mapping[int, int]) -> Iterator[_Row]:
    """Yield the rows of today that were not built."""
    taken = set(rows.values())
    return (_plain(row) for at, row in enumerate(table.today or ()) if at not in taken)


def _pairs(before: Sequence[_Row], after: Sequence[_Row]) -> list[tuple[int | None, int | None]]:
    """Return the rows that are the same, in order; None: deleted, or new."""
    if len(before) == len(after):
        return [(row, row) for row in range(len(before))]
    one, other = ([MappedParagraph(" | ".join(row)) for row in rows] for rows in (before, after))
    return list(pair_paragraphs(one, other))


def _plain(row: _Row) -> _Row:
    return tuple(map(plain, row))


def _joined(paragraphs: Sequence[MappedParagraph]) -> str:
    return "\v".join(each.words for each in paragraphs)


def _numbers(place: str) -> tuple[int, int]:
    row, column = place.partition(" cell ")[2].split()
    return int(row), int(column)


def _rows(cells: Mapping[tuple[int, int], str]) -> tuple[_Row, ...]:
    height, width = (max((at[side] for at in cells), default=0) for side in (0, 1))
    return tuple(
        tuple(cells.get((row, column), "") for column in range(1, width + 1))
        for row in range(1, height + 1)
    )


def chart_changes(
    built: BuiltShape, edited: EditedShape, context: ComparisonContext
) -> Iterator[Change]:
    """Yield what was changed in the words and numbers of a chart."""
    prefix = f"{built.place} "
    texts = {
        text.place.removeprefix(prefix): text
        for text in built.texts
        if text.place.startswith(prefix)
    }
    before = _chart_rows({point: _joined(text.paragraphs) for point, text in texts.items()})
    after, kinds = _chart_rows(edited.points), {each.partition(" ")[0] for each in edited.points}
    if not before or not after:
        before = after = ()
    elif len({len(row) for row in (*before, *after)}) > 1:
        yield _reshaped(built, "has another number of series", context)
        return
    points = {}
    if context.current.text(context.slide_id, f"{prefix}category 1") is not None:
        points = {
            text.place.removeprefix(prefix): _joined(text.paragraphs)
            for text in context.current.slides[context.slide_id].texts
            if text.place.startswith(prefix)
        }
    table = _Table(built.place, before, after, _chart_rows(points) if points else None)
    pairs = _pairs(before, after)
    yield from _row_changes(table, pairs, context)
    now, rows = {row: at for row, at in pairs if row is not None}, _rows_today(table)
    for point, text in texts.items():
        row = _category(point)
        if row is not None and before and now.get(row) is None:
            continue
        there = _moved(point, now) if before else point
        words, old = edited.points.get(there, ""), text.paragraphs[0].words
        if point.partition(" ")[0] in kinds and not _is_same_point(old, words):
            place = prefix + (_moved(point, rows) if before else point)
            place = "" if before and row is not None and row not in rows else place
            shown = (MappedParagraph(words),) if words else ()
            yield from _cell_changes(text, place, shown, context)


def _chart_rows(points: Mapping[str, str]) -> tuple[_Row, ...]:
    """Return a row for each category of a chart: its name, and the number of each series."""
    count = sum(point.startswith("category ") for point in points)
    series = [int(each.split()[1]) for each in points if each.startswith(("series ", "value "))]
    return tuple(
        (
            points.get(f"category {row}", ""),
            *(
                points.get(f"value {each} {row}", "")
                for each in range(1, max(series, default=0) + 1)
            ),
        )
        for row in range(1, count + 1)
    )


def _category(point: str) -> int | None:
    """Return the category of a name or a number, from 0; None for other words of a chart."""
    kind, *numbers = point.split()
    return int(numbers[-1]) - 1 if kind in {"category", "value"} else None


def _moved(point: str, rows: Mapping[int, int | None]) -> str:
    """Return a name or a number with another category; in category 0 it is gone."""
    row = _category(point)
    if row is None:
        return point
    at = rows.get(row)
    return f"{point.rpartition(' ')[0]} {0 if at is None else at + 1}"


def _today(context: ComparisonContext, prefix: str) -> tuple[_Row, ...] | None:
    """Return the table that the outline has today; None if it has none, or nobody knows."""
    slide = context.current.slides.get(context.slide_id)
    cells = {
        _numbers(text.place): _joined(text.paragraphs)
        for text in (slide.texts if slide else ())
        if text.place.startswith(prefix)
    }
    return _rows(cells) if cells else None


def _is_same_point(old: str, new: str) -> bool:
    if not old and _UNNAMED.fullmatch(new):
        return True
    try:
        one, other = float(old), float(new)
    except ValueError:
        return " ".join(old.split()) == " ".join(new.split())
    return abs(one - other) <= _SAME_NUMBER * max(abs(one), abs(other))
