"""The sections of a deck: an extension of the presentation part ([MS-PPTX], sectionLst)."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.brand.brand import PresentationXml
from deckgen.deck.slide import SectionStart, Slide
from deckgen.support.xml_text import escape

_POWERPOINT_2010 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def tail_with_sections(
    frame: PresentationXml, slides: Sequence[Slide], numbers: Sequence[int]
) -> str:
    """Return the end of the presentation part with the sections among its extensions.

    `numbers` are the slides' own, their `p:sldId@id`. Every slide is in exactly one section; a deck
    of which no slide begins one has no list of them.
    """
    tail, at = frame.tail, frame.extensions_at
    listed = _section_list(slides, numbers)
    if not listed:
        return tail
    if not at:
        at = tail.rindex("</")  # the end of the root, behind which nothing stands
        listed = f"<p:extLst>{listed}</p:extLst>"
    return f"{tail[:at]}{listed}{tail[at:]}"


def _section_list(slides: Sequence[Slide], numbers: Sequence[int]) -> str:
    sections: list[tuple[SectionStart, list[int]]] = []
    for slide, number in zip(slides, numbers, strict=True):
        if slide.section:
            sections.append((slide.section, []))
        if sections:
            sections[-1][1].append(number)
    if not sections:
        return ""
    inside = "".join(_section(section, inside) for section, inside in sections)
    return (
        f'<p:ext uri="{_URI}"><p14:sectionLst xmlns:p14="{_POWERPOINT_2010}">{inside}'
        "</p14:sectionLst></p:ext>"
    )


def _section(section: SectionStart, numbers: Sequence[int]) -> str:
    inside = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
    return (
        f'<p14:section name="{escape(section.title)}" id="{_guid(section.id)}">'
        f"<p14:sldIdLst>{inside}</p14:sldIdLst></p14:section>"
    )


def _guid(section_id: str) -> str:
    """Return the section's GUID, made from its id alone: it stays when other sections come."""
    from hashlib import sha256

    digits = sha256(f"section {section_id}".encode()).hexdigest().upper()
    parts = (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:32])
    return f"{{{'-'.join(parts)}}}"
