"""How far a box on a layout may grow before it meets another, a drawn shape, or the edge."""

from collections.abc import Iterable, Sequence

from deckgen.deck.box import Box
from deckgen.template.template import DrawnShape

_EDGE = 0.04
"""Share of the slide that stays free at its edges."""
_GAP = 0.01
"""Share of the slide's height between two placeholders."""
_LEAST_GAIN = 1.1


def growth_limit(
    box: Box, others: Iterable[Box], drawn: Iterable[DrawnShape], height: int
) -> Box | None:
    """Return a box extended up and down as far as nothing stands; None if that gains too little.

    `others` are all boxes that the slide fills; they may contain `box` itself. `drawn` is what the
    layout draws; a box that stands on a panel or a picture stays on it. `height` is that of the
    slide, in EMU.
    """
    top, bottom = round(height * _EDGE), round(height * (1 - _EDGE))
    gap = round(height * _GAP)
    in_the_way = [other for other in others if other != box]
    for shape in seen_around(box, tuple(drawn)):
        if shape.box.contains(box):
            top, bottom = max(top, shape.box.y), min(bottom, shape.box.bottom)
        else:
            in_the_way.append(shape.box)
    for other in in_the_way:
        if other.x >= box.right or box.x >= other.right:
            continue
        if other.bottom <= box.y + box.cy // 2:
            top = max(top, other.bottom + gap)
        elif other.y >= box.y + box.cy // 2:
            bottom = min(bottom, other.y - gap)
        else:
            return None
    top, bottom = min(top, box.y), max(bottom, box.bottom)
    if bottom - top <= box.cy * _LEAST_GAIN:
        return None
    return box._replace(y=top, cy=bottom - top)


def seen_around(box: Box, drawn: Sequence[DrawnShape]) -> Sequence[DrawnShape]:
    """Return what is seen within and around a box on a ground: what lies below that is hidden.

    `drawn` begins with the lowest shape. A ground is a fill of one colour that contains the box.
    """
    for at in range(len(drawn) - 1, 0, -1):
        ground = drawn[at]
        if ground.color is not None and ground.opacity >= 1 and ground.box.contains(box):
            return drawn[at:]
    return drawn


def crossed_share(text: Box, drawn: Iterable[DrawnShape]) -> float:
    """Return the share of a text that shapes across it take with their boxes, up to 1."""
    across = (shape.box for shape in drawn if not shape.box.contains(text))
    return min(sum(map(text.shared_area, across)) / text.area, 1)
