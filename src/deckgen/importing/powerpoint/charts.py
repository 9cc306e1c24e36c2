"""Charts of a slide with their numbers, as python-pptx reads them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from deckgen.importing.powerpoint.shape_properties import description
from deckgen.importing.powerpoint.source_slide import SourceChart, SourceSeries, Unread
from deckgen.opc.xml_parser import q

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


def chart_of(shape: "GraphicFrame") -> SourceChart | Unread:
    """Return a chart; one that we do not draw is named."""
    try:
        chart = shape.chart
        kind = _KINDS.get(chart.chart_type.name)
        plots = list(chart.plots)
        if kind is None or len(plots) != 1:
            return Unread("chart of another kind", _words(shape))
        plot = plots[0]
        categories = tuple(" ".join(str(label).split()) for label in plot.categories)
        series = tuple(
            SourceSeries(" ".join(str(each.name).split()), tuple(each.values))
            for each in plot.series
        )
    except (KeyError, ValueError, NotImplementedError, AttributeError, TypeError):
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
    title = (
        chart.chart_title.text_frame.text if chart.has_title and not _is_automatic(chart) else ""
    )
    return SourceChart(kind, categories, series, title.strip(), description(shape))


def _is_automatic(chart: object) -> bool:
    return not chart.chart_title.has_text_frame  # type: ignore[attr-defined]


def _words(shape: "GraphicFrame") -> str:
    """Return the words that somebody typed into a chart."""
    try:
        root = shape.chart.element
    except (KeyError, AttributeError):
        return ""
    return " ".join(text.text or "" for text in root.iter(q("a:t")))
