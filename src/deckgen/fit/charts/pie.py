"""The plot of a pie or a ring, with its words at the slices or in a legend."""

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.plot import LabelOffset, Plot, RelativeBox
from deckgen.fit.charts.chart_space import ChartSpace, shown_numbers
from deckgen.language.number_formats import format_number

_LABEL = 0.19
"""Share of a chart's width that a label may take."""
_HOLE = 58
"""The hole of a ring in per cent of its width."""
NUMBER_GAP = 2 * "\u00a0"
"""Between the name of a slice and its number."""


def pie_plot(chart: Chart, plot: Plot, space: ChartSpace, head: float, foot: float) -> Plot:
    """Return the plot of a pie or a ring with words at its slices, or with a legend.

    Programs break labels wider than a fifth of the chart, even within a word. If the words have no
    space beside each other, the legend says all numbers.
    """
    height = space.height - head - foot
    width = space.widest(shown_numbers(chart))
    words = tuple(word for name in chart.categories for word in name.split())
    plot = plot._replace(labels=chart.labels is not False)
    if space.widest(words) > space.width * _LABEL or not plot.labels:
        made = plot._replace(series_naming="legend")
        if chart.kind == "donut" and plot.labels:
            made = made._replace(series_naming="counted", labels=False)
        # The numbers of a pie stand around it.
        aside = width + space.size if plot.labels and chart.kind == "pie" else 0
        made = _listed(chart, made, space, (head, height, aside))
    else:
        made = _labelled(chart, plot, space, head, height)
    if not made.labels or _is_legible(chart, made, space):
        return made
    return _listed(
        chart, plot._replace(series_naming="counted", labels=False), space, (head, height, 0)
    )


def _labelled(chart: Chart, plot: Plot, space: ChartSpace, head: float, height: float) -> Plot:
    """Return the plot of a circle with the name and the number of each slice beside it."""
    slices = list(_slices(chart, plot, space))
    left, right = (
        max((part.label for part in slices if math.sin(part.middle) * side > 0.1), default=0)
        for side in (-1, 1)
    )
    left, right = (min(beside + space.size, space.width * 0.3) for beside in (left, right))
    across = max(
        min(height - 2.8 * space.line_height, space.width - left - right), space.width * 0.25
    )
    start = (space.width - across) / 2
    middles = [_outside(part, across / 2, space) for part in slices]
    if space.width > 1.5 * space.height:
        # The words begin at the left edge.
        edge = min(x - part.label / 2 for part, (x, _) in zip(slices, middles, strict=True))
        start = max(-edge - across / 2, 0)
    top = head + (height - across) / 2
    plot = plot._replace(area=_shares(space, start, top, across, across))
    if chart.kind == "pie":
        return plot
    named = zip(slices, middles, strict=True)
    middle_of_ring = across / 2 * (1 + _HOLE / 100) / 2
    offsets = []
    for value in chart.series[0].values:
        offset = LabelOffset(0, 0)
        if value:
            part, (x, y) = next(named)
            x -= math.sin(part.middle) * middle_of_ring
            y += math.cos(part.middle) * middle_of_ring
            offset = LabelOffset(x / space.width, y / space.height)
        offsets.append(offset)
    return plot._replace(hole_size=_HOLE, label_offsets=tuple(offsets))


def counted_names(chart: Chart) -> tuple[str, ...]:
    """Return the name of each slice with its number, as in a legend."""
    series = chart.series[0]
    return tuple(
        name
        if value is None
        else f"{name}{NUMBER_GAP}{format_number(value, series.number_format, chart.lang)}"
        for name, value in zip(chart.categories, series.values, strict=True)
    )


