"""The plot of a pie or a ring, with its words at the slices or in a legend."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from deckgen.deck.graphics import Chart
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.plot import LabelOffset, Plot, RelativeBox
from deckgen.fit.charts.chart_space import LINE, ChartSpace, shown_numbers
from deckgen.language.number_formats import format_number

_LABEL = 0.33
"""The most of a chart's width that a label takes; it is never broken."""
_HOLE = 58
"""The hole of a ring in per cent of its width."""
_SIZES = (24, 22, 20)
"""Points of words at slices that have the room, beside those that a chart usually has."""
_LARGE = 0.62
"""The least size of a large circle, as a share of the height, or of the width if that is less."""
_LARGE_ENOUGH = 0.68
"""The same for a circle with words at its slices, if a legend would have room beside it."""
_LEAST = 0.43
"""The same for any circle with words at its slices."""
_LARGEST = 0.85
"""The same for a circle with a legend, where that is a choice."""
_MOST_LISTED = 0.65
"""Share of the height that a legend below a circle may take; programs drop what has no room."""
_LIST_LINE = 1.15
"""Rows of a legend, in lines of text; programs drop rows that have no room."""
NUMBER_GAP = 2 * "\u00a0"
"""Between the name of a slice and its number."""
_MOST_LABELLED = 100
"""Slices of which each may have its label; no slide has room for more around a circle."""


def pie_plot(chart: Chart, plot: Plot, space: ChartSpace, head: float, foot: float) -> Plot:
    """Return the plot of a pie or a ring with words at its slices, or with a legend.

    The words are as large as a large circle allows. Without space for them, a legend has them.
    """
    height = space.height - head - foot
    width = space.widest(shown_numbers(chart))
    plot = plot._replace(labels=chart.labels is not False)
    counted = plot._replace(series_naming="counted", labels=False)
    if plot.labels and (labelled := _largest_labelled(chart, plot, space, head, height)):
        least = min(height, space.width)
        if _is_wide(space) and labelled.area.width * space.width < _LARGE_ENOUGH * least:
            listed = _largest_listed(chart, counted, space, (head, height, 0))
            if listed.area.width * space.width >= _LARGEST * least:
                return listed
        return labelled
    if not plot.labels or not _words_fit(chart, space):
        made = plot._replace(series_naming="legend")
        if chart.kind == "donut" and plot.labels:
            made = made._replace(series_naming="counted", labels=False)
        # The numbers of a pie stand around it.
        aside = width + space.size if plot.labels and chart.kind == "pie" else 0
        made = _largest_listed(chart, made, space, (head, height, aside))
        if not made.labels or _is_legible(chart, made, space):
            return made
    return _largest_listed(chart, counted, space, (head, height, 0))


def _is_wide(space: ChartSpace) -> bool:
    """Return whether a circle of the chart's height would leave much of its width free."""
    return space.width > 1.5 * space.height


def _words_fit(chart: Chart, space: ChartSpace) -> bool:
    """Return whether no word of a label is too wide."""
    words = tuple(word for name in chart.categories for word in name.split())
    return space.widest(words) <= space.width * _LABEL


def _largest_labelled(
    chart: Chart, plot: Plot, space: ChartSpace, head: float, height: float
) -> Plot | None:
    """Return the plot of a circle with words at its slices; None if they have no space there.

    Numbers stand behind their names, or below them if that makes the circle larger.
    """
    if sum(1 for value in chart.series[0].values if value) > _MOST_LABELLED:
        return None
    found = []
    for size in sorted({*_SIZES, space.size}, reverse=True):
        if size < space.size:
            break
        larger = space._replace(size=size)
        if not _words_fit(chart, larger):
            continue
        for is_stacked in (False, True):
            trial = plot._replace(size=size, stacked_labels=is_stacked)
            made = _labelled(chart, trial, larger, head, height)
            if made and _is_legible(chart, made, larger):
                found.append(made)
                if made.area.width * space.width >= _LARGE * min(height, space.width):
                    return made
    return max(found, key=lambda made: made.area.width, default=None)


