"""What stands behind the text of a layout: panels, pictures, bars, and the slide's own background.

Shapes count by the rectangle that they stand in; of one that is none, nobody knows what it covers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from deckgen.brand.contrast import mixed
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.attributes import parse_integer, parse_share
from deckgen.template.resolve.backgrounds import FillContext, fill_element, single_color, theme_fill
from deckgen.template.resolve.color_values import color_in, local_name
from deckgen.template.resolve.placeholders import placeholder_family
from deckgen.template.resolve.read_shapes import TemplateShape, turned_box

_ALL, _NOTHING = 0.9, 0.1
"""Shares of a text's box from which a shape lies behind all of it, and up to which behind none."""
_TEXTS = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})


class FilledShape(NamedTuple):
    """A filled shape."""

    box: Box
    color: str | None
    """RRGGBB; None for a picture, or another shape than a rectangle."""
    opacity: float


def filled_shapes(found: Iterable[TemplateShape], paint: FillContext) -> tuple[FilledShape, ...]:
    """Return the filled shapes of a master or layout as they are drawn, placeholders left out."""
    drawn = (_panel(shape, paint) for shape in found if shape.placeholder is None)
    return tuple(panel for panel in drawn if panel is not None)


def placeholder_fills(
    found: Iterable[TemplateShape], master: Iterable[TemplateShape]
) -> Mapping[int | None, Element]:
    """Return the fills of a layout's placeholders by `idx`, None for the title; or the master's."""
    handed: dict[str, Element] = {}
    for shape in master:
        fill = _own_fill(shape)
        if shape.placeholder is not None and fill is not None:
            handed.setdefault(placeholder_family(shape.placeholder.get("type", "obj")), fill)
    fills: dict[int | None, Element] = {}
    for shape in found:
        if shape.placeholder is None:
            continue
        kind = placeholder_family(shape.placeholder.get("type", "obj"))
        idx = None if kind == "title" else max(parse_integer(shape.placeholder.get("idx")) or 0, 0)
        fill = _own_fill(shape)
        fill = handed.get(kind) if fill is None else fill
        if fill is not None:
            fills.setdefault(idx, fill)
    return fills


def backdrop_colors(
    shown: Iterable[Placeholder],
    fills: Mapping[int | None, Element],
    drawn: Sequence[FilledShape],
    paper: str | None,
    paint: FillContext,
) -> tuple[str | None, ...]:
    """Return the RRGGBB behind each placeholder for text, the largest first; footers do not count.

    None stands where nobody knows, or where there is more than one. `fills` are the placeholders'
    own ones.
    """
    found = []
    for one in texts_by_size(shown):
        own = fills.get(one.idx)
        panel = None if own is None else _filled(one.box, own, paint)
        found.append(backdrop_color(one.box, (*drawn, panel) if panel else drawn, paper))
    return tuple(found)


def texts_by_size(shown: Iterable[Placeholder]) -> list[Placeholder]:
    """Return the placeholders for text, the largest first; those at the foot do not count."""
    texts = (one for one in shown if one.type in _TEXTS)
    return sorted(texts, key=lambda one: -one.box.cx * one.box.cy)


def backdrop_color(box: Box, drawn: Iterable[FilledShape], paper: str | None) -> str | None:
    """Return the RRGGBB behind all of a box; None if nobody knows, or it is more than one."""
    color = paper
    for panel in drawn:
        part = _covered(box, panel.box)
        if part <= _NOTHING:
            continue
        if part < _ALL or panel.color is None:
            color = None
        elif panel.opacity >= 1:
            color = panel.color
        elif color is not None:
            color = mixed(color, panel.color, panel.opacity)
    return color


def covers(box: Box, other: Box) -> bool:
    """Return whether a box covers all of another one, or as good as all."""
    return _covered(other, box) >= _ALL


def _own_fill(shape: TemplateShape) -> Element | None:
    properties = shape.element.find(q("p:spPr"))
    return None if properties is None else fill_element(properties)


def _panel(shape: TemplateShape, paint: FillContext) -> FilledShape | None:
    kind = local_name(shape.element)
    if shape.box is None or shape.hidden or kind not in {"sp", "pic"}:
        return None
    box = turned_box(shape.box) if shape.quarters % 2 else shape.box
    if kind == "pic":
        return FilledShape(box, None, 1)
    fill = _own_fill(shape)
    panel = _filled(box, fill, paint) if fill is not None else _by_style(box, shape.element, paint)
    if panel is None or _is_rectangle(shape.element):
        return panel
    return panel._replace(color=None)


def _filled(box: Box, fill: Element, paint: FillContext) -> FilledShape | None:
    if local_name(fill) == "noFill":
        return None
    return FilledShape(box, single_color(fill, paint.palette), _opacity(fill))


def _by_style(box: Box, element: Element, paint: FillContext) -> FilledShape | None:
    """Return a shape filled as its `a:fillRef` says (20.1.4.1.10)."""
    reference = element.find(f"{q('p:style')}/{q('a:fillRef')}")
    idx = 0 if reference is None else parse_integer(reference.get("idx")) or 0
    if reference is None or idx in {0, 1000}:
        return None
    own = color_in(reference, paint.palette)
    fill = theme_fill(paint.theme, idx)
    if fill is None:
        return FilledShape(box, own, 1)
    if local_name(fill) == "noFill":
        return None
    return FilledShape(box, single_color(fill, paint.palette, own), 1)


def _is_rectangle(element: Element) -> bool:
    """Return whether a shape is a rectangle, be its corners rounded or cut."""
    geometry = element.find(f"{q('p:spPr')}/{q('a:prstGeom')}")
    return geometry is not None and geometry.get("prst", "").lower().endswith("rect")


def _opacity(fill: Element) -> float:
    alpha = next(fill.iter(q("a:alpha")), None)
    found = None if alpha is None else parse_share(alpha.get("val"))
    return 1 if found is None else min(max(found, 0), 1)


def _covered(box: Box, other: Box) -> float:
    """Return how much of a box another one covers, as a share."""
    across = min(box.x + box.cx, other.x + other.cx) - max(box.x, other.x)
    down = min(box.y + box.cy, other.y + other.cy) - max(box.y, other.y)
    area = box.cx * box.cy
    return max(across, 0) * max(down, 0) / area if area else 0
