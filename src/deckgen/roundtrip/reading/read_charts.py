"""Names and numbers of a chart as colleagues left them (ECMA-376 Part 1, 21.2)."""

from collections.abc import Iterator

from deckgen.ooxml.charts.workbook import value_text
from deckgen.ooxml_rules.shape_queries import words_in
from deckgen.opc.xml_parser import Element, q


def chart_points(chart: Element) -> Iterator[tuple[str, str]]:
    """Yield the words and numbers of a `c:chartSpace` by their places, such as `value 2 1`.

    Places are those of `MappedText` within their chart. The first series of a scatter chart is x.
    """
    title = chart.find(f"{q('c:chart')}/{q('c:title')}")
    if title is not None:
        yield "unit", words_in(title)
    series = [each for each in chart.iter(q("c:ser")) if not _is_unseen(each)]
    is_scatter = any(each.find(q("c:xVal")) is not None for each in series)
    if is_scatter:
        yield from _axis_name(chart)
        yield from ((f"value 1 {at}", _number(words)) for at, words in _cached(series[0], "c:xVal"))
    for number, each in enumerate(series, 2 if is_scatter else 1):
        yield from ((f"series {number}", words) for _, words in _cached(each, "c:tx"))
        values = "c:yVal" if is_scatter else "c:val"
        numbers = _cached(each, values)
        yield from ((f"value {number} {at}", _number(words)) for at, words in numbers)
    if series:
        yield from ((f"category {at}", words) for at, words in _cached(series[0], "c:cat"))


def _is_unseen(series: Element) -> bool:
    """Return whether a series shows its labels alone, as the totals of stacks do."""
    look, parent = series.find(q("c:spPr")), series.getparent()
    if look is None or parent is None:
        return False
    if parent.tag == q("c:barChart"):
        return look.find(q("a:noFill")) is not None
    symbol = series.find(f"{q('c:marker')}/{q('c:symbol')}")
    has_line = look.find(f"{q('a:ln')}/{q('a:noFill')}") is None
    is_line = parent.tag == q("c:lineChart")
    return is_line and not has_line and symbol is not None and symbol.get("val") == "none"


def _axis_name(chart: Element) -> Iterator[tuple[str, str]]:
    """Yield the name of the x axis, which is that of the numbers along it."""
    for axis in chart.iter(q("c:valAx")):
        side, title = axis.find(q("c:axPos")), axis.find(q("c:title"))
        if title is not None and side is not None and side.get("val") in {"b", "t"}:
            yield "series 1", words_in(title)


def _number(words: str) -> str:
    """Return a number as we write it: PowerPoint gives 0.075 as 7.4999999999999997E-2."""
    try:
        return value_text(float(words))
    except (ValueError, OverflowError):
        return words


def _cached(series: Element, tag: str) -> Iterator[tuple[int, str]]:
    """Yield what the chart shows of one of its columns, each after its number from 1."""
    for data in series.iterchildren(q(tag)):
        for point in data.iter(q("c:pt")):
            index = point.get("idx", "")
            if index.isascii() and index.isdigit() and len(index) < 7:
                yield int(index) + 1, point.findtext(q("c:v")) or ""
