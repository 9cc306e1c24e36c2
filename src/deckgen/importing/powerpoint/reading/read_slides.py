"""The slides of a presentation as values: shapes in reading order, notes, sections."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from deckgen.deck.box import Box
from deckgen.deck.slide import new_slide_id
from deckgen.importing.marked_text import SourceParagraph
from deckgen.importing.powerpoint.reading.charts import chart_of
from deckgen.importing.powerpoint.reading.headlines import sort_of_layout, with_headline
from deckgen.importing.powerpoint.reading.movement import slide_movement
from deckgen.importing.powerpoint.reading.own_shapes import (
    is_own_drawing,
    is_progress,
    is_rule,
    is_unseen,
    link_areas,
    with_linked_lines,
)
from deckgen.importing.powerpoint.reading.paragraphs import source_paragraphs, text_looks
from deckgen.importing.powerpoint.reading.pictures import picture_of
from deckgen.importing.powerpoint.reading.places import (
    box_of,
    in_reading_order,
    without_frames,
    without_grounds,
)
from deckgen.importing.powerpoint.reading.shape_properties import (
    SlideParts,
    SlideShape,
    is_hidden,
    list_styles,
    placeholder_type,
    source_placeholder_index,
)
from deckgen.importing.powerpoint.reading.source_slide import (
    Content,
    SlideText,
    SourceGroup,
    SourceShape,
    SourceSlide,
    Unread,
)
from deckgen.importing.powerpoint.reading.tables import table_of
from deckgen.merge.open_deck import slide_size, title_of
from deckgen.ooxml_rules.attributes import parse_flag
from deckgen.ooxml_rules.shape_queries import (
    FOOTER_TYPES,
    SHAPES,
    attribute,
    find_all,
    placeholder_shapes,
    readable_alternative,
    words_in,
)
from deckgen.ooxml_rules.slide_show import section_starts, transition_effect
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.outline.lower.slide_ids import slug
from deckgen.outline.schema.talk import LANGUAGE_TAG
from deckgen.template.package.kept_parts import PRESENTATION_PART, tree_of

_OTHER_SHAPES = {"grpSp": "group of shapes", "cxnSp": "line"}


def read_slides(package: ParsedPackage, names: Sequence[str]) -> tuple[SourceSlide, ...]:
    """Return the slides of a presentation; `names` are those of their parts, in order.

    A slide that is not there has an empty name: it is left out, and the others keep their numbers.
    """
    main = package.parts[PRESENTATION_PART]
    root = tree_of(main)
    sections = section_starts(root)
    starts = {
        link.target: sections.get(entry.get("id", ""), "")
        for entry in find_all(root, "p:sldIdLst/p:sldId")
        if (link := main.related(entry.get(q("r:id"))))
    }
    parts = {number: package.parts[name] for number, name in enumerate(names, 1) if name}
    ids = dict(_ids(parts))
    width, height = slide_size(root)
    whole = Box(0, 0, width, height)
    slides = []
    for number, part in parts.items():
        read = _readable_slide(part, package, ids, whole)
        section = starts.get(part.name, "")
        slides.append(read._replace(number=number, id=ids[part.name], section=section))
    return tuple(slides)


def _ids(parts: Mapping[int, ParsedPart]) -> Iterator[tuple[str, str]]:
    """Yield a short, unique id for each slide by its part name, made from its title."""
    used: set[str] = set()
    for number, part in parts.items():
        root = tree_of(part)
        words = attribute(root, "p:cSld", "name") or title_of(root)
        yield part.name, new_slide_id(slug(words) or f"slide-{number}", used)


def _readable_slide(
    part: ParsedPart, package: ParsedPackage, ids: Mapping[str, str], whole: Box
) -> SourceSlide:
    """Return a slide, without its number, id and section; of a damaged one, its words alone."""
    root = _resolved(tree_of(part))
    try:
        return _slide(root, _slide_parts(part, package, ids), whole)
    except (LookupError, ValueError, ArithmeticError):
        shape = SourceShape(Unread("damaged slide", _all_words(root)), None)
        return SourceSlide(0, "", "", "", (shape,))


def _resolved(slide: Element) -> Element:
    """Return a slide with the branches that we read in the places of alternatives.

    PowerPoint writes shapes with formulas, films and 3D models so (ECMA-376 Part 3).
    """
    if next(slide.iter(q("mc:AlternateContent")), None) is None:
        return slide
    resolved = deepcopy(slide)
    for alternatives in list(resolved.iter(q("mc:AlternateContent"))):
        parent = alternatives.getparent()
        if parent is not None:
            at = parent.index(alternatives)
            branch = readable_alternative(alternatives)
            parent[at : at + 1] = [] if branch is None else list(branch)
    return resolved


def _slide_parts(part: ParsedPart, package: ParsedPackage, ids: Mapping[str, str]) -> SlideParts:
    """Return what the shapes of a slide refer to; raise LookupError without a layout or master."""
    layout = package.related_part(part, "slideLayout")
    master = package.related_root(layout, "slideMaster")
    if layout is None or layout.root is None or master is None:
        raise LookupError(part.name)
    return SlideParts(package, part, layout.root, master, dict(_links(part, ids)))


def _slide(root: Element, parts: SlideParts, whole: Box) -> SourceSlide:
    """Return a slide without its number, id and section; may raise LookupError, ValueError."""
    shapes = _children(find_all(root, "p:cSld/p:spTree")[0], parts)
    layout = attribute(parts.layout, "p:cSld", "name")
    drawn = [each for shape in shapes for each in _shapes(shape)]
    read = without_grounds(without_frames(drawn), whole)
    progress = [each for each in read if is_progress(layout, each)]
    read = [each for each in read if each not in progress and not is_rule(layout, each)]
    linked = with_linked_lines(read, dict(link_areas(root, parts.links)))
    placed = [each._replace(covers=whole.share_on(each.box) if each.box else 0) for each in linked]
    source = with_headline(placed, whole.cy)
    return SourceSlide(
        0,
        "",
        layout,
        sort_of_layout(parts.layout.get("type", ""), source, whole.cy),
        tuple(in_reading_order(source)),
        _notes(parts),
        parse_flag(root.get("show")) is False,
        _language(root),
        "",
        *slide_movement(root),
        footer=" ".join(_foot(shapes, "ftr").split()),
        day=_foot(shapes, "dt"),
        transition="fade" if transition_effect(root) == "fade" else "none",
        is_counted=any(each.idx for each in progress),
    )


def _links(part: ParsedPart, ids: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the addresses of links by the ids of their relationships; `#` and an id within."""
    for link in part.relationships:
        if link.external:
            yield link.id, link.target
        elif link.type == "slide":
            yield link.id, f"#{ids[link.target]}" if link.target in ids else ""