def _listed(chart: Chart, plot: Plot, space: ChartSpace, place: tuple[float, float, float]) -> Plot:
    """Return the plot of a circle with a legend right of it, or below it if it is larger then.

    `place` has its top, its largest height, and the space for the numbers around it, in points.
    """
    head, height, aside = place
    listed = counted_names(chart) if plot.series_naming == "counted" else chart.categories
    around = 2.8 * space.line_height if aside else 0
    names = min(space.widest(listed) + 2.7 * space.size, space.width)
    tall = min(len(listed) * space.line_height * 1.15, height)
    low = min(tall, height / 2)
    right = min(height - around, space.width - names - 2 * aside - space.size)
    below = min(height - around - low - space.size, space.width - 2 * aside)
    across = max(right, below, space.width * 0.2)
    if below > right:
        top = head + around / 2
        legend = _shares(space, 0, head + height - low, names, low)
    else:
        top = head + (height - across) / 2
        start = across + 2 * aside + space.size
        legend = _shares(space, start, head + (height - tall) / 2, names, tall)
    area = _shares(space, aside, top, across, across)
    return plot._replace(legend=legend, area=area, hole_size=_HOLE)


class _Slice(NamedTuple):
    """A slice: its middle and its angle, in radians clockwise from the top."""

    middle: float
    angle: float
    label: float
    """Points of its label's width."""


def _is_legible(chart: Chart, plot: Plot, space: ChartSpace) -> bool:
    """Return whether each label has space beside the others."""
    if any(value == 0 for value in chart.series[0].values):
        return False
    slices = list(_slices(chart, plot, space))
    radius = plot.area.width * space.width / 2
    if chart.kind == "donut":
        return _are_clear(slices, [_outside(part, radius, space) for part in slices], space)
    return all(
        _are_clear(slices, [place(part, radius, space.line_height) for part in slices], space)
        for place in (_touching, _cornered)
    )


def _are_clear(slices: list[_Slice], middles: list[tuple[float, float]], space: ChartSpace) -> bool:
    """Return whether no label lies on another."""
    return not any(
        abs(x - other_x) < (part.label + other.label) / 2 and abs(y - other_y) < space.line_height
        for (part, (x, y)), (other, (other_x, other_y)) in combinations(
            zip(slices, middles, strict=True), 2
        )
    )


def _outside(part: _Slice, radius: float, space: ChartSpace) -> tuple[float, float]:
    """Return the middle of a label that stands free of the circle, seen from its middle."""
    x, y = math.sin(part.middle), -math.cos(part.middle)
    far = radius + space.size * 0.5
    aside = max(min(2 * x, 1), -1)
    return x * far + aside * part.label / 2, y * (far + space.line_height / 2)


def _slices(chart: Chart, plot: Plot, space: ChartSpace) -> Iterator[_Slice]:
    series = chart.series[0]
    whole = sum(value or 0 for value in series.values)
    start = 0.0
    for value, name in zip(series.values, counted_names(chart), strict=True):
        angle = 2 * math.pi * (value or 0) / whole
        if value:
            alone = plot.series_naming == "legend"
            text = format_number(value, series.number_format, chart.lang) if alone else name
            yield _Slice(start + angle / 2, angle, space.width_of(text) + space.size * 0.4)
        start += angle


def _touching(part: _Slice, radius: float, line: float) -> tuple[float, float]:
    """Return the middle of a label whose nearest side touches the pie."""
    x, y = math.sin(part.middle), -math.cos(part.middle)
    return x * (radius + part.label / 2), y * (radius + line / 2)


def _cornered(part: _Slice, radius: float, line: float) -> tuple[float, float]:
    """Return the middle of a label whose corner touches the pie, as in LibreOffice."""
    x, y = math.sin(part.middle), -math.cos(part.middle)
    return x * radius + math.copysign(part.label / 2, x), y * radius + math.copysign(line / 2, y)


def _shares(space: ChartSpace, x: float, y: float, width: float, height: float) -> RelativeBox:
    """Return points as shares of the chart."""
    return RelativeBox(
        x / space.width, y / space.height, width / space.width, height / space.height
    )
