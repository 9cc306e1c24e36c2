"""Drawings as shapes of a slide: alone or grouped (ECMA-376 Part 1, 19.3.1.43 and 19.3.1.22)."""

import re
from typing import NamedTuple

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio, luminance
from deckgen.brand.generate.layout_xml import DECORATIVE
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box, Insets
from deckgen.deck.graphics import Drawing, Shape, ShapeStyle
from deckgen.deck.layout import Layout, PlaceholderType
from deckgen.deck.slide import PlaceholderRole
from deckgen.deck.text_body import ColorRole, Formula, Inline, LineBreak, Paragraph, WebLink
from deckgen.ooxml.backdrop import ACCENTS, NEUTRALS, Backdrop, link_color
from deckgen.ooxml.drawingml import (
    fill_xml,
    font_xml,
    rectangles_xml,
    text_frame_xml,
    transform_xml,
)
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, placed_box
from deckgen.ooxml.text.text_body import RunLook, paragraphs_xml
from deckgen.support.xml_text import escape

_HOLDS_TEXT: frozenset[PlaceholderType] = frozenset({"obj", "body", "subTitle"})
"""Types of placeholders that a single shape with text can fill."""
_TEXTS: tuple[PlaceholderRole, ...] = ("body", "second", "title")
_SUBTLE = (1.05, 1.8)
"""Contrast of a panel with its backdrop, least and most: seen, but no block of colour."""


class DrawingColors(NamedTuple):
    """The colours of a drawing: names in the theme; RRGGBB if the layout's text has no other."""

    text: str
    quiet: str
    accent: str
    panel: str
    """Empty if no colour of the theme differs a little from the backdrop."""
    backdrop: Backdrop

    def named(self, ink: ColorRole) -> str:
        """Return the name of the theme colour for an ink; empty for none."""
        colors = self.backdrop.colors
        by_ink = {
            "": "",
            "text": self.text,
            "quiet": self.quiet,
            "accent": self.accent,
            "panel": self.panel,
            "paper": max(NEUTRALS, key=lambda name: luminance(colors[name])),
            "dark": min(NEUTRALS, key=lambda name: luminance(colors[name])),
        }
        return by_ink[ink]

    def on(self, fill: ColorRole, ink: ColorRole) -> str:
        """Return the name of the colour for text on a fill: its own if it can be read there."""
        return self.behind(fill).readable(self.named(ink))

    def behind(self, fill: ColorRole) -> Backdrop:
        """Return the backdrop of text on a fill."""
        name = self.named(fill)
        return self.backdrop.below(name) if name else self.backdrop


def drawing_shape(drawing: Drawing, context: ShapeContext) -> GraphicXml:
    """Return the shapes of a drawing that has been placed; several are grouped, under one name."""
    box = placed_box(drawing)
    colors = drawing_colors(context.layout, context.backdrop)
    if len(drawing.shapes) == 1:
        return GraphicXml(_shape(drawing.shapes[0], context.shape_id, colors, context, alone=True))
    shapes = "".join(
        _shape(shape, context.shape_id + number, colors, context, alone=False)
        for number, shape in enumerate(drawing.shapes, 1)
    )
    place, size = f'x="{box.x}" y="{box.y}"', f'cx="{box.cx}" cy="{box.cy}"'
    says = any(shape.body or shape.alt or shape.link for shape in drawing.shapes)
    end = "/>" if says else f">{DECORATIVE}</p:cNvPr>"
    xml = (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{context.shape_id}" name="{escape(drawing.name)}"{end}'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {place}/><a:ext {size}/>"
        f"<a:chOff {place}/><a:chExt {size}/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"
    )
    return GraphicXml(xml, shape_ids=len(drawing.shapes) + 1)


def _shape(
    shape: Shape, shape_id: int, colors: DrawingColors, context: ShapeContext, *, alone: bool
) -> str:
    fill = colors.named(shape.fill)
    text_box = ' txBox="1"' if shape.body and not fill else ""
    properties = "<p:nvPr/>"
    if alone and shape.body and (reference := context.reference(_HOLDS_TEXT)):
        properties, text_box = f"<p:nvPr>{reference}</p:nvPr>", ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{escape(shape.name)}"'
        f"{_described(shape, context)}<p:cNvSpPr{text_box}/>{properties}</p:nvSpPr>"
        f"<p:spPr>{transform_xml(shape.box)}{_geometry(shape)}"
        f"{fill_xml(fill) if fill else '<a:noFill/>'}<a:ln><a:noFill/></a:ln></p:spPr>"
        f"{_text(shape, colors, context)}</p:sp>"
    )


def _described(shape: Shape, context: ShapeContext) -> str:
    """Return the end of `p:cNvPr`: the description for people who cannot see the shape."""
    click = context.links.click(WebLink(shape.link)) if shape.link else ""
    if shape.alt:
        return f' descr="{escape(shape.alt)}">{click}</p:cNvPr>'
    if shape.body:
        return f">{click}</p:cNvPr>" if click else "/>"
    return f">{DECORATIVE}</p:cNvPr>"


