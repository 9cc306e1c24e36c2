"""What stands behind the text of a layout: panels, pictures, bars, and the slide's own background.

Shapes count by the rectangle that they stand in; of one that is none, nobody knows what it covers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from deckgen.brand.contrast import mixed
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder
from deckgen.opc.xml_parser import Element
from deckgen.template.resolve.attributes import parse_integer
from deckgen.template.resolve.backgrounds import FillContext
from deckgen.template.resolve.drawn_shapes import filled, own_fill
from deckgen.template.resolve.placeholders import placeholder_family
from deckgen.template.resolve.read_shapes import TemplateShape
from deckgen.template.template import DrawnShape

_ALL, _NOTHING = 0.9, 0.1
"""Shares of a text's box from which a shape lies behind all of it, and up to which behind none."""
_TEXTS = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})


def placeholder_fills(
    found: Iterable[TemplateShape], master: Iterable[TemplateShape]
) -> Mapping[int | None, Element]:
    """Return the fills of a layout's placeholders by `idx`, None for the title; or the master's."""
    handed: dict[str, Element] = {}
    for shape in master:
        fill = own_fill(shape.element)
        if shape.placeholder is not None and fill is not None:
            handed.setdefault(placeholder_family(shape.placeholder.get("type", "obj")), fill)
    fills: dict[int | None, Element] = {}
    for shape in found:
        if shape.placeholder is None:
            continue
        kind = placeholder_family(shape.placeholder.get("type", "obj"))
        idx = None if kind == "title" else max(parse_integer(shape.placeholder.get("idx")) or 0, 0)
        fill = own_fill(shape.element)
        fill = handed.get(kind) if fill is None else fill
        if fill is not None:
            fills.setdefault(idx, fill)
    return fills


def backdrop_colors(
    shown: Iterable[Placeholder],
    fills: Mapping[int | None, Element],
    drawn: Sequence[DrawnShape],
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
        panel = None if own is None else filled(one.box, own, paint)
        found.append(backdrop_color(one.box, (*drawn, panel) if panel else drawn, paper))
    return tuple(found)


def texts_by_size(shown: Iterable[Placeholder]) -> list[Placeholder]:
    """Return the placeholders for text, the largest first; those at the foot do not count."""
    texts = (one for one in shown if one.type in _TEXTS)
    return sorted(texts, key=lambda one: -one.box.cx * one.box.cy)


def backdrop_color(box: Box, drawn: Iterable[DrawnShape], paper: str | None) -> str | None:
    """Return the RRGGBB behind all of a box; None if nobody knows, or it is more than one."""
    color = paper
    for panel in drawn:
        part = _covered(box, panel.box) if panel.opacity > 0 else 0
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


def _covered(box: Box, other: Box) -> float:
    """Return how much of a box another one covers, as a share."""
    across = min(box.x + box.cx, other.x + other.cx) - max(box.x, other.x)
    down = min(box.y + box.cy, other.y + other.cy) - max(box.y, other.y)
    area = box.cx * box.cy
    return max(across, 0) * max(down, 0) / area if area else 0
