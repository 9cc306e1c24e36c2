"""The filled areas of a layout: what each looks like, so that what is put on it can be judged."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.brand.contrast import contrast_ratio
from deckgen.brand.generate.contrast_pairs import BackgroundColor
from deckgen.brand.generate.grid import GRIDS, SlideFormat, inch_box
from deckgen.brand.generate.layout_design import Decoration, LayoutDesign, Rectangle
from deckgen.deck.box import Box
from deckgen.deck.layout import FilledArea, SchemeColor

_ACCENTS: tuple[SchemeColor, ...] = ("accent1", "accent2")
_SEEN = 1.25
"""Contrast from which an area is seen that bears no words."""


def with_visible_areas(
    design: LayoutDesign, size: SlideFormat, colors: Mapping[str, str]
) -> LayoutDesign:
    """Return the layout with what its filled areas look like, and all of them to be seen.

    An area that is lost on the one below it takes the first accent that is not.
    """
    grid = GRIDS[size]
    page = FilledArea(inch_box(0, 0, grid.width, grid.height), colors[design.background])
    areas = [page]
    drawn: list[Decoration] = []
    for art in design.art:
        if isinstance(art, Rectangle):
            below = next(one.color for one in reversed(areas) if _covers(one.box, art.box))
            color = _seen(art.color, below, colors)
            areas.append(FilledArea(art.box, BackgroundColor(color, art.shade).rgb(colors)))
            drawn.append(art._replace(color=color))
        else:
            drawn.append(art)
    layout = design.layout._replace(filled_areas=tuple(areas))
    return design._replace(layout=layout, art=tuple(drawn))


def _seen(color: SchemeColor, below: str, colors: Mapping[str, str]) -> SchemeColor:
    """Return the colour of an area if it is seen on another, else the accent that is seen best."""
    if color not in _ACCENTS or contrast_ratio(colors[color], below) >= _SEEN:
        return color
    return max(_ACCENTS, key=lambda one: contrast_ratio(colors[one], below))


def _covers(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.x + outer.cx >= inner.x + inner.cx - 1
        and outer.y + outer.cy >= inner.y + inner.cy - 1
    )
