"""Where a pie or a ring stands in its room, with its words beside it or in a legend."""

from __future__ import annotations

from deckgen.deck.chart import Chart
from deckgen.deck.chart_room import Room, numbers
from deckgen.deck.plot import Plot, Shares

_LABEL = 0.19
"""Share of a chart's width that a label may take."""


def round_plot(chart: Chart, plot: Plot, room: Room, head: float, foot: float) -> Plot:
    """Return the plot of a pie with the words beside its slices; else, and of a ring, a legend.

    Programs break labels that are wider than a fifth of the chart, even within a word.
    """
    high = room.high - head - foot
    wide = room.widest(numbers(chart))
    words = tuple(word for name in chart.categories for word in name.split())
    plot = plot._replace(labels=_labelled(chart))
    if chart.kind == "donut" or room.widest(words) > room.wide * _LABEL or not plot.labels:
        # The numbers of a pie stand around it, those of a ring on it.
        aside = 0 if chart.kind == "donut" else wide + room.size
        return _listed(chart, plot, room, (head, high, aside))
    beside = min(room.widest(chart.categories) + wide + 1.5 * room.size, room.wide * 0.3)
    across = max(min(high - 2.8 * room.line, room.wide - 2 * beside), room.wide * 0.25)
    left = beside if room.wide > 1.5 * room.high else (room.wide - across) / 2
    top = head + (high - across) / 2
    return plot._replace(area=_shares(room, left, top, across, across))


def _listed(chart: Chart, plot: Plot, room: Room, place: tuple[float, float, float]) -> Plot:
    """Return the plot of a circle with a legend right of it, or below it where it is larger so.

    `place` is where it begins, how high it may be, and what its numbers need around it, in points.
    """
    head, high, aside = place
    around = 2.8 * room.line if aside else 0
    names = min(room.widest(chart.categories) + 2.7 * room.size, room.wide)
    tall = min(len(chart.categories) * room.line * 1.15, high / 2)
    right = min(high - around, room.wide - names - 2 * aside - room.size)
    below = min(high - around - tall - room.size, room.wide - 2 * aside)
    across = max(right, below, room.wide * 0.2)
    if below > right:
        top = head + around / 2
        legend = _shares(room, 0, head + high - tall, names, tall)
    else:
        top = head + (high - across) / 2
        start = across + 2 * aside + room.size
        legend = _shares(room, start, head + (high - tall) / 2, names, tall)
    area = _shares(room, aside, top, across, across)
    hole = _hole(room.widest(numbers(chart)), across)
    return plot._replace(naming="legend", legend=legend, area=area, hole=hole)


def _shares(room: Room, x: float, y: float, wide: float, high: float) -> Shares:
    """Return points as shares of the chart."""
    return Shares(x / room.wide, y / room.high, wide / room.wide, high / room.high)


def _labelled(chart: Chart) -> bool:
    return chart.labels is not False


def _hole(label: float, across: float) -> int:
    """Return per cent of a ring's width that is hollow, so that the numbers stand on the ring."""
    return min(max(round(100 - 230 * label / across), 30), 58)
