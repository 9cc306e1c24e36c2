"""The colour behind the text of a layout: of filled shapes, pictures, and the background.

A shape covers its box. The colour of a shape that is no rectangle is unknown.
"""

from collections.abc import Iterable, Mapping, Sequence

from deckgen.brand.contrast import mixed
from deckgen.deck.box import Box
from deckgen.deck.layout import Placeholder
from deckgen.ooxml_rules.values import placeholder_index
from deckgen.opc.xml_parser import Element
from deckgen.template.resolve.backgrounds import FillContext
from deckgen.template.resolve.drawn_shapes import filled_rectangle, own_fill
from deckgen.template.resolve.placeholders import placeholder_family
from deckgen.template.resolve.read_shapes import TemplateShape
from deckgen.template.template import DrawnShape

_ALL, _NOTHING = 0.9, 0.1
"""Shares of a box: a shape that covers more covers all of it, one that covers less nothing."""
_TEXTS = frozenset({"title", "ctrTitle", "subTitle", "body", "obj"})


def placeholder_fills(
    shapes: Iterable[TemplateShape],
    master: Iterable[TemplateShape],
    placeholders: Iterable[Placeholder],
    context: FillContext,
) -> Mapping[int | None, DrawnShape]:
    """Return the fills of a layout's placeholders, inherited ones too, by `idx` (title: None)."""
    inherited = fills_by_family(master)
    fills: dict[int | None, Element] = {}
    for shape in shapes:
        if shape.placeholder is None:
            continue
        kind = placeholder_family(shape.placeholder.get("type", "obj"))
        idx = None if kind == "title" else placeholder_index(shape.placeholder.get("idx")) or 0
        fill = own_fill(shape.element)
        fill = inherited.get(kind) if fill is None else fill
        if fill is not None:
            fills.setdefault(idx, fill)
    return {
        each.idx: panel
        for each in placeholders
        if each.idx in fills and (panel := filled_rectangle(each.box, fills[each.idx], context))
    }


def fills_by_family(master: Iterable[TemplateShape]) -> dict[str, Element]:
    """Return the fills that placeholders of a master state, by family."""
    fills: dict[str, Element] = {}
    for shape in master:
        fill = own_fill(shape.element)
        if shape.placeholder is not None and fill is not None:
            fills.setdefault(placeholder_family(shape.placeholder.get("type", "obj")), fill)
    return fills


def backdrop_colors(
    placeholders: Iterable[Placeholder],
    fills: Mapping[int | None, DrawnShape],
    drawn: Sequence[DrawnShape],
    paper: str | None,
) -> tuple[str | None, ...]:
    """Return the RRGGBB behind each of `texts_by_size`; None if unknown, or several colours.

    `fills` are those of the placeholders, `drawn` the shapes below them, `paper` the background.
    """
    return tuple(
        backdrop_color(each.box, (*drawn, fills[each.idx]) if each.idx in fills else drawn, paper)
        for each in texts_by_size(placeholders)
    )


def texts_by_size(placeholders: Iterable[Placeholder]) -> list[Placeholder]:
    """Return the placeholders of titles and texts, the largest first, without footers."""
    texts = (each for each in placeholders if each.type in _TEXTS)
    return sorted(texts, key=lambda text: -text.box.cx * text.box.cy)


def backdrop_color(box: Box, drawn: Iterable[DrawnShape], paper: str | None) -> str | None:
    """Return the RRGGBB behind a box; None if unknown, or several colours."""
    color = paper
    for panel in drawn:
        # Most shapes of a full slide are elsewhere, and an area is dear.
        if panel.opacity <= 0 or not box.overlaps(panel.box):
            continue
        part = box.share_on(panel.box)
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
    """Return whether a box covers nearly all of another box."""
    return other.share_on(box) >= _ALL
