"""The axes of a chart: the room that their labels take, their lines and their labels."""

from collections.abc import Iterable, Sequence

from deckgen.render.light.charts.chart_canvas import LINE, ChartCanvas, TextPlace
from deckgen.render.light.charts.chart_grid import PlotGrid
from deckgen.render.light.charts.chart_scales import shown_number
from deckgen.render.light.charts.chart_values import Area

_GAP = 0.4
"""Em between the plot and the labels of its axes."""
_TICK = 4
"""Points of a tick mark."""
_CELL = 0.96
"""Share of its cell that the name of a category may take."""
_MOST_LINES = 3
_MOST_NAMES = 1 / 2
"""Share of a chart that the names of bars may take."""
_DIAGONAL = 0.5**0.5


def within_axes(grids: Sequence[PlotGrid], canvas: ChartCanvas, lang: str) -> list[PlotGrid]:
    """Return the grids with the area that their labels leave."""
    area = grids[0].area
    left, right, top, bottom = (
        max(sides)
        for sides in zip(*(_numbers_room(each, canvas, lang) for each in grids), strict=True)
    )
    inner = Area(area.x + left, area.y + top, area.width - left - right, area.height - top - bottom)
    beside, below = _names_room(grids[0]._replace(area=inner), canvas)
    start = inner.x + (0 if grids[0].names.is_right else beside)
    inner = Area(start, inner.y, max(inner.width - beside, 1), max(inner.height - below, 1))
    return [grid._replace(area=inner) for grid in grids]


def draw_behind(grid: PlotGrid, canvas: ChartCanvas, lang: str) -> None:
    """Draw what stands behind the plot of a grid: the lines across it, and the labels."""
    values, scale = grid.values, grid.scale
    if values.grid:
        for tick in scale.ticks:
            canvas.line(*grid.line_at(grid.at_value(tick)), values.grid)
    if values.has_labels:
        _draw_numbers(grid, canvas, lang)
    if grid.across is not None:
        look, y = grid.names.look, _foot(grid) + _TICK
        for tick in grid.across.ticks if grid.names.has_labels else ():
            text = shown_number(tick, grid.names.code, lang)
            canvas.text(text, look, TextPlace(grid.at_x(tick), y + _GAP / 2 * look.size, above=0))
    elif grid.names.has_labels:
        _draw_names(grid, canvas)


def draw_base(grid: PlotGrid, canvas: ChartCanvas) -> None:
    """Draw the line from which the values of a grid begin."""
    if not grid.names.line:
        return
    base = grid.at_value(grid.scale.base)
    canvas.line(*grid.line_at(base), grid.names.line)
    for tick in grid.across.ticks if grid.across else ():
        x = grid.at_x(tick)
        canvas.line((x, base), (x, base + _TICK), grid.names.line)


def _foot(grid: PlotGrid) -> float:
    return grid.area.y + grid.area.height


def _ticks(grid: PlotGrid, lang: str) -> Iterable[tuple[float, str]]:
    code = grid.values.code
    return ((tick, shown_number(tick, code, lang)) for tick in grid.scale.ticks)


def _numbers_room(
    grid: PlotGrid, canvas: ChartCanvas, lang: str
) -> tuple[float, float, float, float]:
    """Return what numbers take at the left, at the right, above and below a plot."""
    look = grid.values.look
    left = right = top = bottom = 0.0
    if grid.values.has_labels:
        widths = [canvas.width_of(text, look) for _, text in _ticks(grid, lang)]
        if grid.is_horizontal:
            bottom, reach = (LINE + _GAP) * look.size, widths[-1] / 2
            left, right = (0, reach) if grid.grows_right else (reach, 0)
        else:
            top = look.size * LINE / 2
            wide = max(widths) + _GAP * look.size
            left, right = (0, wide) if grid.values.is_right else (wide, 0)
    if grid.across is not None and grid.names.has_labels:
        bottom = (LINE + _GAP / 2) * grid.names.look.size + _TICK
        last = shown_number(grid.across.ticks[-1], grid.names.code, lang)
        right = max(right, canvas.width_of(last, grid.names.look) / 2)
    return left, right, top, bottom


def _names_room(grid: PlotGrid, canvas: ChartCanvas) -> tuple[float, float]:
    """Return what the names of categories take beside a plot and below it."""
    if grid.across is not None or not grid.names.has_labels:
        return 0, 0
    look, names = grid.names.look, grid.categories[:: grid.names.skip]
    widest = max((canvas.width_of(name, look) for name in names), default=0)
    if grid.is_horizontal:
        return min(widest, grid.area.width * _MOST_NAMES) + _GAP * look.size, 0
    if grid.names.is_turned:
        # They end below their columns, so that the first ones reach beyond the plot. What it gives
        # them makes its cells narrower.
        count = len(grid.categories)
        reach = max(
            (canvas.width_of(name, look) * _DIAGONAL - grid.cell * (at + 0.5))
            / (1 - (at + 0.5) / count)
            for at, name in enumerate(grid.categories)
        )
        return max(reach, 0), (widest + look.size) * _DIAGONAL + _GAP * look.size
    wide = grid.cell * grid.names.skip * _CELL
    lines = max((canvas.lines_of(name, look, wide) for name in names), default=1)
    return 0, (min(lines, _MOST_LINES) * LINE + _GAP) * look.size


def _draw_numbers(grid: PlotGrid, canvas: ChartCanvas, lang: str) -> None:
    area, look = grid.area, grid.values.look
    gap = _GAP * look.size
    for tick, text in _ticks(grid, lang):
        place = grid.at_value(tick)
        if grid.is_horizontal:
            canvas.text(text, look, TextPlace(place, _foot(grid) + gap, above=0))
        elif grid.values.is_right:
            canvas.text(text, look, TextPlace(area.x + area.width + gap, place, left=0))
        else:
            canvas.text(text, look, TextPlace(area.x - gap, place, left=1))


def _draw_names(grid: PlotGrid, canvas: ChartCanvas) -> None:
    area, axis = grid.area, grid.names
    gap = _GAP * axis.look.size
    for at in range(0, len(grid.categories), axis.skip):
        name, place = grid.categories[at], grid.along(at)
        if grid.is_horizontal:
            wide, right = canvas.width_of(name, axis.look), area.x + area.width + gap
            room = canvas.size[0] - right if axis.is_right else area.x - gap
            start, left = (right, 0) if axis.is_right else (room, 1)
            width = room if wide > room else 0
            canvas.text(name, axis.look, TextPlace(start, place, left=left, width=width))
        elif axis.is_turned:
            back = canvas.width_of(name, axis.look) / 2 * _DIAGONAL
            down = _foot(grid) + gap + back + axis.look.size * _DIAGONAL / 2
            canvas.text(name, axis.look, TextPlace(place - back, down, turn=-45))
        else:
            wide = grid.cell * axis.skip * _CELL
            width = wide if canvas.width_of(name, axis.look) > wide and " " in name else 0
            canvas.text(name, axis.look, TextPlace(place, _foot(grid) + gap, above=0, width=width))