def _children(parent: Element, slide: SlideParts) -> list[SlideShape]:
    """Return the shapes of the tree of a slide, or of a group, the lowest first."""
    children = parent.iterchildren(*(q(name) for name in SHAPES))
    return [SlideShape(each, slide) for each in children]


def _shapes(shape: SlideShape) -> Iterator[SourceShape]:
    """Yield what a shape shows; nothing for footers, empty placeholders and hidden shapes."""
    kind = placeholder_type(shape)
    if kind in FOOTER_TYPES or is_hidden(shape):
        return
    content = _content(shape, kind)
    if content is None:
        return
    largest, usual, mono = text_looks(shape, kind)
    box, idx = box_of(shape, kind), source_placeholder_index(shape)
    yield SourceShape(content, box, kind, idx, largest, usual, mono, shape.name)


def _content(shape: SlideShape, kind: str) -> Content | None:
    tag = local_name(shape.element)
    if tag == "graphicFrame":
        return _graphic(shape)
    if tag == "pic":
        return picture_of(shape)
    if tag == "sp":
        return _text(shape, kind)
    if tag == "grpSp" and is_own_drawing(shape.element):
        children = _children(shape.element, shape.slide)
        return SourceGroup(shape.name, tuple(each for child in children for each in _shapes(child)))
    return Unread(_OTHER_SHAPES.get(tag, "object of another program"), _all_words(shape.element))


