"""Charts of a slide: their kinds and their numbers (ECMA-376 Part 1, 21.2.2)."""

import re
from collections.abc import Mapping, Sequence
from math import isfinite

from deckgen.deck.graphics.chart import UNIT_SHAPE
from deckgen.importing.powerpoint.reading.paragraphs import source_paragraphs
from deckgen.importing.powerpoint.reading.shape_properties import SlideShape, description
from deckgen.importing.powerpoint.reading.source_slide import SourceChart, SourceSeries, Unread
from deckgen.ooxml_rules.shape_queries import child_value, drawn_words, find_first, words_in
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q

_KINDS: Mapping[tuple[str, str, str], str] = {
    ("barChart", "clustered", "col"): "column",
    ("barChart", "stacked", "col"): "stacked",
    ("barChart", "clustered", "bar"): "bar",
    ("barChart", "stacked", "bar"): "stacked-bar",
    ("lineChart", "standard", ""): "line",
    ("areaChart", "standard", ""): "area",
    ("pieChart", "", ""): "pie",
    ("doughnutChart", "", ""): "donut",
    ("scatterChart", "", ""): "scatter",
}
"""The kinds of an outline by the name of a plot, its grouping and its direction."""
_GROUPING = {"barChart": "clustered", "lineChart": "standard", "areaChart": "standard"}
"""That of plots which do not say it."""
_UNREADABLE, _ANOTHER_KIND = "chart without readable numbers", "chart of another kind"
_MOST_POINTS = 60
"""Of a series; and as many series."""
_MOST_DECIMALS = 30
"""As in Excel."""
_SAME = 1e-6
_MARKER = f"{q('c:marker')}/{q('c:spPr')}"
_DECIMALS = re.compile(r"0\.(0+)")


def chart_of(shape: SlideShape) -> SourceChart | Unread:
    """Return a chart, or the name of a kind of chart that deckgen does not draw."""
    reference = next(shape.element.iter(q("c:chart")), None)
    part = None if reference is None else shape.related(reference.get(q("r:id")))
    root = None if part is None else part.root
    if part is None or root is None:
        return Unread(_UNREADABLE)
    words = " ".join(text.text or "" for text in root.iter(q("a:t")))
    lines = 0
    try:
        if _is_large(root):
            return Unread(_UNREADABLE, words)
        plots = _plots(root)
        elements = [each for plot in plots for each in _series(plot)]
        kind = _kind(plots[0]) if plots else ""
        if _has_totals(kind, elements):
            elements, plots = elements[:-1], plots[:1]
        if kind == "column" and [local_name(plot) for plot in plots[1:]] == ["lineChart"]:
            kind, lines = "combined", len(_series(plots[1]))
        elif len(plots) != 1 or not kind:
            return Unread(_ANOTHER_KIND, words)
        categories, series = _points(elements, root) if kind == "scatter" else _columns(elements)
        drawn = _unit_and_source(part, root, shape.slide.package)
    except (LookupError, ValueError):
        return Unread(_UNREADABLE, words)
    if why := _why_unread(kind, categories, series, drawn):
        return Unread(why, words)
    unit, source = drawn or ("", "")
    return SourceChart(
        kind,
        categories,
        series,
        _title(root) or unit,
        description(shape),
        tuple(each.name for each in series[len(series) - lines :]),
        source,
        _highlight(elements, categories, [each.name for each in series]),
    )


def _plots(chart: Element) -> list[Element]:
    """Return what is drawn on the axes of a chart, such as columns and a line, the lowest first."""
    area = find_first(chart, "c:chart/c:plotArea")
    parts = () if area is None else area.iterchildren("{*}*")
    return [each for each in parts if local_name(each).endswith("Chart")]


def _series(plot: Element) -> list[Element]:
    """Return the series of a plot in the order in which they are shown; may raise ValueError."""
    series = plot.iterchildren(q("c:ser"))
    return sorted(series, key=lambda each: int(child_value(each, "c:order")))


def _kind(plot: Element) -> str:
    """Return the kind of a plot in an outline; empty for others, such as bubbles and stocks."""
    name = local_name(plot)
    grouping = child_value(plot, "c:grouping") or _GROUPING.get(name, "")
    kind = _KINDS.get((name, grouping, child_value(plot, "c:barDir")), "")
    has_lines = kind == "scatter" and _has_lines(plot)
    is_exploded = find_first(plot, "c:ser/c:explosion") is not None
    return "" if has_lines or is_exploded else kind


def _has_lines(scatter: Element) -> bool:
    """Return whether lines join the points of a scatter chart."""
    style = child_value(scatter, "c:scatterStyle")
    is_unseen = find_first(scatter, "c:ser/c:spPr/a:ln/a:noFill") is not None
    return style == "smoothMarker" or (style == "lineMarker" and not is_unseen)


