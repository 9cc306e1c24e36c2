"""A deck as the parts of a package (ECMA-376 Part 1, 13.3.6)."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections.abc import Collection, Iterable, Iterator, Sequence
from posixpath import relpath
from typing import TYPE_CHECKING

from deckgen.brand.brand import Brand, PresentationXml
from deckgen.deck.slide import Deck, DeckOrigin, SectionStart, Slide, lasting_slide_number
from deckgen.ooxml.document_properties import app_xml, core_xml, thumbnail_png
from deckgen.ooxml.generated_parts import generated_presentation, settings_parts
from deckgen.ooxml.layout_shapes import DeckContext
from deckgen.ooxml.map.map_element import MapWriter
from deckgen.ooxml.slide import notes_part, slide_parts
from deckgen.opc.package_writer import Part, Relationship, package_bytes
from deckgen.opc.zip_writer import PackedEntries
from deckgen.seal import deck_seal as seal
from deckgen.support.file_names import numbered_names
from deckgen.support.xml_text import RELATIONSHIPS, URIS, escape

if TYPE_CHECKING:
    from deckgen.deck.included_slide import SlideParts
    from deckgen.ooxml.embedded_fonts import EmbeddedFonts

_PACKAGE_LINKS = (
    Relationship("", f"{RELATIONSHIPS}/officeDocument", "ppt/presentation.xml"),
    Relationship("", f"{URIS['rel']}/metadata/core-properties", "docProps/core.xml"),
    Relationship("", f"{RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
    Relationship("", f"{URIS['rel']}/metadata/thumbnail", "docProps/thumbnail.png"),
)
"""The relationships of every package, before they have ids."""
_P14, _URI = URIS["p14"], "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_SLIDE = f"{RELATIONSHIPS}/slide"


def write(
    deck: Deck,
    brand: Brand,
    moment: dt.datetime | None,
    packed: PackedEntries | None = None,
    origin: DeckOrigin | None = None,
) -> bytes:
    """Return the deck as a .pptx: the same deck, brand, moment and origin give the same bytes.

    `packed` holds parts that are deflated already, from other decks on the same brand. Without an
    `origin` the deck holds no map of its words.
    """
    number = seal.free_number(part.name for part in brand.parts)
    parts = _parts(deck, brand, moment, number, origin)
    return package_bytes(parts, package_links(brand), packed, seal.part_name(number))


def deck_parts(deck: Deck, brand: Brand) -> Iterator[Part]:
    """Yield the parts of a deck, without its dates and its map, not sealed."""
    return _parts(deck, brand, None, seal.free_number(part.name for part in brand.parts), None)


def package_links(brand: Brand) -> list[Relationship]:
    """Return the relationships of the package of a deck."""
    frame = brand.presentation
    # Nothing refers to these ids, so those of a template follow ours.
    relationships = (*_PACKAGE_LINKS, *(frame.package_relationships if frame else ()))
    return [each._replace(id=f"rId{at}") for at, each in enumerate(relationships, 1)]


def _parts(
    deck: Deck,
    brand: Brand,
    moment: dt.datetime | None,
    seal_number: int,
    origin: DeckOrigin | None,
) -> Iterator[Part]:
    """Yield the parts in the order in which they are written; each is made when it is needed."""
    numbers = slide_numbers(deck.slides)
    noted = any(slide.notes for slide in deck.slides)
    fonts = _fonts(deck, brand)
    presentation = _presentation_part(deck, brand, numbers, fonts, noted=noted)
    link = Relationship("deckgenSeal", seal.RELATIONSHIP, f"..{seal.part_name(seal_number)}")
    yield presentation._replace(relationships=(*presentation.relationships, link))
    if fonts:
        yield from fonts.parts
    names, words = set[str](), MapWriter(brand)
    yield from _slides_and_notes(deck, brand, numbers, names, words if origin else None)
    brand_parts = brand.parts if brand.presentation else (*brand.parts, *settings_parts())
    if brought := _merged_slides(deck):
        from deckgen.ooxml.merged_parts import with_table_styles

        styles = {guid: xml for slide in brought for guid, xml in slide.table_styles}
        brand_parts = with_table_styles(brand_parts, styles)
    if not names.isdisjoint(part.name for part in brand_parts):
        brand_parts = with_other_names(brand_parts, names)
    yield from brand_parts
    if noted:
        yield from brand.notes_parts
    yield Part(
        "/docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        core_xml(deck, moment),
    )
    yield Part(
        "/docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        app_xml(deck),
    )
    yield Part(
        "/docProps/thumbnail.png", "image/png", thumbnail_png(deck.title, brand.cover_colors)
    )
    yield from _seal_parts(seal_number, words.element(origin) if origin else "")


def _seal_parts(number: int, map_xml: str) -> Iterator[Part]:
    """Yield the properties of the custom XML part that becomes the seal, then the part itself.

    ECMA-376 Part 1, 15.2.5 and 15.2.6.
    """
    name, properties = seal.part_name(number), seal.properties_name(number)
    link = Relationship("rId1", seal.PROPERTIES_RELATIONSHIP, properties.rpartition("/")[2])
    yield Part(properties, seal.PROPERTIES_CONTENT_TYPE, seal.PROPERTIES)
    yield Part(name, seal.CONTENT_TYPE, seal.unsealed_part(map_xml), (link,))


def _slides_and_notes(
    deck: Deck, brand: Brand, numbers: list[int], names: set[str], words: MapWriter | None
) -> Iterator[Part]:
    """Yield the parts of all slides, then those of their notes, each name added to `names`.

    The `words` of slides are mapped.
    """
    context = DeckContext(brand, deck.slides)
    for place, (slide, number) in enumerate(zip(deck.slides, numbers, strict=True), 1):
        for part in slide_parts(slide, place, number, context):
            # A picture that several slides show is a part that is written once.
            if part.name not in names:
                names.add(part.name)
                yield part
        if words:
            words.add(slide, number)  # while it is in the cache of the processor
    for slide, number in zip(deck.slides, numbers, strict=True):
        if slide.notes:
            part = notes_part(slide, slide.notes, number, context)
            names.add(part.name)
            yield part


def slide_numbers(slides: tuple[Slide, ...]) -> list[int]:
    """Return each slide's number (`p:sldId@id`).

    If two ids give the same number, the later slide takes the next free number.
    """
    taken: set[int] = set()
    numbers = []
    for slide in slides:
        number = lasting_slide_number(slide.id, taken)
        taken.add(number)
        numbers.append(number)
    return numbers


def _merged_slides(deck: Deck) -> list[SlideParts]:
    return [parts for slide in deck.slides if slide.included and (parts := slide.included.parts)]


def _fonts(deck: Deck, brand: Brand) -> EmbeddedFonts | None:
    if not brand.embeds_fonts:
        return None
    from deckgen.ooxml.embedded_fonts import embedded_fonts

    return embedded_fonts(deck, brand)


def _presentation_part(
    deck: Deck, brand: Brand, numbers: list[int], fonts: EmbeddedFonts | None, *, noted: bool
) -> Part:
    """Return the presentation part: that of the brand, with the list of slides in it."""
    frame = brand.presentation or generated_presentation(brand, deck.lang)
    relationships = [
        *frame.relationships,
        *(fonts.relationships if fonts else ()),
        *(
            Relationship(f"slide{number}", _SLIDE, f"slides/slide{place}.xml")
            for place, number in enumerate(numbers, 1)
        ),
    ]
    notes_masters = frame.notes_masters
    if noted and not notes_masters:
        target = relpath(brand.notes_master_part_name, "/ppt")
        relationships.append(Relationship("deckgenNotes", f"{RELATIONSHIPS}/notesMaster", target))
        notes_masters = (
            '<p:notesMasterIdLst><p:notesMasterId r:id="deckgenNotes"/></p:notesMasterIdLst>'
        )
    head = frame.head
    if brought := _merged_slides(deck):
        from deckgen.ooxml.merged_parts import table_styles_relationship, with_masters

        head, more = with_masters(head, brought)
        relationships += more
        if any(slide.table_styles for slide in brought):
            relationships += table_styles_relationship(frame.relationships)
    slide_ids = "".join(f'<p:sldId id="{number}" r:id="slide{number}"/>' for number in numbers)
    slide_list = f"<p:sldIdLst>{slide_ids}</p:sldIdLst>" if numbers else ""
    tail = tail_with_sections(frame, deck.slides, numbers)
    if fonts:
        head, tail = fonts.listed_in(head, tail)
    xml = f"{head}{notes_masters}{frame.handouts}{slide_list}{tail}"
    return Part(
        "/ppt/presentation.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        xml.encode(),
        tuple(relationships),
    )


def with_other_names(parts: Iterable[Part], taken: Collection[str]) -> tuple[Part, ...]:
    """Return the parts, those with a name of `taken` renamed, and the relationships to them."""
    parts = tuple(parts)
    own = {part.name for part in parts}
    new_names: dict[str, str] = {}
    for name in own.intersection(taken):
        candidates = (each for each in numbered_names(name) if each not in own)
        new_names[name] = next(each for each in candidates if each not in taken)
        own.add(new_names[name])
    return tuple(_renamed(part, new_names) for part in parts) if new_names else parts


def _renamed(part: Part, new_names: dict[str, str]) -> Part:
    folder = posixpath.dirname(part.name)
    return part._replace(
        name=new_names.get(part.name, part.name),
        relationships=tuple(_retargeted(each, folder, new_names) for each in part.relationships),
    )


def _retargeted(relationship: Relationship, folder: str, new_names: dict[str, str]) -> Relationship:
    if relationship.external:
        return relationship
    name = posixpath.normpath(posixpath.join(folder, relationship.target))
    new = new_names.get(name)
    return relationship._replace(target=posixpath.relpath(new, folder)) if new else relationship


def tail_with_sections(
    frame: PresentationXml, slides: Sequence[Slide], numbers: Sequence[int]
) -> str:
    """Return the end of the presentation part with the sections among its extensions.

    `numbers` are those of `p:sldId@id`. Every slide is in exactly one section, if any slide begins
    a section; else there is no list of sections.
    """
    tail, at = frame.tail, frame.extensions_at
    section_list = _section_list(slides, numbers)
    if not section_list:
        return tail
    if not at:
        at = tail.rindex("</")  # the end tag of the root
        section_list = f"<p:extLst>{section_list}</p:extLst>"
    return f"{tail[:at]}{section_list}{tail[at:]}"


def _section_list(slides: Sequence[Slide], numbers: Sequence[int]) -> str:
    sections: list[tuple[SectionStart, list[int]]] = []
    for slide, number in zip(slides, numbers, strict=True):
        if slide.section:
            sections.append((slide.section, []))
        if sections:
            sections[-1][1].append(number)
    if not sections:
        return ""
    entries = "".join(_section(section, inside) for section, inside in sections)
    return (
        f'<p:ext uri="{_URI}"><p14:sectionLst xmlns:p14="{_P14}">{entries}</p14:sectionLst></p:ext>'
    )


def _section(section: SectionStart, numbers: Sequence[int]) -> str:
    slide_ids = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
    return (
        f'<p14:section name="{escape(section.title)}" id="{_guid(section.id)}">'
        f"<p14:sldIdLst>{slide_ids}</p14:sldIdLst></p14:section>"
    )


def _guid(section_id: str) -> str:
    """Return the section's GUID, made from its id alone, so that it stays when others are added."""
    from hashlib import sha256

    digits = sha256(f"section {section_id}".encode()).hexdigest().upper()
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32])
    return f"{{{'-'.join(parts)}}}"