def _labelled(
    chart: Chart, plot: Plot, space: ChartSpace, head: float, height: float
) -> Plot | None:
    """Return the plot of the largest circle with its words beside it; None if it is too small."""
    slices = list(_slices(chart, plot, space))
    if not plot.stacked_labels:
        widest = max((part.label for part in slices), default=0)
        if widest > space.width * _LABEL:
            return None
    radius = min(height, space.width) / 2
    least = radius * _LEAST
    while True:
        left, upper, right, lower = _edges(chart, slices, radius, space, _lines(plot))
        beyond = max(right - left - space.width, lower - upper - height)
        if beyond < 1:
            break
        # No edge moves further than the circle grows.
        radius -= beyond / 2
        if radius < least:
            return None
    # In a wide place, the words begin at the left edge.
    free = space.width - right + left
    start = (0 if _is_wide(space) else free / 2) - left - radius
    top = head - upper - radius
    plot = plot._replace(area=_shares(space, start, top, 2 * radius, 2 * radius))
    if chart.kind == "pie":
        return plot
    named = iter(slices)
    middle_of_ring = radius * (1 + _HOLE / 100) / 2
    offsets = []
    for value in chart.series[0].values:
        offset = LabelOffset(0, 0)
        if value:
            part = next(named)
            x, y = _outside(part, radius, space, _lines(plot))
            x -= part.x * middle_of_ring
            y -= part.y * middle_of_ring
            offset = LabelOffset(x / space.width, y / space.height)
        offsets.append(offset)
    return plot._replace(hole_size=_HOLE, label_offsets=tuple(offsets))


def _edges(
    chart: Chart, slices: list[_Slice], radius: float, space: ChartSpace, lines: int
) -> tuple[float, float, float, float]:
    """Return the left, upper, right and lower edge of a circle with labels of so many lines.

    They hold in every program, in points from the middle of the circle.
    """
    beside = [
        (x, y, part.label / 2)
        for middles in _middles(chart, slices, radius, space, lines)
        for part, (x, y) in zip(slices, middles, strict=True)
    ]
    high = lines * space.line_height / 2
    return (
        min(-radius, *(x - half for x, _, half in beside)),
        min(-radius, *(y - high for _, y, _ in beside)),
        max(radius, *(x + half for x, _, half in beside)),
        max(radius, *(y + high for _, y, _ in beside)),
    )


def _middles(
    chart: Chart, slices: list[_Slice], radius: float, space: ChartSpace, lines: int
) -> list[list[tuple[float, float]]]:
    """Return the middles of the labels, seen from the circle's, as each program sets them."""
    if chart.kind == "donut":
        return [[_outside(part, radius, space, lines) for part in slices]]
    high = lines * space.line_height
    ways = (_touching, _cornered)
    return [[place(part, radius, high) for part in slices] for place in ways]


def _lines(plot: Plot) -> int:
    """Return how many lines the label of a slice has."""
    return 2 if plot.stacked_labels else 1


def counted_names(chart: Chart) -> tuple[str, ...]:
    """Return the name of each slice with its number, as in a legend."""
    series = chart.series[0]
    return tuple(
        name
        if value is None
        else f"{name}{NUMBER_GAP}{format_number(value, series.number_format, chart.lang)}"
        for name, value in zip(chart.categories, series.values, strict=True)
    )


def _largest_listed(
    chart: Chart, plot: Plot, space: ChartSpace, place: tuple[float, float, float]
) -> Plot:
    """Return the plot of a circle with a legend in the largest words that leave it large.

    `place` is that of `_listed`.
    """
    rows = len(chart.categories) * LINE * _LIST_LINE
    for size in _SIZES if not plot.labels else ():
        if size > space.size and rows * size <= place[1]:
            made = _listed(chart, plot._replace(size=size), space._replace(size=size), place)
            if made.area.width * space.width >= _LARGEST * min(place[1], space.width):
                return made
    return _listed(chart, plot, space, place)


def lists_all(chart: Chart) -> bool:
    """Return whether the legend of a placed circle has room for all rows; True without a legend."""
    plot, box = chart.plot, chart.box
    if plot is None or box is None or plot.legend is None:
        return True
    needed = len(chart.categories) * plot.size * LINE * EMU_PER_POINT
    return needed <= plot.legend.height * box.cy


