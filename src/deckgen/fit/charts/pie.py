"""Where a pie or a ring stands in its room, with its words beside it or in a legend."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.plot import Plot, RelativeBox
from deckgen.fit.charts.chart_space import ChartSpace, shown_numbers
from deckgen.language.number_formats import format_number

_LABEL = 0.19
"""Share of a chart's width that a label may take."""
NUMBER_GAP = 2 * "\u00a0"
"""Between the name of a slice and its number."""


def pie_plot(chart: Chart, plot: Plot, room: ChartSpace, head: float, foot: float) -> Plot:
    """Return the plot of a pie with the words beside its slices; else, and of a ring, a legend.

    Programs break labels that are wider than a fifth of the chart, even within a word. Slices that
    are too small to bear a number of their own are why the legend says all of them.
    """
    high = room.height - head - foot
    wide = room.widest(shown_numbers(chart))
    words = tuple(word for name in chart.categories for word in name.split())
    plot = plot._replace(labels=chart.labels is not False)
    if chart.kind == "donut" or room.widest(words) > room.width * _LABEL or not plot.labels:
        # The numbers of a pie stand around it, those of a ring on it.
        aside = wide + room.size if chart.kind == "pie" and plot.labels else 0
        made = _listed(chart, plot._replace(series_naming="legend"), room, (head, high, aside))
    else:
        beside = min(room.widest(chart.categories) + wide + 1.5 * room.size, room.width * 0.3)
        across = max(min(high - 2.8 * room.line_height, room.width - 2 * beside), room.width * 0.25)
        left = beside if room.width > 1.5 * room.height else (room.width - across) / 2
        top = head + (high - across) / 2
        made = plot._replace(area=_shares(room, left, top, across, across))
    if not plot.labels or _is_legible(chart, made, room):
        return made
    return _listed(
        chart, plot._replace(series_naming="counted", labels=False), room, (head, high, 0)
    )


def counted_names(chart: Chart) -> tuple[str, ...]:
    """Return the name of each slice with its number, as a legend says them."""
    series = chart.series[0]
    return tuple(
        name
        if value is None
        else f"{name}{NUMBER_GAP}{format_number(value, series.style, chart.lang)}"
        for name, value in zip(chart.categories, series.values, strict=True)
    )


def _listed(chart: Chart, plot: Plot, room: ChartSpace, place: tuple[float, float, float]) -> Plot:
    """Return the plot of a circle with a legend right of it, or below it where it is larger so.

    `place` is where it begins, how high it may be, and what its numbers need around it, in points.
    """
    head, high, aside = place
    listed = counted_names(chart) if plot.series_naming == "counted" else chart.categories
    around = 2.8 * room.line_height if aside else 0
    names = min(room.widest(listed) + 2.7 * room.size, room.width)
    tall = min(len(listed) * room.line_height * 1.15, high)
    low = min(tall, high / 2)
    right = min(high - around, room.width - names - 2 * aside - room.size)
    below = min(high - around - low - room.size, room.width - 2 * aside)
    across = max(right, below, room.width * 0.2)
    if below > right:
        top = head + around / 2
        legend = _shares(room, 0, head + high - low, names, low)
    else:
        top = head + (high - across) / 2
        start = across + 2 * aside + room.size
        legend = _shares(room, start, head + (high - tall) / 2, names, tall)
    area = _shares(room, aside, top, across, across)
    hole = _hole(room.widest(shown_numbers(chart)), across)
    return plot._replace(legend=legend, area=area, hole_size=hole)


class _Slice(NamedTuple):
    """A slice of some size: its middle, and how far it reaches, in radians clockwise from above."""

    middle: float
    angle: float
    label: float
    """Points of its label's width."""


def _is_legible(chart: Chart, plot: Plot, room: ChartSpace) -> bool:
    """Return whether each number has room: around a pie clear of the others, on a ring within."""
    if any(value == 0 for value in chart.series[0].values):
        return False
    slices = list(_slices(chart, plot, room))
    across = plot.area.width * room.width
    if chart.kind == "donut":
        middle = across / 2 * (1 + plot.hole_size / 100) / 2
        return all(
            one.angle * middle
            >= one.label * abs(math.cos(one.middle)) + room.size * abs(math.sin(one.middle))
            for one in slices
        )
    return not any(
        abs(x - other_x) < (one.label + other.label) / 2 and abs(y - other_y) < room.line_height
        for place in (_touching, _cornered)
        for (one, (x, y)), (other, (other_x, other_y)) in combinations(
            ((one, place(one, across / 2, room.line_height)) for one in slices), 2
        )
    )


def _slices(chart: Chart, plot: Plot, room: ChartSpace) -> Iterator[_Slice]:
    series = chart.series[0]
    whole = sum(value or 0 for value in series.values)
    start = 0.0
    for value, name in zip(series.values, counted_names(chart), strict=True):
        angle = 2 * math.pi * (value or 0) / whole
        if value:
            alone = plot.series_naming == "legend"
            text = format_number(value, series.style, chart.lang) if alone else name
            yield _Slice(start + angle / 2, angle, room.width_of(text) + room.size * 0.4)
        start += angle


def _touching(one: _Slice, radius: float, line: float) -> tuple[float, float]:
    """Return the middle of a label that touches the pie with the side that is nearest to it."""
    x, y = math.sin(one.middle), -math.cos(one.middle)
    return x * (radius + one.label / 2), y * (radius + line / 2)


def _cornered(one: _Slice, radius: float, line: float) -> tuple[float, float]:
    """Return the middle of a label whose corner lies at the pie, as LibreOffice sets it."""
    x, y = math.sin(one.middle), -math.cos(one.middle)
    return x * radius + math.copysign(one.label / 2, x), y * radius + math.copysign(line / 2, y)


def _hole(label: float, across: float) -> int:
    """Return per cent of a ring's width that is hollow, so that the numbers stand on the ring."""
    return min(max(round(100 - 230 * label / across), 30), 58)


def _shares(room: ChartSpace, x: float, y: float, wide: float, high: float) -> RelativeBox:
    """Return points as shares of the chart."""
    return RelativeBox(x / room.width, y / room.height, wide / room.width, high / room.height)
