"""The place of the line that names the source of a chart's numbers."""

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
    small = space._replace(size=size)
    lines = min(line_count(source, space.width / _WIDER, small), _MOST_LINES)
    width = 1.0
    if lines > 1:
        shares = (1 - step / _STEPS for step in range(1, _STEPS))
        width = min(
            [share for share in shares if _lines(source, share, small) <= lines], default=1.0
        )
    height = size * LINE * (lines + 0.1) / space.height
    return RelativeBox(0, 1 - height, width, height), lines


def _lines(source: str, share: float, space: ChartSpace) -> int:
    return line_count(source, space.width * share / _WIDER, space)
