"""The colours of a chart: of its marks, of what touches, and of its words.

ECMA-376 Part 1, 21.2. A colour that the chart leaves to PowerPoint is that of the theme's accents,
in turn, where the chart has the usual style (21.2.2.206 style). Charts in three dimensions are
shaded: of their marks nothing is known.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from deckgen.audit.slide_facts.audited_slide import AuditedChart, ChartMark
from deckgen.audit.slide_facts.read_chart_words import (
    STACKED,
    ChartPaint,
    chart_flag,
    chart_words,
    child_number,
    shows_labels,
)
from deckgen.audit.slide_facts.seen_colors import seen_fill
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.ooxml_rules.shape_queries import child_value
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.backgrounds import fill_element, single_color
from deckgen.template.resolve.color_values import MappedColors

_FILLED = frozenset({"barChart", "areaChart", "pieChart", "doughnutChart"})
_DRAWN = frozenset({"lineChart", "scatterChart", "radarChart"})
_ROUND = frozenset({"pieChart", "doughnutChart"})
_ACCENTS = 6
_MOST_MARKS = 200
"""Series of a chart, and points of a pie, that are looked at."""


class _Plot(NamedTuple):
    """What the series of one plot share."""

    element: Element
    kind: str
    palette: MappedColors
    ground: str | None
    is_usual: bool
    """Whether PowerPoint's own colours are the accents."""


def read_chart(root: Element, palette: MappedColors, ground: str | None) -> AuditedChart:
    """Return a chart, by its `c:chartSpace`, on a ground (RRGGBB; None if unknown)."""
    space = _filled(root.find(q("c:spPr")), palette, ground)
    # Without a fill of its own, a chart may have the background's colour.
    if root.find(q("c:spPr")) is None and ground != palette.named("bg1"):
        space = None
    area = root.find(f"{q('c:chart')}/{q('c:plotArea')}")
    inner = space if area is None else _filled(area.find(q("c:spPr")), palette, space)
    marks: list[ChartMark] = []
    touching: list[tuple[ChartMark, ChartMark]] = []
    fills: dict[Element, Mapping[int, str | None]] = {}
    for element in () if area is None else area.iterchildren("{*}*"):
        kind = local_name(element)
        if kind not in _FILLED | _DRAWN:
            continue
        is_usual = child_value(root, "c:style") in {"", "2"}
        plot = _Plot(element, kind, palette, inner, is_usual)
        series = [list(_marks(each, plot)) for each in _series(element)]
        marks += (mark for each in series for mark in each)
        touching += _touching(series, plot)
        fills |= dict(_fills(plot))
    words = chart_words(root, ChartPaint(palette, space, inner, fills))
    return AuditedChart(root, tuple(marks[:_MOST_MARKS]), tuple(touching[:_MOST_MARKS]), words)


def _series(plot: Element) -> list[Element]:
    return plot.findall(q("c:ser"))[:_MOST_MARKS]


def _filled(properties: Element | None, palette: MappedColors, ground: str | None) -> str | None:
    """Return the RRGGBB that is seen where `c:spPr` lies on a ground; None if unknown."""
    return seen_fill(fill_element(properties), palette, ground)


def _marks(series: Element, plot: _Plot) -> Iterator[ChartMark]:
    """Yield the marks of a series: itself and points with a look of their own; of pies, points."""
    name, number = _words(series.find(q("c:tx"))), child_number(series, "c:idx")
    labels = series.find(q("c:dLbls"))
    is_labelled = shows_labels(labels) or shows_labels(plot.element.find(q("c:dLbls")))
    single = () if labels is None else labels.iterchildren(q("c:dLbl"))
    labelled = {child_number(each, "c:idx") for each in single if shows_labels(each)}
    categories = series.find(q("c:cat"))
    points = () if categories is None else categories.iter(q("c:pt"))
    names = {parse_integer(point.get("idx")) or 0: _words(point) for point in points}
    if plot.kind not in _ROUND and (mark := _mark(series, None, number, plot)):
        yield mark._replace(name=name, is_labelled=is_labelled)
    for at, mark in _points(series, plot) if plot.kind in _ROUND | {"barChart"} else ():
        if mark is not None:
            label = is_labelled or at in labelled
            yield mark._replace(name=names.get(at, name), is_labelled=label)


