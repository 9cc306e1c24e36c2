"""What was changed in a table or in the numbers of a chart: rows, categories, words, numbers."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias, get_args

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.deck_map import MappedParagraph, MappedText
from deckgen.roundtrip.comparing.changes import Change, Current, RowAdded, RowDeleted, ShapeChanged
from deckgen.roundtrip.comparing.compare_texts import ComparisonContext, text_changes
from deckgen.roundtrip.comparing.current_words import plain
from deckgen.roundtrip.comparing.pair_texts import BuiltShape, pair_paragraphs
from deckgen.roundtrip.reading.edited_deck import EditedShape

_SAME_NUMBER = 1e-9
_UNNAMED = re.compile(r"\w+ ?\d+")
"""What programs call a series without a name: “Series1”, “Datenreihe 1”."""
_ROW = re.compile(r"(?:cell|category|value [0-9]+) ([0-9]+)")
_Row: TypeAlias = tuple[str, ...]
"""The words of its cells."""


class _Table(NamedTuple):
    """A table as it was built, as it was edited, and as the outline has it today."""

    place: str
    built: tuple[_Row, ...]
    edited: tuple[_Row, ...]
    today: tuple[_Row, ...] | None
    """The rows of the current outline; None if they are unknown."""


def table_changes(
    built: BuiltShape, edited: EditedShape, context: ComparisonContext
) -> Iterator[Change]:
    """Yield what was changed in a table."""
    after = tuple(tuple(_joined(cell) for cell in row) for row in edited.cells)
    table = _table(built, after, context)
    pairs = _pairs(table.built, after)
    widths = {len(row) for row in (*table.built, *after)}
    if len(widths) > 1 or edited.has_merged_cells or (0, 0) not in pairs:
        yield _reshaped(built, _size(table.built, after, edited), context)
        return
    yield from _row_changes(table, pairs, context)
    cells = {
        f"cell {number} {column}": cell
        for number, row in enumerate(edited.cells, 1)
        for column, cell in enumerate(row, 1)
    }
    yield from _cell_changes(built, table, pairs, cells, context)


def chart_changes(
    built: BuiltShape, edited: EditedShape, context: ComparisonContext
) -> Iterator[Change]:
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
    table = _table(built, _chart_rows(edited.points), context)
    if not table.built or not table.edited:
        table = table._replace(built=(), edited=())
    elif len({len(row) for row in (*table.built, *table.edited)}) > 1:
        yield _reshaped(built, "has another number of series", context)
        return
    pairs = _pairs(table.built, table.edited)
    yield from _row_changes(table, pairs, context)
    points = {
        point: (MappedParagraph(words),) if words else () for point, words in edited.points.items()
    }
    yield from _cell_changes(built, table, pairs, points, context)


def _table(built: BuiltShape, edited: tuple[_Row, ...], context: ComparisonContext) -> _Table:
    """Return a table or a chart with its rows; `edited` are those that it has in the deck."""
    slide = context.current.slides.get(context.slide_id)
    rows = _chart_rows if built.kind == "chart" else _table_rows
    before, today = (
        {point: _joined(text.paragraphs) for point, text in _points(texts, built.place).items()}
        for texts in (built.texts, slide.texts if slide else ())
    )
    return _Table(built.place, rows(before), edited, rows(today) or None)


def _points(texts: Iterable[MappedText], graphic: str) -> dict[str, MappedText]:
    """Return the texts of a graphic by their places within it, such as `cell 2 1`."""
    prefix = f"{graphic} "
    return {
        text.place.removeprefix(prefix): text for text in texts if text.place.startswith(prefix)
    }


def _table_rows(points: Mapping[str, str]) -> tuple[_Row, ...]:
    """Return the rows of a table; a cell that is missing is empty."""
    numbers = [tuple(map(int, point.split()[1:])) for point in points if point.startswith("cell ")]
    height, width = (max((at[side] for at in numbers), default=0) for side in (0, 1))
    return tuple(
        tuple(points.get(f"cell {row} {column}", "") for column in range(1, width + 1))
        for row in range(1, height + 1)
    )


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


def _cell_changes(
    built: BuiltShape,
    table: _Table,
    pairs: Sequence[tuple[int | None, int | None]],
    edited: Mapping[str, Sequence[MappedParagraph]],
    context: ComparisonContext,
) -> Iterator[Change]:
    """Yield the changes of words and numbers with their places of today.

    `edited` are the words by their places within the graphic.
    """
    now, rows = {row: at for row, at in pairs if row is not None}, _rows_today(table)
    kinds = {point.partition(" ")[0] for point in edited}
    for point, text in _points(built.texts, table.place).items():
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
            built.kind == "chart" and _is_same_point(text.paragraphs[0].words, _joined(shown))
        ):
            continue
        for change in text_changes(text._replace(place=place), shown, context):
            yield change._replace(current=Current("missing")) if is_gone else change


def row_of_place(place: str) -> tuple[int, str] | None:
    """Return the row of a table, or the category of a chart, that a text is in; and its template.

    Rows count from 1; the template is the place with `{}` for the row. None for other places.
    """
    found = _ROW.search(place)
    return found and (int(found[1]), f"{place[: found.start(1)]}{{}}{place[found.end(1) :]}")


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
    """Return what the outline has today in a row, counted from 0; None: it has no such row."""
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


def _is_same_point(old: str, new: str) -> bool:
    if not old and _UNNAMED.fullmatch(new):
        return True
    try:
        one, other = float(old), float(new)
    except ValueError:
        return " ".join(old.split()) == " ".join(new.split())
    return abs(one - other) <= _SAME_NUMBER * max(abs(one), abs(other))
