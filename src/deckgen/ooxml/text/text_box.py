"""Text boxes that stand for placeholders which a template's layout lacks, in the same look."""

from __future__ import annotations

from deckgen.brand.generate.layout_xml import MARKS
from deckgen.deck.layout import Color, Placeholder, TextStyle
from deckgen.support.xml_text import escape

_FONTS = {"heading": "+mj", "body": "+mn"}
_ANCHORS = {"t": "", "ctr": ' anchor="ctr"', "b": ' anchor="b"'}


def text_box_xml(shape_id: int, place: Placeholder, paragraphs: str) -> str:
    """Return a text box with the place, the insets and the levels of a placeholder."""
    box, insets = place.box, place.insets
    levels = "".join(level_xml(at, style) for at, style in enumerate(place.level_styles, 1))
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{escape(place.name)}"/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x}" '
        f'y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm><a:prstGeom prst="rect">'
        '<a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" '
        f'lIns="{insets.left}" tIns="{insets.top}" rIns="{insets.right}" bIns="{insets.bottom}"'
        f' rtlCol="0"{_ANCHORS[place.anchor]}><a:noAutofit/></a:bodyPr>'
        f"<a:lstStyle>{levels}</a:lstStyle>{paragraphs}</p:txBody></p:sp>"
    )


def level_xml(number: int, style: TextStyle) -> str:
    """Return one level of an `a:lstStyle` with everything that a style says (21.1.2.4.13)."""
    mark = MARKS[style.mark]
    if style.mark != "none":
        mark = f"<a:buClr>{color_xml(style.mark_color)}</a:buClr>{mark}"
    spacing = f'<a:spcPct val="{style.line_spacing * 1000}"/>'
    if style.line_points:
        spacing = f'<a:spcPts val="{round(style.line_points * 100)}"/>'
    capitals = ' cap="all"' if style.capitals else ""
    tracking = f' spc="{round(style.tracking * 100)}"' if style.tracking else ""
    return (
        f'<a:lvl{number}pPr marL="{style.margin}" indent="{style.indent}" algn="{style.align}"'
        f' rtl="{style.rtl:d}"><a:lnSpc>{spacing}</a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(style.space_before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(style.space_after * 100)}"/></a:spcAft>{mark}'
        f'<a:defRPr sz="{style.size * 100}" b="{style.bold:d}" i="{style.italic:d}"'
        f"{capitals}{tracking}><a:solidFill>{color_xml(style.color)}</a:solidFill>"
        f"{_font(style.font)}</a:defRPr></a:lvl{number}pPr>"
    )


def color_xml(color: Color) -> str:
    """Return a colour, by its name in the theme or as RRGGBB."""
    digits = len(color) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in color)
    return f'<a:{"srgbClr" if digits else "schemeClr"} val="{escape(color)}"/>'


def _font(font: str) -> str:
    if font in _FONTS:
        own = _FONTS[font]
        return (
            f'<a:latin typeface="{own}-lt"/><a:ea typeface="{own}-ea"/><a:cs typeface="{own}-cs"/>'
        )
    return f'<a:latin typeface="{escape(font)}"/>'
