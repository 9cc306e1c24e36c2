"""The size and the box of tables; long tables go on over further slides.

docs/decisions/tables.md gives the order of the attempts and its reasons.
"""

from itertools import chain
from typing import NamedTuple

from deckgen.deck.bidi import is_turned
from deckgen.deck.box import Box, Insets
from deckgen.deck.graphics import Table
from deckgen.deck.layout import EMU_PER_INCH, Layout, Placeholder
from deckgen.deck.slide import PlaceholderRole, Slide, numbered_slides
from deckgen.fit.graphics.table_grid import (
    MANY_COLUMNS,
    TableMeasures,
    measured,
    padding,
    roomy_padding,
)
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.text.pagination import balanced_rows

_BELOW_TEXT = 2
"""Points by which a table may be smaller than the brand's least text."""
_SMALLEST = 12
_BELOW_HEADLINE = 20
"""Points of a table on a layout that has a headline and no text."""
_STEP = 2
_GROWN = (8, 4)
"""Points by which a small table may be larger than text, the most first."""
_FILLED = 0.65
"""Share of its place that a table takes at most, if it is larger than text."""
_NARROW, _NARROWED = 0.4, 2 / 3
"""The most of its place that the words of a narrow table take; the share that it gets then."""
_MORE_AIR = 109_728
"""EMU by which many columns stand further apart than they must, where that costs only size."""
_CENTIMETRES = 2.54 / EMU_PER_INCH


class _SizedTable(NamedTuple):
    """The measures of a table at one size."""

    size: int
    widths: tuple[int, ...]
    heights: tuple[int, ...]


def _at_size(grid: TableMeasures, size: int, space: int) -> _SizedTable | None:
    widths = grid.column_widths(size, space)
    return None if widths is None else _SizedTable(size, widths, grid.row_heights(size, widths))


def placed_tables(
    slide: Slide, role: PlaceholderRole, table: Table, context: PlacementContext
) -> list[tuple[Slide, Table]]:
    """Return the slide with the table placed; several slides with parts of it, if it is long.

    A table that cannot fit is an error at its line; then the deck must not be written.
    """
    grid = measured(table, slide.lang, context.fonts)
    placeholder = _narrowed(_placeholder(role, context), grid, slide, context.layout)
    place = placeholder.text_box
    sizes = _sizes(slide, placeholder, context.minimum_size)
    sized_tables = [sized for size in sizes if (sized := _at_size(grid, size, place.cx))]
    if not sized_tables:
        grid = grid.closest(table, slide.lang)
        sized_tables = [sized for size in sizes if (sized := _at_size(grid, size, place.cx))]
    if not sized_tables:
        _too_wide(slide, table, grid, sizes[-1], place, context)
        return [(slide, table._replace(box=place))]
    chosen = _grown(slide, grid, placeholder, context.layout) or _on_one_slide(
        grid, sized_tables, place.cy, context.minimum_size
    )
    if chosen is not None:
        return [(slide, _placed(table, grid, chosen, place, (0, len(table.rows))))]
    readable = [sized for sized in sized_tables if sized.size >= context.minimum_size]
    ways = [] if slide.fit in {"error", "shrink"} else [readable, sized_tables]
    parts = next((cut for way in ways if (cut := _in_parts(grid, way, place.cy))), None)
    if parts is None:
        _too_high(slide, table, grid, sized_tables[-1], place, context)
        return [(slide, table._replace(box=place))]
    chosen, cuts = parts
    slides = numbered_slides(slide, len(cuts), context.slide_ids)
    named = [table._replace(alt=f"{table.alt} ({at}/{len(cuts)})") for at, _ in enumerate(cuts, 1)]
    return [
        (part, _placed(whole, grid, chosen, place, cut))
        for part, whole, cut in zip(slides, named, cuts, strict=True)
    ]


