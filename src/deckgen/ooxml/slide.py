"""One slide, and its notes, as parts (ECMA-376 Part 1, 13.3.8 and 13.3.5)."""

from operator import itemgetter
from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.deck.clip import Clip
from deckgen.deck.foreign import BroughtSlide
from deckgen.deck.layout import FramePlaceholderRole, Layout, Placeholder
from deckgen.deck.model import Graphic, Picture, PlaceholderRole, Slide, TextBody
from deckgen.ooxml.graphics import Setting, drawn
from deckgen.ooxml.layout_xml import DeckSetting, LayoutXml, PlaceholderXml, shape_xml
from deckgen.ooxml.text import Links, paragraphs_xml
from deckgen.ooxml.timing import clicks, timing_xml, transition_xml
from deckgen.opc.part import Part, Relationship
from deckgen.xml import DECLARATION, NAMESPACES, RELATIONSHIPS, escape

SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"

_TREE = (
    '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>"
)
_ROOT = f"{DECLARATION}<p:sld {NAMESPACES}"
_BESIDE = frozenset({"body", "second", "third"})
"""The placeholders whose texts may stand beside a graphic."""
_SLIDE_NUMBER_FIELD = "{7A0C7C8E-3B0B-4B55-9F6E-5D1B1F4C2E01}"


def slide_part_name(number: int) -> str:
    """Return the part name of the slide with this number (its `p:sldId@id`)."""
    return f"/ppt/slides/slide{number}.xml"


def slide_parts(slide: Slide, place: int, number: int, deck: DeckSetting) -> tuple[Part, ...]:
    """Return the slide's part, and after it the parts of its pictures and charts.

    `place` counts from 1; `number` is that of `p:sldId@id`.
    """
    if slide.foreign and slide.foreign.brought:
        return _foreign_parts(slide, slide.foreign.brought, number, deck.targets)
    layout = deck.layout(slide.role, slide.tone)
    links = Links(deck.targets, 3 if slide.notes else 2)
    lang, code_font, quiet = escape(slide.lang), deck.brand.fonts.code, layout.quiet
    texts = _filled(slide, layout)
    shapes = [
        shape_xml(at, there, paragraphs_xml(content, lang, code_font, links, quiet), content)
        for at, (there, content) in enumerate(texts, 2)
    ]
    graphics = _NOTHING
    if slide.graphics:
        graphics = _graphics(slide, layout.layout, number, links, deck.brand)
        # In the order in which they are read aloud: what stands at the foot comes last.
        for before, drawing in sorted(graphics.shapes, key=itemgetter(0))[::-1]:
            shapes.insert(before, drawing)
    free_id = len(texts) + 2 + graphics.ids
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
    timing = _timing(texts, slide, graphics.plays) if slide.reveal or graphics.plays else ""
    xml = (
        f'{_ROOT}{hidden}><p:cSld name="{escape(slide.id)}">{_TREE}'
        f"{''.join(shapes)}</p:spTree></p:cSld>{layout.color_map}"
        f"{transition_xml(slide.transition)}{timing}</p:sld>"
    )
    relationships = (layout.relationship, *links.relationships.values())
    if slide.notes:
        target = f"../notesSlides/notesSlide{number}.xml"
        notes = Relationship("rId2", f"{RELATIONSHIPS}/notesSlide", target)
        relationships = (layout.relationship, notes, *links.relationships.values())
    own = Part(slide_part_name(number), SLIDE_TYPE, xml.encode(), relationships)
    return (own, *graphics.parts)


class _Graphics(NamedTuple):
    """The graphics of a slide, drawn."""

    shapes: list[tuple[int, str]]
    """Each with the place among the slide's texts before which it is read."""
    parts: list[Part]
    plays: list[tuple[int, Clip]]
    """The films and sounds, by the ids of their shapes."""
    ids: int
    """How many shape ids they take."""


_NOTHING = _Graphics([], [], [], 0)


def _graphics(slide: Slide, layout: Layout, number: int, links: Links, brand: Brand) -> _Graphics:
    shapes: list[tuple[int, str]] = []
    parts: list[Part] = []
    plays: list[tuple[int, Clip]] = []
    first = free_id = len(slide.placeholders) + 2
    for role, graphic in slide.graphics:
        placeholder = _graphic_placeholder(role, slide, layout)
        setting = Setting(
            free_id,
            placeholder,
            escape(slide.lang),
            brand.fonts.code,
            links,
            number,
            layout,
            brand.theme_colors,
        )
        found = drawn(graphic, setting)
        if isinstance(graphic, Clip):
            plays.append((free_id, graphic))
        place = _reading_place(graphic, slide)
        shapes.append((0 if _is_behind(graphic) else place, found.xml))
        shapes.append((place, found.caption))
        parts += found.parts
        free_id += found.shapes
    return _Graphics(shapes, parts, plays, free_id - first)


def _foreign_parts(
    slide: Slide, brought: BroughtSlide, number: int, targets: dict[str, str]
) -> tuple[Part, ...]:
    """Return a slide of another deck as it was brought, and after it all that it reaches."""
    relationships = [*brought.relationships]
    for id_, slide_id in brought.links:
        relationships.append(Relationship(id_, f"{RELATIONSHIPS}/slide", targets[slide_id]))
    if slide.notes:
        target = f"../notesSlides/notesSlide{number}.xml"
        relationships.append(Relationship("deckgenNotes", f"{RELATIONSHIPS}/notesSlide", target))
    name = slide_part_name(number)
    return (Part(name, SLIDE_TYPE, brought.data, tuple(relationships)), *brought.parts)


def notes_part(slide: Slide, notes: TextBody, number: int, deck: DeckSetting) -> Part:
    """Return the part of the slide's speaker notes."""
    links = Links(deck.targets, 3, "../slides/")
    text = paragraphs_xml(notes, escape(slide.lang), deck.brand.fonts.code, links)
    xml = (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld>{_TREE}"
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


def _graphic_placeholder(role: PlaceholderRole, slide: Slide, layout: Layout) -> Placeholder | None:
    """Return the placeholder that a graphic fills; None where it stands by itself, or with others.

    Two shapes of a slide may not fill one placeholder.
    """
    alone = [there for there, _ in slide.graphics].count(role) == 1
    found = layout.placeholder(role) if alone else None
    return None if found is None or found.loose else found


def _reading_place(graphic: Graphic, slide: Slide) -> int:
    """Return before which of the slide's texts a graphic is read: before those written later."""
    for at, (role, content) in enumerate(slide.placeholders):
        span = content.paragraphs[0].span
        if role in _BESIDE and span and span.file == graphic.span.file and span > graphic.span:
            return at
    return len(slide.placeholders)


def _is_behind(graphic: Graphic) -> bool:
    """Whether a graphic stands behind the text, so that it comes first in the tree of shapes."""
    picture = graphic.picture if isinstance(graphic, Clip) else graphic
    return isinstance(picture, Picture) and picture.behind


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
    filled: list[tuple[PlaceholderXml, TextBody]], slide: Slide, plays: list[tuple[int, Clip]]
) -> str:
    revealed = [
        (shape_id, clicks(content))
        for shape_id, (there, content) in enumerate(filled, 2)
        if slide.reveal and there.placeholder.role in {"body", "second"}
    ]
    return timing_xml(revealed, plays)


def _number_field(place: int, lang: str) -> str:
    return (
        f'<a:p><a:fld id="{_SLIDE_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/>'
        f"<a:t>{place}</a:t></a:fld></a:p>"
    )
