"""Captions: small text boxes beside a picture or a chart (ECMA-376 Part 1, 19.3.1.43)."""

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio, is_rgb
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box, Insets
from deckgen.deck.graphics.picture import Caption
from deckgen.deck.layout import Color
from deckgen.ooxml.backdrop import Backdrop, link_color
from deckgen.ooxml.drawingml import RECTANGLE, fill_xml, font_xml, text_frame_xml, transform_xml
from deckgen.ooxml.graphics.shape import ShapeContext
from deckgen.ooxml.text.text_body import RunLook, paragraphs_xml

_INSET = 73_152
"""EMU around the words of a caption that has a fill: 0.08 in."""


def caption_xml(caption: Caption, context: ShapeContext) -> str:
    """Return the text box of a graphic's caption, in the theme's font for text.

    Its shape id follows that of the graphic. Raises LookupError if it was not placed.
    """
    shape_id, lang = context.shape_id + 1, context.lang
    if caption.box is None:
        raise LookupError("a caption was not placed")
    backdrop = _backdrop(caption, caption.box, context)
    color = _color(caption, backdrop)
    look = RunLook(link_color=link_color(context.layout, backdrop, color))
    text = paragraphs_xml(caption.body, lang, context.code_font, context.links, look)
    inset = _INSET if caption.fill else 0
    side = ' algn="r" rtl="1"' if runs_right_to_left(lang) else ' algn="l" rtl="0"'
    style = (
        f'<a:lvl1pPr marL="0" indent="0"{side}><a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:buNone/><a:defRPr sz="{caption.size * 100}">{fill_xml(color)}'
        f"{font_xml(context.layout.font('body'))}</a:defRPr></a:lvl1pPr>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Caption {shape_id - 1}"/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform_xml(caption.box)}'
        f"{RECTANGLE}{fill_xml(caption.fill) if caption.fill else '<a:noFill/>'}</p:spPr>"
        f"{text_frame_xml(Insets(*(inset,) * 4), '', style, text)}</p:sp>"
    )


def _backdrop(caption: Caption, box: Box, context: ShapeContext) -> Backdrop:
    """Return what is behind a caption: its own fill, or what the layout draws at its place."""
    if caption.fill:
        return context.backdrop.below(caption.fill)
    color = context.layout.color_behind(box)
    return context.backdrop._replace(rgb=color) if color else context.backdrop


def _color(caption: Caption, backdrop: Backdrop) -> Color:
    """Return the caption's own colour if it can be read on its backdrop, else one that can."""
    rgb = backdrop.colors.get(caption.color, caption.color)
    if is_rgb(rgb) and contrast_ratio(rgb, backdrop.rgb) < TEXT_MINIMUM:
        return backdrop.readable()
    return caption.color
