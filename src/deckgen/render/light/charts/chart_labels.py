"""The labels of points, and the legend."""

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.render.light.charts.chart_canvas import LINE, ChartCanvas, TextPlace
from deckgen.render.light.charts.chart_scales import shown_number
from deckgen.render.light.charts.chart_values import ChartPart, Label, Legend, Marker, PlotSeries

_KEY = 0.5
"""Em: the key of bars and slices in a legend."""
_LINE_KEY = 1.4
"""Em: the key of a line."""
_AFTER_KEY = 0.4
_BEFORE_ENTRY = 2.2
"""Em of an entry beyond its name."""


class _Entry(NamedTuple):
    name: str
    shape: str
    marker: Marker | None
    """The mark of a line; None: a filled shape."""


def draw_label(
    part: ChartPart,
    series: PlotSeries,
    at: int,
    label: Label,
    place: TextPlace,
    canvas: ChartCanvas,
) -> None:
    """Draw the label of a point."""
    width, height = canvas.size
    move_x, move_y = label.move
    place = place._replace(x=place.x + move_x * width, y=place.y + move_y * height)
    canvas.text(label_text(part, series, at, label), label.look, place, label.fill)


def label_text(part: ChartPart, series: PlotSeries, at: int, label: Label) -> str:
    """Return the text of the label of a point."""
    if label.text:
        return label.text
    value = series.values[at]
    category = series.categories[at] if at < len(series.categories) else ""
    texts = {
        "SerName": series.name,
        "CatName": category,
        "Val": "" if value is None else shown_number(value, label.code, part.lang),
    }
    return label.separator.join(
        text for name, text in texts.items() if name in label.shown and text
    )


def draw_legend(part: ChartPart, legend: Legend, canvas: ChartCanvas) -> None:
    """Draw the legend: entries in columns as wide as the widest, or below one another."""
    entries = [each for at, each in enumerate(_entries(part)) if at not in legend.left_out]
    look, (left, top, wide, high) = legend.look, legend.area.in_points(canvas.size)
    if not entries:
        return
    widest = max(canvas.width_of(entry.name, look) for entry in entries)
    column = widest + _BEFORE_ENTRY * look.size
    columns = 1 if legend.is_column else max(min(int(wide / column + 0.01), len(entries)), 1)
    rows = -(-len(entries) // columns)
    line = min(high / rows, LINE * 1.3 * look.size)
    top += (high - line * rows) / 2
    for at, entry in enumerate(entries):
        x = left + at % columns * min(column, wide / columns)
        y = top + (at // columns + 0.5) * line
        is_line = entry.marker is not None and "<a:noFill/>" not in entry.shape
        key = (_LINE_KEY if is_line else _KEY) * look.size
        if is_line:
            canvas.polygon([(x, y), (x + key, y)], entry.shape, closed=False)
        if entry.marker is None:
            canvas.rectangle(x, y - key / 2, key, key, entry.shape)
        else:
            canvas.mark(entry.marker, x + key / 2, y)
        canvas.text(entry.name, look, TextPlace(x + key + _AFTER_KEY * look.size, y, left=0))


def _entries(part: ChartPart) -> Iterator[_Entry]:
    """Yield the entries: the series; of a pie or a ring, its slices."""
    for group in part.groups:
        for series in group.series:
            if group.kind in {"pieChart", "doughnutChart"}:
                for at, name in enumerate(series.categories):
                    yield _Entry(name, series.point_shapes.get(at, series.shape), None)
            else:
                is_line = group.kind in {"lineChart", "scatterChart"}
                yield _Entry(series.name, series.shape, series.marker if is_line else None)
