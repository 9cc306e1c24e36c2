"""A table or a chart as rows and columns of words, by the places of its texts."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypeVar

from deckgen.deck.deck_map import MappedParagraph, MappedText
from deckgen.roundtrip.comparing.current_words import plain
from deckgen.roundtrip.comparing.pair_texts import pair_paragraphs
from deckgen.support.diagnostics import Span

_ROW = re.compile(r"(?:cell|category|value [0-9]+) ([0-9]+)")
_COLUMN = re.compile(r"(cell [0-9]+|series|value) ([0-9]+)")
Points: TypeAlias = Mapping[str, Sequence[MappedParagraph]]
"""The words of a graphic by their places within it, such as `cell 2 1`."""
Row: TypeAlias = tuple[str, ...]
"""The words of its cells."""

_T = TypeVar("_T")


def graphic_points(texts: Iterable[MappedText], graphic: str) -> dict[str, MappedText]:
    """Return the texts of a graphic by their places within it, such as `cell 2 1`."""
    prefix = f"{graphic} "
    return {
        text.place.removeprefix(prefix): text for text in texts if text.place.startswith(prefix)
    }


def paragraphs_of(texts: Iterable[MappedText], graphic: str) -> Points:
    """Return the paragraphs of a graphic by their places within it."""
    return {point: text.paragraphs for point, text in graphic_points(texts, graphic).items()}


def written_rows(texts: Iterable[MappedText], graphic: str) -> Iterator[tuple[Row, Span | None]]:
    """Yield the rows of a graphic, and where they are written; None if it is not known.

    The first row of a chart has the names of its series.
    """
    points = paragraphs_of(texts, graphic)
    for row, words in enumerate(zip(*columns_of(points), strict=True)):
        places = (place_of(graphic, row, column) for column in range(len(words)))
        cells = (points.get(place.removeprefix(f"{graphic} "), ()) for place in places)
        yield words, next((each.span for cell in cells for each in cell if each.span), None)


def table_rows(points: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows of a table; a cell that is missing is empty."""
    numbers = [tuple(map(int, point.split()[1:])) for point in points if point.startswith("cell ")]
    height, width = (max((at[side] for at in numbers), default=0) for side in (0, 1))
    return tuple(
        tuple(points.get(f"cell {row} {column}", "") for column in range(1, width + 1))
        for row in range(1, height + 1)
    )


def chart_rows(points: Mapping[str, str]) -> tuple[Row, ...]:
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


def columns_of(points: Points) -> tuple[Row, ...]:
    """Return the columns of a table, or of a chart: its names, then its series."""
    words = {point: joined(each) for point, each in points.items()}
    rows = table_rows(words)
    if not rows:
        rows = chart_rows(words)
        names = (words.get(f"series {at}", "") for at in range(1, len(rows[0]) if rows else 0))
        rows = (("", *names), *rows)
    return tuple(zip(*rows, strict=True))


def with_columns(
    points: Mapping[str, _T], columns: Sequence[int | None], graphic: str = ""
) -> dict[str, _T]:
    """Return the points of a graphic with other columns, given by their indices; None is empty.

    All places begin with `graphic`; points in other places stay.
    """
    numbers = {was: at for at, was in enumerate(columns) if was is not None}
    result = {}
    for place, words in points.items():
        found = _COLUMN.search(place) if place.startswith(graphic) else None
        if found is None:
            result[place] = words
            continue
        first = 1 if found[1].startswith("cell") else 0
        if (at := numbers.get(int(found[2]) - first)) is not None:
            result[f"{place[: found.start(2)]}{at + first}{place[found.end(2) :]}"] = words
    return result


def place_of(graphic: str, row: int, column: int) -> str:
    """Return the place of a cell; both numbers count from 0.

    The first row of a chart has the names of its series, its first column those of categories.
    """
    if not graphic.startswith("chart "):
        return f"{graphic} cell {row + 1} {column + 1}"
    if not row:
        return f"{graphic} series {column}"
    return f"{graphic} value {column} {row}" if column else f"{graphic} category {row}"


def row_of_place(place: str) -> tuple[int, str] | None:
    """Return the row of a table, or the category of a chart, that a text is in; and its template.

    Rows count from 1; the template is the place with `{}` for the row. None for other places.
    """
    found = _ROW.search(place)
    return found and (int(found[1]), f"{place[: found.start(1)]}{{}}{place[found.end(1) :]}")


def row_pairs(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[int | None, int | None]]:
    """Return the rows that are the same, in order; None: deleted, or new."""
    if len(before) == len(after):
        return [(row, row) for row in range(len(before))]
    one, other = ([MappedParagraph(" | ".join(row)) for row in rows] for rows in (before, after))
    return list(pair_paragraphs(one, other))


def plain_row(row: Row) -> Row:
    """Return a row without what programs change in its words."""
    return tuple(map(plain, row))


def joined(paragraphs: Sequence[MappedParagraph]) -> str:
    """Return the words of a cell with a break between its paragraphs."""
    return "\v".join(each.words for each in paragraphs)
