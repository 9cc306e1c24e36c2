"""Text within a chart: font and size (ECMA-376 Part 1, 21.2.2.216), and the codes of numbers."""

from typing import NamedTuple

from deckgen.deck.graphics import Chart
from deckgen.deck.plot import Plot
from deckgen.language.number_formats import MINUS, NumberFormat, percent_sign
from deckgen.language.spaces import NO_BREAK
from deckgen.ooxml.charts.chart_colors import ChartColor, ChartColors
from deckgen.ooxml.drawingml import font_xml
from deckgen.support.xml_text import escape

NO_LINE = "<a:ln><a:noFill/></a:ln>"
NO_SHAPE = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"
"""No fill and no line."""
NO_WRAP = '<a:bodyPr wrap="none"/>'
"""The properties of a text that is not broken."""
_LANGUAGES = {
    "cs": "405",
    "da": "406",
    "de": "407",
    "de-AT": "C07",
    "de-CH": "807",
    "en": "409",
    "en-GB": "809",
    "es": "C0A",
    "fi": "40B",
    "fr": "40C",
    "it": "410",
    "nb": "414",
    "nl": "413",
    "pl": "415",
    "pt": "816",
    "pt-BR": "416",
    "sv": "41D",
}
"""Windows' numbers of languages, in hexadecimal digits (MS-LCID)."""


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


def format_code(number_format: NumberFormat, lang: str, after: str = "") -> str:
    """Return the code, whose second part sets a minus sign instead of a hyphen.

    It names the language, whose separators LibreOffice then uses; PowerPoint uses those of the PC
    all the same. `after` stands behind each number.
    """
    locale = _LANGUAGES.get(lang) or _LANGUAGES.get(lang.partition("-")[0].lower())
    language = f"[$-{locale}]" if locale else ""
    digits = "0." + "0" * number_format.decimals if number_format.decimals else "0"
    if number_format.percent:
        blank = f'"{NO_BREAK}"' if percent_sign(lang).startswith(NO_BREAK) else ""
        digits = f"{digits}{blank}%"
    else:
        digits = f"#,##{digits}"
    after = f'"{after}"' if after else ""
    return f'{language}{digits}{after};{language}"{MINUS}"{digits}{after}'
