"""SmartArt: the list or the process that its data say (ECMA-376 Part 1, 21.4)."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pptx.shapes.graphfrm import GraphicFrame

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.paragraphs import source_paragraphs
from deckgen.importing.powerpoint.reading.source_slide import SourceDiagram, Unread
from deckgen.ooxml_rules.shape_queries import words_in
from deckgen.opc.xml_parser import Element, UnreadableXMLError, local_name, parse_xml, q

_LISTS, _PROCESSES = "list", "process"
_DEEPEST = 8
"""The last level of a list."""


def diagram_of(frame: GraphicFrame) -> SourceDiagram | Unread:
    """Return SmartArt as a list or a process; others, and those with pictures, are unread.

    The form of cycles, hierarchies, matrices and pyramids says more than a list can.
    """
    data, layout = _root(frame, "dm"), _root(frame, "lo")
    if data is None:
        return Unread("SmartArt")
    points = {each.get("modelId", ""): each for each in data.iter("{*}pt")}
    unread = Unread("SmartArt", "\n".join(filter(str.strip, map(words_in, data.iter(q("a:p"))))))
    first = None if layout is None else layout.find(".//{*}catLst/{*}cat")
    category = "" if first is None else first.get("type", "")
    if category not in {_LISTS, _PROCESSES} or any(True for _ in data.iter(q("a:blip"))):
        return unread
    root = next((id_ for id_, each in points.items() if each.get("type") == "doc"), "")
    written = [each for each in _below(root, _children(data), 0) if each[1] in points]
    lines = tuple(_lines(written, points, _links(frame)))
    return SourceDiagram(lines, category == _PROCESSES) if lines else unread


def _root(frame: GraphicFrame, name: str) -> Element | None:
    """Return the root of a part of SmartArt; None if it cannot be read."""
    ids = next(iter(frame.element.iter("{*}relIds")), None)
    try:
        part = frame.part.related_part("" if ids is None else ids.get(q(f"r:{name}"), ""))
        return parse_xml(part.blob)
    except (KeyError, UnreadableXMLError):
        return None


def _links(frame: GraphicFrame) -> Mapping[str, str]:
    ids = next(frame.element.iter("{*}relIds"))
    rels = frame.part.related_part(ids.get(q("r:dm"), "")).rels
    return {id_: each.target_ref for id_, each in rels.items() if each.is_external}


def _children(data: Element) -> dict[str, list[str]]:
    """Return the points below each, in their order."""
    found: dict[str, list[tuple[int, str]]] = {}
    for each in data.iter("{*}cxn"):
        order = each.get("srcOrd", "")
        if each.get("type", "parOf") == "parOf" and order.isdecimal():
            below = found.setdefault(each.get("srcId", ""), [])
            below.append((int(order), each.get("destId", "")))
    return {id_: [child for _, child in sorted(below)] for id_, below in found.items()}


def _below(id_: str, children: dict[str, list[str]], level: int) -> Iterator[tuple[int, str]]:
    """Yield all points below one, each with its level; `children` loses what was yielded."""
    for child in children.pop(id_, []):
        yield min(level, _DEEPEST), child
        yield from _below(child, children, level + 1) if level < _DEEPEST else ()


def _lines(
    points: list[tuple[int, str]], elements: Mapping[str, Element], links: Mapping[str, str]
) -> Iterator[SourceParagraph]:
    """Yield the words of points; the only one of the first level with another fill is bold."""
    fills = {id_: _fill(elements[id_]) for level, id_ in points if level == 0}
    counts = Counter(fills.values())
    odd = {id_ for id_, fill in fills.items() if counts[fill] == 1}
    is_marked = len(odd) == 1 and len(counts) == 2
    for level, id_ in points:
        text = next(elements[id_].iterchildren("{*}t"), None)
        paragraphs = () if text is None else source_paragraphs(text, (), links)
        runs: list[SourceRun] = []
        for each in paragraphs:
            runs += [SourceRun("\n"), *each.runs] if runs else each.runs
        if is_marked and id_ in odd:
            runs = [run._replace(bold=True) for run in runs]
        yield SourceParagraph(tuple(runs), level, "bullet")


def _fill(point: Element) -> tuple[str, ...]:
    """Return what a point says itself about its fill, in a form that can be compared."""
    look = next(point.iterchildren("{*}spPr"), None)
    fill = None if look is None else look.find(q("a:solidFill"))
    parts = () if fill is None else fill.iter("{*}*")
    return tuple(f"{local_name(each)} {each.get('val', '')}" for each in parts)
