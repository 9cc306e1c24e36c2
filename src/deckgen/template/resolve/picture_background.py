"""The colour of a background that is a picture, if it is calm enough to count as one."""

from collections.abc import Iterable
from functools import lru_cache

from deckgen.brand.contrast import contrast_ratio
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q

_NEAR = 2.0
"""The most contrast between the mean colour of a picture and nearly all its pixels."""
_NEARLY_ALL = 0.97
"""Share of the pixels."""


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
