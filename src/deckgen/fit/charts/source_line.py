"""The lines around a chart: the unit of its numbers above them, their source at the foot."""

from deckgen.deck.graphics.plot import RelativeBox
from deckgen.fit.charts.chart_space import LINE, ChartSpace, line_count

_WIDER = 1.04
"""How much wider than measured text may be."""
_MOST_LINES = 3
_STEPS = 25


def source_box(source: str, space: ChartSpace, size: int) -> tuple[RelativeBox, int]:
    """Return the box of a source at the foot of a chart, and how many lines it takes; size in pt.

    Several lines are alike in length: the box is the narrowest for as many.
    """
    width, lines = _narrowest(source, space._replace(size=size))
    height = size * LINE * (lines + 0.1) / space.height
    return RelativeBox(0, 1 - height, width, height), lines


def unit_box(unit: str, space: ChartSpace) -> tuple[RelativeBox, int]:
    """Return the box of a unit at the head of a chart, and how many lines it takes."""
    width, lines = _narrowest(unit, space)
    return RelativeBox(0, 0, width, space.line_height * (lines + 0.1) / space.height), lines


def _narrowest(text: str, space: ChartSpace) -> tuple[float, int]:
    """Return the share of a chart's width in which a text has its lines, and how many."""
    lines = min(line_count(text, space.width / _WIDER, space), _MOST_LINES)
    if lines == 1:
        return 1.0, lines
    shares = (1 - step / _STEPS for step in range(1, _STEPS))
    fitting = [
        share for share in shares if line_count(text, space.width * share / _WIDER, space) <= lines
    ]
    return min(fitting, default=1.0), lines
