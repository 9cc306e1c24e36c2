"""The slides of a presentation as values: shapes in reading order, notes, sections."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import cast

from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.group import GroupShape
from pptx.shapes.picture import Picture
from pptx.slide import Slide

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.slide import new_slide_id
from deckgen.importing.marked_text import SourceParagraph
from deckgen.importing.powerpoint.reading.charts import chart_of
from deckgen.importing.powerpoint.reading.diagrams import diagram_of
from deckgen.importing.powerpoint.reading.headlines import (
    TITLE_PAGES,
    sort_of_layout,
    with_headline,
    with_number,
    without_ornaments,
)
from deckgen.importing.powerpoint.reading.movement import slide_movement
from deckgen.importing.powerpoint.reading.open_presentation import DAMAGES
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
    fills_half,
    in_reading_order,
    slide_box,
    without_frames,
    without_grounds,
)
from deckgen.importing.powerpoint.reading.shape_properties import (
    is_hidden,
    list_styles,
    placeholder_type,
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
from deckgen.ooxml_rules.attributes import is_web_address, parse_flag, placeholder_index
from deckgen.ooxml_rules.shape_queries import (
    FOOTER_TYPES,
    PLACEHOLDER,
    attribute,
    is_decorative,
    shape_properties,
    words_in,
)
from deckgen.ooxml_rules.slide_show import section_starts, transition_effect
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.outline.lower.slide_ids import slug
from deckgen.outline.schema.talk import LANGUAGE_TAG
from deckgen.outline.syntax.pitfall import excerpt
from deckgen.support.diagnostics import name_list

_OTHER_SHAPES = {"grpSp": "group of shapes", "cxnSp": "line"}
_GRAPHICS = (q("p:pic"), q("p:graphicFrame"))
_PAINTS = {q(f"a:{each}Fill") for each in ("no", "solid", "grad", "blip", "patt", "grp")}


def read_slides(
    presentation: Presentation, media: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[SourceSlide, ...]:
    """Return every slide of a presentation.

    `media` are its pictures and the like by the names of their parts; those that are not there
    have the bytes that the presentation has for them.
    """
    sections = section_starts(presentation.element)
    ids = dict(_ids(presentation))
    listed = presentation.element.find(q("p:sldIdLst"))
    slide_ids = [] if listed is None else [each.get("id", "") for each in listed.iter(q("p:sldId"))]
    slides = zip(slide_ids, presentation.slides, strict=True)
    return tuple(
        _readable_slide(slide, number, sections.get(slide_id, ""), ids, media)
        for number, (slide_id, slide) in enumerate(slides, 1)
    )


def _readable_slide(
    slide: Slide, number: int, section: str, ids: Mapping[str, str], media: Mapping[str, bytes]
) -> SourceSlide:
    """Return a slide; one that python-pptx cannot read is known by its words alone."""
    try:
        return _slide(slide, number, section, ids, media)
    except DAMAGES:
        shape = SourceShape(Unread("damaged slide", _all_words(slide.element)))
        id_ = ids[slide.part.partname]
        return SourceSlide(number, id_, "", "", (shape,), section=section)


def _ids(presentation: Presentation) -> Iterator[tuple[str, str]]:
    """Yield a short, unique id for each slide by its part name, made from its title."""
    used: set[str] = set()
    for number, slide in enumerate(presentation.slides, 1):
        try:
            title = slide.shapes.title
            words = slide.name or ("" if title is None else title.text_frame.text)
        except DAMAGES:
            words = ""
        yield slide.part.partname, new_slide_id(slug(words) or f"slide-{number}", used)


def _slide(
    slide: Slide, number: int, section: str, ids: Mapping[str, str], media: Mapping[str, bytes]
) -> SourceSlide:
    links = _links(slide, ids)
    root = slide.element
    whole = slide_box(slide)
    drawn = [each for shape in slide.shapes for each in _shapes(shape, links, media)]
    read = without_grounds(without_frames(drawn), whole)
    layout = slide.slide_layout
    progress = [each for each in read if is_progress(layout.name, each)]
    read = [each for each in read if each not in progress and not is_rule(layout.name, each)]
    linked = with_linked_lines(read, dict(link_areas(root, links)))
    placed = [
        each._replace(covers=whole.share_on(each.box), is_half=fills_half(each.box, whole))
        for each in linked
    ]
    shapes = with_headline(with_number(placed), whole.cy, is_first=number == 1)
    type_ = layout.element.get("type", "")
    said = without_ornaments(shapes, type_)
    sort = type_ if number == 1 else sort_of_layout(type_, said, whole.cy)
    if number == 1 or sort in TITLE_PAGES:
        shapes = said
    if runs_right_to_left(lang := _language(root)):
        from deckgen.deck.mirrored import mirrored

        # What follows reads from the left.
        shapes = list(mirrored(tuple(shapes), whole.cx))
    movement = slide_movement(root)
    return SourceSlide(
        number,
        ids[slide.part.partname],
        layout.name,
        sort,
        tuple(in_reading_order(shapes)),
        _notes(slide),
        parse_flag(root.get("show")) is False,
        lang,
        section,
        *movement._replace(remarks=(*movement.remarks, *_lost_links(root, links))),
        footer=" ".join(_foot(slide, "ftr").split()),
        day=_foot(slide, "dt"),
        transition="fade" if transition_effect(root) == "fade" else "none",
        is_counted=any(each.idx for each in progress),
    )


def _lost_links(root: Element, links: Mapping[str, str]) -> Iterator[str]:
    """Yield a remark on the links that lead neither to the web nor to a slide: to files."""
    clicks = (links.get(each.get(q("r:id"), ""), "") for each in root.iter(q("a:hlinkClick")))
    files = [each for each in clicks if not (each.startswith("#") or is_web_address(each))]
    shown = ("".join(filter(str.isprintable, each)).strip() for each in files)
    if names := name_list(dict.fromkeys(excerpt(each) for each in shown if each)):
        yield f"links to files are left out: {names}"


def _links(slide: Slide, ids: Mapping[str, str]) -> dict[str, str]:
    """Return the addresses of links by the ids of their relationships; `#slide-N` within."""
    addresses = {}
    for id_, relationship in slide.part.rels.items():
        if relationship.is_external:
            addresses[id_] = relationship.target_ref
        elif relationship.reltype.endswith("/slide"):
            target = ids.get(relationship.target_part.partname)
            addresses[id_] = f"#{target}" if target else ""
    return addresses


def _shapes(
    shape: BaseShape, links: Mapping[str, str], media: Mapping[str, bytes]
) -> Iterator[SourceShape]:
    """Yield what a shape shows; nothing for footers, empty, hidden and decorative shapes.

    `links` are the addresses of relationships by id, `media` is as in `read_slides`.
    """
    kind = placeholder_type(shape)
    if kind in FOOTER_TYPES or is_hidden(shape):
        return
    content = _content(shape, kind, links, media)
    # PowerPoint's Designer marks what it draws as decorative.
    is_silent = isinstance(content, Unread) and not content.words.strip()
    if content is None or (is_silent and is_decorative(shape_properties(shape.element))):
        return
    largest, usual, mono = text_looks(shape, kind)
    box, ph = box_of(shape, kind), shape.element.find(PLACEHOLDER)
    idx = 0 if ph is None else placeholder_index(ph.get("idx")) or 0
    yield SourceShape(content, box, kind, idx, largest, usual, mono, shape.name)


def _content(
    shape: BaseShape, kind: str, links: Mapping[str, str], media: Mapping[str, bytes]
) -> Content | None:
    tag = local_name(shape.element)
    if tag == "graphicFrame":
        return _graphic(shape, links)
    if tag == "pic":
        return picture_of(cast("Picture", shape), media)
    if tag == "sp":
        return _text(shape, kind, links)
    if tag == "grpSp" and is_own_drawing(shape.element):
        children = cast("GroupShape", shape).shapes
        inner = (each for child in children for each in _shapes(child, links, media))
        return SourceGroup(shape.name, tuple(inner))
    what = _OTHER_SHAPES.get(tag, "object of another program")
    if tag == "grpSp" and next(shape.element.iter(*_GRAPHICS), None) is not None:
        what = "group with pictures"
    return Unread(what, _all_words(shape.element))


def _text(shape: BaseShape, kind: str, links: Mapping[str, str]) -> Content | None:
    body = shape.element.find(q("p:txBody"))
    paragraphs = () if body is None else source_paragraphs(body, [*list_styles(shape, kind)], links)
    words = "\n".join(each.words for each in paragraphs)
    if is_unseen(shape.element):
        return None
    is_box = attribute(shape.element, "p:spPr/a:prstGeom", "prst").lower().endswith("rect")
    if _is_drawn(shape.element, kind) and not (words.strip() and is_box):
        return Unread("drawn shape", words, is_box=is_box)
    if not paragraphs:
        return None
    is_rotated = cast("Shape", shape).rotation % 360 != 0
    return Unread("rotated text", words) if is_rotated else SlideText(paragraphs)


def _is_drawn(element: Element, kind: str) -> bool:
    """Return whether a shape is seen beside its words: by its fill or its line."""
    properties = element.find(q("p:spPr"))
    if kind or properties is None:
        return False
    fill, line = (attribute(element, f"p:style/a:{name}Ref", "idx") for name in ("fill", "ln"))
    return _is_painted(properties, fill) or _is_painted(properties.find(q("a:ln")), line)


def _is_painted(element: Element | None, style: str) -> bool:
    """Return whether a fill or a line is seen; one that says nothing is that of its style."""
    paints = [each.tag for each in (() if element is None else element) if each.tag in _PAINTS]
    return paints != [q("a:noFill")] if paints else style not in {"", "0"}


def _graphic(shape: BaseShape, links: Mapping[str, str]) -> Content:
    frame = cast("GraphicFrame", shape)
    if frame.has_table:
        return table_of(frame, links)
    if frame.has_chart:
        return chart_of(frame)
    uri = next(iter(shape.element.iter(q("a:graphicData")))).get("uri", "")
    if uri.endswith("/diagram"):
        return diagram_of(frame)
    return Unread("object of another program" if uri.endswith("/ole") else "graphic of a new kind")


def _all_words(element: Element) -> str:
    return "\n".join(line for line in map(words_in, element.iter(q("a:p"))) if line.strip())


def _notes(slide: Slide) -> tuple[SourceParagraph, ...]:
    if not slide.has_notes_slide:
        return ()
    notes = slide.notes_slide
    body = notes.notes_placeholder
    if body is None:
        return ()
    links = {id_: each.target_ref for id_, each in notes.part.rels.items() if each.is_external}
    return source_paragraphs(body.element, (), links)


def _foot(slide: Slide, kind: str) -> str:
    """Return the text of the placeholders of a type."""
    placeholders = (each.element for each in slide.shapes if placeholder_type(each) == kind)
    return " ".join(_all_words(each) for each in placeholders)


def _language(root: Element) -> str:
    """Return the language of most letters of a slide; empty if it says none."""
    letters: Counter[str] = Counter()
    for run in root.iter(q("a:r")):
        lang = attribute(run, "a:rPr", "lang").partition("_")[0]
        if re.fullmatch(LANGUAGE_TAG.regex, lang):
            letters[lang] += len(run.findtext(q("a:t")) or "")
    return letters.most_common(1)[0][0] if letters else ""
