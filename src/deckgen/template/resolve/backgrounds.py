"""Backgrounds and fills of layouts, as far as one colour says them.

ECMA-376 Part 1, 19.3.1.1 bg, 19.3.1.3 bgRef.
"""

from __future__ import annotations

from typing import NamedTuple

from deckgen.brand.contrast import contrast_ratio
from deckgen.opc.xml_parser import Element, q
from deckgen.template.resolve.attributes import parse_integer
from deckgen.template.resolve.color_values import (
    MappedColors,
    color_in,
    fill_colors,
    local_name,
    mean_color,
)

PAPER = "FFFFFF"
"""What PowerPoint shows where nothing is filled."""
FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_NEAR = 2.0
"""Stops of a gradient with less contrast than that stand for one colour."""


class FillContext(NamedTuple):
    """What the fills of shapes and backgrounds mean on one layout."""

    theme: Element | None
    """The root that holds the theme's own fills."""
    palette: MappedColors


def layout_background(layout: Element, master: Element, paint: FillContext) -> str | None:
    """Return the RRGGBB of a layout's own background or its master's; None if it is not one colour.

    What the master says is read with the colours of the layout, as PowerPoint does.
    """
    for root in (layout, master):
        found = root.find(f"{q('p:cSld')}/{q('p:bg')}")
        if found is not None:
            return _background(found, paint)
    return PAPER


def fill_element(properties: Element) -> Element | None:
    """Return the fill that stands in an element such as `p:spPr`."""
    return next((one for one in properties.iterchildren("{*}*") if local_name(one) in FILLS), None)


def single_color(
    fill: Element, palette: MappedColors, placeholder: str | None = None
) -> str | None:
    """Return the RRGGBB that a fill comes to; None if it is none, or not one colour."""
    colors = fill_colors(fill, palette, placeholder)
    if not colors:
        return None
    middle = mean_color(colors)
    return middle if all(contrast_ratio(middle, one) <= _NEAR for one in colors) else None


def theme_fill(theme: Element | None, idx: int) -> Element | None:
    """Return the fill that a theme numbers so: from 1 for shapes, from 1001 for backgrounds."""
    kind, number = ("bgFillStyleLst", idx - 1001) if idx > 1000 else ("fillStyleLst", idx - 1)
    fills = None if theme is None else next(theme.iter(q(f"a:{kind}")), None)
    if fills is None or number < 0:
        return None
    listed = list(fills.iterchildren("{*}*"))
    return listed[number] if number < len(listed) else None


def _background(element: Element, paint: FillContext) -> str | None:
    reference = element.find(q("p:bgRef"))
    if reference is None:
        properties = element.find(q("p:bgPr"))
        fill = None if properties is None else fill_element(properties)
        return _on_paper(fill, paint.palette, None)
    idx = parse_integer(reference.get("idx")) or 0
    fill = theme_fill(paint.theme, idx)
    own = color_in(reference, paint.palette)
    if fill is None and idx > 1000:
        return own or PAPER
    return _on_paper(fill, paint.palette, own)


def _on_paper(fill: Element | None, palette: MappedColors, placeholder: str | None) -> str | None:
    if fill is None or local_name(fill) == "noFill":
        return PAPER
    return single_color(fill, palette, placeholder)