def _points(series: Element, plot: _Plot) -> Iterator[tuple[int, ChartMark | None]]:
    """Yield the points of a series with a look of their own, of pies all; None: it is not drawn."""
    own = {child_number(point, "c:idx"): point for point in series.iterchildren(q("c:dPt"))}
    every = range(min(_count(series), _MOST_MARKS))
    for at in every if plot.kind in _ROUND else sorted(own):
        yield at, _mark(series, own.get(at), at, plot)


def _mark(series: Element, point: Element | None, number: int, plot: _Plot) -> ChartMark | None:
    """Return a series or a point of it, without its name; None if nothing of it is drawn."""
    stated = [each.find(q("c:spPr")) for each in (point, series) if each is not None]
    lines = [fill_element(each.find(q("a:ln"))) for each in stated if each is not None]
    line = next((each for each in lines if each is not None), None)
    fills = lines if plot.kind in _DRAWN else map(fill_element, stated)
    fill = next((each for each in fills if each is not None), None)
    if fill is None:
        color = _automatic(number, plot)
    elif local_name(fill) == "noFill":
        return None
    else:
        color = seen_fill(fill, plot.palette, plot.ground)
    edge = None if line is None or plot.kind in _DRAWN else single_color(line, plot.palette)
    return ChartMark("", color, edge, plot.ground)


def _automatic(number: int, plot: _Plot) -> str | None:
    """Return the colour that PowerPoint gives to a series, or to a point of a pie."""
    varied = plot.element.find(q("c:varyColors"))
    # Without the element, one series alone may have a colour for each point.
    is_sure = plot.kind in _ROUND | _DRAWN or len(_series(plot.element)) > 1
    is_sure = is_sure or (varied is not None and not chart_flag(plot.element, "c:varyColors"))
    is_accent = plot.is_usual and is_sure and number < _ACCENTS
    return plot.palette.named(f"accent{number + 1}") if is_accent else None


def _touching(series: list[list[ChartMark]], plot: _Plot) -> Iterator[tuple[ChartMark, ChartMark]]:
    """Yield the marks that stand edge to edge: slices, layers of a stack, bars without a gap."""
    if plot.kind in _ROUND:
        for points in series:
            yield from pairwise(points)
            if len(points) > 2:
                yield points[-1], points[0]
        return
    is_stacked = child_value(plot.element, "c:grouping") in STACKED
    if is_stacked or (plot.kind == "barChart" and child_number(plot.element, "c:overlap") >= 0):
        yield from pairwise(points[0] for points in series if points)


def _fills(plot: _Plot) -> Iterator[tuple[Element, Mapping[int, str | None]]]:
    """Yield each series with the colours of its points, by number; that of all others at -1."""
    for series in _series(plot.element) if plot.kind in _FILLED else ():
        marks = dict(_points(series, plot))
        if plot.kind not in _ROUND and not len(marks) >= _count(series) > 0:
            marks[-1] = _mark(series, None, child_number(series, "c:idx"), plot)
        yield series, {at: mark.color if mark else plot.ground for at, mark in marks.items()}


def _words(element: Element | None) -> str:
    values = () if element is None else element.iter(q("c:v"))
    return " ".join(next((value.text or "" for value in values), "").split())


def _count(series: Element) -> int:
    values = series.find(q("c:val"))
    counts = () if values is None else values.iter(q("c:ptCount"))
    return max(next((parse_integer(count.get("val")) or 0 for count in counts), 0), 0)
