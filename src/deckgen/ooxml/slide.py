"""One slide, and its notes, as parts (ECMA-376 Part 1, 13.3.8 and 13.3.5)."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from deckgen.deck.layout import FramePlaceholderRole
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import TextBody
from deckgen.ooxml.layout_shapes import DeckContext, LayoutXml, PlaceholderXml, shape_xml
from deckgen.ooxml.text.text_body import Links, paragraphs_xml
from deckgen.ooxml.timing import click_paragraphs, timing_xml, transition_xml
from deckgen.opc.part import Part, Relationship
from deckgen.support.xml_text import (
    DECLARATION,
    NAMESPACES,
    RELATIONSHIPS,
    escape,
    extension_namespaces,
)

if TYPE_CHECKING:
    from deckgen.deck.graphics.clip import Clip
    from deckgen.deck.included_slide import SlideParts

SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"

_TREE = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>"
)
_ROOT = f"{DECLARATION}<p:sld {NAMESPACES}"
_SLIDE_NUMBER_FIELD = "{7A0C7C8E-3B0B-4B55-9F6E-5D1B1F4C2E01}"


def slide_part_name(number: int) -> str:
    """Return the part name of the slide with this number (its `p:sldId@id`)."""
    return f"/ppt/slides/slide{number}.xml"


def slide_parts(slide: Slide, place: int, number: int, deck: DeckContext) -> tuple[Part, ...]:
    """Return the slide's part, and after it the parts of its pictures and charts.

    `place` counts from 1; `number` is that of `p:sldId@id`.
    """
    if slide.included and slide.included.parts:
        return _foreign_parts(slide, slide.included.parts, number, deck.targets)
    layout = deck.layout(slide.role, slide.tone)
    links = Links(deck.targets, 3 if slide.notes else 2)
    lang, code_font, quiet = escape(slide.lang), deck.brand.fonts.code, layout.quiet
    texts = _filled(slide, layout)
    shapes = [
        shape_xml(at, there, paragraphs_xml(content, lang, code_font, links, quiet), content)
        for at, (there, content) in enumerate(texts, 2)
    ]
    free_id = len(texts) + 2
    plays: tuple[tuple[int, Clip], ...] = ()
    parts: tuple[Part, ...] = ()
    if slide.graphics:
        from deckgen.ooxml.graphics.slide_graphics import slide_graphics

        graphics = slide_graphics(slide, layout.layout, number, links, deck.brand)
        # In the order in which they are read aloud: what stands at the foot comes last.
        for before, drawing in sorted(graphics.shapes, key=itemgetter(0))[::-1]:
            shapes.insert(before, drawing)
        free_id, plays, parts = free_id + graphics.ids, graphics.plays, graphics.parts
    foot: tuple[tuple[FramePlaceholderRole, TextBody | None], ...]
    foot = (("day", slide.day), ("footer", slide.footer))
    for role, content in foot:
        if content and (there := layout.placeholders.get(role)):
            paragraphs = paragraphs_xml(content, lang, code_font, links, quiet)
            shapes.append(shape_xml(free_id, there, paragraphs, content))
            free_id += 1
    if slide.numbered and (there := layout.placeholders.get("number")):
        shapes.append(shape_xml(free_id, there, _number_field(place, lang)))
    hidden = ' show="0"' if slide.hidden else ""
    timing = _timing(texts, slide, plays) if slide.reveal or plays else ""
    tree = "".join(shapes)
    xml = (
        f'{_ROOT}{extension_namespaces(tree)}{hidden}><p:cSld name="{escape(slide.id)}">{_TREE}'
        f"{tree}</p:spTree></p:cSld>{layout.color_map}"
        f"{transition_xml(slide.transition)}{timing}</p:sld>"
    )
    relationships = (layout.relationship, *links.relationships.values())
    if slide.notes:
        target = f"../notesSlides/notesSlide{number}.xml"
        notes = Relationship("rId2", f"{RELATIONSHIPS}/notesSlide", target)
        relationships = (layout.relationship, notes, *links.relationships.values())
    own = Part(slide_part_name(number), SLIDE_TYPE, xml.encode(), relationships)
    return (own, *parts)


def _foreign_parts(
    slide: Slide, brought: SlideParts, number: int, targets: dict[str, str]
) -> tuple[Part, ...]:
    """Return a slide of another deck as it was brought, and after it all that it reaches."""
    relationships = [*brought.relationships]
    for id_, slide_id in brought.links:
        relationships.append(Relationship(id_, f"{RELATIONSHIPS}/slide", targets[slide_id]))
    if slide.notes:
        target = f"../notesSlides/notesSlide{number}.xml"
        id_, taken = "deckgenNotes", {found.id for found in relationships}
        while id_ in taken:
            id_ += "-"
        relationships.append(Relationship(id_, f"{RELATIONSHIPS}/notesSlide", target))
    name = slide_part_name(number)
    return (Part(name, SLIDE_TYPE, brought.data, tuple(relationships)), *brought.parts)


def notes_part(slide: Slide, notes: TextBody, number: int, deck: DeckContext) -> Part:
    """Return the part of the slide's speaker notes."""
    links = Links(deck.targets, 3, "../slides/")
    text = paragraphs_xml(notes, escape(slide.lang), deck.brand.fonts.code, links)
    xml = (
        f"{DECLARATION}<p:notes {NAMESPACES}{extension_namespaces(text)}><p:cSld>{_TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1"'
        ' noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>'
        "</p:nvSpPr><p:spPr/></p:sp>"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    master = deck.brand.notes_master_part_name.removeprefix("/ppt/")
    return Part(
        f"/ppt/notesSlides/notesSlide{number}.xml",
        NOTES_TYPE,
        xml.encode(),
        (
            Relationship("rId1", f"{RELATIONSHIPS}/notesMaster", f"../{master}"),
            Relationship("rId2", f"{RELATIONSHIPS}/slide", f"../slides/slide{number}.xml"),
            *links.relationships.values(),
        ),
    )


def _filled(slide: Slide, layout: LayoutXml) -> list[tuple[PlaceholderXml, TextBody]]:
    """Return the layout's placeholders that the slide fills, in reading order."""
    filled = []
    for role, content in slide.placeholders:
        placeholder = layout.placeholders.get(role)
        if placeholder is None:
            raise LookupError(f"layout {layout.layout.name} has no placeholder for {role}")
        filled.append((placeholder, content))
    return filled


def _timing(
    filled: list[tuple[PlaceholderXml, TextBody]], slide: Slide, plays: tuple[tuple[int, Clip], ...]
) -> str:
    revealed = [
        (shape_id, click_paragraphs(content))
        for shape_id, (there, content) in enumerate(filled, 2)
        if slide.reveal and there.placeholder.role in {"body", "second"}
    ]
    return timing_xml(revealed, plays)


def _number_field(place: int, lang: str) -> str:
    return (
        f'<a:p><a:fld id="{_SLIDE_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/>'
        f"<a:t>{place}</a:t></a:fld></a:p>"
    )