def _text(shape: SlideShape, kind: str) -> Content | None:
    body, styles = shape.element.find(q("p:txBody")), list_styles(shape, kind)
    paragraphs = () if body is None else source_paragraphs(body, styles, shape.slide.links)
    words = "\n".join(each.words for each in paragraphs)
    if is_unseen(shape.element):
        return None
    if _is_drawn(shape.element, kind):
        return Unread(
            "drawn shape", words, is_box=not words.strip() and _is_rectangle(shape.element)
        )
    if not paragraphs:
        return None
    return Unread("rotated text", words) if shape.is_rotated else SlideText(paragraphs)


def _is_drawn(element: Element, kind: str) -> bool:
    """Return whether a shape is seen beside its words: by a fill, a line or a form."""
    if kind:
        return False
    properties = element.find(q("p:spPr"))
    if properties is None:
        return False
    if not _is_rectangle(element):
        return True
    style = element.find(q("p:style"))
    if properties.find(q("a:noFill")) is None:
        fills = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
        if style is not None or any(properties.find(q(f"a:{fill}")) is not None for fill in fills):
            return True
    line = properties.find(q("a:ln"))
    return line is not None and line.find(q("a:noFill")) is None and len(line) > 0


def _is_rectangle(element: Element) -> bool:
    """Return whether the form of a shape is a rectangle."""
    return attribute(element, "p:spPr/a:prstGeom", "prst") == "rect"


def _graphic(shape: SlideShape) -> Content:
    data = next(shape.element.iter(q("a:graphicData")))
    uri, table = data.get("uri", ""), data.find(q("a:tbl"))
    if table is not None:
        return table_of(shape, table)
    if uri.endswith("/chart"):
        return chart_of(shape)
    if uri.endswith("/diagram"):
        return Unread("SmartArt", _diagram_words(shape))
    return Unread("object of another program" if uri.endswith("/ole") else "graphic of a new kind")


def _diagram_words(shape: SlideShape) -> str:
    """Return the words of SmartArt, from its data part."""
    ids = next(shape.element.iter("{*}relIds"), None)
    data = None if ids is None else shape.related(ids.get(q("r:dm")))
    return "" if data is None or data.root is None else _all_words(data.root)


def _all_words(element: Element) -> str:
    return "\n".join(line for line in map(words_in, element.iter(q("a:p"))) if line.strip())


def _notes(slide: SlideParts) -> tuple[SourceParagraph, ...]:
    notes = slide.package.related_part(slide.part, "notesSlide")
    if notes is None or notes.root is None:
        return ()
    bodies = (each.shape for each in placeholder_shapes(notes.root) if each.type == "body")
    body = next(bodies, None)
    return () if body is None else source_paragraphs(body, (), dict(_links(notes, {})))


def _foot(shapes: Sequence[SlideShape], kind: str) -> str:
    """Return the text of the placeholders of a type."""
    placeholders = (each.element for each in shapes if placeholder_type(each) == kind)
    return " ".join(_all_words(each) for each in placeholders)


def _language(root: Element) -> str:
    """Return the language of most letters of a slide; empty if it says none."""
    letters: Counter[str] = Counter()
    for run in root.iter(q("a:r")):
        lang = attribute(run, "a:rPr", "lang").partition("_")[0]
        if re.fullmatch(LANGUAGE_TAG.regex, lang):
            letters[lang] += len(run.findtext(q("a:t")) or "")
    return letters.most_common(1)[0][0] if letters else ""
