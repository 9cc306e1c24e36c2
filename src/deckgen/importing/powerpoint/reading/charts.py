"""Charts of a slide with their numbers, as python-pptx reads them."""

import re
from collections.abc import Mapping, Sequence
from math import isfinite

from pptx.chart.chart import Chart
from pptx.chart.plot import _BasePlot
from pptx.shapes.graphfrm import GraphicFrame

from deckgen.deck.graphics import UNIT_SHAPE, are_shares
from deckgen.importing.powerpoint.reading.shape_properties import description
from deckgen.importing.powerpoint.reading.source_slide import SourceChart, SourceSeries, Unread
from deckgen.ooxml_rules.shape_queries import attribute, child_value, drawn_words, words_in
from deckgen.opc.xml_parser import Element, parse_xml, q

_KINDS: Mapping[str, str] = {
    "COLUMN_CLUSTERED": "column",
    "COLUMN_STACKED": "stacked",
    "COLUMN_STACKED_100": "stacked",
    "BAR_CLUSTERED": "bar",
    "BAR_STACKED": "stacked-bar",
    "BAR_STACKED_100": "stacked-bar",
    "LINE": "line",
    "LINE_MARKERS": "line",
    "AREA": "area",
    "PIE": "pie",
    "DOUGHNUT": "donut",
    "XY_SCATTER": "scatter",
}
"""Kinds of deckgen by python-pptx's types; it draws no others, such as bubbles and stocks."""
_MOST_POINTS = 60
"""The most points of a series, and the most series."""
_MOST_DECIMALS = 30
"""The most decimals, as in Excel."""
_SAME = 1e-6
_MARKER = f"{q('c:marker')}/{q('c:spPr')}"
_DECIMALS = re.compile(r"0\.(0+)")


def chart_of(shape: GraphicFrame) -> SourceChart | Unread:
    """Return a chart, or the name of a kind of chart that deckgen does not draw."""
    try:
        chart = shape.chart
        elements = list(chart.element.iter(q("c:ser")))
        if _is_large(chart.element, len(elements)):
            return Unread("chart without readable numbers", _words(shape))
        plots = _plots(chart)
        if plots and _totals(chart.chart_type.name, elements):
            elements = elements[:-1]
            plots = plots[:1]
        drawn_as = [type(plot).__name__ for plot in plots]
        kind = _kind(chart.chart_type.name, drawn_as) if plots else ""
        if not kind:
            return Unread("chart of another kind", _words(shape))
        if kind == "scatter":
            categories, series = _points(elements, chart.element)
        else:
            labels = [" ".join(str(label).split(" ")) for label in plots[0].categories]
            categories = tuple(" ".join(_without_share(label).split()) for label in labels)
            series = tuple(
                SourceSeries(" ".join(str(each.name).split()), tuple(each.values), *_format(part))
                for plot in plots
                for each, part in zip(plot.series, elements, strict=False)
            )
        percent = all(each.is_percent for each in series)
        values = [each.values for each in series]
        if chart.chart_type.name.endswith("_100") and not are_shares(values, percent=percent):
            return Unread("chart of another kind", _words(shape))
        lines = len(list(plots[-1].series)) if kind == "combined" else 0
        drawn = _unit_and_source(shape)
    except (KeyError, ValueError, NotImplementedError, AttributeError, TypeError, IndexError):
        return Unread("chart without readable numbers", _words(shape))
    if why := _why_unread(kind, categories, series, drawn):
        return Unread(why, _words(shape))
    unit, source = drawn or ("", "")
    if chart.has_title and chart.chart_title.has_text_frame:
        unit = chart.chart_title.text_frame.text.strip()
    elif not unit and (unit := _title_of_itself(chart.element, series)):
        series = (series[0]._replace(name=""),)
    return SourceChart(
        kind,
        categories,
        series,
        unit,
        description(shape),
        tuple(each.name for each in series[len(series) - lines :]),
        source,
        _highlight(elements, categories, [each.name for each in series]),
    )


