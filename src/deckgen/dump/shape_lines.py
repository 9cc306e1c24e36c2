"""Shapes of a slide, layout or notes page as lines of text, in reading order."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from deckgen.dump.chart_lines import chart_lines
from deckgen.dump.text_lines import (
    PartContext,
    body_lines,
    centimetres_text,
    colour_text,
    link_target,
    number_text,
    one_line,
    printable,
)
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import PLACEHOLDER, is_decorative
from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import Element, local_name, q

INDENT = "  "
NOT_SHAPES = ("p:nvGrpSpPr", "p:grpSpPr", "p:extLst")


def shape_lines(root: Element, package: ParsedPackage, context: PartContext) -> list[str]:
    """Return the lines of all shapes on a slide."""
    tree = root.find(f"{q('p:cSld')}/{q('p:spTree')}")
    return [] if tree is None else list(_children(tree, package, context))


def background_mark(root: Element) -> str:
    """Return the background that a slide or layout sets itself, or nothing."""
    element = root.find(f"{q('p:cSld')}/{q('p:bg')}")
    if element is None or not len(element):
        return ""
    fill = next((child for child in element.iter() if "Fill" in local_name(child)), None)
    kind = "" if fill is None or local_name(fill) == "solidFill" else f"{local_name(fill)} "
    return f"background {kind}{colour_text(element)}".rstrip()


def colour_map_mark(root: Element) -> str:
    """Return the colour map of a slide or layout that overrides its master, or nothing."""
    override = root.find(f"{q('p:clrMapOvr')}/{q('a:overrideClrMapping')}")
    if override is None:
        return ""
    changed = [f"{key!s}={value!s}" for key, value in override.items() if key[:2] in ("bg", "tx")]
    return f"colours {' '.join(changed)}"


def _children(parent: Element, package: ParsedPackage, context: PartContext) -> Iterator[str]:
    """Yield the lines for the shapes directly under a tree, a group or an alternative."""
    for shape in parent.iterchildren("{*}*"):
        if shape.tag not in {q(tag) for tag in NOT_SHAPES}:
            yield from _shape(shape, package, context)


def _shape(shape: Element, package: ParsedPackage, context: PartContext) -> Iterator[str]:
    """Yield the lines of one shape: its heading, then its content, indented."""
    if shape.tag == q("mc:AlternateContent"):
        choice = shape.find(q("mc:Choice"))
        if choice is not None:
            yield f"for newer versions ({choice.get('Requires', '')}):"
            yield from (INDENT + line for line in _children(choice, package, context))
        return
    yield _heading(shape, context)
    yield from (INDENT + line for line in _inside(shape, package, context))


def _inside(shape: Element, package: ParsedPackage, context: PartContext) -> Iterator[str]:
    match local_name(shape):
        case "sp":
            body = shape.find(q("p:txBody"))
            if body is not None and "".join(map(str, body.itertext())).strip():
                yield from body_lines(body, context)
            elif shape.find(PLACEHOLDER) is not None:
                yield "(empty)"
        case "grpSp":
            yield from _children(shape, package, context)
        case "graphicFrame":
            yield from _graphic(shape, package, context)
        case _:
            pass


def _heading(shape: Element, context: PartContext) -> str:
    """Return the heading of a shape: kind, name, box, description, link."""
    properties = next(shape.iter(q("p:cNvPr")), None)
    words = [_kind(shape, context)]
    if properties is not None:
        if shape.find(PLACEHOLDER) is None and properties.get("name"):
            words.append(f"“{printable(properties.get('name', ''))}”")
        if parse_flag(properties.get("hidden")):
            words.append("hidden")
    words.append(box_text(shape))
    if properties is not None:
        words.append(_description(properties))
        link = properties.find(q("a:hlinkClick"))
        if link is not None and link.get("action") != "ppaction://media":
            words.append(f"→ {link_target(link, context)}")
    return " ".join(word for word in words if word)


def _kind(shape: Element, context: PartContext) -> str:
    """Return the kind of a shape: placeholder, geometry, picture or graphic."""
    placeholder, name = shape.find(PLACEHOLDER), ""
    if placeholder is not None:
        name = f"{placeholder.get('type', 'content')} {placeholder.get('idx', '')}".rstrip()
    match local_name(shape):
        case "sp":
            return name or _geometry(shape)
        case "pic":
            return f"{name} {_playing(shape, context)}".lstrip() + _image(shape, context)
        case "graphicFrame":
            return f"{name} {_graphic_kind(shape)}".lstrip()
        case "grpSp":
            return "group"
        case "cxnSp":
            return "connector"
        case other:
            return f"{name} {other}".lstrip()


def _playing(picture: Element, context: PartContext) -> str:
    """Return `picture`, or the kind and file type of a clip, and whether it has subtitles."""
    for kind in ("video", "audio"):
        for file in picture.iter(q(f"a:{kind}File")):
            rel = context.part.related(file.get(q("r:link")))
            end = "nothing" if rel is None else printable(rel.target).rpartition(".")[2]
            tracks = " with subtitles" if any(True for _ in picture.iter(q("p173:track"))) else ""
            return f"{kind} {end}{tracks}"
    return "picture"


def _geometry(shape: Element) -> str:
    """Return the geometry and fill of a shape that is no placeholder."""
    if shape.find(f"{q('p:nvSpPr')}/{q('p:cNvSpPr')}[@txBox='1']") is not None:
        return "text box"
    preset = shape.find(f"{q('p:spPr')}/{q('a:prstGeom')}")
    form = "free form" if preset is None else preset.get("prst", "shape")
    fill = shape.find(f"{q('p:spPr')}/{q('a:solidFill')}")
    return f"{form} {colour_text(fill)}".rstrip()


def _image(picture: Element, context: PartContext) -> str:
    """Return the file type of a picture's image and of its SVG, and whether it is cropped."""
    blips = [*picture.iter(q("a:blip")), *picture.iter(q("asvg:svgBlip"))]
    related = context.part.related
    links = (related(blip.get(q("r:embed")) or blip.get(q("r:link"))) for blip in blips)
    properties = [
        printable(rel.target) if rel.external else rel.target.rpartition(".")[2]
        for rel in links
        if rel is not None
    ]
    crop = picture.find(f"{q('p:blipFill')}/{q('a:srcRect')}")
    cropped = "" if crop is None or not crop.keys() else " cropped"
    return f" ({' + '.join(properties) or 'no image'}{cropped})"


