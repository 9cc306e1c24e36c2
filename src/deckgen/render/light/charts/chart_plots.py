"""The plots of a chart: bars, lines, areas and points on axes, slices; with their labels."""

import math
from collections.abc import Iterator, Sequence

from deckgen.render.light.charts.chart_canvas import LINE, ChartCanvas, Point, TextPlace, on_circle
from deckgen.render.light.charts.chart_grid import STACKED, PlotGrid, Span, spans_of
from deckgen.render.light.charts.chart_labels import draw_label, label_text
from deckgen.render.light.charts.chart_values import ChartPart, Label, PlotGroup, PlotSeries

_GAP = 0.2
"""Em between a bar or a mark and its label."""
_APART = 0.5
"""Em between a pie and its labels."""


def draw_group(group: PlotGroup, grid: PlotGrid, canvas: ChartCanvas) -> None:
    """Draw the series of a group."""
    match group.kind:
        case "barChart":
            _draw_bars(group, grid, canvas)
        case "areaChart":
            _draw_areas(group, grid, canvas)
        case "lineChart":
            for series, spans in zip(group.series, spans_of(group), strict=True):
                _draw_line(series, spans, grid, canvas)
        case _:
            for series in group.series:
                _draw_marks(series, dict(_scattered(series, grid)), canvas)


def draw_group_labels(
    part: ChartPart, group: PlotGroup, grid: PlotGrid, canvas: ChartCanvas
) -> None:
    """Draw the labels of a group, over all plots."""
    match group.kind:
        case "barChart":
            for series, bars in _bars(group, grid):
                for at, bar in bars.items():
                    if label := series.label_of(at):
                        is_below_zero = (series.values[at] or 0) < 0
                        spot = _place_at_bar(label, bar, grid, is_below_zero=is_below_zero)
                        draw_label(part, series, at, label, spot, canvas)
        case "areaChart":
            for series, spans in zip(group.series, spans_of(group), strict=True):
                middles = [span and ((span[0] + span[1]) / 2,) * 2 for span in spans]
                _label_points(part, series, _on_line(middles, grid), canvas)
        case "lineChart":
            for series, spans in zip(group.series, spans_of(group), strict=True):
                _label_points(part, series, _on_line(spans, grid), canvas)
        case _:
            for series in group.series:
                _label_points(part, series, dict(_scattered(series, grid)), canvas)


_Bar = tuple[float, float, float, float]
"""Where a bar begins and ends along its length; its upper or left edge, and its breadth."""


def _bars(group: PlotGroup, grid: PlotGrid) -> Iterator[tuple[PlotSeries, dict[int, _Bar]]]:
    """Yield the bars of each series by the number of their category."""
    count = 1 if group.grouping in STACKED else max(len(group.series), 1)
    step = 1 - group.overlap if count > 1 else 1
    breadth = grid.cell / (1 + (count - 1) * step + group.gap)
    start = -breadth * (1 + (count - 1) * step) / 2
    for number, (series, spans) in enumerate(zip(group.series, spans_of(group), strict=True)):
        beside = start + (breadth * step * number if count > 1 else 0)
        bars = {
            at: (
                grid.at_value(span[0] or grid.scale.base),
                grid.at_value(span[1]),
                grid.along(at) + beside,
                breadth,
            )
            for at, span in enumerate(spans)
            if span is not None
        }
        yield series, bars


def _draw_bars(group: PlotGroup, grid: PlotGrid, canvas: ChartCanvas) -> None:
    for series, bars in _bars(group, grid):
        for at, (begin, end, edge, breadth) in bars.items():
            shape = series.point_shapes.get(at, series.shape)
            low, length = min(begin, end), abs(end - begin)
            if not length:
                continue
            if grid.is_horizontal:
                canvas.rectangle(low, edge, length, breadth, shape)
            else:
                canvas.rectangle(edge, low, breadth, length, shape)


def _place_at_bar(label: Label, bar: _Bar, grid: PlotGrid, *, is_below_zero: bool) -> TextPlace:
    """Return the place of a label at a bar, which grows the other way below zero."""
    begin, end, edge, breadth = bar
    forward = -1 if is_below_zero is grid.grows_right else 1
    gap = _GAP * label.look.size * forward
    match label.place:
        case "outEnd":
            place, share = end + gap, float(forward < 0)
        case "inBase":
            place, share = begin + gap, float(forward < 0)
        case _:
            place, share = (begin + end) / 2, 0.5
    middle = edge + breadth / 2
    if grid.is_horizontal:
        return TextPlace(place, middle, left=share)
    return TextPlace(middle, place, above=share)


