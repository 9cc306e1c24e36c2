"""How far a placeholder may grow on a slide before it meets another placeholder or the edge."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.deck.box import Box

_EDGE = 0.04
"""Share of the slide that stays free at its edges."""
_GAP = 0.01
"""Share of the slide's height between two placeholders."""
_LEAST_GAIN = 1.1


def growth_limit(box: Box, others: Iterable[Box], height: int) -> Box | None:
    """Return a box extended up and down to the next box or the edge; None if that gains too little.

    `height` is that of the slide, in EMU. `others` are all boxes that the slide fills; they may
    contain `box` itself.
    """
    top, bottom = round(height * _EDGE), round(height * (1 - _EDGE))
    gap = round(height * _GAP)
    for other in others:
        if other == box or other.x >= box.x + box.cx or box.x >= other.x + other.cx:
            continue
        if other.y + other.cy <= box.y + box.cy // 2:
            top = max(top, other.y + other.cy + gap)
        elif other.y >= box.y + box.cy // 2:
            bottom = min(bottom, other.y - gap)
        else:
            return None
    top, bottom = min(top, box.y), max(bottom, box.y + box.cy)
    if bottom - top <= box.cy * _LEAST_GAIN:
        return None
    return box._replace(y=top, cy=bottom - top)
