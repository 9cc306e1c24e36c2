"""Backgrounds and fills of layouts, as single colours.

ECMA-376 Part 1, 19.3.1.1 bg, 19.3.1.3 bgRef.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from deckgen.brand.contrast import contrast_ratio
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.color_values import MappedColors, color_in, fill_colors, mean_color

PAPER = "FFFFFF"
"""PowerPoint's background of a slide without a fill."""
FILLS = frozenset({"noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_NEAR = 2.0
"""The most contrast between the stops of a gradient that counts as one colour."""
_NEARLY_ALL = 0.97
"""Share of the pixels."""


class FillContext(NamedTuple):
    """The theme and the colours that fills refer to on one layout."""

    theme: Element | None
    """The root of the theme's fills."""
    palette: MappedColors


def background_color(roots: Iterable[Element], paint: FillContext) -> str | None:
    """Return the RRGGBB of a background; None if it is not one colour.

    `roots` are those of a layout and its master, or of a slide, its layout and its master: the
    first that has a background gives it, but the colours are those of `paint`.
    """
    for root in roots:
        element = root.find(f"{q('p:cSld')}/{q('p:bg')}")
        if element is not None:
            return _background(element, paint)
    return PAPER


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
    for root in roots:
        element = root.find(f"{q('p:cSld')}/{q('p:bg')}")
        if element is not None:
            fill, own = _background_fill(element, paint)
            is_gradient = fill is not None and local_name(fill) == "gradFill"
            return fill_colors(fill, paint.palette, own) if fill is not None and is_gradient else ()
    return ()


def _background(element: Element, paint: FillContext) -> str | None:
    fill, own = _background_fill(element, paint)
    if fill is None and own is not None:
        return own
    return _on_paper(fill, paint.palette, own)


def _background_fill(element: Element, paint: FillContext) -> tuple[Element | None, str | None]:
    """Return the fill of a background, and the colour that it gives to a fill of the theme."""
    reference = element.find(q("p:bgRef"))
    if reference is None:
        return fill_element(element.find(q("p:bgPr"))), None
    idx = parse_integer(reference.get("idx")) or 0
    own = color_in(reference, paint.palette)
    fill = theme_fill(paint.theme, idx)
    return fill, own if fill is not None or idx > 1000 else None


def _on_paper(fill: Element | None, palette: MappedColors, placeholder: str | None) -> str | None:
    if fill is None or local_name(fill) == "noFill":
        return PAPER
    return single_color(fill, palette, placeholder)


def picture_background(parts: Iterable[ParsedPart], package: ParsedPackage) -> str | None:
    """Return the mean RRGGBB of a background picture; None if there is none, or it has contrasts.

    `parts` are a layout and its master: the first that has a background gives it. A picture that is
    recoloured is not judged.
    """
    for part in parts:
        background = None if part.root is None else part.root.find(f"{q('p:cSld')}/{q('p:bg')}")
        if background is not None:
            fill = background.find(f"{q('p:bgPr')}/{q('a:blipFill')}/{q('a:blip')}")
            link = None if fill is None else part.related(fill.get(q("r:embed")))
            picture = package.parts.get(link.target) if link and not link.external else None
            if picture is None or fill is None or any(map(_recolours, fill)):
                return None
            return _calm_color(picture.data)
    return None


def _recolours(effect: Element) -> bool:
    """Return whether an effect of a picture (20.1.8.13 blip) changes its colours."""
    return local_name(effect) != "extLst" and bool(effect.attrib or len(effect))


@lru_cache(maxsize=4)
def _calm_color(data: bytes) -> str | None:
    from deckgen.media.raster import opaque_colors

    colors = opaque_colors(data)
    whole = sum(count for count, _ in colors)
    if not whole:
        return None
    mean = "".join(
        f"{round(sum(count * int(color[at : at + 2], 16) for count, color in colors) / whole):02X}"
        for at in (0, 2, 4)
    )
    near = sum(count for count, color in colors if contrast_ratio(mean, color) <= _NEAR)
    return mean if near >= _NEARLY_ALL * whole else None
