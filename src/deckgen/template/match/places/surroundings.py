"""What stands on a layout around its placeholders, and what lies behind them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from deckgen.brand.contrast import LARGE_MINIMUM, contrast_ratio, mixed
from deckgen.deck.box import Box
from deckgen.deck.layout import FilledArea, Placeholder
from deckgen.template.resolve.drawn_shapes import backdrop_color
from deckgen.template.template import DrawnShape, TemplateLayout

_STRIPS = 6
"""Parts of a text, one below another, whose grounds are looked at where it has several."""
_SEEN = 1.1
"""The contrast below which a fill is hardly seen on what lies behind it."""
_FAINT = 0.1
"""The opacity up to which a fill is hardly seen, whatever its colours are."""
_PANEL = 0.2
"""Share of the slide from which a fill is a panel, and no bar."""


class Surroundings(NamedTuple):
    """What surrounds the text of a layout."""

    drawn: tuple[DrawnShape, ...]
    """The shapes that are seen, and the footers that slides show."""
    layout: TemplateLayout
    slide_height: int
    """EMU."""

    def color_behind(self, box: Box, fill: DrawnShape | None = None) -> str | None:
        """Return RRGGBB behind a text in a box; None if it is not one colour.

        `fill` is the fill of the box itself.
        """
        own = (fill._replace(box=box),) if fill else ()
        return backdrop_color(box, (*self.layout.drawn, *own), self.layout.paper)

    def colors_behind(self, box: Box, color: str, fill: DrawnShape | None) -> tuple[str, ...]:
        """Return the RRGGBB behind a text in a box, several on a gradient; none if unknown.

        The colours of several panels are returned only if a text of `color`, RRGGBB, is seen on
        none of them. Other arguments are those of `color_behind`. Pictures that end within the box
        do not count: they are a skyline or a logo, and most of the text stands beside them. A
        picture that fills the page is measured behind the box.
        """
        own = (fill._replace(box=box),) if fill else ()
        drawn = [
            shape
            for shape in (*self.layout.drawn, *own)
            if shape.kind != "picture" or (shape.box.contains(box) and shape.paper is None)
        ]
        hides = any(shape.opacity > 0 and shape.box.overlaps(box) for shape in drawn)
        if self.layout.picture and not hides:
            return self.layout.picture.colors_behind(box)
        behind = backdrop_color(box, drawn, self.layout.paper)
        if behind is not None:
            return (behind,)
        high = box.cy // _STRIPS
        strips = (box._replace(y=box.y + at * high, cy=high) for at in range(_STRIPS))
        parts = (backdrop_color(strip, drawn, self.layout.paper) for strip in strips)
        known = tuple(part for part in parts if part is not None)
        if known and max(contrast_ratio(color, part) for part in known) < LARGE_MINIMUM:
            return known
        return () if hides else self.layout.stops

    def own_box(self, placeholder: Placeholder) -> Box:
        """Return the box that the layout gives a placeholder; the placeholder's if it has none."""
        if placeholder.is_text_box:
            return placeholder.box
        own = (each.box for each in self.layout.layout.placeholders if each.idx == placeholder.idx)
        return next(own, placeholder.box)


def uncovered_grounds(layout: TemplateLayout) -> tuple[FilledArea, ...]:
    """Return what lies behind placeholders with a fill of their own, where it is one colour.

    A graphic in the place of such a text does not have its fill.
    """
    boxes = [each.box for each in layout.layout.placeholders if each.idx in layout.fills]
    grounds = [(box, backdrop_color(box, layout.drawn, layout.paper)) for box in boxes]
    return tuple(FilledArea(box, color) for box, color in grounds if color is not None)


def large_panels(layout: TemplateLayout, page: Box) -> tuple[FilledArea, ...]:
    """Return the fills of one colour that graphics may stand on, the lowest first.

    A panel below another shape of unknown colours is left out, and so are bars.
    """
    least = page.area * _PANEL
    return tuple(
        FilledArea(panel.box, panel.color)
        for at, panel in enumerate(layout.drawn)
        if panel.color is not None
        and panel.opacity >= 1
        and panel.box.area >= least
        and not any(_hides_color(above, panel) for above in layout.drawn[at + 1 :])
    )


def _hides_color(above: DrawnShape, panel: DrawnShape) -> bool:
    unknown = above.opacity > 0 and (above.color is None or above.opacity < 1)
    return unknown and above.box.overlaps(panel.box)


def seen_shapes(layout: TemplateLayout, footers: Iterable[Box]) -> tuple[DrawnShape, ...]:
    """Return what is seen of the shapes drawn on a layout, and its footers."""
    seen = [
        shape
        for at, shape in enumerate(layout.drawn)
        if not any(_hides(above, shape) for above in layout.drawn[at + 1 :])
        and not _is_faint(shape, layout.drawn[:at], layout.paper)
    ]
    return (*seen, *(DrawnShape(box, "text") for box in footers))


def _hides(above: DrawnShape, shape: DrawnShape) -> bool:
    whole = above.kind == "picture" or (above.color is not None and above.opacity >= 1)
    return whole and above.box.contains(shape.box)


def _is_faint(shape: DrawnShape, below: Sequence[DrawnShape], paper: str | None) -> bool:
    x, y, cx, cy = shape.box
    behind = backdrop_color(Box(x, y, max(cx, 1), max(cy, 1)), below, paper)
    if shape.kind == "fill" and shape.opacity <= _FAINT:
        return True
    if behind is None:
        return False
    if shape.kind == "line" and shape.line_color is not None:
        return contrast_ratio(shape.line_color, behind) < _SEEN
    if shape.kind != "fill" or shape.color is None:
        return False
    return contrast_ratio(mixed(behind, shape.color, shape.opacity), behind) < _SEEN
