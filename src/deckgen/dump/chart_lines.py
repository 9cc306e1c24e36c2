"""Charts as readable text: plots, series, axes and workbook."""

from collections.abc import Iterator

from deckgen.deck.graphics import UNIT_SHAPE
from deckgen.dump.text_lines import printable
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import attribute, drawn_words, words_in
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q

_INDENT = "  "


def chart_lines(part: ParsedPart, package: ParsedPackage) -> Iterator[str]:
    """Yield the plots of a chart with their series, then title, axes, legend and workbook."""
    root = part.root
    if root is None:
        return
    plot = next(root.iter(q("c:plotArea")), None)
    for kind in () if plot is None else plot:
        if local_name(kind).endswith("Chart"):
            yield from _plot(kind)
    title = root.find(f"{q('c:chart')}/{q('c:title')}")
    if title is not None:
        yield "title: " + _words(title)
    for axis in () if plot is None else plot:
        if local_name(axis).endswith("Ax"):
            yield _axis(axis)
    legend = next(root.iter(q("c:legendPos")), None)
    if legend is not None:
        yield f"legend {legend.get('val')}"
    shapes = package.related_root(part, "chartUserShapes")
    for name, words in () if shapes is None else drawn_words(shapes):
        yield f"{'above' if name == UNIT_SHAPE else 'below'}: {printable(words)}"
    book = package.related_part(part, "package")
    yield "no workbook" if book is None else f"workbook {book.name.rpartition('.')[2]}"


def _plot(kind: Element) -> Iterator[str]:
    """Yield one plot: its type, its categories, the values of each series."""
    settings = (attribute(kind, f"c:{name}", "val") for name in ("barDir", "grouping"))
    yield " ".join([local_name(kind), *filter(None, settings)])
    for number, series in enumerate(kind.iter(q("c:ser"))):
        if number == 0:
            yield f"{_INDENT}categories: {_points(series, 'c:cat', 'c:xVal')}"
        name = _points(series, "c:tx") or "(no name)"
        codes = (printable(code.text or "") for code in series.iter(q("c:formatCode")))
        style = " ".join(filter(None, (_color(series), next(codes, ""))))
        yield f"{_INDENT}{name}: {_points(series, 'c:val', 'c:yVal')} [{style}]"
        others = [
            f"{int(attribute(point, 'c:idx', 'val', '0')) + 1} {_color(point)}"
            for point in series.iterchildren(q("c:dPt"))
        ]
        if others:
            yield f"{_INDENT * 2}points {', '.join(others)}"
        labels = series.find(q("c:dLbls"))
        if labels is not None:
            single = [f"some {_shown(label)}" for label in labels.iterchildren(q("c:dLbl"))]
            yield f"{_INDENT * 2}labels {', '.join([_shown(labels), *dict.fromkeys(single)])}"


def _shown(label: Element) -> str:
    words = _words(label)
    names = [
        local_name(child).removeprefix("show")
        for child in label
        if local_name(child).startswith("show") and parse_flag(child.get("val"))
    ]
    place = attribute(label, "c:dLblPos", "val")
    return " ".join(filter(None, ("“…”" if words else "+".join(names) or "none", place)))


def _axis(axis: Element) -> str:
    """Return an axis: its side, its scale, and whether it is shown."""
    words = [local_name(axis)]
    for name in ("axPos", "orientation", "min", "majorUnit", "tickLblSkip"):
        element = next(axis.iter(q(f"c:{name}")), None)
        words += [] if element is None else [f"{name}={element.get('val')}"]
    words += ["hidden"] if parse_flag(attribute(axis, "c:delete", "val")) else []
    words += ["lines"] if axis.find(q("c:majorGridlines")) is not None else []
    title = axis.find(q("c:title"))
    return " ".join(words) + ("" if title is None else f": {_words(title)}")


def _color(element: Element) -> str:
    """Return the colour of a series or point, with its changes."""
    color = next(element.iter(q("a:schemeClr"), q("a:srgbClr")), None)
    if color is None:
        return ""
    changes = (f"{local_name(change)} {change.get('val')}" for change in color)
    return " ".join([color.get("val", ""), *changes])


def _words(element: Element) -> str:
    return printable(words_in(element))


def _points(series: Element, *tags: str) -> str:
    """Return the cached values of a series' part, such as its categories."""
    values = [
        printable(value.text or "")
        for tag in tags
        for part in series.iterchildren(q(tag))
        for value in part.iter(q("c:v"))
    ]
    return ", ".join(values)
