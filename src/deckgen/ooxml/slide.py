"""One slide, and its notes, as parts (ECMA-376 Part 1, 13.3.8 and 13.3.5)."""

from __future__ import annotations

from operator import itemgetter
from typing import get_args

from deckgen.brand.brand import Brand
from deckgen.deck.box import Box
from deckgen.deck.clip import Clip
from deckgen.deck.foreign import BroughtSlide
from deckgen.deck.layout import FramePlaceholderRole, Layout, Placeholder, SchemeColor
from deckgen.deck.model import Graphic, Picture, PlaceholderRole, Slide, TextBody
from deckgen.ooxml.graphics import Setting, drawn
from deckgen.ooxml.loose import text_box_xml
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
_BESIDE = frozenset({"body", "second", "third"})
"""The placeholders whose texts may stand beside a graphic."""
_SLIDE_NUMBER_FIELD = "{7A0C7C8E-3B0B-4B55-9F6E-5D1B1F4C2E01}"


def slide_part_name(number: int) -> str:
    """Return the part name of the slide with this number (its `p:sldId@id`)."""
    return f"/ppt/slides/slide{number}.xml"


def slide_parts(
    slide: Slide, place: int, number: int, brand: Brand, targets: dict[str, str]
) -> tuple[Part, ...]:
    """Return the slide's part, and after it the parts of its pictures and charts.

    `place` counts from 1; `targets` are all slides' files by id.
    """
    if slide.foreign and slide.foreign.brought:
        return _foreign_parts(slide, slide.foreign.brought, number, targets)
    layout = brand.layout(slide.role, slide.tone)
    links = Links(targets, 3 if slide.notes else 2)
    lang = escape(slide.lang)
    code_font, quiet = brand.fonts.code, _quiet(layout)

    def text_shape(shape_id: int, placeholder: Placeholder, content: TextBody) -> str:
        paragraphs = paragraphs_xml(content, lang, code_font, links, quiet)
        return _shape(shape_id, placeholder, paragraphs, content)

    texts = _filled(slide, layout)
    shapes = [text_shape(at, *filled) for at, filled in enumerate(texts, 2)]
    graphics: list[tuple[int, str]] = []
    parts: list[Part] = []
    free_id = len(shapes) + 2
    plays: list[tuple[int, Clip]] = []
    for role, graphic in slide.graphics:
        placeholder = _graphic_placeholder(role, slide, layout)
        setting = Setting(
            free_id,
            placeholder,
            lang,
            code_font,
            links,
            number,
            layout,
            brand.theme_colors,
        )
        found = drawn(graphic, setting)
        if isinstance(graphic, Clip):
            plays.append((free_id, graphic))
        place_in_tree = _reading_place(graphic, slide)
        graphics.append((0 if _is_behind(graphic) else place_in_tree, found.xml))
        graphics.append((place_in_tree, found.caption))
        parts += found.parts
        free_id += found.shapes
    # In the order in which they are read aloud: what stands at the foot comes last.
    for before, drawing in sorted(graphics, key=itemgetter(0))[::-1]:
        shapes.insert(before, drawing)
    for filled in _frame(slide, layout):
        shapes.append(text_shape(free_id, *filled))
        free_id += 1
    if slide.numbered and (number_place := layout.placeholder("number")):
        shapes.append(_shape(free_id, number_place, _number_field(place, lang)))
    hidden = ' show="0"' if slide.hidden else ""
    override = layout.color_map_override
    mapping = f"<a:overrideClrMapping {override}/>" if override else "<a:masterClrMapping/>"
    xml = (
        f'{DECLARATION}<p:sld {NAMESPACES}{hidden}><p:cSld name="{escape(slide.id)}">{_TREE}'
        f"{''.join(shapes)}</p:spTree></p:cSld><p:clrMapOvr>{mapping}</p:clrMapOvr>"
        f"{transition_xml(slide.transition)}{_timing(texts, slide, plays)}</p:sld>"
    )
    layout_file = layout.part_name.removeprefix("/ppt/")
    relationships = [Relationship("rId1", f"{RELATIONSHIPS}/slideLayout", f"../{layout_file}")]
    if slide.notes:
        target = f"../notesSlides/notesSlide{number}.xml"
        relationships.append(Relationship("rId2", f"{RELATIONSHIPS}/notesSlide", target))
    own = Part(
        slide_part_name(number),
        SLIDE_TYPE,
        xml.encode(),
        (*relationships, *links.relationships.values()),
    )
    return (own, *parts)


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


