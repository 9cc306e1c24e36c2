"""The words of a chart with their colour, their size, and what lies behind them.

ECMA-376 Part 1, 21.2.2.216 txPr. Which place a label has without `c:dLblPos`: docs/facts/charts.md.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from deckgen.audit.slide_facts.audited_slide import ChartWords
from deckgen.audit.slide_facts.seen_colors import seen_fill
from deckgen.ooxml_rules.attributes import parse_flag, parse_integer
from deckgen.ooxml_rules.shape_queries import child_value
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.backgrounds import fill_element
from deckgen.template.resolve.color_values import MappedColors
from deckgen.template.resolve.drawn_shapes import fill_opacity
from deckgen.template.resolve.text_styles import LevelStyle, read_characters

_AXES = tuple(map(q, ("c:catAx", "c:valAx", "c:dateAx", "c:serAx")))
_SHOWN = ("c:showVal", "c:showPercent", "c:showCatName", "c:showSerName", "c:showBubbleSize")
"""What labels show; the last one has a meaning in bubble charts alone."""
_ON_MARK = frozenset({"ctr", "inEnd", "inBase"})
STACKED = frozenset({"stacked", "percentStacked"})
_EVERY = -1


class ChartPaint(NamedTuple):
    """The colours that words of a chart stand on."""

    palette: MappedColors
    space: str | None
    """RRGGBB behind titles, legend and axes; None if unknown."""
    plot: str | None
    """RRGGBB behind the marks."""
    fills: Mapping[Element, Mapping[int, str | None]]
    """The colours of the points of each filled series; -1 is that of all others."""


def chart_words(root: Element, paint: ChartPaint) -> tuple[ChartWords, ...]:
    """Return the words of a chart: titles, axes, the legend, and labels at its marks."""
    base: LevelStyle = {}
    _read(root.find(q("c:txPr")), base)
    chart = root.find(q("c:chart"))
    if chart is None:
        return ()
    return tuple(_around(chart, base, paint)) + tuple(
        words
        for plot in chart.iterfind(f"{q('c:plotArea')}/*")
        for series in plot.iterchildren(q("c:ser"))
        for words in _labels(plot, series, base, paint)
    )


def _around(chart: Element, base: LevelStyle, paint: ChartPaint) -> Iterator[ChartWords]:
    """Yield the words around the marks: titles, axes and the legend."""
    legend = chart.find(q("c:legend"))
    if legend is not None:
        yield _words(legend, base, paint, paint.space)
    for axis in chart.iter(*_AXES):
        if chart_flag(axis, "c:delete"):
            continue
        if child_value(axis, "c:tickLblPos") != "none":
            yield _words(axis, base, paint, paint.space)
    for title in chart.iter(q("c:title")):
        owner = title.getparent()
        if owner is None or chart_flag(owner, "c:delete"):
            continue
        for run in title.iterfind(f".//{q('a:p')}/{q('a:r')}"):
            style, paragraph = base.copy(), run.getparent()
            _read(None if paragraph is None else paragraph.find(q("a:pPr")), style)
            _read(run, style, "a:rPr")
            yield _styled(style, paint, _filled(title, paint, paint.space))


def _labels(
    plot: Element, series: Element, base: LevelStyle, paint: ChartPaint
) -> Iterator[ChartWords]:
    """Yield the labels of a series: those of all points, and single ones that differ."""
    own, shared = series.find(q("c:dLbls")), plot.find(q("c:dLbls"))
    labels = shared if own is None else own
    fills = paint.fills.get(series)
    if labels is None:
        return
    singles = {child_number(each, "c:idx"): each for each in labels.iterchildren(q("c:dLbl"))}
    if not chart_flag(labels, "c:delete") and shows_labels(labels):
        place = "outEnd" if fills is None else _place(labels, plot)
        grounds = {paint.plot} if place == "outEnd" else set()
        if fills is not None and place in _ON_MARK:
            grounds = {color for at, color in fills.items() if at not in singles}
        for ground in grounds:
            yield _words(labels, base, paint, ground)
    style = base.copy()
    _read(labels.find(q("c:txPr")), style)
    for at, label in singles.items():
        if chart_flag(label, "c:delete") or not shows_labels(label):
            continue
        ground = paint.plot
        if fills is not None:
            place = _place(label, plot) or _place(labels, plot)
            on_mark = fills.get(at, fills.get(_EVERY)) if place in _ON_MARK else None
            ground = paint.plot if place == "outEnd" else on_mark
        if next(label.iter(q("c:manualLayout")), None) is not None:
            ground = None
        yield _words(label, style, paint, ground)


def _place(labels: Element, plot: Element) -> str:
    """Return where labels stand: as stated, or as Office sets them; empty if unknown."""
    stated = child_value(labels, "c:dLblPos")
    if stated:
        return stated
    in_bars = "ctr" if child_value(plot, "c:grouping") in STACKED else "outEnd"
    return {"barChart": in_bars, "doughnutChart": "ctr"}.get(local_name(plot), "")


def _words(element: Element, base: LevelStyle, paint: ChartPaint, ground: str | None) -> ChartWords:
    style = base.copy()
    _read(element.find(q("c:txPr")), style)
    return _styled(style, paint, _filled(element, paint, ground))


def _styled(style: LevelStyle, paint: ChartPaint, behind: str | None) -> ChartWords:
    fill = style.get("fill")
    color = paint.palette.named("tx1")
    if fill is not None:
        is_seen = local_name(fill) != "noFill" and fill_opacity(fill) > 0
        color = seen_fill(fill, paint.palette, behind) if is_seen else None
    return ChartWords(color, style.get("size", 0), style.get("bold", False), behind)


def _filled(element: Element, paint: ChartPaint, ground: str | None) -> str | None:
    """Return the RRGGBB behind words whose element may have a fill of its own."""
    properties = element.find(q("c:spPr"))
    # An axis draws its line alone.
    fill = None if element.tag in _AXES else fill_element(properties)
    return seen_fill(fill, paint.palette, ground)


def _read(text: Element | None, style: LevelStyle, tag: str = "a:defRPr") -> None:
    """Read the first properties of characters within an element into a style."""
    properties = None if text is None else next(text.iter(q(tag)), None)
    if properties is not None:
        read_characters(properties, style)


def shows_labels(labels: Element | None) -> bool:
    """Return whether a `c:dLbls` or a `c:dLbl` says that something is written beside points."""
    return labels is not None and any(chart_flag(labels, name) for name in _SHOWN)


def child_number(parent: Element, name: str) -> int:
    """Return the whole number in the `val` of a child; 0 without it."""
    return parse_integer(child_value(parent, name)) or 0


def chart_flag(parent: Element, name: str) -> bool:
    """Return whether a child such as `c:delete` says yes (21.2.3.1 CT_Boolean: without `val`)."""
    child = parent.find(q(name))
    return child is not None and parse_flag(child.get("val", "1")) is True
