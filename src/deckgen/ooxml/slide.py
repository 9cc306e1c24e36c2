"""One slide, and its notes, as parts (ECMA-376 Part 1, 13.3.8 and 13.3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from deckgen.brand.generate.layout_xml import DECORATIVE
from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, FooterRole, ProgressTrack
from deckgen.deck.slide import LineLink, Slide
from deckgen.deck.text_body import TextBody, without_links
from deckgen.ooxml.drawingml import RECTANGLE, fill_xml, rectangles_xml, transform_xml
from deckgen.ooxml.layout_shapes import DeckContext, LayoutXml, PlaceholderXml, shape_xml
from deckgen.ooxml.text.text_body import Links, paragraphs_xml
from deckgen.ooxml.timing import click_paragraphs, timing_xml, transition_xml
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.xml_text import (
    DECLARATION,
    NAMESPACES,
    RELATIONSHIPS,
    escape,
    escape_often,
    extension_namespaces,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from deckgen.deck.graphics import Clip
    from deckgen.deck.included_slide import SlideParts

SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"

_TREE = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>"
)
_SLIDE, _NOTES_SLIDE = f"{RELATIONSHIPS}/slide", f"{RELATIONSHIPS}/notesSlide"
_ROOT = f"{DECLARATION}<p:sld {NAMESPACES}"
_SLIDE_NUMBER_FIELD = "{7A0C7C8E-3B0B-4B55-9F6E-5D1B1F4C2E01}"
_UNSEEN = (
    '<a:solidFill><a:schemeClr val="bg1"><a:alpha val="0"/></a:schemeClr></a:solidFill>'
    "<a:ln><a:noFill/></a:ln>"
)
"""Fully transparent: without a fill, a click would go to what lies below the area."""
_GAP = EMU_PER_INCH // 20
_MOST_PARTS = 30
"""More would be too short to be counted: then the track has two parts."""
_THIN = 5
"""How many times thicker a part is that the talk has reached."""


def slide_part_name(place: int) -> str:
    """Return the part name of a slide by its place in the deck, from 1.

    PowerPoint names slides so. LibreOffice follows links by this number, and ends when a shape
    leads to a slide that it does not have (docs/facts/libreoffice.md).
    """
    return f"/ppt/slides/slide{place}.xml"


def slide_parts(slide: Slide, place: int, number: int, deck: DeckContext) -> tuple[Part, ...]:
    """Return the slide's part, and after it the parts of its pictures and charts.

    `place` counts from 1; `number` is that of `p:sldId@id`.
    """
    if slide.included and slide.included.parts:
        return _merged_slide(slide, slide.included.parts, place, number, deck.targets)
    layout = deck.layout(slide.layout_key)
    links = Links(deck.targets, 3 if slide.notes else 2)
    texts, lang = _placeholder_texts(slide, layout), escape_often(slide.lang)
    shapes, code_font = list[str](), deck.brand.fonts.code
    for shape_id, (placeholder, content) in enumerate(texts, 2):
        paragraphs = paragraphs_xml(content, lang, code_font, links, placeholder.look)
        shapes.append(shape_xml(shape_id, placeholder, paragraphs, content))
    free_id = len(texts) + 2
    clips: tuple[tuple[int, Clip], ...] = ()
    parts: tuple[Part, ...] = ()
    if slide.graphics:
        from deckgen.ooxml.graphics.slide_graphics import slide_graphics

        graphics = slide_graphics(slide, layout.layout, number, links, deck.brand)
        # From the last to the first, so that the indices of the texts stay right.
        for index, shape in sorted(graphics.shapes, key=itemgetter(0))[::-1]:
            shapes.insert(index, shape)
        free_id, clips, parts = free_id + graphics.shape_ids, graphics.clips, graphics.parts
    if slide.line_links:
        shapes += _line_link_shapes(slide.line_links, free_id, links)
        free_id += len(slide.line_links)
    if slide.position and layout.layout.progress_track:
        shapes.append(
            progress_shape(slide.position, layout.layout.progress_track, free_id, slide.lang)
        )
        free_id += 1
    # What stands at the foot is read aloud last.
    foot: tuple[tuple[FooterRole, TextBody | None], ...]
    foot = (("day", slide.day), ("footer", slide.footer))
    for role, text in foot:
        if text and (place_of := layout.placeholders.get(role)):
            paragraphs = paragraphs_xml(text, lang, code_font, links, place_of.look)
            shapes.append(shape_xml(free_id, place_of, paragraphs, text))
            free_id += 1
    if slide.numbered and (place_of := layout.placeholders.get("number")):
        field = f'<a:fld id="{_SLIDE_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/>'
        words = f"<a:p>{field}<a:t>{place}</a:t></a:fld></a:p>"
        shapes.append(shape_xml(free_id, place_of, words))
    hidden = ' show="0"' if slide.hidden else ""
    timing = _timing(texts, slide, clips) if slide.reveal or clips else ""
    root = f"{_ROOT}{extension_namespaces(''.join(shapes))}{hidden}"
    pieces = (
        f'{root}><p:cSld name="{escape(slide.id)}">{_TREE}',
        *shapes,
        f"</p:spTree></p:cSld>{layout.color_map}{transition_xml(slide.transition)}{timing}</p:sld>",
    )
    # One by one, as a piece without letters such as ä takes a tenth of the time.
    data = b"".join([piece.encode() for piece in pieces])
    notes = (_notes_relationship("rId2", number),) if slide.notes else ()
    relationships = (layout.relationship, *notes, *links.relationships.values())
    return (Part(slide_part_name(place), SLIDE_TYPE, data, relationships), *parts)


def _line_link_shapes(lines: Iterable[LineLink], first_id: int, links: Links) -> list[str]:
    """Return a shape for each line, with shape ids from `first_id` on; nobody sees these shapes.

    Its description is the line's text: that is what a screen reader says of the link.
    """
    return [
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="Link {number}" '
        f'descr="{escape(line.text)}">{links.click(line.link)}</p:cNvPr><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{transform_xml(line.box)}{RECTANGLE}{_UNSEEN}</p:spPr></p:sp>"
        for number, (shape_id, line) in enumerate(enumerate(lines, first_id), 1)
    ]


def _merged_slide(
    slide: Slide, brought: SlideParts, place: int, number: int, targets: dict[str, str]
) -> tuple[Part, ...]:
    """Return the part of a slide of another deck, and after it the parts that it needs."""
    relationships = [*brought.relationships]
    for id_, slide_id in brought.links:
        relationships.append(Relationship(id_, _SLIDE, targets[slide_id]))
    if slide.notes:
        id_, taken = "deckgenNotes", {each.id for each in relationships}
        while id_ in taken:
            id_ += "-"
        relationships.append(_notes_relationship(id_, number))
    name = slide_part_name(place)
    return (Part(name, SLIDE_TYPE, brought.data, tuple(relationships)), *brought.parts)


def _notes_relationship(id_: str, number: int) -> Relationship:
    return Relationship(id_, _NOTES_SLIDE, f"../notesSlides/notesSlide{number}.xml")


def notes_part(slide: Slide, notes: TextBody, number: int, deck: DeckContext) -> Part:
    """Return the part of the slide's speaker notes."""
    links = Links(deck.targets, 3, "../slides/")
    if runs_right_to_left(slide.lang):
        # Notes masters run from the left; some programs have no way to turn them.
        notes = notes.with_each(lambda each: each._replace(direction="rtl"))
    text = paragraphs_xml(notes, escape_often(slide.lang), deck.brand.fonts.code, links)
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
    return Part(
        f"/ppt/notesSlides/notesSlide{number}.xml",
        NOTES_TYPE,
        xml.encode(),
        (
            deck.notes_master,
            Relationship("rId2", _SLIDE, f"../slides/{deck.targets[slide.id]}"),
            *links.relationships.values(),
        ),
    )


