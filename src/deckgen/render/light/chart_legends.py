"""Charts with a legend in place of moved labels, for a renderer that does not move labels.

betteroffice sets the label of a point where it would stand without `c:layout`: the name of a stack
or of a slice on its colour, names of lines over each other.
"""

import re

from deckgen.language.number_formats import NumberFormat, format_number
from deckgen.opc.zip_reader import ZipEntries
from deckgen.render.light.replaced_parts import with_replaced_parts

_CHART = re.compile(r"/ppt/charts/[^/]+\.xml")
_MOVED = re.compile(
    r'<c:dLbl><c:idx val="\d+"/><c:layout>.*?</c:dLbl>',
    re.DOTALL,
)
_FAR = re.compile(
    r'<c:dLbl><c:idx val="\d+"/><c:layout><c:manualLayout><c:x val="([-.\d]+)"/>'
    r'<c:y val="([-.\d]+)"/>'
)
_LEAST = 0.005
"""Share of a chart: labels that are moved less stand well without it."""
_SLICES = re.compile(
    r"<c:cat>.*?<c:strCache>(.*?)</c:strCache>.*?<c:formatCode>(.*?)</c:formatCode>(.*?)</c:val>",
    re.DOTALL,
)
_POINT = re.compile(r'<c:pt idx="(\d+)"><c:v>(.*?)</c:v>')
_TOTALS = re.compile(r"<c:ser>(?:(?!<c:ser>).)*?<c:numLit>.*?</c:ser>", re.DOTALL)
"""The series with the totals of bars, which shows nothing here but its name in the legend."""
_LANGUAGE = re.compile(r'<c:lang val="(.*?)"/>')
_LEGEND = '<c:legend><c:legendPos val="{}"/><c:overlay val="0"/></c:legend>'


def with_chart_legends(deck: bytes) -> bytes:
    """Return a .pptx in which charts with moved labels have a legend instead.

    The legend of a ring says the numbers, too. Any other package is returned unchanged.
    """
    return with_replaced_parts(deck, _charts_with_legends)


def _charts_with_legends(entries: ZipEntries) -> dict[str, bytes]:
    replaced = {}
    for name in filter(_CHART.fullmatch, entries.infos):
        data = entries.unpacked(name)
        if b"<c:dLbl><c:idx" in data and b"<c:legend>" not in data:
            chart = data.decode("utf-8", "replace")
            if any(max(abs(float(x)), abs(float(y))) > _LEAST for x, y in _FAR.findall(chart)):
                replaced[name] = _with_legend(chart).encode()
    return replaced


def _with_legend(chart: str) -> str:
    chart = _TOTALS.sub("", _MOVED.sub("", chart))
    ring = "<c:doughnutChart>" in chart
    if ring:
        language = _LANGUAGE.search(chart)
        lang = language[1] if language else "en"
        chart = _SLICES.sub(lambda match: _numbered(match, lang), chart)
        chart = re.sub(r"<c:dLbls>.*?</c:dLbls>", "", chart, flags=re.DOTALL)
    legend = _LEGEND.format("r" if ring else "t")
    return chart.replace("</c:plotArea>", f"</c:plotArea>{legend}", 1)


def _numbered(match: re.Match[str], lang: str) -> str:
    """Return the cells of slices, with each number behind its name."""
    names, code, values = match.groups()
    number_format = NumberFormat(len(code.partition("0.")[2].rstrip('%"\u00a0')), "%" in code)
    numbers = {
        at: format_number(float(value), number_format, lang) for at, value in _POINT.findall(values)
    }
    numbered = _POINT.sub(
        lambda point: f'<c:pt idx="{point[1]}"><c:v>{point[2]}  {numbers.get(point[1], "")}</c:v>',
        names,
    )
    return match[0].replace(names, numbered, 1)
