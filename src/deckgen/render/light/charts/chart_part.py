"""The part of a chart, read into values."""

from collections.abc import Iterator

from deckgen.ooxml_rules.shape_queries import attribute, words_in
from deckgen.opc.xml_parser import Element, local_name, q, serialize_xml
from deckgen.render.light.charts.chart_values import (
    Area,
    Axis,
    ChartPart,
    ChartText,
    Label,
    Legend,
    Marker,
    PlotGroup,
    PlotSeries,
    TextLook,
)

DRAWN = frozenset(
    {"areaChart", "barChart", "doughnutChart", "lineChart", "pieChart", "scatterChart"}
)
"""The plots that are drawn here."""
ROUND = frozenset({"pieChart", "doughnutChart"})
_AXES = frozenset({"111", "112", "211", "212"})
"""The ids of the axes that deckgen writes, by which its charts are known."""
_PLACE = f"{q('c:layout')}/{q('c:manualLayout')}"
_MOST_POINTS = 5_000
_LARGEST = 1e100
"""Larger numbers, and those that are none, are gaps."""


def read_chart(root: Element) -> ChartPart | None:
    """Return the chart of a part.

    None if others made it: it has other plots or axes, or does not say where its plot stands.
    """
    area = root.find(f"{q('c:chart')}/{q('c:plotArea')}")
    if area is None or (place := _area(area)) is None:
        return None
    plots = [each for each in area if local_name(each).endswith("Chart")]
    look = _look(root, TextLook())
    groups = tuple(_group(each, look) for each in plots if local_name(each) in DRAWN)
    drawn = [g for g in groups if g.kind in ROUND or (len(g.axes) == 2 and {*g.axes} <= _AXES)]
    if not plots or len(drawn) < len(plots):
        return None
    return ChartPart(
        _value(root, "lang", "en"),
        place,
        groups,
        {
            _value(each, "axId"): _axis(each, look)
            for each in area
            if local_name(each) in {"catAx", "valAx"}
        },
        _legend(root.find(f"{q('c:chart')}/{q('c:legend')}"), look),
    )


def _group(plot: Element, look: TextLook) -> PlotGroup:
    return PlotGroup(
        local_name(plot),
        tuple(_series(each, look) for each in plot.iterchildren(q("c:ser"))),
        tuple(each.get("val", "") for each in plot.iterchildren(q("c:axId"))),
        _value(plot, "barDir") == "bar",
        _value(plot, "grouping", "clustered"),
        float(_value(plot, "gapWidth", "150")) / 100,
        float(_value(plot, "overlap", "0")) / 100,
        float(_value(plot, "holeSize", "0")) / 100,
    )


def _series(series: Element, look: TextLook) -> PlotSeries:
    points = [(int(_value(each, "idx", "0")), each) for each in series.iterchildren(q("c:dPt"))]
    marker = _marker(series, Marker())
    labels = series.find(q("c:dLbls"))
    own = None if labels is None else _label(labels, Label(look))
    values = series.find(q("c:val"))
    values = series.find(q("c:yVal")) if values is None else values
    categories = series.find(q("c:cat"))
    names = _cells(categories)
    return PlotSeries(
        "".join(_cells(series.find(q("c:tx"))).values()),
        _shape(series),
        _numbers(values),
        tuple(names.get(at, "") for at in range(_count(categories))),
        _numbers(series.find(q("c:xVal"))),
        marker,
        {at: shape for at, point in points if (shape := _shape(point))},
        {
            at: _marker(point, marker)
            for at, point in points
            if point.find(q("c:marker")) is not None
        },
        own,
        {
            int(_value(each, "idx", "0")): None
            if _value(each, "delete") == "1"
            else _label(each, own or Label(look))
            for each in _all(labels, "dLbl")
        },
    )


def _label(element: Element, own: Label) -> Label | None:
    shown = frozenset(
        name for name in ("SerName", "CatName", "Val") if _value(element, f"show{name}") == "1"
    )
    text = "".join(each.text or "" for each in element.iterfind(f"{q('c:tx')}//{q('a:t')}"))
    if _value(element, "delete") == "1" or not (shown or text):
        return None
    number, place = element.find(q("c:numFmt")), element.find(_PLACE)
    separator = element.find(q("c:separator"))
    fill = element.find(f"{q('c:spPr')}/{q('a:solidFill')}")
    return Label(
        _look(element, own.look),
        shown,
        _value(element, "dLblPos", own.place),
        (float(_value(place, "x", "0")), float(_value(place, "y", "0"))),
        own.code if number is None else number.get("formatCode", ""),
        own.separator if separator is None else separator.text or "",
        text,
        "" if fill is None else _xml(fill),
    )