def _placeholder(role: PlaceholderRole, context: PlacementContext) -> Placeholder:
    """Return the placeholder for `role`, else the body's, with the box of graphics for `role`.

    Below a headline alone, the text of a table is smaller than the headline.
    """
    layout = context.layout
    placeholder = layout.placeholder(role)
    box = layout.graphic_box(role)
    if placeholder is not None and role in dict(layout.graphic_boxes):
        return placeholder._replace(box=box, insets=Insets())
    if placeholder is not None:
        return placeholder._replace(box=box)
    if body := layout.placeholder("body"):
        return body._replace(box=box)
    title = layout.placeholder("title")
    if title is None:
        raise LookupError(f"layout {layout.name} has no text beside its {role}")
    style = title.level_styles[0]
    small = style._replace(size=min(style.size, _BELOW_HEADLINE))
    return title._replace(box=box, level_styles=(small,))


def _narrowed(
    placeholder: Placeholder, grid: TableMeasures, slide: Slide, layout: Layout
) -> Placeholder:
    """Return two thirds of the place of a table alone whose columns would stand far apart."""
    size, box = placeholder.level_styles[0].size, placeholder.box
    if _is_beside_text(slide) or grid.natural_width(size) > _NARROW * box.cx:
        return placeholder
    cx = round(box.cx * _NARROWED)
    x = box.right - cx if is_turned(slide.lang, layout) else box.x
    return placeholder._replace(box=box._replace(x=x, cx=cx))


def _is_beside_text(slide: Slide) -> bool:
    return any(role in {"body", "second"} for role, _ in slide.placeholders)


def _sizes(slide: Slide, placeholder: Placeholder, minimum: int) -> list[int]:
    """Return the sizes that a table may have in points, the largest first."""
    own = placeholder.level_styles[0].size
    least = min(own, max(minimum - _BELOW_TEXT, min(minimum, _SMALLEST)))
    if slide.fit in {"error", "split"}:
        return [own]
    return [*range(own, least, -_STEP), least]


def _on_one_slide(
    grid: TableMeasures, sized_tables: list[_SizedTable], space: int, minimum: int
) -> _SizedTable | None:
    """Return the largest size that fits on one slide, preferably one that wraps no text.

    A table of many columns is set smaller before its columns stand close. Next best is a size at
    which only sentences take several lines, then one at which no cell has its words on a line each.
    """
    fitting = [sized for sized in sized_tables if sum(sized.heights) <= space]
    readable = [sized for sized in fitting if sized.size >= minimum]
    calm = [sized for sized in readable if not grid.has_wrapped_text(*sized[:2])]
    more = _MORE_AIR * (len(grid.columns) - 1) if len(grid.columns) >= MANY_COLUMNS else 0
    airy = (sized for sized in calm if grid.natural_width(sized.size) + more <= sum(sized.widths))
    even = (sized for sized in readable if not grid.has_broken_names(*sized[:2]))
    whole = (sized for sized in readable if not grid.has_stacked_words(*sized[:2]))
    return next(chain(airy, calm, even, whole, fitting), None)


def _grown(
    slide: Slide, grid: TableMeasures, placeholder: Placeholder, layout: Layout
) -> _SizedTable | None:
    """Return a table larger than text, smaller than its headline, if it has few words, alone."""
    own, place = placeholder.level_styles[0].size, placeholder.text_box
    if slide.fit in {"error", "split"} or _is_beside_text(slide):
        return None
    title, largest = layout.placeholder("title"), placeholder.largest_size
    if title is not None:
        largest = min(largest, title.level_styles[0].size - 1)
    sizes = (own + more for more in _GROWN if own + more <= largest)
    tries = (_at_size(grid, size, place.cx) for size in sizes)
    calm = (sized for sized in tries if sized and not grid.has_wrapped_text(*sized[:2]))
    return next((sized for sized in calm if sum(sized.heights) <= _FILLED * place.cy), None)


def _in_parts(
    grid: TableMeasures, sized_tables: list[_SizedTable], space: int
) -> tuple[_SizedTable, list[tuple[int, int]]] | None:
    """Return the largest size with as few parts as the smallest one, and the rows of each part.

    A size at which no text, or at least no name, takes several lines is better than a larger one.
    """
    if not sized_tables:
        return None
    least = _cuts(grid, sized_tables[-1], space)
    if least is None:
        return None
    tried = [(sized, _cuts(grid, sized, space)) for sized in sized_tables]
    few = [(sized, cuts) for sized, cuts in tried if cuts and len(cuts) == len(least)]
    calm = (each for each in few if not grid.has_wrapped_text(*each[0][:2]))
    even = (each for each in few if not grid.has_broken_names(*each[0][:2]))
    return next(chain(calm, even, few))


