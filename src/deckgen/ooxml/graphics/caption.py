"""Captions: small text boxes beside a picture or a chart (ECMA-376 Part 1, 19.3.1.43)."""

from __future__ import annotations

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.graphics.picture import Caption
from deckgen.ooxml.graphics.shape import ShapeContext
from deckgen.ooxml.text.text_body import paragraphs_xml
from deckgen.support.xml_text import escape

_INSET = 73_152
"""EMU around the words of a caption that stands on a ground of its own: 0.08 in."""


def caption_xml(caption: Caption, setting: ShapeContext) -> str:
    """Return the caption of a graphic, which has been placed, in the theme's font for text."""
    shape_id, lang = setting.shape_id + 1, setting.lang
    box = caption.box
    if box is None:
        raise LookupError(f"caption {shape_id} has no place")
    text = paragraphs_xml(caption.body, lang, setting.code_font, setting.links)
    inset = _INSET if caption.fill else 0
    fill = "<a:noFill/>"
    if caption.fill:
        fill = f'<a:solidFill><a:schemeClr val="{caption.fill}"/></a:solidFill>'
    color = _color(caption, setting)
    ink = "schemeClr" if not _is_hex(color) else "srgbClr"
    turned = ' algn="r" rtl="1"' if runs_right_to_left(lang) else ' algn="l"'
    style = (
        f'<a:lvl1pPr marL="0" indent="0"{turned}><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{caption.size * 100}"><a:solidFill><a:{ink} '
        f'val="{escape(color)}"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        '<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Caption {shape_id - 1}"/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" '
        f'y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm><a:prstGeom prst="rect">'
        f"<a:avLst/></a:prstGeom>{fill}</p:spPr><p:txBody>"
        f'<a:bodyPr wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}" bIns="{inset}" '
        f'rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>{text}'
        "</p:txBody></p:sp>"
    )


def _color(caption: Caption, setting: ShapeContext) -> str:
    """Return the caption's own colour if it can be read where it stands, else one that can."""
    ground = setting.backdrop
    if caption.fill:
        ground = ground.below(caption.fill)
    shown = ground.colors.get(caption.color, caption.color)
    if _is_hex(shown) and contrast_ratio(shown, ground.rgb) < TEXT_MINIMUM:
        return ground.readable()
    return caption.color


def _is_hex(color: str) -> bool:
    return len(color) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in color)