def _geometry(shape: Shape) -> str:
    if not shape.squares:
        return f'<a:prstGeom prst="{shape.form}"><a:avLst/></a:prstGeom>'
    dark = (
        Box(stretch.start(), y, len(stretch[0]), 1)
        for y, row in enumerate(shape.squares)
        for stretch in re.finditer("1+", row)
    )
    return rectangles_xml(dark, len(shape.squares), len(shape.squares))


def _text(shape: Shape, colors: DrawingColors, context: ShapeContext) -> str:
    if shape.body is None:
        return ""
    rtl = runs_right_to_left(context.lang)
    align = "ctr" if shape.align == "ctr" else "r" if rtl != (shape.align == "end") else "l"
    inks = [colors.on(shape.fill, style.color_role) for style in shape.styles]
    levels = "".join(
        _level(number, style, align, color, context, rtl=rtl)
        for number, (style, color) in enumerate(zip(shape.styles, inks, strict=True), 1)
    )
    if shape.styles[0].code:
        lines = shape.body.paragraphs
        paragraphs = "".join(_code_line(line, shape, colors, context) for line in lines)
    else:
        link = link_color(context.layout, colors.behind(shape.fill), inks[0])
        look = RunLook(link_color=link)
        paragraphs = paragraphs_xml(
            shape.body, context.lang, context.code_font, context.links, look
        )
    left, right = shape.body.side_insets or (shape.inset, shape.inset)
    insets = Insets(left, shape.inset, right, shape.inset)
    wrap = "square" if shape.wraps else "none"
    return text_frame_xml(insets, shape.anchor, levels, paragraphs, wrap)


def _level(
    number: int, style: ShapeStyle, align: str, color: str, context: ShapeContext, *, rtl: bool
) -> str:
    font = context.layout.font("heading" if style.heading else "body")
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="{align}" rtl="{rtl:d}"><a:lnSpc>'
        f'<a:spcPct val="{style.line_spacing * 1000}"/></a:lnSpc><a:spcBef>'
        f'<a:spcPts val="{style.space_before * 100}"/></a:spcBef><a:spcAft><a:spcPts val="0"/>'
        f'</a:spcAft><a:buNone/><a:defRPr sz="{style.size * 100}" b="{style.bold:d}" i="0"'
        f' cap="none" spc="0" baseline="0">{fill_xml(color)}{font_xml(font)}</a:defRPr>'
        f"</a:lvl{number}pPr>"
    )


def _code_line(line: Paragraph, shape: Shape, colors: DrawingColors, context: ShapeContext) -> str:
    """Return a line of a listing: from the left in every language, its blanks kept."""
    font, lang = escape(context.code_font), context.lang
    faces = f'<a:latin typeface="{font}"/><a:cs typeface="{font}"/>'

    def run_xml(run: Inline) -> str:
        if isinstance(run, LineBreak):
            return f'<a:br><a:rPr lang="{lang}" noProof="1"/></a:br>'
        if isinstance(run, Formula):
            run = run.run
        color = colors.on(shape.fill, run.color_role or "text")
        marks = (' b="1"' if run.bold else "") + (' i="1"' if run.italic else "")
        return (
            f'<a:r><a:rPr lang="{lang}"{marks} noProof="1">{fill_xml(color)}{faces}</a:rPr>'
            f"<a:t>{escape(run.text)}</a:t></a:r>"
        )

    end = f'<a:endParaRPr lang="{lang}" noProof="1"/>' if not line.runs else ""
    hanging = shape.body.outdent if shape.body else 0
    indent = f' marL="{hanging}" indent="-{hanging}"' if hanging else ""
    return f'<a:p><a:pPr{indent} algn="l" rtl="0"/>{"".join(map(run_xml, line.runs))}{end}</a:p>'


def drawing_colors(layout: Layout, backdrop: Backdrop) -> DrawingColors:
    """Return the colours for a drawing that stands on the backdrop, on a slide of the layout.

    Their values serve only to choose readable ones.
    """
    first = next(
        (placeholder for role in _TEXTS if (placeholder := layout.placeholder(role))), None
    )
    level = first.level_styles[0] if first else None
    text = backdrop.readable(level.color if level else "")
    kicker = layout.placeholder("kicker")
    quiet = backdrop.readable(kicker.level_styles[0].color if kicker else "", text)
    marks = [level.mark_color] if level else []
    accents = (name for name in (*marks, *ACCENTS) if name in ACCENTS and backdrop.reads(name))
    return DrawingColors(text, quiet, next(accents, text), _panel(backdrop, text), backdrop)


def _panel(backdrop: Backdrop, text: str) -> str:
    least, most = _SUBTLE
    for name in ("lt2", "dk2", "lt1", "dk1"):
        subtle = least <= contrast_ratio(backdrop.colors[name], backdrop.rgb) <= most
        if subtle and contrast_ratio(backdrop.colors[name], backdrop.rgb_of(text)) >= TEXT_MINIMUM:
            return name
    return ""
