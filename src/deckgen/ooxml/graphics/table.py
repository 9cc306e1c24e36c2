"""Tables as DrawingML (ECMA-376 Part 1, 21.1.3), in the colours of the theme.

Every cell has its own rules, on PowerPoint's style “No Style, No Grid”. So the table looks the same
on every template and in every program. The right margin of a cell (`marR`) aligns numbers at the
decimal sign, before a unit a wider blank (`spc`), so that units are aligned, too. The text stays as
it was written, without tabs or padding.
"""

from typing import TypeAlias

from deckgen.deck.bidi import has_letters_from_right, runs_right_to_left
from deckgen.deck.graphics import Table
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.text_body import Inline, Run, TextBody
from deckgen.language.number_reader import number_unit
from deckgen.ooxml.backdrop import link_color
from deckgen.ooxml.charts.chart_colors import chart_colors
from deckgen.ooxml.drawingml import font_xml
from deckgen.ooxml.graphics.shape import GraphicXml, ShapeContext, graphic_frame_xml
from deckgen.ooxml.text.text_body import RunLook, runs_xml
from deckgen.support.xml_text import DRAWING

_Parts: TypeAlias = tuple[tuple[tuple[Inline, ...], float], ...]
_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""“No Style, No Grid”, which PowerPoint knows without its definition."""
_STRONG, _HAIRLINE = 15_875, 6_350
"""EMU: the rules below the header and above the total; those between rows."""
_NO_RULE = ' w="0"><a:noFill/>'


def table_shape(table: Table, context: ShapeContext) -> GraphicXml:
    """Return a placed table as a graphic frame; it fills a placeholder that takes tables."""
    rtl = runs_right_to_left(context.lang)
    flags = (
        (' rtl="1"' if rtl else "")
        + (' firstRow="1"' if table.header else "")
        + (' lastRow="1"' if table.has_total else "")
    )
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in table.widths)
    xml = (
        f"<a:tbl><a:tblPr{flags}><a:tableStyleId>{_STYLE}</a:tableStyleId></a:tblPr>"
        f"<a:tblGrid>{grid}</a:tblGrid>{_rows(table, context, rtl=rtl)}</a:tbl>"
    )
    reference, uri = context.reference({"obj", "tbl"}), DRAWING.replace("/main", "/table")
    return GraphicXml(graphic_frame_xml(table, reference, uri, xml, context))


def _rows(table: Table, context: ShapeContext, *, rtl: bool) -> str:
    colors = chart_colors(context.layout, context.placeholder, context.backdrop)
    rules = ((colors.lead if colors.backdrop.is_light else colors.text).fill, colors.hairline.fill)
    head = 1 if table.header else 0
    rows = [*([table.header] if head else []), *table.rows]
    insets = table.insets
    if rtl:
        insets = tuple(inset._replace(start=inset.end, end=inset.start) for inset in insets)
    font = context.layout.font("body")
    own_font = "" if font == "body" else font_xml(font)
    link = link_color(context.layout, context.backdrop, colors.text.name)
    look_of_text = RunLook(colors.text.fill, own_font, link_color=link)
    quiet_look = look_of_text._replace(fill=colors.quiet.fill)
    quiet = ((False,) * len(table.aligns),) * head + table.quiet
    written = []
    for index, (row, height, tails) in enumerate(
        zip(rows, table.heights, table.decimal_padding, strict=True)
    ):
        style = _rules(index, table, colors.text.fill, *rules) + "<a:noFill/>"
        one_line = height - 2 * table.padding < 2 * table.size * EMU_PER_POINT
        anchor = "b" if index < head else "ctr" if one_line else "t"
        # A fixed distance of lines: LibreOffice leaves out the gap that a font has between.
        points = f'<a:spcPts val="{round(table.line_distance * 100)}"/>'
        distance = "" if one_line else f"<a:lnSpc>{points}</a:lnSpc>"
        cells = [
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>"
            f"{_paragraph(parts, table, at, distance, context, look, rtl=rtl)}</a:txBody>"
            f'<a:tcPr marL="{insets[at].start}" marR="{insets[at].end + free}"'
            f' marT="{table.padding}" marB="{table.padding}" anchor="{anchor}">{style}</a:tcPr>'
            "</a:tc>"
            for at, body in enumerate(row)
            for look in [quiet_look if table.quiet and quiet[index][at] else look_of_text]
            for parts, free in [_spread(body, tails[at])]
        ]
        written.append(f'<a:tr h="{height}">{"".join(cells)}</a:tr>')
    return "".join(written)


def _spread(body: TextBody, free: int) -> tuple[_Parts, int]:
    """Return the runs of a cell, with the points added to each sign, and the EMU behind them.

    Of `free` EMU, a blank between number and unit takes all.
    """
    runs = body.paragraphs[0].runs
    if free and len(runs) == 1 and isinstance(run := runs[0], Run):
        at = len(run.text) - len(number_unit(run.text)) - 1
        number, blank, unit = run.text[:at], run.text[at : at + 1], run.text[at + 1 :]
        if unit and blank.isspace():
            texts = ((number, 0.0), (blank, free / EMU_PER_POINT), (unit, 0.0))
            return tuple([((run._replace(text=text),), more) for text, more in texts]), 0
    return ((runs, 0.0),), free


def _paragraph(
    parts: _Parts,
    table: Table,
    column: int,
    distance: str,
    context: ShapeContext,
    look: RunLook,
    *,
    rtl: bool,
) -> str:
    """Return the paragraph of a cell; an empty one has a size too, or its row would grow."""
    align = table.aligns[column]
    # A minus stands before its number, which Arabic and Hebrew write from the left, too.
    text = "".join(run.text for some, _ in parts for run in some if isinstance(run, Run))
    begins = rtl and not (align == "r" and text and not has_letters_from_right(text))
    side = "r" if rtl and align == "l" else align
    common = f'lang="{context.lang}" sz="{table.size * 100}"'
    runs = "".join(
        runs_xml(
            runs,
            f'{common} spc="{round(more * 100)}"' if more else common,
            context.code_font,
            context.links,
            look,
        )
        for runs, more in parts
    )
    runs = runs or f"<a:endParaRPr {common}/>"
    return f'<a:p><a:pPr algn="{side}" rtl="{begins:d}">{distance}</a:pPr>{runs}</a:p>'


def _rules(index: int, table: Table, total: str, header: str, hairline: str) -> str:
    """Return the rules of a row's cells: below the header, above the total, between the rows.

    `total`, `header` and `hairline` are the fills of these. A rule is said on both of its sides;
    programs differ in which of them they show.
    """
    head, last = bool(table.header), bool(table.header) + len(table.rows) - 1

    def below(row: int) -> str:
        if head and row == 0:
            return f' w="{_STRONG}">{header}'
        if table.has_total and row == last - 1:
            return f' w="{_STRONG}">{total}'
        return f' w="{_HAIRLINE}">{hairline}'

    top = _NO_RULE if head and index == 0 else below(index - 1)
    sides = "".join(f"<a:ln{side}{_NO_RULE}</a:ln{side}>" for side in "LR")
    return f"{sides}<a:lnT{top}</a:lnT><a:lnB{below(index)}</a:lnB>"