def _on_line(spans: Sequence[Span | None], grid: PlotGrid) -> dict[int, Point]:
    return {
        at: (grid.along(at), grid.at_value(span[1]))
        for at, span in enumerate(spans)
        if span is not None
    }


def _scattered(series: PlotSeries, grid: PlotGrid) -> Iterator[tuple[int, Point]]:
    for at, (x, y) in enumerate(zip(series.across, series.values, strict=False)):
        if x is not None and y is not None:
            yield at, (grid.at_x(x), grid.at_value(y))


def _draw_line(
    series: PlotSeries, spans: list[Span | None], grid: PlotGrid, canvas: ChartCanvas
) -> None:
    points = _on_line(spans, grid)
    run: list[Point] = []
    for at in range(len(spans) + 1):
        if at in points:
            run.append(points[at])
            continue
        if len(run) > 1:
            canvas.polygon(run, series.shape, closed=False)
        run = []
    _draw_marks(series, points, canvas)


def _draw_marks(series: PlotSeries, points: dict[int, Point], canvas: ChartCanvas) -> None:
    for at, point in points.items():
        canvas.mark(series.point_markers.get(at, series.marker), *point)


def _draw_areas(group: PlotGroup, grid: PlotGrid, canvas: ChartCanvas) -> None:
    for series, spans in zip(group.series, spans_of(group), strict=True):
        starts, ends = (
            [
                (grid.along(at), grid.at_value(span[side] if span else 0))
                for at, span in enumerate(spans)
            ]
            for side in (0, 1)
        )
        if len(ends) > 1:
            canvas.polygon([*ends, *reversed(starts)], series.shape)


def _label_points(
    part: ChartPart, series: PlotSeries, points: dict[int, Point], canvas: ChartCanvas
) -> None:
    for at, (x, y) in points.items():
        if (label := series.label_of(at)) is None:
            continue
        far = series.marker.size / 2 if series.marker.symbol != "none" else 0
        far += _GAP * label.look.size
        match label.place:
            case "r":
                spot = TextPlace(x + far, y, left=0)
            case "l":
                spot = TextPlace(x - far, y, left=1)
            case "t":
                spot = TextPlace(x, y - far, above=1)
            case "b":
                spot = TextPlace(x, y + far, above=0)
            case _:
                spot = TextPlace(x, y)
        draw_label(part, series, at, label, spot, canvas)


def draw_slices(part: ChartPart, group: PlotGroup, canvas: ChartCanvas) -> None:
    """Draw a pie or a ring in the area of the plot; slices begin at the top, clockwise."""
    x, y, wide, high = part.area.in_points(canvas.size)
    middle, radius = (x + wide / 2, y + high / 2), min(wide, high) / 2
    series = group.series[0]
    whole = sum(abs(value or 0) for value in series.values)
    if not whole:
        return
    is_ring, start = group.kind == "doughnutChart", 0.0
    hole = group.hole if is_ring else 0
    labels = []
    for at, value in enumerate(series.values):
        end = start + abs(value or 0) / whole
        if value:
            shape = series.point_shapes.get(at, series.shape)
            canvas.slice(middle, radius, hole, (start, end), shape)
            labels.append((at, (start + end) / 2))
        start = end
    for at, turn in labels:
        if (label := series.label_of(at)) is None:
            continue
        spot = TextPlace(*on_circle(middle, radius * ((1 + hole) / 2 if is_ring else 0.6), turn))
        if label.place == "outEnd":
            words = label_text(part, series, at, label)
            text, lines = canvas.width_of(words, label.look), words.count("\n") + 1
            far = radius + _APART * label.look.size
            # A label beside the pie touches it with its end, one above it with its middle.
            aside = max(min(2 * math.sin(2 * math.pi * turn), 1), -1)
            place_x, _ = on_circle(middle, far, turn)
            _, place_y = on_circle(middle, far + lines * LINE / 2 * label.look.size, turn)
            spot = TextPlace(place_x + aside * text / 2, place_y)
        draw_label(part, series, at, label, spot, canvas)