def _listed(chart: Chart, plot: Plot, space: ChartSpace, place: tuple[float, float, float]) -> Plot:
    """Return the plot of a circle with a legend right of it, or below it if it is larger then.

    `place` has its top, its largest height, and the space for the numbers around it, in points.
    """
    head, height, aside = place
    listed = counted_names(chart) if plot.series_naming == "counted" else chart.categories
    around = 2.8 * space.line_height if aside else 0
    names = min(space.widest(listed) + 2.7 * space.size, space.width)
    tall = min(len(listed) * space.line_height * _LIST_LINE, height)
    low = min(tall, height * _MOST_LISTED)
    right = min(height - around, space.width - names - 2 * aside - space.size)
    below = min(height - around - low - space.size, space.width - 2 * aside)
    across = max(right, below, space.width * 0.2)
    top = head + around / 2
    if below > right:
        legend = _shares(space, 0, head + height - low, names, low)
    else:
        start = across + 2 * aside + space.size
        middle = max(across + around - tall, 0) / 2
        legend = _shares(space, start, head + middle, names, tall)
    area = _shares(space, aside, top, across, across)
    return plot._replace(legend=legend, area=area, hole_size=_HOLE)


class _Slice(NamedTuple):
    """A slice: where its middle is on a circle of radius 1."""

    x: float
    y: float
    label: float
    """Points of its label's width."""


def _is_legible(chart: Chart, plot: Plot, space: ChartSpace) -> bool:
    """Return whether each label has space beside the others."""
    if any(value == 0 for value in chart.series[0].values):
        return False
    slices = list(_slices(chart, plot, space))
    radius, lines = plot.area.width * space.width / 2, _lines(plot)
    return all(
        _are_clear(slices, middles, lines * space.line_height)
        for middles in _middles(chart, slices, radius, space, lines)
    )


def _are_clear(slices: list[_Slice], middles: list[tuple[float, float]], high: float) -> bool:
    """Return whether no label lies on another; they are `high` in points."""
    return not any(
        abs(x - other_x) < (part.label + other.label) / 2 and abs(y - other_y) < high
        for (part, (x, y)), (other, (other_x, other_y)) in combinations(
            zip(slices, middles, strict=True), 2
        )
    )


def _outside(part: _Slice, radius: float, space: ChartSpace, lines: int) -> tuple[float, float]:
    """Return the middle of a label that stands free of the circle, seen from its middle."""
    far = radius + space.size * 0.5
    aside = max(min(2 * part.x, 1), -1)
    return part.x * far + aside * part.label / 2, part.y * (far + lines * space.line_height / 2)


def _slices(chart: Chart, plot: Plot, space: ChartSpace) -> Iterator[_Slice]:
    series = chart.series[0]
    whole = sum(value or 0 for value in series.values)
    start = 0.0
    names = zip(series.values, chart.categories, counted_names(chart), strict=True)
    for value, name, counted in names:
        angle = 2 * math.pi * (value or 0) / whole
        if value:
            number = format_number(value, series.number_format, chart.lang)
            alone = plot.series_naming == "legend"
            texts = (number,) if alone else (name, number) if plot.stacked_labels else (counted,)
            x, y = math.sin(start + angle / 2), -math.cos(start + angle / 2)
            yield _Slice(x, y, space.widest(texts) + space.size * 0.4)
        start += angle


def _touching(part: _Slice, radius: float, line: float) -> tuple[float, float]:
    """Return the middle of a label whose nearest side touches the pie."""
    return part.x * (radius + part.label / 2), part.y * (radius + line / 2)


def _cornered(part: _Slice, radius: float, line: float) -> tuple[float, float]:
    """Return the middle of a label whose corner touches the pie, as in LibreOffice."""
    x, y, label = part
    return x * radius + math.copysign(label / 2, x), y * radius + math.copysign(line / 2, y)


def _shares(space: ChartSpace, x: float, y: float, width: float, height: float) -> RelativeBox:
    return RelativeBox(
        x / space.width, y / space.height, width / space.width, height / space.height
    )
