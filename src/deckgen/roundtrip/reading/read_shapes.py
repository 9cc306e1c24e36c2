"""The shapes of a slide as colleagues left them: texts, tables, charts, pictures, boxes."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from deckgen.deck.box import Box
from deckgen.deck.graphics import UNIT_SHAPE
from deckgen.ooxml.charts.workbook import value_text
from deckgen.ooxml_rules.shape_queries import (
    PLACEHOLDER,
    attribute,
    drawn_words,
    has_merged_cells,
    placeholder_above,
    readable_alternative,
    words_in,
)
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.opc.zip_reader import ZipEntries
from deckgen.roundtrip.reading.edited_deck import EditedShape, Paragraphs, ShapeKind
from deckgen.roundtrip.reading.read_looks import chart_facts, facts_of
from deckgen.roundtrip.reading.read_paragraphs import mapped_paragraphs
from deckgen.template.resolve.placeholders import placeholder_family
from deckgen.template.resolve.read_shapes import GroupTransform, group_transform, transform_box

_SHAPES = frozenset({"sp", "pic", "graphicFrame", "cxnSp", "grpSp", "contentPart"})
_KINDS: Mapping[str, ShapeKind] = {"sp": "text", "pic": "picture", "cxnSp": "line"}
_DIGITS = 8
_PLOTS = {
    "areaChart": "area",
    "doughnutChart": "donut",
    "lineChart": "line",
    "pieChart": "pie",
    "scatterChart": "scatter",
}


class MediaDigests:
    """The digests of the parts of a deck, each computed once, at its first use."""

    def __init__(self, entries: ZipEntries | None) -> None:
        self._entries = entries
        self._digests: dict[str, str] = {}

    def of(self, part_name: str) -> str:
        """Return the digest of a part, as `MappedBox.media` has it; empty if it cannot be read."""
        if part_name not in self._digests:
            data = self._entries.unpacked_or_empty(part_name) if self._entries else b""
            self._digests[part_name] = sha256(data).hexdigest()[:_DIGITS] if data else ""
        return self._digests[part_name]


def read_edited_shapes(
    slide: ParsedPart, package: ParsedPackage, media: MediaDigests
) -> Iterator[EditedShape]:
    """Yield the shapes of a slide in the order of the file; those of groups one by one."""
    tree = None if slide.root is None else slide.root.find(f"{q('p:cSld')}/{q('p:spTree')}")
    if tree is not None:
        yield from _shapes(tree, _SlideParts(slide, package, media), GroupTransform())


class _SlideParts:
    """A slide and what its shapes refer to: layout, master, charts, media."""

    def __init__(self, slide: ParsedPart, package: ParsedPackage, media: MediaDigests) -> None:
        self.media = media
        self.slide = slide
        self.package = package
        layout = package.related_part(slide, "slideLayout")
        self._layout = None if layout is None else layout.root
        self._master = package.related_root(layout, "slideMaster")

    def box(self, placeholder: Element) -> Box | None:
        """Return the box of a placeholder, from the layout or its master."""
        kind, idx = placeholder.get("type", "obj"), placeholder.get("idx", "0")
        family = placeholder_family(kind)
        for above, own in ((self._layout, (kind, idx)), (self._master, (family, None))):
            shape = None if above is None else placeholder_above(above, *own)
            if shape is not None and (box := _own_box(shape)):
                return box
        return None


def _type(placeholder: Element) -> str:
    kind = placeholder.get("type", "obj")
    return "title" if kind == "ctrTitle" else kind


def _shapes(parent: Element, parts: _SlideParts, scaling: GroupTransform) -> Iterator[EditedShape]:
    for child in parent.iterchildren("{*}*"):
        name = local_name(child)
        if child.tag == q("mc:AlternateContent"):
            branch = readable_alternative(child)
            if branch is not None:
                yield from _shapes(branch, parts, scaling)
        elif name == "grpSp":
            yield from _shapes(child, parts, group_transform(child, scaling))
        elif name in _SHAPES:
            yield _shape(child, name, parts, scaling)


def _shape(element: Element, tag: str, parts: _SlideParts, scaling: GroupTransform) -> EditedShape:
    properties = next(element.iter(q("p:cNvPr")), None)
    attributes: Mapping[str, str]
    attributes = {} if properties is None else {str(k): str(v) for k, v in properties.items()}
    placeholder = element.find(PLACEHOLDER)
    own = _own_box(element)
    box = scaling.placed(own) if own else None
    if box is None and placeholder is not None:
        box = parts.box(placeholder)
    shape = EditedShape(
        id_number(attributes.get("id", "")),
        attributes.get("name", ""),
        _KINDS.get(tag, "other"),
        "" if placeholder is None else _type(placeholder),
        box,
        " ".join(attributes.get("descr", "").split()),
        facts=facts_of([element], parts.slide, parts.media.of),
    )
    if tag == "sp":
        body = element.find(q("p:txBody"))
        if body is None:
            return shape
        return shape._replace(paragraphs=mapped_paragraphs(body))
    if tag == "pic":
        is_vector = next(element.iter(q("asvg:svgBlip")), None) is not None
        return shape._replace(media=_media(element, parts), is_vector=is_vector)
    return _graphic(shape, element, parts) if tag == "graphicFrame" else shape


def id_number(id_: str) -> int:
    """Return the id of a slide or a shape as a number; 0 if it is not one."""
    return int(id_) if id_.isascii() and id_.isdigit() and len(id_) < 11 else 0


def _media(picture: Element, parts: _SlideParts) -> str:
    """Return the digest of a film or sound; of a picture without one, that of its image."""
    clips = [each.get(q("r:link")) for each in picture.iter(q("a:videoFile"), q("a:audioFile"))]
    images = [each.get(q("r:embed")) for each in picture.iter(q("a:blip"))]
    links = [parts.slide.related(id_) for id_ in (*clips, *images)]
    shown = (link.target for link in links if link and not link.external)
    return parts.media.of(next(shown, ""))


def _graphic(shape: EditedShape, element: Element, parts: _SlideParts) -> EditedShape:
    table = next(element.iter(q("a:tbl")), None)
    if table is not None:
        cells = tuple(
            tuple(_cell(cell) for cell in row.iterchildren(q("a:tc")))
            for row in table.iterchildren(q("a:tr"))
        )
        return shape._replace(kind="table", cells=cells, has_merged_cells=has_merged_cells(table))
    reference = next(element.iter(q("c:chart")), None)
    if reference is None:
        return shape
    chart = parts.package.linked_part(parts.slide, reference.get(q("r:id")))
    if chart is None or chart.root is None:
        return shape
    points = dict(chart_points(chart.root))
    below = parts.package.related_root(chart, "chartUserShapes")
    for name, words in () if below is None else drawn_words(below):
        key = "unit" if name == UNIT_SHAPE else "source"
        points[key] = f"{points.get(key, '')} {words}".strip()
    facts = {**shape.facts, **chart_facts(chart, parts.media.of)}
    return shape._replace(kind="chart", points=points, facts=facts)


def _cell(cell: Element) -> Paragraphs:
    body = cell.find(q("a:txBody"))
    return () if body is None else mapped_paragraphs(body)


def _own_box(element: Element) -> Box | None:
    """Return the box that a shape sets itself, in the coordinates of its group."""
    frame = element.find(q("p:xfrm"))
    if frame is None:
        frame = element.find(f"*/{q('a:xfrm')}")
    return None if frame is None else transform_box(frame)


def chart_points(chart: Element) -> Iterator[tuple[str, str]]:
    """Yield the words and numbers of a `c:chartSpace` by their places, such as `value 2 1`.

    Places are those of `MappedText` within their chart. The first series of a scatter chart is x.
    """
    title = chart.find(f"{q('c:chart')}/{q('c:title')}")
    if title is not None:
        yield "unit", words_in(title)
    series = [each for each in chart.iter(q("c:ser")) if not _is_unseen(each)]
    if kind := _kind(series):
        yield "kind", kind
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


def _kind(series: Sequence[Element]) -> str:
    """Return the kind of a chart by its visible series, as the outline calls it; empty for none.

    A kind that no outline has keeps its name in the file, such as `radarChart`.
    """
    plots = [each for each in map(Element.getparent, series) if each is not None]
    kinds = list(dict.fromkeys(map(_kind_of_plot, plots)))
    if len(kinds) == 2 and {"column", "line"} == set(kinds):
        return "combined"
    return kinds[0] if kinds else ""


def _kind_of_plot(plot: Element) -> str:
    name = local_name(plot)
    if name != "barChart":
        return _PLOTS.get(name, name)
    is_stacked = attribute(plot, "c:grouping", "val").lower().endswith("stacked")
    is_bar = attribute(plot, "c:barDir", "val") == "bar"
    return (("column", "bar"), ("stacked", "stacked-bar"))[is_stacked][is_bar]


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
