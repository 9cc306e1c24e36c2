"""Text boxes in the place and the style of a placeholder that a template's layout lacks."""

from deckgen.brand.generate.layout_xml import MARKS
from deckgen.deck.layout import Placeholder, TextStyle
from deckgen.ooxml.drawingml import (
    RECTANGLE,
    color_xml,
    fill_xml,
    font_xml,
    text_frame_xml,
    transform_xml,
)
from deckgen.ooxml.text.text_body import DISC
from deckgen.support.xml_text import escape


def text_box_xml(shape_id: int, placeholder: Placeholder, paragraphs: str) -> str:
    """Return a text box with the place, the insets and the levels of a placeholder."""
    anchor = "" if placeholder.anchor == "t" else placeholder.anchor
    styles = enumerate(placeholder.level_styles, 1)
    levels = "".join(_level(number, style) for number, style in styles)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{escape(placeholder.name)}"/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>{transform_xml(placeholder.box)}'
        f"{RECTANGLE}<a:noFill/></p:spPr>"
        f"{text_frame_xml(placeholder.insets, anchor, levels, paragraphs)}</p:sp>"
    )


def _level(number: int, style: TextStyle) -> str:
    """Return one level of an `a:lstStyle` with all of its style (21.1.2.4.13)."""
    # Most templates have a disc where a generated brand has a smaller dot.
    mark = DISC if style.mark == "dot" else MARKS[style.mark]
    if style.mark != "none":
        mark = f"<a:buClr>{color_xml(style.mark_color)}</a:buClr>{mark}"
    spacing = f'<a:spcPct val="{style.line_spacing * 1000}"/>'
    if style.line_points:
        spacing = f'<a:spcPts val="{round(style.line_points * 100)}"/>'
    capitals = ' cap="all"' if style.capitals else ""
    tracking = f' spc="{round(style.tracking * style.size * 100)}"' if style.tracking else ""
    return (
        f'<a:lvl{number}pPr marL="{style.margin}" indent="{style.indent}" algn="{style.align}"'
        f' rtl="{style.rtl:d}"><a:lnSpc>{spacing}</a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(style.space_before * 100)}"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{round(style.space_after * 100)}"/></a:spcAft>{mark}'
        f'<a:defRPr sz="{style.size * 100}" b="{style.bold:d}" i="{style.italic:d}"'
        f"{capitals}{tracking}>{fill_xml(style.color)}{font_xml(style.font)}</a:defRPr></a:lvl{number}pPr>"
    )
