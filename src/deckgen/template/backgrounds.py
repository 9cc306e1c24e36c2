"""What stands behind the text of a layout, as far as one colour says it.

ECMA-376 Part 1, 19.3.1.1 bg, 19.3.1.3 bgRef.
"""

from __future__ import annotations

from deckgen.brand.contrast import contrast
from deckgen.opc.reading import Element, q
from deckgen.template.colors import Palette, color_in, fill_colors, local, mean
from deckgen.template.measures import whole

PAPER = "FFFFFF"
"""What PowerPoint shows where nothing is filled."""
_FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_NEAR = 2.0
"""Stops of a gradient with less contrast than that stand for one colour."""


def background(
    layout: Element, master: Element, theme: Element | None, palette: Palette
) -> str | None:
    """Return the RRGGBB behind a layout, its own or its master's; None if it is not one colour.

    What the master says is read with the colours of the layout, as PowerPoint does.
    """
    for root in (layout, master):
        found = root.find(f"{q('p:cSld')}/{q('p:bg')}")
        if found is not None:
            return _background(found, theme, palette)
    return PAPER


def _background(element: Element, theme: Element | None, palette: Palette) -> str | None:
    reference = element.find(q("p:bgRef"))
    if reference is None:
        properties = element.find(q("p:bgPr"))
        return _one_color(None if properties is None else _fill(properties), palette, None)
    idx = whole(reference.get("idx")) or 0
    fill = _theme_fill(theme, idx)
    own = color_in(reference, palette)
    if fill is None and idx > 1000:
        return own or PAPER
    return _one_color(fill, palette, own)


def _theme_fill(theme: Element | None, idx: int) -> Element | None:
    """Return the fill that a theme numbers so: from 1 for shapes, from 1001 for backgrounds."""
    kind, number = ("bgFillStyleLst", idx - 1001) if idx > 1000 else ("fillStyleLst", idx - 1)
    fills = None if theme is None else next(theme.iter(q(f"a:{kind}")), None)
    if fills is None or number < 0:
        return None
    listed = list(fills.iterchildren("{*}*"))
    return listed[number] if number < len(listed) else None


def _fill(properties: Element) -> Element | None:
    return next((one for one in properties.iterchildren("{*}*") if local(one) in _FILLS), None)


def _one_color(fill: Element | None, palette: Palette, placeholder: str | None) -> str | None:
    if fill is None or local(fill) == "noFill":
        return PAPER
    colors = fill_colors(fill, palette, placeholder)
    if not colors:
        return None
    middle = mean(colors)
    return middle if all(contrast(middle, one) <= _NEAR for one in colors) else None
