"""Text within a chart: in the layout's font, with its size (ECMA-376 Part 1, 21.2.2.216)."""

from typing import NamedTuple

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.plot import Plot
from deckgen.ooxml.charts.chart_colors import ChartColor, ChartColors
from deckgen.ooxml.drawingml import font_xml
from deckgen.support.xml_text import escape

NO_LINE = "<a:ln><a:noFill/></a:ln>"
NO_SHAPE = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"
"""No fill and no line."""
NO_WRAP = '<a:bodyPr wrap="none"/>'
"""The properties of a text that is not broken."""


class DrawnChart(NamedTuple):
    """A placed chart, its plot and its colours: all that its XML is made of."""

    chart: Chart
    plot: Plot
    colors: ChartColors

    def tx_pr(self, color: ChartColor, *, bold: bool = False, body: str = "<a:bodyPr/>") -> str:
        """Return the `c:txPr`: size, font, colour and weight of text."""
        return (
            f"<c:txPr>{body}<a:lstStyle/><a:p><a:pPr>{self.default_properties(color, bold=bold)}"
            '</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
        )

    def default_properties(self, color: ChartColor, *, bold: bool) -> str:
        """Return the `a:defRPr` of a paragraph's text."""
        return f"<a:defRPr {self._look(color, bold=bold)}</a:defRPr>"

    def run_properties(self, color: ChartColor, *, bold: bool) -> str:
        """Return the `a:rPr` of text that does not come from a cell of the worksheet."""
        return f'<a:rPr lang="{escape(self.chart.lang)}" {self._look(color, bold=bold)}</a:rPr>'

    def rich_text(
        self, text: str, color: ChartColor, *, bold: bool = False, body: str = "<a:bodyPr/>"
    ) -> str:
        """Return a `c:tx` with text that does not come from a cell of the worksheet."""
        return (
            f"<c:tx><c:rich>{body}<a:lstStyle/><a:p>"
            f"<a:pPr>{self.default_properties(color, bold=bold)}</a:pPr>"
            f"<a:r>{self.run_properties(color, bold=bold)}"
            f"<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>"
        )

    def _look(self, color: ChartColor, *, bold: bool) -> str:
        font = font_xml(self.colors.font)
        return f'sz="{self.plot.size * 100}" b="{int(bold)}">{color.fill}{font}'