def _marker(element: Element, own: Marker) -> Marker:
    marker = element.find(q("c:marker"))
    if marker is None:
        return own
    symbol, size = _value(marker, "symbol", "none"), float(_value(marker, "size", "5"))
    return Marker(symbol, size, _shape(marker))


def _axis(axis: Element, look: TextLook) -> Axis:
    scaling = axis.find(q("c:scaling"))
    low = _value(scaling, "min")
    line, grid = (
        axis.find(f"{path}{q('c:spPr')}/{q('a:ln')}") for path in ("", f"{q('c:majorGridlines')}/")
    )
    number, body = axis.find(q("c:numFmt")), axis.find(f"{q('c:txPr')}/{q('a:bodyPr')}")
    return Axis(
        _value(axis, "axPos") == "r",
        _value(scaling, "orientation") == "maxMin",
        _look(axis, look),
        _value(axis, "tickLblPos") != "none" and _value(axis, "delete") != "1",
        float(low) if low else None,
        float(_value(axis, "majorUnit", "0")),
        "" if number is None else number.get("formatCode", ""),
        "" if line is None or line.find(q("a:noFill")) is not None else _xml(line),
        "" if grid is None else _xml(grid),
        max(int(_value(axis, "tickLblSkip", "1")), 1),
        body is not None and body.get("rot", "0") not in {"0", "1", "-60000000"},
        _value(axis, "crossBetween", "between") == "between",
        _title(axis, look),
    )


def _title(axis: Element, look: TextLook) -> ChartText | None:
    title = axis.find(q("c:title"))
    if title is None:
        return None
    x, y = (float(_value(title.find(_PLACE), name, "0")) for name in ("x", "y"))
    return ChartText(words_in(title), _look(title, look), x, y)


def _legend(legend: Element | None, look: TextLook) -> Legend | None:
    if legend is None or (area := _area(legend)) is None:
        return None
    left_out = (
        int(_value(each, "idx", "0"))
        for each in legend.iterchildren(q("c:legendEntry"))
        if _value(each, "delete") == "1"
    )
    is_column = _value(legend, "legendPos", "r") in {"l", "r", "tr"}
    return Legend(area, _look(legend, look), is_column, frozenset(left_out))


def _area(element: Element) -> Area | None:
    place = element.find(_PLACE)
    return None if place is None else Area(*(float(_value(place, name, "0")) for name in "xywh"))


def _look(element: Element, own: TextLook) -> TextLook:
    """Return the look of a text: that of its first run, else of `c:txPr`."""
    found = element.find(f"{q('c:tx')}//{q('a:rPr')}")
    if found is None:
        found = element.find(f"{q('c:txPr')}//{q('a:defRPr')}")
    if found is None:
        return own
    fill, latin = found.find(q("a:solidFill")), found.find(q("a:latin"))
    return TextLook(
        float(found.get("sz", own.size * 100)) / 100,
        found.get("b", "0") == "1",
        own.fill if fill is None else _xml(fill),
        own.typeface if latin is None else latin.get("typeface", ""),
    )


def _shape(element: Element) -> str:
    """Return the XML of the fill and the line of an element."""
    shape = element.find(q("c:spPr"))
    return "" if shape is None else "".join(map(_xml, shape))


def _numbers(element: Element | None) -> tuple[float | None, ...]:
    numbers = {at: float(text) for at, text in _cells(element).items()}
    finite = {at: number for at, number in numbers.items() if abs(number) < _LARGEST}
    return tuple(finite.get(at) for at in range(_count(element)))


def _count(element: Element | None) -> int:
    """Return the number of points. Raises ValueError if nobody could see so many."""
    count = max((int(each.get("val", "0")) for each in _all(element, "ptCount")), default=0)
    if count > _MOST_POINTS:
        raise ValueError("too many points")
    return count


def _cells(element: Element | None) -> dict[int, str]:
    return {int(each.get("idx", "0")): each.findtext(q("c:v"), "") for each in _all(element, "pt")}


def _all(element: Element | None, name: str) -> Iterator[Element]:
    return iter(()) if element is None else element.iter(q(f"c:{name}"))


def _value(element: Element | None, name: str, default: str = "") -> str:
    return attribute(element, f"c:{name}", "val", default)


def _xml(element: Element) -> str:
    return serialize_xml(element).decode().partition("?>")[2].strip()