def notes_part(
    slide: Slide, notes: TextBody, number: int, brand: Brand, targets: dict[str, str]
) -> Part:
    """Return the part of the slide's speaker notes."""
    links = Links({key: f"../slides/{file}" for key, file in targets.items()}, 3)
    text = paragraphs_xml(notes, escape(slide.lang), brand.fonts.code, links)
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
    master = brand.notes_master_part_name.removeprefix("/ppt/")
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


def _filled(slide: Slide, layout: Layout) -> list[tuple[Placeholder, TextBody]]:
    """Return the layout's placeholders that the slide fills, in reading order."""
    filled = []
    for role, content in slide.placeholders:
        placeholder = layout.placeholder(role)
        if placeholder is None:
            raise LookupError(f"layout {layout.name} has no placeholder for {role}")
        filled.append((placeholder, content))
    return filled


def _frame(slide: Slide, layout: Layout) -> list[tuple[Placeholder, TextBody]]:
    """Return what stands at the foot of the slide, where its layout has a place for it."""
    frame: tuple[tuple[FramePlaceholderRole, TextBody | None], ...] = (
        ("day", slide.day),
        ("footer", slide.footer),
    )
    return [
        (placeholder, text)
        for place, text in frame
        if text and (placeholder := layout.placeholder(place))
    ]


def _quiet(layout: Layout) -> str:
    """Return the theme colour in which the layout says what is less important; or nothing.

    Every brand of our own has one that can be read. A template's colours are known as they are
    seen, not by their names in its theme: there, nothing is muted.
    """
    kicker = layout.placeholder("kicker")
    color = kicker.levels[0].color if kicker else ""
    return color if color in get_args(SchemeColor) else ""


def _timing(
    filled: list[tuple[Placeholder, TextBody]], slide: Slide, plays: list[tuple[int, Clip]]
) -> str:
    if not (slide.reveal or plays):
        return ""
    revealed = [
        (shape_id, clicks(content))
        for shape_id, (placeholder, content) in enumerate(filled, 2)
        if slide.reveal and placeholder.role in {"body", "second"}
    ]
    return timing_xml(revealed, plays)


def _shape(
    shape_id: int, placeholder: Placeholder, paragraphs: str, content: TextBody | None = None
) -> str:
    if placeholder.loose:
        return text_box_xml(shape_id, placeholder, paragraphs)
    kind = "" if placeholder.type == "obj" else f' type="{placeholder.type}"'
    size = ' sz="quarter"' if placeholder.type in {"dt", "ftr", "sldNum"} else ""
    idx = "" if placeholder.idx is None else f' idx="{placeholder.idx}"'
    # Sizes that fit are written; PowerPoint goes on fitting when somebody edits.
    wrap = ' wrap="square"' if placeholder.unwrapped else ""
    fitted = f"<a:bodyPr{wrap}/>"
    if content and content.sizes:
        fitted = f"<a:bodyPr{wrap}><a:normAutofit/></a:bodyPr>"
    style = "<a:lstStyle/>"
    if placeholder.list_style:
        style = f"<a:lstStyle>{placeholder.list_style}</a:lstStyle>"
    box = content.box if content else None
    properties = f"<p:spPr>{_transform(box)}</p:spPr>" if box else "<p:spPr/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape_id}" name="{escape(placeholder.name)}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kind}{size}{idx}/></p:nvPr></p:nvSpPr>'
        f"{properties}<p:txBody>{fitted}{style}{paragraphs}</p:txBody></p:sp>"
    )


def _transform(box: Box) -> str:
    return f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.cx}" cy="{box.cy}"/></a:xfrm>'


def _number_field(place: int, lang: str) -> str:
    return (
        f'<a:p><a:fld id="{_SLIDE_NUMBER_FIELD}" type="slidenum"><a:rPr lang="{lang}"/>'
        f"<a:t>{place}</a:t></a:fld></a:p>"
    )
