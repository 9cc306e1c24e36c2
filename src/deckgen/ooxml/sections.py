"""The sections of a deck: an extension of the presentation part ([MS-PPTX], sectionLst)."""

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
        f'<p:ext uri="{_URI}"><p14:sectionLst xmlns:p14="{_POWERPOINT_2010}">{entries}'
        "</p14:sectionLst></p:ext>"
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
