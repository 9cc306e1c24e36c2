"""Drawings as shapes of a slide: alone or grouped (ECMA-376 Part 1, 19.3.1.43 and 19.3.1.22)."""

from __future__ import annotations

from deckgen.brand.generate.layout_xml import DECORATIVE
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.graphics.drawing import Drawing, Shape
from deckgen.deck.graphics.drawing_style import ColorRole, ShapeStyle
from deckgen.deck.text_body import Formula, Inline, LineBreak, Paragraph, WebLink
from deckgen.ooxml.graphics.drawing_colors import DrawingColors, drawing_colors
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, graphic_box
from deckgen.ooxml.text.text_body import paragraphs_xml
from deckgen.support.xml_text import escape

_HOLDS_TEXT = frozenset({"obj", "body", "subTitle"})
"""Types of placeholders that a single shape with text can fill."""


def drawing_shape(drawing: Drawing, setting: ShapeContext) -> GraphicXml:
    """Return the shapes of a drawing that has been placed; several are grouped, under one name."""
    box = graphic_box(drawing)
    if box is None:
        raise LookupError(f"shape {setting.shape_id} has no place")
    colors = drawing_colors(setting.layout, setting.backdrop)
    if len(drawing.shapes) == 1:
        return GraphicXml(_shape(drawing.shapes[0], setting.shape_id, colors, setting, alone=True))
    shapes = "".join(
        _shape(shape, setting.shape_id + number, colors, setting, alone=False)
        for number, shape in enumerate(drawing.shapes, 1)
    )
    place, size = f'x="{box.x}" y="{box.y}"', f'cx="{box.cx}" cy="{box.cy}"'
    xml = (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{setting.shape_id}" name="{escape(drawing.name)}"/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off {place}/><a:ext {size}/>"
        f"<a:chOff {place}/><a:chExt {size}/></a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"
    )
    return GraphicXml(xml, shapes=len(drawing.shapes) + 1)


def _shape(
    shape: Shape, shape_id: int, colors: DrawingColors, setting: ShapeContext, *, alone: bool
) -> str:
    box = shape.box
    fill = colors.named(shape.fill)
    filled = f'<a:solidFill><a:schemeClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
    text_box = ' txBox="1"' if shape.body and not fill else ""
    place = "<p:nvPr/>"
    found = setting.placeholder
    if alone and shape.body and found is not None and found.type in _HOLDS_TEXT:
        kind = "" if found.type == "obj" else f' type="{found.type}"'
        idx = "" if found.idx is None else f' idx="{found.idx}"'
        place, text_box = f"<p:nvPr><p:ph{kind}{idx}/></p:nvPr>", ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{escape(shape.name)}"'
        f"{_described(shape, setting)}<p:cNvSpPr{text_box}/>{place}</p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/>'
        f"</a:xfrm>{_geometry(shape)}{filled}<a:ln><a:noFill/></a:ln></p:spPr>"
        f"{_text(shape, colors, setting)}</p:sp>"
    )


def _described(shape: Shape, setting: ShapeContext) -> str:
    """Return the rest of `p:cNvPr`: what is told of a shape to those who cannot see it."""
    click = setting.links.click(WebLink(shape.link)) if shape.link else ""
    if shape.alt:
        return f' descr="{escape(shape.alt)}">{click}</p:cNvPr>'
    if shape.body:
        return f">{click}</p:cNvPr>" if click else "/>"
    return f">{DECORATIVE}</p:cNvPr>"


def _geometry(shape: Shape) -> str:
    if not shape.squares:
        return f'<a:prstGeom prst="{shape.form}"><a:avLst/></a:prstGeom>'
    side = len(shape.squares)
    paths = "".join(
        f'<a:moveTo><a:pt x="{x}" y="{y}"/></a:moveTo><a:lnTo><a:pt x="{end}" y="{y}"/></a:lnTo>'
        f'<a:lnTo><a:pt x="{end}" y="{y + 1}"/></a:lnTo><a:lnTo><a:pt x="{x}" y="{y + 1}"/>'
        "</a:lnTo><a:close/>"
        for y, row in enumerate(shape.squares)
        for x, end in _stretches(row)
    )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{side}" h="{side}">{paths}</a:path></a:pathLst></a:custGeom>'
    )


def _stretches(row: str) -> list[tuple[int, int]]:
    """Return where the dark stretches of a row begin and end."""
    found: list[tuple[int, int]] = []
    for at, sign in enumerate(row):
        if sign == "1" and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        elif sign == "1":
            found.append((at, at + 1))
    return found


def _text(shape: Shape, colors: DrawingColors, setting: ShapeContext) -> str:
    if shape.body is None:
        return ""
    turned = runs_right_to_left(setting.lang)
    align = "ctr" if shape.align == "ctr" else "r" if turned else "l"
    levels = "".join(
        _level(number, style, align, colors.on(shape.fill, style.color_role), turned=turned)
        for number, style in enumerate(shape.styles, 1)
    )
    if shape.styles[0].code:
        listing = shape.body.paragraphs
        paragraphs = "".join(_code_line(one, shape, colors, setting) for one in listing)
    else:
        paragraphs = paragraphs_xml(shape.body, setting.lang, setting.code_font, setting.links)
    inset = shape.inset
    return (
        f'<p:txBody><a:bodyPr wrap="square" lIns="{inset}" tIns="{inset}" rIns="{inset}" '
        f'bIns="{inset}" rtlCol="0" anchor="{shape.anchor}"><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{levels}</a:lstStyle>{paragraphs}</p:txBody>"
    )


def _level(number: int, style: ShapeStyle, align: str, color: str, *, turned: bool) -> str:
    font = "+mj" if style.heading else "+mn"
    return (
        f'<a:lvl{number}pPr marL="0" indent="0" algn="{align}" rtl="{turned:d}"><a:lnSpc>'
        '<a:spcPct val="100000"/></a:lnSpc><a:spcBef>'
        f'<a:spcPts val="{style.space_before * 100}"/></a:spcBef><a:spcAft><a:spcPts val="0"/>'
        f'</a:spcAft><a:buNone/><a:defRPr sz="{style.size * 100}" b="{style.bold:d}" i="0">'
        f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill><a:latin typeface="{font}-lt"/>'
        f'<a:ea typeface="{font}-ea"/><a:cs typeface="{font}-cs"/></a:defRPr></a:lvl{number}pPr>'
    )


def _code_line(line: Paragraph, shape: Shape, colors: DrawingColors, setting: ShapeContext) -> str:
    """Return a line of a listing: from the left in every language, its blanks kept."""
    font, lang = escape(setting.code_font), setting.lang
    faces = f'<a:latin typeface="{font}"/><a:cs typeface="{font}"/>'

    def run_xml(run: Inline) -> str:
        if isinstance(run, LineBreak):
            return f'<a:br><a:rPr lang="{lang}" noProof="1"/></a:br>'
        if isinstance(run, Formula):
            run = run.run
        ink: ColorRole = run.color_role or "text"
        color = colors.on(shape.fill, ink)
        marks = (' b="1"' if run.bold else "") + (' i="1"' if run.italic else "")
        return (
            f'<a:r><a:rPr lang="{lang}"{marks} noProof="1"><a:solidFill><a:schemeClr '
            f'val="{color}"/></a:solidFill>{faces}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>'
        )

    end = f'<a:endParaRPr lang="{lang}" noProof="1"/>' if not line.runs else ""
    return f'<a:p><a:pPr algn="l" rtl="0"/>{"".join(map(run_xml, line.runs))}{end}</a:p>'
