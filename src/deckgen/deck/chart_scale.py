"""The ends of a scale that the program chooses, and so the space beyond the numbers.

Excel and PowerPoint end a scale at the first step beyond the number and a twentieth of the span
(“How Chart Axis Limits Are Determined”, Microsoft; the same for all kinds with an axis of values).
Each program chooses its step; the finest of any is taken, so that no program has less space.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from deckgen.deck.graphics import Chart, Series

MOST_STEPS = 10
"""The most steps of an axis."""
CALM_STEPS = 5
"""The most lines across a plot, not counting its base."""
_QUARTER = 2.5
_READABLE = {1: 1, 2: 1, 5: 1, 10: 1, 20: 1, _QUARTER: 0.95, 4: 0.9}
"""Steps of an axis: one is taken if its scale is shorter than this share of another step's."""
_BEYOND = 1 / 20
"""The share of the span that a scale has beyond its numbers."""


class Scale(NamedTuple):
    """The ends of an axis of values."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Return the place of a value along the axis, from 0 to 1."""
        return (value - self.low) / ((self.high - self.low) or 1)


def scale_of(values: Iterable[float | None], *, from_zero: bool, step: float = 0) -> Scale:
    """Return the scale of some values; with `from_zero`, it includes zero.

    `step` is the major unit of the chart; 0 if the program chooses it.
    """
    numbers = [value for value in values if value is not None]
    if from_zero:
        numbers.append(0)
    low, high = min(numbers, default=0), max(numbers, default=0)
    span = high - low
    if not span:
        return Scale(min(low, 0), max(high, 0) * 1.1 or 1)
    step = step or round_step(span * (1 + _BEYOND) / MOST_STEPS)
    top = 0 if from_zero and high <= 0 else math.ceil((high + span * _BEYOND) / step) * step
    bottom = 0 if from_zero and low >= 0 else math.floor((low - span * _BEYOND) / step) * step
    return Scale(bottom, top)


def round_step(least: float) -> float:
    """Return the smallest of 1, 2, 5, 10, 20 … (and 0.5, 0.2 …) that is not below `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= least * (1 - 1e-9))


def calm_step(values: Sequence[float | None], *, from_zero: bool) -> float:
    """Return the step with two to five lines, not counting that at the low end, on a short scale.

    Steps of 4 and of 25, 250 … are not as easy to read, so they must make it clearly shorter.
    """
    finest = scale_of(values, from_zero=from_zero)
    power = 10.0 ** math.floor(math.log10((finest.high - finest.low) / CALM_STEPS))
    lengths: dict[float, float] = {}
    for share, worth in _READABLE.items():
        step = share * power
        scale = scale_of(values, from_zero=from_zero, step=step)
        length = scale.high - scale.low
        if 2 <= round(length / step, 6) <= CALM_STEPS and (share != _QUARTER or power > 1):
            lengths[step] = length / worth
    return min(lengths, key=lengths.__getitem__)


def axis_values(chart: Chart, series: Sequence[Series]) -> tuple[float, ...]:
    """Return the values that an axis must include for some series: sums, if they are stacked."""
    if not chart.adds_up:
        return tuple(number for each in series for number in each.numbers)
    values = [[value or 0 for value in each.values] for each in series]
    return tuple(
        sum(value for value in stack if (value < 0) is below)
        for stack in zip(*values, strict=True)
        for below in (True, False)
    )


def stack_scale(chart: Chart) -> Scale:
    """Return the scale of the stacks of a chart; that of shares ends with the whole."""
    sums = axis_values(chart, chart.series)
    return Scale(0, max(sums)) if chart.shows_shares else scale_of(sums, from_zero=True)


def scale_decimals(scale: Scale) -> int:
    """Return the number of decimals of the finest step of a scale."""
    return step_decimals(round_step(((scale.high - scale.low) or 1) / (MOST_STEPS + 1)))


def step_decimals(step: float) -> int:
    """Return the number of decimals of a step."""
    return max(0, -math.floor(math.log10(step) + 1e-9))


def begins_at_zero(chart: Chart) -> bool:
    """Return whether the scale begins at zero.

    It always does if lengths are compared. A scale of lines does where programs let it.
    """
    values = [number for series in chart.series for number in series.numbers]
    least, most = min(values, default=0), max(values, default=0)
    if least < 0:
        return False
    if chart.kind == "line":
        return reaches_zero(values)
    return chart.kind != "scatter" or least <= most / 2


def reaches_zero(values: Sequence[float]) -> bool:
    """Return whether programs let a scale reach zero: unless values differ by less than a sixth."""
    far = [abs(value) for value in values]
    return min(far, default=0) <= max(far, default=0) * 5 / 6


def has_two_scales(chart: Chart) -> bool:
    """Return whether the lines of a combined chart need a scale of their own; zeros need none."""
    if chart.kind != "combined":
        return False
    largest: dict[bool, float] = {True: 0, False: 0}
    percent: dict[bool, bool] = {True: False, False: False}
    for series in chart.series:
        percent[series.as_line] |= series.number_format.percent
        for number in series.numbers:
            largest[series.as_line] = max(largest[series.as_line], abs(number))
    low, high = sorted(largest.values())
    return percent[True] != percent[False] or 0 < low * 4 < high
