"""Charts with a legend in place of moved labels, for a renderer that does not move labels.

Labels at the ends of bars get room, as it cuts them at the edge of the chart.

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
_TOTALS_OF_BARS = re.compile(r"<c:ser>(?:(?!<c:ser>).)*?<c:numLit>.*?</c:ser>", re.DOTALL)
"""The series with the totals of bars, which shows nothing here but its name in the legend."""
_TOTALS = re.compile(
    r'(<c:ser><c:idx val="\d+"/><c:order val="\d+"/><c:tx><c:strRef><c:f>[^<]*</c:f><c:strCache>'
    r'<c:ptCount val="1"/><c:pt idx="0"><c:v>)[^<]*(</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    r'<c:spPr>)<a:solidFill><a:schemeClr val="\w+"></a:schemeClr></a:solidFill>'
    r'(<a:ln><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/>)'
)
"""The series with the totals of columns: its labels are seen, but neither line nor points."""
_UNSEEN = (
    "\\1\u200b\\2"
    '<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="0"/></a:srgbClr></a:solidFill>\\3'
)
"""The same with an entry in the legend that is not seen: the renderer shows one for each series."""
_VALUES = re.compile(r"<c:val>.*?</c:val>", re.DOTALL)
_V = re.compile(r"<c:v>(-?[\d.]+(?:[eE][-+]?\d+)?)</c:v>")
_ROOM = 1.25
"""The end of the axis, as a share of the greatest number."""
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
        own = entries.unpacked(name).decode("utf-8", "replace")
        chart = _with_room_for_labels(own)
        if "<c:dLbl><c:idx" in chart and "<c:legend>" not in chart:
            moves = _FAR.findall(chart)
            if any(max(abs(float(x)), abs(float(y))) > _LEAST for x, y in moves):
                chart = _with_legend(chart)
        if chart != own:
            replaced[name] = chart.encode()
    return replaced


def _with_room_for_labels(chart: str) -> str:
    """Return a chart whose bars leave room for the labels at their ends, which would be cut."""
    if '<c:barDir val="bar"/>' not in chart or '<c:dLblPos val="outEnd"/>' not in chart:
        return chart
    numbers = [float(value) for values in _VALUES.findall(chart) for value in _V.findall(values)]
    most = f'<c:max val="{max(numbers, default=0) * _ROOM}"/>'
    return chart.replace('<c:min val="0"/>', f'{most}<c:min val="0"/>', 1) if numbers else chart


def _with_legend(chart: str) -> str:
    chart = _TOTALS_OF_BARS.sub("", _MOVED.sub("", chart))
    chart = _TOTALS.sub(_UNSEEN, chart)
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
