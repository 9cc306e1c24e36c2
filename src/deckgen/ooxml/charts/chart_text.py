"""Words within a chart: in the theme's font, in a size that is written (21.2.2.216 txPr)."""

from __future__ import annotations

from deckgen.ooxml.charts.chart_colors import ChartColor
from deckgen.support.xml_text import escape

_FONT = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'


def text_properties(
    size: int, ink: ChartColor, *, bold: bool = False, body: str = "<a:bodyPr/>"
) -> str:
    """Return how a chart's words are set; `size` in points."""
    return (
        f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}">{ink.fill}{_FONT}</a:defRPr>'
        '</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )


def rich_text_xml(text: str, size: int, ink: ChartColor, lang: str, *, bold: bool = False) -> str:
    """Return words of a chart that are no number, category or name of its worksheet."""
    setting = f'sz="{size * 100}" b="{int(bold)}"'
    return (
        "<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>"
        f"<a:pPr><a:defRPr {setting}>{ink.fill}{_FONT}</a:defRPr></a:pPr>"
        f'<a:r><a:rPr lang="{escape(lang)}" {setting}>{ink.fill}{_FONT}</a:rPr>'
        f"<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>"
    )