def _title_of_itself(element: Element, series: Sequence[SourceSeries]) -> str:
    """Return the name of the only series where PowerPoint shows it: as the title, or a legend.

    A chart without a title has this one, unless it was deleted (ECMA-376 Part 1, 21.2.2.7). The
    legend of a pie has the names of its slices.
    """
    chart = element.find(q("c:chart"))
    is_deleted = attribute(chart, "c:autoTitleDeleted", "val", "0") in {"1", "true"}
    is_pie = next(element.iter(q("c:pieChart"), q("c:doughnutChart")), None) is not None
    has_legend = not is_pie and chart is not None and chart.find(q("c:legend")) is not None
    return series[0].name if len(series) == 1 and (has_legend or not is_deleted) else ""


def _plots(chart: Chart) -> list[_BasePlot]:
    """Return what a chart is drawn as; nothing in 3D, of stocks and the like.

    python-pptx has no plots for these, and raises ValueError.
    """
    try:
        return list(chart.plots)
    except ValueError:
        return []


def _why_unread(
    kind: str,
    categories: tuple[str, ...],
    series: tuple[SourceSeries, ...],
    drawn: tuple[str, str] | None,
) -> str:
    """Return what a chart is that no kind of ours shows; empty for others."""
    whole = all(len(each.values) == len(categories) for each in series)
    finite = all(value is None or isfinite(value) for each in series for value in each.values)
    if not series or not whole or not finite or not 0 < len(categories) <= _MOST_POINTS:
        return "chart without readable numbers"
    if drawn is None:
        return "chart with drawings on it"
    names = [name for name in categories if name or kind != "scatter"]
    if len(set(names)) < len(names) or "" in names:
        return "chart whose categories repeat"
    is_round = kind in {"pie", "donut"}
    if is_round and (len(series) > 1 or any((v or 0) < 0 for v in series[0].values)):
        return "chart of another kind"
    return ""


def _is_large(chart: Element, series: int) -> bool:
    """Return whether a chart has more series, or claims more points, than we take over.

    python-pptx makes every point that is claimed. Raises ValueError.
    """
    points = max((int(each.get("val", "")) for each in chart.iter(q("c:ptCount"))), default=0)
    return max(series, points) > _MOST_POINTS


def _totals(type_: str, series: Sequence[Element]) -> bool:
    """Return whether the last series of a stack is there for its labels alone, which are sums."""
    if type_ not in {"COLUMN_STACKED", "BAR_STACKED"} or len(series) < 3:
        return False
    *stacked, last = (_numbers(each, "c:val") for each in series)
    sums = [sum(each or 0 for each in column) for column in zip(*stacked, strict=False)]
    is_unseen = series[-1].find(f"{q('c:spPr')}//{q('a:noFill')}") is not None
    is_sum = all(abs((each or 0) - total) < _SAME for each, total in zip(last, sums, strict=False))
    return is_unseen and (is_sum or not any(last))


def _points(
    series: Sequence[Element], chart: Element
) -> tuple[tuple[str, ...], tuple[SourceSeries, ...]]:
    """Return the names of the points of a scatter chart, and its series: x, then each y."""
    across = [_numbers(each, "c:xVal") for each in series]
    if any(each != across[0] for each in across):
        return (), ()
    names = ["" for _ in across[0]]
    for label in series[0].iter(q("c:dLbl")):
        at = int(child_value(label, "c:idx"))
        names[at] = words_in(label)
    axes = (each for each in chart.iter(q("c:valAx")) if child_value(each, "c:axPos") in {"b", "t"})
    axis = next(axes, None)
    texts = () if axis is None else axis.iterfind(f"{q('c:title')}//{q('a:t')}")
    title = "".join(text.text or "" for text in texts)
    return tuple(names), (
        SourceSeries(title, across[0], *_format(series[0], "c:xVal")),
        *(
            SourceSeries(_name(each), _numbers(each, "c:yVal"), *_format(each, "c:yVal"))
            for each in series
        ),
    )


