"""The scales of a chart as PowerPoint chooses them, and numbers as it shows them.

“How Chart Axis Limits Are Determined” (Microsoft): a scale ends at the first step beyond its
greatest number and a twentieth of the span. It begins at zero, unless its numbers differ by less
than a sixth of the greatest one.
"""

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from deckgen.deck.chart_scale import MOST_STEPS, round_step
from deckgen.language.number_formats import NumberFormat, format_number, separators
from deckgen.render.light.charts.chart_values import Axis

_BEYOND = 1 / 20
_NEAR = 1 / 6
_MOST_TICKS = 60
_BRACKETS = re.compile(r"\[[^\]]*\]")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|[_*].')
_DIGITS = re.compile(r"[#0,]*0(?:\.(0+))?")


class AxisScale(NamedTuple):
    """The ends and the step of an axis of values."""

    low: float
    high: float
    step: float

    def share(self, value: float) -> float:
        """Return the place of a value along the axis, from 0 to 1."""
        return (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)

    @property
    def base(self) -> float:
        """The value from which bars begin: zero, or the nearest one."""
        return min(max(0, self.low), self.high)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values with a label."""
        first = math.ceil(self.low / self.step - 1e-9)
        last = math.floor(self.high / self.step + 1e-9)
        return tuple(round(at * self.step, 12) for at in range(first, last + 1))


def axis_scale(
    axis: Axis, values: Sequence[float], *, from_zero: bool, top: float | None = None
) -> AxisScale:
    """Return the scale of an axis; `from_zero` says that lengths are compared, `top` its end."""
    low, high = min(values, default=0), max(values, default=0)
    span = high - low
    if from_zero or span > _NEAR * max(abs(low), abs(high)):
        low, high = min(low, 0), max(high, 0)
        begin, end = low, high
        if low < 0:
            begin = low - (high - low) * _BEYOND
        if high > 0:
            end = high + (high - low) * _BEYOND
    else:
        begin, end = low - span / 2, high + span * _BEYOND
    if begin == end:
        begin, end = min(begin, 0), max(end * 1.05, 0) or 1
    if axis.low is not None:
        begin = min(axis.low, end)
    if top is not None:
        end = max(top, begin)
    length = (end - begin) or 1
    step = axis.step if axis.step > length / _MOST_TICKS else round_step(length / MOST_STEPS)
    start = begin if axis.low is not None else math.floor(begin / step + 1e-9) * step
    stop = end if top is not None else math.ceil(end / step - 1e-9) * step
    return AxisScale(start, max(stop, start + step), step)


def shown_number(value: float, code: str, lang: str) -> str:
    """Return a number as a format code of Excel shows it (18.8.31): digits, per cent and words."""
    plain = _BRACKETS.sub("", code.partition(";")[0])
    digits = _DIGITS.search(plain)
    if digits is None:
        decimals = next((at for at in range(6) if abs(round(value, at) - value) < 1e-9), 6)
        return format_number(value, NumberFormat(decimals), lang)
    before, after = plain[: digits.start()], plain[digits.end() :]
    decimals, shown = len(digits[1] or ""), value * (100 if "%" in after else 1)
    number = format_number(shown, NumberFormat(decimals), lang)
    if "," not in digits[0]:
        number = number.replace(separators(lang)[1], "")
    return f"{_words(before)}{number}{_words(after)}".strip()


def _words(code: str) -> str:
    return _QUOTED.sub(lambda match: match[1] or match[2] or "", code)
