"""Elements of DrawingML that many shapes share (ECMA-376 Part 1, 20.1 and 19.3.1.36)."""

from collections.abc import Iterable
from functools import lru_cache

from deckgen.brand.contrast import is_rgb
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Color, Font, Placeholder
from deckgen.support.xml_text import escape

RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'


@lru_cache(maxsize=1024)
def transform_xml(box: Box, prefix: str = "a") -> str:
    """Return the `xfrm` of a box in EMU; graphic frames have it with the prefix `p`."""
    return (
        f'<{prefix}:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.cx}" cy="{box.cy}"/></{prefix}:xfrm>'
    )


def rectangles_xml(boxes: Iterable[Box], width: int, height: int) -> str:
    """Return a freeform of rectangles in an area of this size (20.1.9.8 custGeom)."""
    path = "".join(
        f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo><a:lnTo><a:pt x="{x + cx}" y="{y}"/></a:lnTo>'
        f'<a:lnTo><a:pt x="{x + cx}" y="{y + cy}"/></a:lnTo>'
        f'<a:lnTo><a:pt x="{x}" y="{y + cy}"/></a:lnTo><a:close/>'
        for x, y, cx, cy in boxes
    )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{width}" h="{height}">{path}</a:path></a:pathLst></a:custGeom>'
    )


def text_frame_xml(
    insets: Insets, anchor: str, levels: str, paragraphs: str, wrap: str = "square"
) -> str:
    """Return the `p:txBody` of a text that keeps its size.

    `levels` are those of its list style, `wrap` is `square` or `none` (20.1.10.84).
    """
    place = f' anchor="{anchor}"' if anchor else ""
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="{insets.left}" tIns="{insets.top}" '
        f'rIns="{insets.right}" bIns="{insets.bottom}" rtlCol="0"{place}><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{levels}</a:lstStyle>{paragraphs}</p:txBody>"
    )


def placeholder_reference(placeholder: Placeholder, size: str = "") -> str:
    """Return the `p:ph` of a slide's shape that fills a placeholder of its layout."""
    kind = "" if placeholder.type == "obj" else f' type="{placeholder.type}"'
    idx = "" if placeholder.idx is None else f' idx="{placeholder.idx}"'
    return f"<p:ph{kind}{size}{idx}/>"


def fill_xml(color: Color) -> str:
    """Return a solid fill in a colour of the theme, or in RRGGBB."""
    return f"<a:solidFill>{color_xml(color)}</a:solidFill>"


def color_xml(color: Color) -> str:
    """Return a colour, by its name in the theme or as RRGGBB."""
    return f'<a:{"srgbClr" if is_rgb(color) else "schemeClr"} val="{escape(color)}"/>'


def theme_font_xml(font: str) -> str:
    """Return a font of the theme for all scripts: `+mj` is that for headings, `+mn` for text."""
    return (
        f'<a:latin typeface="{font}-lt"/><a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/>'
    )


def latin_typeface(font: Font) -> str:
    """Return the `typeface` of a font for Latin text."""
    return {"heading": "+mj-lt", "body": "+mn-lt"}.get(font, escape(font))


def font_xml(font: Font) -> str:
    """Return a font of the theme for all scripts, or another one for Latin text."""
    if font in {"heading", "body"}:
        return theme_font_xml("+mj" if font == "heading" else "+mn")
    return f'<a:latin typeface="{latin_typeface(font)}"/>'