def _description(properties: Element) -> str:
    """Return a shape's alternative text, or that it is decorative."""
    if is_decorative(properties):
        return "decorative"
    description = properties.get("descr")
    return f"alt: {printable(description)}" if description else ""


def box_text(shape: Element) -> str:
    """Return the place and size that a shape sets itself, in centimetres, or nothing."""
    frame = shape.find(q("p:xfrm"))
    if frame is None:
        frame = shape.find(f"*/{q('a:xfrm')}")
    if frame is None:
        return ""
    offset, extent = frame.find(q("a:off")), frame.find(q("a:ext"))
    if offset is None or extent is None:
        return ""
    x, y = centimetres_text(offset.get("x")), centimetres_text(offset.get("y"))
    width, height = centimetres_text(extent.get("cx")), centimetres_text(extent.get("cy"))
    rot = frame.get("rot")
    turned = f" turned {number_text(rot, 60_000, '{:g}°')}" if rot else ""
    return f"at {x},{y} size {width}×{height}{turned}"


def _graphic_kind(frame: Element) -> str:
    """Return the kind of a graphic frame: table, chart or another."""
    data = next(frame.iter(q("a:graphicData")), None)
    uri = "" if data is None else data.get("uri", "")
    return printable(uri.rpartition("/")[2]) or "graphic"


def _graphic(frame: Element, package: ParsedPackage, context: PartContext) -> Iterator[str]:
    for table in frame.iter(q("a:tbl")):
        yield from _table(table, context)
    for reference in frame.iter(q("c:chart")):
        chart = package.linked_part(context.part, reference.get(q("r:id")))
        if chart is None or chart.root is None:
            yield "(the chart is missing)"
        else:
            yield from chart_lines(chart, package)


def _table(table: Element, context: PartContext) -> Iterator[str]:
    """Yield a table: its flags, the sizes of columns and rows, then each row."""
    properties = table.find(q("a:tblPr"))
    flags = [] if properties is None else [key for key, on in properties.items() if on == "1"]
    if flags:
        yield f"({', '.join(map(str, flags))})"
    yield f"columns {_lengths(table.iter(q('a:gridCol')), 'w')}"
    yield f"rows {_lengths(table.iter(q('a:tr')), 'h')}"
    for row in table.iter(q("a:tr")):
        yield "| " + " | ".join(_cell(cell, context) for cell in row.iter(q("a:tc"))) + " |"


def _lengths(elements: Iterable[Element], attribute: str) -> str:
    """Return lengths in centimetres, equal neighbours as one: 1.50 ×4, 2.95."""
    lengths = [centimetres_text(element.get(attribute)) for element in elements]
    alike = [(length, len(list(group))) for length, group in groupby(lengths)]
    return ", ".join(length + (f" ×{count}" if count > 1 else "") for length, count in alike)


def _cell(cell: Element, context: PartContext) -> str:
    """Return a table cell's words, and how many columns or rows it spans."""
    if parse_flag(cell.get("hMerge")) or parse_flag(cell.get("vMerge")):
        return "…"
    body = cell.find(q("a:txBody"))
    words = "" if body is None else one_line(body, context)
    spans = [
        f"{cell.get(key)} {name}"
        for key, name in (("gridSpan", "columns"), ("rowSpan", "rows"))
        if cell.get(key, "1") != "1"
    ]
    return words + (f" ({', '.join(spans)})" if spans else "")
