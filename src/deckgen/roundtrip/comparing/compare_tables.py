"""What was changed in a table or in the numbers of a chart: rows, categories, words, numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, get_args

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.deck_map import MappedParagraph, MappedText
from deckgen.roundtrip.comparing import changes as ch
from deckgen.roundtrip.comparing.compare_texts import ComparisonContext, added_formats, text_changes
from deckgen.roundtrip.comparing.graphic_grid import (
    Points,
    Row,
    chart_rows,
    columns_of,
    graphic_points,
    joined,
    paragraphs_of,
    place_of,
    plain_row,
    row_of_place,
    row_pairs,
    table_rows,
    with_columns,
)
from deckgen.roundtrip.comparing.pair_texts import BuiltShape
from deckgen.roundtrip.reading.edited_deck import EditedShape

_SAME_NUMBER = 1e-9
_UNNAMED = re.compile(r"\w+ ?\d+")
"""What programs call a series without a name: “Series1”, “Datenreihe 1”."""


class _Table(NamedTuple):
    """A table as it was built, as it was edited, and as the outline has it today."""

    place: str
    built: tuple[Row, ...]
    edited: tuple[Row, ...]
    today: tuple[Row, ...] | None
    """The rows of the current outline; None if they are unknown."""


def table_changes(
    built: BuiltShape, edited: EditedShape, context: ComparisonContext
) -> Iterator[ch.Change]:
    """Yield what was changed in a table."""
    points: Points = {
        f"cell {number} {column}": cell
        for number, row in enumerate(edited.cells, 1)
        for column, cell in enumerate(row, 1)
    }
    columns, points = _column_changes(built, points, context)
    table = _table(built, points, context)
    pairs = row_pairs(table.built, table.edited)
    widths = {len(row) for row in (*table.built, *table.edited)}
    if len(widths) > 1 or edited.has_merged_cells or (0, 0) not in pairs:
        yield _reshaped(built, _size(table.built, table.edited, edited), context)
        return
    yield from columns
    yield from _row_changes(table, pairs, context)
    for _, at in (each for each in pairs if each[0] is None and each[1] is not None):
        for column, cell in enumerate(edited.cells[at or 0], 1):
            place = f"{built.place} cell {(at or 0) + 1} {column}"
            above = edited.cells[(at or 1) - 1][column - 1]
            for new in cell:
                yield from added_formats(MappedText(place, 0, ()), 0, new, context, above)
    yield from _cell_changes(built, table, pairs, points, context)


def chart_changes(
    built: BuiltShape, edited: EditedShape, context: ComparisonContext
) -> Iterator[ch.Change]:
    """Yield what was changed in the words and numbers of a chart."""
    kind = edited.points.get("kind", "")
    if kind and kind not in get_args(ChartKind):
        yield _reshaped(built, f"is drawn as a {kind}", context)
        return
    if any(" value " in text.place for text in built.texts) and not any(
        point.startswith("value ") for point in edited.points
    ):
        yield _reshaped(built, "has no numbers", context)
        return
    points: Points = {
        point: (MappedParagraph(words),) if words else () for point, words in edited.points.items()
    }
    columns, points = _column_changes(built, points, context)
    table = _table(built, points, context)
    if not table.built or not table.edited:
        table = table._replace(built=(), edited=())
    elif len({len(row) for row in (*table.built, *table.edited)}) > 1:
        yield _reshaped(built, "has another number of series", context)
        return
    yield from columns
    pairs = row_pairs(table.built, table.edited)
    yield from _row_changes(table, pairs, context)
    yield from _cell_changes(built, table, pairs, points, context)


def _column_changes(
    built: BuiltShape, points: Points, context: ComparisonContext
) -> tuple[list[ch.ColumnsChanged], Points]:
    """Return the columns that came and went, and the points without these changes.

    If the rows differ, too, no columns are returned.
    """
    before = paragraphs_of(built.texts, built.place)
    old, new = columns_of(before), columns_of(points)
    if len(old) == len(new) or {*map(len, old)} != {*map(len, new)}:
        return [], points
    here = {was: at for was, at in row_pairs(old, new) if at is not None and was is not None}
    if here.get(0) != 0:
        return [], points
    kept = {at: was for was, at in here.items()}
    slide = context.current.slides.get(context.slide_id)
    today = columns_of(paragraphs_of(slide.texts if slide else (), built.place))
    change = ch.ColumnsChanged(
        context.slide_id,
        built.place,
        f"has {len(new)} columns; it was built with {len(old)}",
        tuple(map(kept.get, range(len(new)))),
        tuple(column for at, column in enumerate(new) if at not in kept),
        _current(_Table(built.place, old, new, today or None), 0, context),
    )
    if [*map(plain_row, today)] == [*map(plain_row, new)]:
        return [change._replace(current=change.current._replace(state="same"))], before
    if today and len(today) != len(old):
        words = f"{len(today)} columns"
        change = change._replace(current=change.current._replace(state="conflict", words=words))
    gone = with_columns(before, [None if was in here else was for was in range(len(old))])
    others = with_columns(before, ())
    left = {point: words for point, words in gone.items() if point not in others}
    return [change], left | with_columns(points, [*map(here.get, range(len(old)))])


def _table(built: BuiltShape, edited: Points, context: ComparisonContext) -> _Table:
    """Return a table or a chart with its rows; `edited` are its words in the deck."""
    slide = context.current.slides.get(context.slide_id)
    rows = chart_rows if built.kind == "chart" else table_rows
    before, there, today = (
        rows({point: joined(each) for point, each in points.items()})
        for points in (
            paragraphs_of(built.texts, built.place),
            edited,
            paragraphs_of(slide.texts if slide else (), built.place),
        )
    )
    return _Table(built.place, before, there, today or None)


def _cell_changes(
    built: BuiltShape,
    table: _Table,
    pairs: Sequence[tuple[int | None, int | None]],
    edited: Points,
    context: ComparisonContext,
) -> Iterator[ch.Change]:
    """Yield the changes of words and numbers with their places of today.

    `edited` are the words by their places within the graphic.
    """
    now, rows = {row: at for row, at in pairs if row is not None}, _rows_today(table)
    kinds = {point.partition(" ")[0] for point in edited}
    for point, text in graphic_points(built.texts, table.place).items():
        place, there, is_gone = text.place, point, False
        if table.built and (of_row := row_of_place(point)):
            row, template = of_row[0] - 1, of_row[1]
            at = now.get(row)
            if at is None:
                continue
            there, is_gone = template.format(at + 1), row not in rows
            place = f"{table.place} {template.format(rows.get(row, row) + 1)}"
        shown = edited.get(there, ())
        if point.partition(" ")[0] not in kinds or (
            built.kind == "chart" and _is_same_point(text.paragraphs[0].words, joined(shown))
        ):
            continue
        for change in text_changes(text._replace(place=place), shown, context):
            yield change._replace(current=ch.Current("missing")) if is_gone else change


def _reshaped(built: BuiltShape, what: str, context: ComparisonContext) -> ch.ShapeChanged:
    return ch.ShapeChanged(context.slide_id, built.place, what, context.entry)


def _size(before: Sequence[Row], after: Sequence[Row], edited: EditedShape) -> str:
    if edited.has_merged_cells:
        return "has merged cells"
    old, new = ((len(rows), max(map(len, rows), default=0)) for rows in (before, after))
    return f"has {new[0]} rows and {new[1]} columns; it was built with {old[0]} and {old[1]}"


def _row_changes(
    table: _Table, pairs: Sequence[tuple[int | None, int | None]], context: ComparisonContext
) -> Iterator[ch.RowAdded | ch.RowDeleted]:
    """Yield the rows that came and went."""
    rows = _rows_today(table)
    taken = set(rows.values())
    extra = [plain_row(row) for at, row in enumerate(table.today or ()) if at not in taken]
    before = -1
    for row, at in pairs:
        if row is not None:
            before = row
            if at is None:
                yield _deleted(table, row, rows, context)
        elif at is not None:
            current, cells = _current(table, rows.get(max(before, 0)), context), table.edited[at]
            if plain_row(cells) in extra:
                extra.remove(plain_row(cells))
                current = current._replace(state="same")
            after = rows.get(before, before)
            yield ch.RowAdded(context.slide_id, table.place, after + 1, cells, current)


def _deleted(
    table: _Table, row: int, rows: Mapping[int, int], context: ComparisonContext
) -> ch.RowDeleted:
    current, at = _current(table, rows.get(row), context), rows.get(row, row)
    if table.today is not None:
        if row not in rows:
            current = ch.Current("same")
        elif plain_row(table.today[at]) != plain_row(table.built[row]):
            words = " | ".join(table.today[at])
            current = current._replace(state="conflict", words=words)
    return ch.RowDeleted(context.slide_id, table.place, at + 1, table.built[row], current)


def _current(table: _Table, row: int | None, context: ComparisonContext) -> ch.Current:
    """Return what the outline has today in a row, counted from 0; None: it has no such row."""
    if table.today is None:
        return ch.Current()
    if row is None:
        return ch.Current("missing")
    number = row + 1 if table.place.startswith("chart ") else row
    text = context.current.text(context.slide_id, place_of(table.place, number, 0))
    if text is None or not text.paragraphs:
        return context.entry
    first = text.paragraphs[0]
    return ch.Current("unchanged", first.words, first.span, first.is_generated)


def _rows_today(table: _Table) -> dict[int, int]:
    """Return the row of today for each that was built; both count from 0."""
    if table.today is None or table.today == table.built:
        return {row: row for row in range(len(table.built))}
    pairs = row_pairs(table.built, table.today)
    return {row: at for row, at in pairs if row is not None and at is not None}


def _is_same_point(old: str, new: str) -> bool:
    if not old and _UNNAMED.fullmatch(new):
        return True
    try:
        one, other = float(old), float(new)
    except ValueError:
        return " ".join(old.split()) == " ".join(new.split())
    return abs(one - other) <= _SAME_NUMBER * max(abs(one), abs(other))
