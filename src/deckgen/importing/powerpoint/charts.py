"""Charts of a slide with their numbers, as python-pptx reads them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckgen.importing.powerpoint.shape_properties import description
from deckgen.importing.powerpoint.source_slide import SourceChart, SourceSeries, Unread
from deckgen.opc.xml_parser import Element, q

if TYPE_CHECKING:
    from pptx.shapes.graphfrm import GraphicFrame

_KINDS: Mapping[str, str] = {
    "COLUMN_CLUSTERED": "column",
    "COLUMN_STACKED": "stacked",
    "BAR_CLUSTERED": "bar",
    "BAR_STACKED": "stacked-bar",
    "LINE": "line",
    "LINE_MARKERS": "line",
    "AREA": "area",
    "PIE": "pie",
    "DOUGHNUT": "donut",
}
"""Our kinds by python-pptx's types; others, such as bubbles and stocks, we do not draw."""
_MOST_POINTS = 60
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def chart_of(shape: "GraphicFrame") -> SourceChart | Unread:
    """Return a chart; one that we do not draw is named."""
    try:
        chart = shape.chart
        plots = list(chart.plots)
        kind = _kind(chart.chart_type.name, [type(plot).__name__ for plot in plots])
        if not kind:
            return Unread("chart of another kind", _words(shape))
        categories = tuple(" ".join(str(label).split()) for label in plots[0].categories)
        elements = chart.element.iter(f"{{{_CHART}}}ser")
        series = tuple(
            SourceSeries(" ".join(str(each.name).split()), tuple(each.values), _is_percent(element))
            for plot in plots
            for each, element in zip(plot.series, elements, strict=False)
        )
        lines = len(list(plots[-1].series)) if kind == "combined" else 0
    except (KeyError, ValueError, NotImplementedError, AttributeError, TypeError, IndexError):
        return Unread("chart without readable numbers", _words(shape))
    whole = all(len(each.values) == len(categories) for each in series)
    if not series or not whole or not 0 < len(categories) <= _MOST_POINTS:
        return Unread("chart without readable numbers", _words(shape))
    if len(set(categories)) < len(categories) or "" in categories:
        return Unread("chart whose categories repeat", _words(shape))
    if kind in {"pie", "donut"} and (
        len(series) > 1 or any((v or 0) < 0 for v in series[0].values)
    ):
        return Unread("chart of another kind", _words(shape))
    is_titled = chart.has_title and chart.chart_title.has_text_frame
    title = chart.chart_title.text_frame.text if is_titled else ""
    names = tuple(each.name for each in series[len(series) - lines :])
    return SourceChart(kind, categories, series, title.strip(), description(shape), names)


def _kind(type_: str, plots: list[str]) -> str:
    """Return our kind of a chart by the name of its type and its plots; empty for others."""
    if plots == ["BarPlot", "LinePlot"] and type_ == "COLUMN_CLUSTERED":
        return "combined"
    return _KINDS.get(type_, "") if len(plots) == 1 else ""


def _is_percent(series: Element) -> bool:
    codes = series.iterfind("{*}val//{*}formatCode")
    return any("%" in (code.text or "") for code in codes)


def _words(shape: "GraphicFrame") -> str:
    """Return the words that somebody typed into a chart."""
    try:
        root = shape.chart.element
    except (KeyError, AttributeError):
        return ""
    return " ".join(text.text or "" for text in root.iter(q("a:t")))