def _cuts(grid: TableMeasures, sized: _SizedTable, space: int) -> list[tuple[int, int]] | None:
    """Return the first row and the end of each part; None if a row is higher than a slide."""
    head = sized.heights[0] if grid.headed else 0
    return balanced_rows(sized.heights[1:] if grid.headed else sized.heights, space - head)


def _placed(
    table: Table, grid: TableMeasures, sized: _SizedTable, place: Box, rows: tuple[int, int]
) -> Table:
    """Return a table of some rows, from the first to before the end, placed."""
    start, end = rows
    head = 1 if grid.headed else 0
    least = (*sized.heights[:head], *sized.heights[head + start : head + end])
    # Only of the rows that are shown: the parts of a table are as many as it is long.
    grid = grid._replace(rows=(*grid.rows[:head], *grid.rows[head + start : head + end]))
    around = roomy_padding(sized.size, least, place.cy)
    more = 2 * (around - padding(sized.size))
    heights = tuple(height + more for height in least)
    header, shown = table.header, table.rows[start:end]
    if grid.has_wrapped_text(sized.size, sized.widths):
        numbers = (0, *range(head, len(grid.rows)))
        header, *bound = (
            grid.with_bound_last_words(cells, number, sized.size, sized.widths)
            for number, cells in zip(numbers, (header, *shown), strict=True)
        )
        shown = tuple(bound)
    return table._replace(
        header=header,
        rows=shown,
        box=Box(place.x, place.y, sum(sized.widths), sum(heights)),
        widths=sized.widths,
        heights=heights,
        insets=grid.insets,
        size=sized.size,
        decimal_padding=grid.decimal_tails(sized.size),
        padding=around,
        line_distance=grid.line_height * sized.size,
        has_total=table.has_total and end == len(table.rows),
        quiet=table.quiet[start:end],
    )


def _too_wide(
    slide: Slide,
    table: Table,
    grid: TableMeasures,
    size: int,
    place: Box,
    context: PlacementContext,
) -> None:
    count, space = len(grid.columns), place.cx * _CENTIMETRES
    columns = "column needs" if count == 1 else "columns need"
    need = grid.least_width(size) * _CENTIMETRES
    context.diagnostics.error(
        "table-too-wide",
        f"This table is too wide: its {count} {columns} {need:.1f} cm at {size} points, "
        f"and the slide has {space:.1f} cm.",
        table.span,
        f"{_SMALLER.get(slide.fit, '')}Leave out columns, shorten the longest words, or let rows "
        "and columns change places.",
    )


def _too_high(
    slide: Slide,
    table: Table,
    grid: TableMeasures,
    smallest: _SizedTable,
    place: Box,
    context: PlacementContext,
) -> None:
    """Report the row that fits on no slide; else a table that may not go on over slides."""
    head = 1 if grid.headed else 0
    space = place.cy - sum(smallest.heights[:head])
    for row, height in zip(table.rows, smallest.heights[head:], strict=True):
        if height > space:
            context.diagnostics.error(
                "row-too-high",
                f"This row is higher than a slide: {height * _CENTIMETRES:.1f} cm at "
                f"{smallest.size} points, and there are {max(space, 0) * _CENTIMETRES:.1f} cm.",
                row[0].paragraphs[0].span or table.span,
                f"{_SMALLER.get(slide.fit, '')}Shorten its longest cell, or make two rows of it.",
            )
            return
    context.diagnostics.error(
        "table-too-long",
        f"This table is too long: its {len(table.rows)} rows do not stand on one slide at "
        f"{smallest.size} points.",
        table.span,
        "Leave out rows, or let it go on over further slides (fit: auto).",
    )


_SMALLER = dict.fromkeys(("error", "split"), "Let it be set smaller (fit: auto). ")
