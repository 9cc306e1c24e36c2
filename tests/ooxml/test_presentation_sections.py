"""The sections of a deck, on a brand of ours and among the extensions of a template."""

import re

import pytest

from deckgen.brand.brand import PresentationXml
from deckgen.deck.slide import SectionStart, Slide
from deckgen.ooxml.presentation import tail_with_sections
from deckgen.support.diagnostics import Span

SPAN = Span("talk.yaml", 1, 1)
GUIDES = '<p:ext uri="{GUIDES}"/></p:extLst></p:presentation>'


def frame(tail: str, extensions: str = "") -> PresentationXml:
    at = len(tail) if extensions else 0
    return PresentationXml("", "", "", tail + extensions, (), extensions_at=at)


def slides(*sections: str | None) -> list[Slide]:
    """Return a slide for each: the title of the section that begins with it, or None."""
    return [
        Slide(str(n), "text", "light", "en", (), SPAN, section=SectionStart(f"id-{title}", title))
        if title
        else Slide(str(n), "text", "light", "en", (), SPAN)
        for n, title in enumerate(sections)
    ]


def listed(xml: str) -> list[tuple[str, list[str]]]:
    """Return the sections of the list: title and slide ids."""
    found = re.findall(r'<p14:section name="([^"]*)".*?</p14:section>', xml)
    bodies = re.findall(r"<p14:section .*?</p14:section>", xml)
    ids = [re.findall(r'<p14:sldId id="(\d+)"/>', body) for body in bodies]
    return list(zip(found, ids, strict=True))


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ((None, None), []),
        (("A", None), [("A", ["1", "2"])]),
        (("A", "B"), [("A", ["1"]), ("B", ["2"])]),
        (("A", None, "B & “C”"), [("A", ["1", "2"]), ("B &amp; “C”", ["3"])]),
    ],
)
def test_every_slide_is_in_one_section(
    sections: tuple[str | None, ...], expected: list[tuple[str, list[str]]]
) -> None:
    numbers = range(1, len(sections) + 1)
    xml = tail_with_sections(frame("<x/></p:presentation>"), slides(*sections), numbers)
    assert listed(xml) == expected
    assert xml.count("p:extLst") == (2 if expected else 0)
    assert xml.endswith("</p:extLst></p:presentation>" if expected else "<x/></p:presentation>")


def test_a_template_keeps_its_extensions_behind_the_sections() -> None:
    xml = tail_with_sections(frame("<x/><p:extLst>", GUIDES), slides("A"), [256])
    assert re.fullmatch(
        r'<x/><p:extLst><p:ext uri="\{521415D9-[^<]*><p14:sectionLst.*</p:ext>' + re.escape(GUIDES),
        xml,
    )


def test_a_section_keeps_its_guid_when_another_comes_before_it() -> None:
    guid = re.compile(r'name="B" id="(\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\})"')
    tail = frame("</p:presentation>")
    before = guid.findall(tail_with_sections(tail, slides("B"), [1]))
    after = guid.findall(tail_with_sections(tail, slides("A", "B"), [1, 2]))
    assert len(before) == 1
    assert before == after