def _placeholder_texts(slide: Slide, layout: LayoutXml) -> list[tuple[PlaceholderXml, TextBody]]:
    """Return the slide's texts with the placeholders that they fill, in reading order."""
    texts, places, lines = [], layout.placeholders, slide.line_links
    for role, content in slide.placeholders:
        placeholder = places.get(role)
        if placeholder is None:
            raise LookupError(f"layout {layout.layout.name} has no placeholder for {role}")
        has_links = lines and role == "body"
        shown = without_links(content, {line.link for line in lines}) if has_links else content
        texts.append((placeholder, shown))
    return texts


def _timing(
    texts: list[tuple[PlaceholderXml, TextBody]], slide: Slide, clips: tuple[tuple[int, Clip], ...]
) -> str:
    revealed = [
        (shape_id, click_paragraphs(content))
        for shape_id, (placeholder, content) in enumerate(texts, 2)
        if slide.reveal and placeholder.placeholder.role in {"body", "second"}
    ]
    return timing_xml(revealed, clips)


def progress_shape(
    position: tuple[int, int], track: ProgressTrack, shape_id: int, lang: str
) -> str:
    """Return the track of a slide at a position: thick up to it, thin behind.

    The slide says the same in words, so the shape is decorative.
    """
    shape = _described(track, position, mirrored=runs_right_to_left(lang))
    return f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}"{shape}'


@lru_cache(maxsize=256)
def _described(track: ProgressTrack, position: tuple[int, int], *, mirrored: bool) -> str:
    """Return the shape as it is on slides with the same position, from behind its id."""
    _, _, cx, cy = track.box
    return (
        f' name="Progress">{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f"<p:spPr>{transform_xml(track.box)}"
        f"{rectangles_xml(_parts(cx, cy, position, mirrored=mirrored), cx, cy)}"
        f"{fill_xml(track.color)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _parts(cx: int, cy: int, position: tuple[int, int], *, mirrored: bool) -> Iterator[Box]:
    """Yield the parts within a box, in EMU; `mirrored`: a row counts from the right.

    A column is thin at the edge that its panel does not have.
    """
    number, total = position
    long, across = max(cx, cy), min(cx, cy)
    if total > _MOST_PARTS:
        bounds = [*dict.fromkeys((0, long * number // total, long))]
        number = 1
    else:
        bounds = [long * at // total for at in range(total + 1)]
    gap = min(_GAP, long // len(bounds) // 5)
    for at, (start, end) in enumerate(pairwise(bounds), 1):
        length = end - start - (gap if end < long else 0)
        thick = across if at <= number else across // _THIN
        if cx < cy:
            yield Box(0 if mirrored else across - thick, start, thick, length)
        else:
            yield Box(long - start - length if mirrored else start, across - thick, length, thick)