def _title(chart: Element) -> str:
    title = find_first(chart, "c:chart/c:title/c:tx/c:rich")
    lines = () if title is None else source_paragraphs(title, (), {})
    return "\n".join(line.words for line in lines).strip()


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
        return _UNREADABLE
    if drawn is None:
        return "chart with drawings on it"
    names = [name for name in categories if name or kind != "scatter"]
    if len(set(names)) < len(names) or "" in names:
        return "chart whose categories repeat"
    is_round = kind in {"pie", "donut"}
    if is_round and (len(series) > 1 or any((v or 0) < 0 for v in series[0].values)):
        return _ANOTHER_KIND
    return ""


def _is_large(chart: Element) -> bool:
    """Return whether a chart has more series, or claims more points, than we take over.

    Raises ValueError.
    """
    series = sum(1 for _ in chart.iter(q("c:ser")))
    points = max((int(each.get("val", "")) for each in chart.iter(q("c:ptCount"))), default=0)
    return max(series, points) > _MOST_POINTS


def _has_totals(kind: str, series: Sequence[Element]) -> bool:
    """Return whether the last series of a stack is there for its labels alone, which are sums."""
    if kind not in {"stacked", "stacked-bar"} or len(series) < 3:
        return False
    *stacked, last = (_numbers(each, "c:val") for each in series)
    sums = [sum(each or 0 for each in column) for column in zip(*stacked, strict=False)]
    is_unseen = series[-1].find(f"{q('c:spPr')}//{q('a:noFill')}") is not None
    is_sum = all(abs((each or 0) - total) < _SAME for each, total in zip(last, sums, strict=False))
    return is_unseen and (is_sum or not any(last))


def _columns(series: Sequence[Element]) -> tuple[tuple[str, ...], tuple[SourceSeries, ...]]:
    """Return the names of the categories, and the series; may raise LookupError, ValueError."""
    names = (_without_share(name or "") for name in _cached(series[0], "c:cat"))
    return tuple(" ".join(name.split()) for name in names), tuple(
        SourceSeries(_name(each), _numbers(each, "c:val"), *_format(each, "c:val"))
        for each in series
    )


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
    titles = (title for axis in axes for title in axis.iterchildren(q("c:title")))
    title = "".join(words_in(each) for each in titles)
    return tuple(names), (
        SourceSeries(title, across[0], *_format(series[0], "c:xVal")),
        *(
            SourceSeries(_name(each), _numbers(each, "c:yVal"), *_format(each, "c:yVal"))
            for each in series
        ),
    )


def _name(series: Element) -> str:
    return " ".join(" ".join(words or "" for words in _cached(series, "c:tx")).split())


def _numbers(series: Element, tag: str) -> tuple[float | None, ...]:
    return tuple(None if words is None else float(words) for words in _cached(series, tag))


def _cached(series: Element, tag: str) -> list[str | None]:
    """Return what a chart shows of one of its columns; None for an empty cell.

    Of categories with several levels, the names of the lowest are returned. Raises ValueError.
    """
    column = series.find(q(tag))
    if column is None:
        return []
    counted = next(column.iter(q("c:ptCount")), None)
    count = 0 if counted is None else min(int(counted.get("val", "")), _MOST_POINTS + 1)
    points = next(column.iter(q("c:lvl")), column).iter(q("c:pt"))
    words = {int(each.get("idx", "")): each.findtext(q("c:v")) for each in points}
    return [words.get(at) for at in range(count)]


def _unit_and_source(
    part: ParsedPart, chart: Element, package: ParsedPackage
) -> tuple[str, str] | None:
    """Return our unit and one other text that stand in a chart as drawings; None if more do."""
    reference = chart.find(q("c:userShapes"))
    drawn = None if reference is None else package.linked_part(part, reference.get(q("r:id")))
    if drawn is None or drawn.root is None:
        return "", ""
    texts = [(name, " ".join(words.split())) for name, words in drawn_words(drawn.root)]
    units = [words for name, words in texts if name == UNIT_SHAPE]
    others = [words for name, words in texts if name != UNIT_SHAPE]
    if len(texts) < len(drawn.root) or len(units) > 1 or len(others) > 1:
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
    for properties in element.iterfind(f"{q('c:spPr')}"), element.iterfind(_MARKER):
        for each in properties:
            color = next(each.iter(q("a:schemeClr")), None)
            if color is not None and color.find(q("a:satMod")) is not None:
                return True
    return False


def _without_share(label: str) -> str:
    """Return the name of a slice without the number that we put behind it."""
    name, gap, number = label.rpartition("\u00a0\u00a0")
    return name if gap and number else label


def _format(series: Element, tag: str) -> tuple[bool, int]:
    """Return whether the numbers of a series are per cent, and their least decimals."""
    codes = [code.text or "" for code in series.iterfind(f"{q(tag)}//{q('c:formatCode')}")]
    decimals = max((len(each) for code in codes for each in _DECIMALS.findall(code)), default=0)
    return any("%" in code for code in codes), min(decimals, _MOST_DECIMALS)
