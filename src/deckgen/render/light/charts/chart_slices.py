"""Pies and rings, with the labels of their slices."""

import math

from deckgen.render.light.charts.chart_canvas import LINE, ChartCanvas, TextPlace, on_circle
from deckgen.render.light.charts.chart_labels import draw_label, label_text
from deckgen.render.light.charts.chart_values import ChartPart, PlotGroup

_GAP = 0.5
"""Em between a pie and its labels."""


def draw_slices(part: ChartPart, group: PlotGroup, canvas: ChartCanvas) -> None:
    """Draw a pie or a ring in the area of the plot; slices begin at the top, clockwise."""
    width, height = canvas.size
    x, y, wide, high, _ = part.area
    middle = ((x + wide / 2) * width, (y + high / 2) * height)
    radius = min(wide * width, high * height) / 2
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
        label = series.label_of(at)
        if label is None:
            continue
        spot = TextPlace(*on_circle(middle, radius * ((1 + hole) / 2 if is_ring else 0.6), turn))
        if label.place == "outEnd":
            text = canvas.width_of(label_text(part, series, at, label), label.look)
            far = radius + _GAP * label.look.size
            # A label beside the pie touches it with its end, one above it with its middle.
            aside = max(min(2 * math.sin(2 * math.pi * turn), 1), -1)
            place_x, _ = on_circle(middle, far, turn)
            _, place_y = on_circle(middle, far + LINE / 2 * label.look.size, turn)
            spot = TextPlace(place_x + aside * text / 2, place_y)
        draw_label(part, series, at, label, spot, canvas)
