"""Tables as DrawingML (ECMA-376 Part 1, 21.1.3), in the colours of the theme.

Every cell says its fill and its rules itself, on PowerPoint's “No Style, No Grid”: so the table
looks alike on every template and in every program. Numbers stand at the decimal sign by the right
margin of their cell (`marR`): their text stays as it was written, without tabs or padding.
"""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.graphics.table import Table
from deckgen.deck.text_body import Paragraph, TextBody
from deckgen.fit.graphics.table_grid import INSET, padding
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext
from deckgen.ooxml.text.text_body import runs_xml
from deckgen.support.xml_text import DRAWING, escape

_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""“No Style, No Grid”, which PowerPoint knows without its definition."""
_TAKES_TABLES = frozenset({"obj", "tbl"})
_MIDDLE_GREY = 128
_TINTS = (10, 8, 6, 4, 2)
"""Per cent of the text colour that may be let through to the ground, as a band."""
_HEADER_RULE, _CLOSING_RULE = 25_400, 9_525
_NO_RULE = ' w="0"><a:noFill/>'


def table_shape(table: Table, setting: ShapeContext) -> GraphicXml:
    """Return a table that has been placed, as a graphic frame; it fills its placeholder."""
    box, placeholder = table.box, setting.placeholder
    if box is None:
        raise ValueError(f"shape {setting.shape_id}: the table was not placed")
    place = ""
    if placeholder and placeholder.type in _TAKES_TABLES:
        kind = "" if placeholder.type == "obj" else f' type="{placeholder.type}"'
        idx = "" if placeholder.idx is None else f' idx="{placeholder.idx}"'
        place = f"<p:ph{kind}{idx}/>"
    rtl = runs_right_to_left(setting.lang)
    flags = f'{_flag("rtl", on=rtl)}{_flag("firstRow", on=bool(table.header))} bandRow="1"'
    grid = "".join(f'<a:gridCol w="{wide}"/>' for wide in table.widths)
    return GraphicXml(
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{setting.shape_id}" '
        f'name="Table {setting.shape_id}" descr="{escape(table.alt)}"/><p:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr>{place}</p:nvPr>'
        f'</p:nvGraphicFramePr><p:xfrm><a:off x="{box.x}" y="{box.y}"/>'
        f'<a:ext cx="{box.cx}" cy="{box.cy}"/></p:xfrm><a:graphic><a:graphicData '
        f'uri="{DRAWING.replace("/main", "/table")}"><a:tbl><a:tblPr{flags}>'
        f"<a:tableStyleId>{_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>"
        f"{_rows(table, setting, rtl=rtl)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _flag(name: str, *, on: bool) -> str:
    return f' {name}="1"' if on else ""


def _rows(table: Table, setting: ShapeContext, *, rtl: bool) -> str:
    inks = _inks(setting)
    head = 1 if table.header else 0
    rows = [*([table.header] if head else []), *table.rows]
    written = []
    for at, (row, height, tails) in enumerate(
        zip(rows, table.heights, table.decimal_padding, strict=True)
    ):
        look = _rules(at, head, len(rows), inks) + _band(at, head, inks)
        anchor = ' anchor="b"' if at < head else ""
        cells = [
            _cell(body, align, tail, table.size, setting, (inks.text, look, anchor), rtl=rtl)
            for body, align, tail in zip(row, table.aligns, tails, strict=True)
        ]
        written.append(f'<a:tr h="{height}">{"".join(cells)}</a:tr>')
    return "".join(written)


def _cell(
    body: TextBody,
    align: str,
    tail: int,
    size: int,
    setting: ShapeContext,
    look: tuple[str, str, str],
    *,
    rtl: bool,
) -> str:
    color, ruled, anchor = look
    (paragraph,) = body.paragraphs
    side = "r" if rtl and align == "l" else align
    above = padding(size)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
        f"{_paragraph(paragraph, side, size, setting, color, rtl=rtl)}</a:txBody>"
        f'<a:tcPr marL="{INSET}" marR="{INSET + tail}" marT="{above}" marB="{above}"{anchor}>'
        f"{ruled}</a:tcPr></a:tc>"
    )


def _paragraph(
    paragraph: Paragraph, side: str, size: int, setting: ShapeContext, color: str, *, rtl: bool
) -> str:
    """Return the text of a cell; its size is said even where it is empty, or its row would grow."""
    common = f'lang="{setting.lang}" sz="{size * 100}"'
    fill = f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
    runs = runs_xml(paragraph.runs, common, setting.code_font, setting.links, fill)
    return (
        f'<a:p><a:pPr algn="{side}" rtl="{int(rtl)}"/>{runs or f"<a:endParaRPr {common}/>"}</a:p>'
    )


class _Inks(NamedTuple):
    """The colours of a table: names in the theme, but for the band's fill."""

    text: str
    rule: str
    band: str


def _inks(setting: ShapeContext) -> _Inks:
    """Return the colours that are read and seen where the table stands."""
    placeholder, ground = setting.placeholder, setting.backdrop
    color = placeholder.level_styles[0].color if placeholder else "dk1"
    if len(color) == 6:
        red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
        color = "dk1" if (red * 3 + green * 6 + blue) / 10 < _MIDDLE_GREY else "lt1"
    text = ground.readable(color, "dk1", "lt1")
    rule = ground.visible("accent1", text) if text.startswith("dk") else text
    return _Inks(text, rule, _band_fill(text, setting))


def _band_fill(text: str, setting: ShapeContext) -> str:
    """Return the fill of a band: the light neutral below dark text, else a tint; or none.

    Text and links are read on it as they are beside it.
    """
    ground = setting.backdrop
    link = "accent2" if setting.layout.color_map_override else "hlink"
    read = [name for name in (text, link) if ground.reads(name)]
    banded = ground.below("lt2")
    if text.startswith("dk") and banded.rgb != ground.rgb and all(map(banded.reads, read)):
        return '<a:solidFill><a:schemeClr val="lt2"/></a:solidFill>'
    for percent in _TINTS:
        if all(map(ground.below(text, percent).reads, read)):
            tint = f'<a:alpha val="{percent * 1000}"/>'
            return f'<a:solidFill><a:schemeClr val="{text}">{tint}</a:schemeClr></a:solidFill>'
    return "<a:noFill/>"


def _rules(at: int, head: int, count: int, inks: _Inks) -> str:
    """Return the rules of a row's cells: a strong one below the header, a fine one at the end."""
    strong, fine = _rule(_HEADER_RULE, inks.rule), _rule(_CLOSING_RULE, inks.text)
    top = strong if head and at == 1 else fine if not head and at == 0 else _NO_RULE
    bottom = strong if at < head else fine if at == count - 1 else _NO_RULE
    sides = "".join(f"<a:ln{side}{_NO_RULE}</a:ln{side}>" for side in "LR")
    return f"{sides}<a:lnT{top}</a:lnT><a:lnB{bottom}</a:lnB>"


def _rule(wide: int, color: str) -> str:
    return f' w="{wide}"><a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'


def _band(at: int, head: int, inks: _Inks) -> str:
    """Return the fill of every other row."""
    return "<a:noFill/>" if at < head or (at - head) % 2 else inks.band
