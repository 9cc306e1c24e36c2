"""Text within a chart: in the layout's font, with its size (ECMA-376 Part 1, 21.2.2.216)."""

from deckgen.deck.layout import Font
from deckgen.ooxml.charts.chart_colors import ChartColor
from deckgen.ooxml.drawingml import font_xml
from deckgen.support.xml_text import escape

NO_LINE = "<a:ln><a:noFill/></a:ln>"
NO_SHAPE = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"
"""No fill and no line."""
NO_WRAP = '<a:bodyPr wrap="none"/>'
"""The properties of a text that is not broken."""


def tx_pr(
    size: int, font: Font, color: ChartColor, *, bold: bool = False, body: str = "<a:bodyPr/>"
) -> str:
    """Return the `c:txPr`: size in points, colour and weight of text."""
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p>"
        f"<a:pPr>{default_properties(size, font, color, bold=bold)}</a:pPr>"
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )


def default_properties(size: int, font: Font, color: ChartColor, *, bold: bool) -> str:
    """Return the `a:defRPr` of a paragraph's text."""
    return f'<a:defRPr sz="{size * 100}" b="{int(bold)}">{color.fill}{font_xml(font)}</a:defRPr>'


def run_properties(size: int, font: Font, color: ChartColor, lang: str, *, bold: bool) -> str:
    """Return the `a:rPr` of text that does not come from a cell of the worksheet."""
    return (
        f'<a:rPr lang="{escape(lang)}" sz="{size * 100}" b="{int(bold)}">{color.fill}'
        f"{font_xml(font)}</a:rPr>"
    )


def rich_text(
    text: str,
    size: int,
    font: Font,
    color: ChartColor,
    lang: str,
    *,
    bold: bool = False,
    body: str = "<a:bodyPr/>",
) -> str:
    """Return a `c:tx` with text that does not come from a cell of the worksheet."""
    return (
        f"<c:tx><c:rich>{body}<a:lstStyle/><a:p>"
        f"<a:pPr>{default_properties(size, font, color, bold=bold)}</a:pPr>"
        f"<a:r>{run_properties(size, font, color, lang, bold=bold)}"
        f"<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>"
    )