def _name(series: Element) -> str:
    return "".join(each.text or "" for each in series.iterfind(f"{q('c:tx')}//{q('c:v')}"))


def _numbers(series: Element, tag: str) -> tuple[float | None, ...]:
    counted = next(series.iterfind(f"{q(tag)}//{q('c:ptCount')}"), None)
    count = 0 if counted is None else min(int(counted.get("val", "")), _MOST_POINTS + 1)
    points = series.iterfind(f"{q(tag)}//{q('c:pt')}")
    values = {int(each.get("idx", "")): each.findtext(q("c:v")) for each in points}
    return tuple(float(values[at] or "") if at in values else None for at in range(count))


def _unit_and_source(shape: GraphicFrame) -> tuple[str, str] | None:
    """Return our unit and one other text that stand in a chart as drawings; None if more do."""
    drawn = shape.chart.element.find(q("c:userShapes"))
    if drawn is None:
        return "", ""
    root = parse_xml(shape.chart_part.related_part(drawn.get(q("r:id"), "")).blob)
    texts = [(name, " ".join(words.split())) for name, words in drawn_words(root)]
    units = [words for name, words in texts if name == UNIT_SHAPE]
    others = [words for name, words in texts if name != UNIT_SHAPE]
    if len(texts) < len(root) or len(units) > 1 or len(others) > 1:
        return None
    return "".join(units), "".join(others)


def _highlight(
    series: Sequence[Element], categories: Sequence[str], names: Sequence[str]
) -> tuple[str, ...]:
    """Return the categories or series that stand out: all others have the muted colour."""
    if len(series) > 1:
        loud = [at for at, each in enumerate(series) if not _is_muted(each)]
        first = len(names) - len(series)  # the x of a scatter chart come first
        highlighted = [names[first + at] for at in loud] if 0 < len(loud) < len(series) else []
    else:
        points = [each for single in series for each in single.iterchildren(q("c:dPt"))]
        muted = {child_value(each, "c:idx") for each in points if _is_muted(each)}
        highlighted = [name for at, name in enumerate(categories) if muted and str(at) not in muted]
    return tuple(highlighted)


def _is_muted(element: Element) -> bool:
    """Return whether a series or a point has the colour of what is not highlighted."""
    looks = [*element.iterfind(q("c:spPr")), *element.iterfind(_MARKER)]
    colors = (next(each.iter(q("a:schemeClr")), None) for each in looks)
    return any(each is not None and each.find(q("a:satMod")) is not None for each in colors)


def _without_share(label: str) -> str:
    """Return the name of a slice without the number that we put behind it."""
    name, gap, number = label.rpartition("\u00a0\u00a0")
    return name if gap and number else label


def _kind(type_: str, plots: list[str]) -> str:
    """Return our kind of a chart by the name of its type and its plots; empty for others."""
    if plots == ["BarPlot", "LinePlot"] and type_ == "COLUMN_CLUSTERED":
        return "combined"
    return _KINDS.get(type_, "") if len(plots) == 1 else ""


def _format(series: Element, tag: str = "c:val") -> tuple[bool, int]:
    """Return whether the numbers of a series are per cent, and their least decimals."""
    codes = [code.text or "" for code in series.iterfind(f"{q(tag)}//{q('c:formatCode')}")]
    decimals = max((len(each) for code in codes for each in _DECIMALS.findall(code)), default=0)
    return any("%" in code for code in codes), min(decimals, _MOST_DECIMALS)


def _words(shape: GraphicFrame) -> str:
    """Return the words that somebody typed into a chart."""
    try:
        root = shape.chart.element
    except (KeyError, AttributeError):
        return ""
    return " ".join(text.text or "" for text in root.iter(q("a:t")))
