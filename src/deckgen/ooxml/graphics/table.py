"""Tables as DrawingML (ECMA-376 Part 1, 21.1.3), in the colours of the theme.

Every cell has its own fill and rules, on PowerPoint's style “No Style, No Grid”. So the table looks
the same on every template and in every program. The right margin of a cell (`marR`) aligns numbers
at the decimal sign; their text stays as it was written, without tabs or padding.
"""

from typing import NamedTuple

from deckgen.brand.contrast import LIGHT_LUMINANCE, luminance
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.graphics.table import Table
from deckgen.deck.layout import Color
from deckgen.deck.text_body import TextBody
from deckgen.fit.graphics.table_grid import INSET, padding
from deckgen.ooxml.drawingml import (
    fill_xml,
    font_xml,
    is_hex,
    placeholder_reference,
    transform_xml,
)
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, placed_box
from deckgen.ooxml.text.text_body import RunLook, runs_xml
from deckgen.support.xml_text import DRAWING, escape

_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""“No Style, No Grid”, which PowerPoint knows without its definition."""
_TAKES_TABLES = frozenset({"obj", "tbl"})
_TINTS = (10, 8, 6, 4, 2)
"""Opacities of the text colour, in per cent, that are tried as a band."""
_HEADER_RULE, _CLOSING_RULE = 25_400, 9_525
_NO_RULE = ' w="0"><a:noFill/>'


def table_shape(table: Table, context: ShapeContext) -> GraphicXml:
    """Return a placed table as a graphic frame; it fills a placeholder that takes tables."""
    shape_id, placeholder = context.shape_id, context.placeholder
    box = placed_box(table)
    reference = ""
    if placeholder and placeholder.type in _TAKES_TABLES:
        reference = placeholder_reference(placeholder)
    rtl = runs_right_to_left(context.lang)
    flags = (' rtl="1"' if rtl else "") + (' firstRow="1"' if table.header else "")
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in table.widths)
    return GraphicXml(
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{shape_id}" '
        f'name="Table {shape_id}" descr="{escape(table.alt)}"/><p:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{reference}</p:nvPr>'
        f"</p:nvGraphicFramePr>{transform_xml(box, 'p')}<a:graphic><a:graphicData "
        f'uri="{DRAWING.replace("/main", "/table")}"><a:tbl><a:tblPr{flags} bandRow="1">'
        f"<a:tableStyleId>{_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
        f"{_rows(table, context, rtl=rtl)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _rows(table: Table, context: ShapeContext, *, rtl: bool) -> str:
    colors = _table_colors(context)
    head = 1 if table.header else 0
    rows = [*([table.header] if head else []), *table.rows]
    margin = padding(table.size)
    written = []
    for index, (row, height, tails) in enumerate(
        zip(rows, table.heights, table.decimal_padding, strict=True)
    ):
        style = _rules(index, head, len(rows), colors) + _band(index, head, colors)
        anchor = ' anchor="b"' if index < head else ""
        cells = [
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
            f"{_paragraph(body, align, table.size, context, colors.text, rtl=rtl)}</a:txBody>"
            f'<a:tcPr marL="{INSET}" marR="{INSET + tail}" marT="{margin}" marB="{margin}"'
            f"{anchor}>{style}</a:tcPr></a:tc>"
            for body, align, tail in zip(row, table.aligns, tails, strict=True)
        ]
        written.append(f'<a:tr h="{height}">{"".join(cells)}</a:tr>')
    return "".join(written)


def _paragraph(
    body: TextBody, align: str, size: int, context: ShapeContext, color: str, *, rtl: bool
) -> str:
    """Return the paragraph of a cell; an empty one has a size too, or its row would grow."""
    (paragraph,) = body.paragraphs
    side = "r" if rtl and align == "l" else align
    common = f'lang="{context.lang}" sz="{size * 100}"'
    font = context.layout.font("body")
    look = RunLook(fill_xml(color), "" if font == "body" else font_xml(font))
    runs = runs_xml(paragraph.runs, common, context.code_font, context.links, look)
    return f'<a:p><a:pPr algn="{side}" rtl="{rtl:d}"/>{runs or f"<a:endParaRPr {common}/>"}</a:p>'


class _TableColors(NamedTuple):
    """The colours of a table: names in the theme, but for the band's fill."""

    text: str
    rule: str
    band: str


def _table_colors(context: ShapeContext) -> _TableColors:
    """Return the colours that can be read and seen on the table's backdrop."""
    placeholder, backdrop = context.placeholder, context.backdrop
    color = placeholder.level_styles[0].color if placeholder else "dk1"
    text = backdrop.readable(color, "dk1", "lt1")
    rule = backdrop.visible("accent1", text) if _is_dark(text) else text
    return _TableColors(text, rule, _band_fill(text, context))


def _band_fill(text: str, context: ShapeContext) -> str:
    """Return the fill of a band: the light neutral below dark text, else a tint; or none.

    Text and links that can be read beside the band can be read on it.
    """
    backdrop = context.backdrop
    link = "accent2" if context.layout.color_map_override else "hlink"
    legible = [name for name in (text, link) if backdrop.reads(name)]
    band = backdrop.below("lt2")
    if _is_dark(text) and band.rgb != backdrop.rgb and all(map(band.reads, legible)):
        return fill_xml("lt2")
    for percent in _TINTS:
        if all(map(backdrop.below(text, percent).reads, legible)):
            tint = f'<a:alpha val="{percent * 1000}"/>'
            tag = "srgbClr" if is_hex(text) else "schemeClr"
            return f'<a:solidFill><a:{tag} val="{text}">{tint}</a:{tag}></a:solidFill>'
    return "<a:noFill/>"


def _is_dark(text: Color) -> bool:
    return text.startswith("dk") or (is_hex(text) and luminance(text) < LIGHT_LUMINANCE)


def _rules(index: int, head: int, count: int, colors: _TableColors) -> str:
    """Return the rules of a row's cells: a strong one below the header, a fine one at the end."""
    strong = f' w="{_HEADER_RULE}">{fill_xml(colors.rule)}'
    fine = f' w="{_CLOSING_RULE}">{fill_xml(colors.text)}'
    top = strong if head and index == 1 else fine if not head and index == 0 else _NO_RULE
    bottom = strong if index < head else fine if index == count - 1 else _NO_RULE
    sides = "".join(f"<a:ln{side}{_NO_RULE}</a:ln{side}>" for side in "LR")
    return f"{sides}<a:lnT{top}</a:lnT><a:lnB{bottom}</a:lnB>"


def _band(index: int, head: int, colors: _TableColors) -> str:
    return "<a:noFill/>" if index < head or (index - head) % 2 else colors.band
