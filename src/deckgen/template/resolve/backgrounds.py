"""Backgrounds and fills of layouts, as single colours.

ECMA-376 Part 1, 19.3.1.1 bg, 19.3.1.3 bgRef.
"""

from collections.abc import Iterable
from typing import NamedTuple

from deckgen.brand.contrast import contrast_ratio
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.parsed_package import ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.color_values import MappedColors, color_in, fill_colors, mean_color
from deckgen.template.resolve.picture_parts import Pictures
from deckgen.template.template import BackgroundPicture

PAPER = "FFFFFF"
"""PowerPoint's background of a slide without a fill."""
FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_NEAR = 2.0
"""The most contrast between the stops of a gradient that counts as one colour."""


class FillContext(NamedTuple):
    """The theme, the colours and the pictures that fills refer to on one layout."""

    theme: Element | None
    """The root of the theme's fills."""
    palette: MappedColors
    pictures: Pictures | None = None
    """None: a picture counts by its box."""


def background_color(roots: Iterable[Element], paint: FillContext) -> str | None:
    """Return the RRGGBB of a background; None if it is not one colour.

    `roots` are those of a layout and its master, or of a slide, its layout and its master: the
    first that has a background gives it, but the colours are those of `paint`.
    """
    fill, own = _background_fill(roots, paint)
    if fill is None and own is not None:
        return own
    if fill is None or local_name(fill) == "noFill":
        return PAPER
    return single_color(fill, paint.palette, own)


def fill_element(properties: Element | None) -> Element | None:
    """Return the fill of an element such as `p:spPr`; None without one."""
    children = () if properties is None else properties.iterchildren("{*}*")
    return next((element for element in children if local_name(element) in FILLS), None)


def single_color(
    fill: Element, palette: MappedColors, placeholder: str | None = None
) -> str | None:
    """Return the RRGGBB of a fill; None without a fill, or if it is not one colour."""
    colors = fill_colors(fill, palette, placeholder)
    if not colors:
        return None
    middle = mean_color(colors)
    return middle if all(contrast_ratio(middle, color) <= _NEAR for color in colors) else None


def theme_fill(theme: Element | None, idx: int) -> Element | None:
    """Return a fill of the theme by its index: from 1 for shapes, from 1001 for backgrounds."""
    kind, number = ("bgFillStyleLst", idx - 1001) if idx > 1000 else ("fillStyleLst", idx - 1)
    fills = None if theme is None else next(theme.iter(q(f"a:{kind}")), None)
    if fills is None or number < 0:
        return None
    listed = list(fills.iterchildren("{*}*"))
    return listed[number] if number < len(listed) else None


def background_stops(roots: Iterable[Element], paint: FillContext) -> tuple[str, ...]:
    """Return the RRGGBB of the stops of a background that is a gradient; else nothing.

    Arguments are those of `background_color`.
    """
    fill, own = _background_fill(roots, paint)
    if fill is None or local_name(fill) != "gradFill":
        return ()
    return fill_colors(fill, paint.palette, own)


def _background_fill(
    roots: Iterable[Element], paint: FillContext
) -> tuple[Element | None, str | None]:
    """Return the fill of a background, and the colour that it gives to a fill of the theme."""
    found = (root.find(f"{q('p:cSld')}/{q('p:bg')}") for root in roots)
    element = next((each for each in found if each is not None), None)
    reference = None if element is None else element.find(q("p:bgRef"))
    if element is None or reference is None:
        return fill_element(None if element is None else element.find(q("p:bgPr"))), None
    idx = parse_integer(reference.get("idx")) or 0
    own = color_in(reference, paint.palette)
    fill = theme_fill(paint.theme, idx)
    return fill, own if fill is not None or idx > 1000 else None


def background_picture(parts: Iterable[ParsedPart], pictures: Pictures) -> BackgroundPicture | None:
    """Return the picture of a background; None if it has none, or one that cannot be judged.

    `parts` are a layout and its master: the first that has a background gives it.
    """
    for part in parts:
        background = None if part.root is None else part.root.find(f"{q('p:cSld')}/{q('p:bg')}")
        if background is not None:
            fill = background.find(f"{q('p:bgPr')}/{q('a:blipFill')}")
            own = pictures._replace(part=part)
            return None if fill is None else own.paper(fill, pictures.page)
    return None
