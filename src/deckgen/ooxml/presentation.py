"""A deck on a brand as the parts of a package (ECMA-376 Part 1, 13.3.6)."""

from __future__ import annotations

import datetime as dt
import zlib

from deckgen.brand.brand import Brand
from deckgen.brand.notes_master import NOTES_HEIGHT, NOTES_WIDTH
from deckgen.deck.model import Deck, Slide
from deckgen.ooxml.properties import app_xml, core_xml, thumbnail_png
from deckgen.ooxml.slide import notes_part, slide_part
from deckgen.opc.archive import Packed
from deckgen.opc.package import package_bytes
from deckgen.opc.part import Part, Relationship
from deckgen.xml import DECLARATION, DRAWING, NAMESPACES, RELATIONSHIPS, escape

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIRST_MASTER_ID = 2_147_483_648
_MASTER_STEP = 1000
"""Room for each master's layouts, whose ids follow its own."""
_FIRST_SLIDE_ID, _LAST_SLIDE_ID = 256, 2_147_483_647
"""ECMA-376 Part 1, 19.7.13 ST_SlideId."""


def write(
    deck: Deck, brand: Brand, moment: dt.datetime | None, packed: Packed | None = None
) -> bytes:
    """Return the deck as a .pptx: the same deck, brand and moment give the same bytes.

    `packed` holds parts that are deflated already, from other decks on the same brand.
    """
    numbers = slide_numbers(deck.slides)
    targets = {
        slide.id: f"slide{number}.xml" for slide, number in zip(deck.slides, numbers, strict=True)
    }
    slides = [
        slide_part(slide, place, number, brand, targets)
        for place, (slide, number) in enumerate(zip(deck.slides, numbers, strict=True), 1)
    ]
    notes = [
        notes_part(slide, slide.notes, number, brand, targets)
        for slide, number in zip(deck.slides, numbers, strict=True)
        if slide.notes
    ]
    return package_bytes(
        (
            _presentation_part(deck, brand, numbers),
            *slides,
            *notes,
            *brand.parts,
            *_settings_parts(),
            Part(
                "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml",
                core_xml(deck, moment),
            ),
            Part(
                "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                app_xml(deck),
            ),
            Part("/docProps/thumbnail.png", "image/png", thumbnail_png(deck.title, brand)),
        ),
        (
            Relationship("rId1", f"{RELATIONSHIPS}/officeDocument", "ppt/presentation.xml"),
            Relationship(
                "rId2",
                f"{_PACKAGE_RELATIONSHIPS}/metadata/core-properties",
                "docProps/core.xml",
            ),
            Relationship("rId3", f"{RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
            Relationship(
                "rId4", f"{_PACKAGE_RELATIONSHIPS}/metadata/thumbnail", "docProps/thumbnail.png"
            ),
        ),
        packed,
    )


def slide_numbers(slides: tuple[Slide, ...]) -> list[int]:
    """Return each slide's number (`p:sldId@id`), made from its id alone.

    So a slide keeps its number, and its part its name, when others come and go. Should two ids meet
    at one number, the later slide takes the next free one.
    """
    taken: set[int] = set()
    numbers = []
    for slide in slides:
        span = _LAST_SLIDE_ID - _FIRST_SLIDE_ID
        number = _FIRST_SLIDE_ID + zlib.crc32(slide.id.encode()) % span
        while number in taken:
            number = _FIRST_SLIDE_ID + (number - _FIRST_SLIDE_ID + 1) % span
        taken.add(number)
        numbers.append(number)
    return numbers


def _presentation_part(deck: Deck, brand: Brand, numbers: list[int]) -> Part:
    masters = brand.master_part_names
    files = [
        *((name, "slideMaster") for name in masters),
        (brand.notes_master_part_name, "notesMaster"),
        ("/ppt/theme/theme1.xml", "theme"),
        ("/ppt/presProps.xml", "presProps"),
        ("/ppt/viewProps.xml", "viewProps"),
        ("/ppt/tableStyles.xml", "tableStyles"),
    ]
    relationships = [
        Relationship(f"rId{at}", f"{RELATIONSHIPS}/{kind}", name.removeprefix("/ppt/"))
        for at, (name, kind) in enumerate(files, 1)
    ]
    # A slide's number is at least 256, so its relationship id meets none of those above.
    relationships += (
        Relationship(f"rId{number}", f"{RELATIONSHIPS}/slide", f"slides/slide{number}.xml")
        for number in numbers
    )
    master_ids = "".join(
        f'<p:sldMasterId id="{_FIRST_MASTER_ID + at * _MASTER_STEP}" r:id="rId{at + 1}"/>'
        for at in range(len(masters))
    )
    slide_ids = "".join(f'<p:sldId id="{number}" r:id="rId{number}"/>' for number in numbers)
    slide_list = f"<p:sldIdLst>{slide_ids}</p:sldIdLst>" if numbers else ""
    xml = (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f"<p:sldMasterIdLst>{master_ids}</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId"
        f' r:id="rId{len(masters) + 1}"/></p:notesMasterIdLst>{slide_list}'
        f'<p:sldSz cx="{brand.width}" cy="{brand.height}"/>'
        f'<p:notesSz cx="{NOTES_WIDTH}" cy="{NOTES_HEIGHT}"/>{_default_text(deck.lang)}'
        "</p:presentation>"
    )
    return Part(
        "/ppt/presentation.xml",
        f"{_TYPE}.presentation.main+xml",
        xml.encode(),
        tuple(relationships),
    )


def _default_text(lang: str) -> str:
    """Return the style of text boxes that people add by hand."""
    levels = "".join(
        f'<a:lvl{level}pPr marL="{(level - 1) * 457200}" algn="l" defTabSz="914400" rtl="0"'
        ' eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:defRPr sz="1800" kern="1200">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{level}pPr>'
        for level in range(1, 10)
    )
    return (
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="{escape(lang)}"/></a:defPPr>{levels}'
        "</p:defaultTextStyle>"
    )


def _settings_parts() -> tuple[Part, ...]:
    return (
        Part(
            "/ppt/presProps.xml",
            f"{_TYPE}.presProps+xml",
            f"{DECLARATION}<p:presentationPr {NAMESPACES}/>".encode(),
        ),
        Part(
            "/ppt/viewProps.xml",
            f"{_TYPE}.viewProps+xml",
            f"{DECLARATION}<p:viewPr {NAMESPACES}/>".encode(),
        ),
        Part(
            "/ppt/tableStyles.xml",
            f"{_TYPE}.tableStyles+xml",
            f'{DECLARATION}<a:tblStyleLst xmlns:a="{DRAWING}"'
            ' def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>'.encode(),
        ),
    )
