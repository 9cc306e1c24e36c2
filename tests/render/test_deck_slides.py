"""A deck as LibreOffice takes it: its slides are numbered, and nothing else is changed."""

import io
import re
import zipfile
from collections.abc import Mapping
from typing import Any

import pptx
import pytest

from deckgen.render.deck_slides import deck_slides, main_language, with_slides
from deckgen.render.renderer import RenderingError
from tests.talks import talk

LINKED = """\
- id: one
  title: One
  bullets: ["[To two](#two)", "[Out](https://example.org/ppt/slides/slide1.xml)"]
- id: hidden
  hidden: yes
  title: Nobody sees this
  bullets: [a]
- id: two
  lang: fr
  title: Deux
  bullets: [b]
"""


def parts(deck: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(changed: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in changed.items():
            archive.writestr(name, data)
    return made.getvalue()


def opened(deck: bytes) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(deck)).slides)


def titles(deck: bytes) -> list[str]:
    return [slide.shapes.title.text for slide in opened(deck)]


def arrows(deck: bytes, number: int) -> list[str]:
    """Return what leads from a slide to a slide, or looks so."""
    text = parts(deck)[f"ppt/slides/_rels/slide{number}.xml.rels"].decode()
    return sorted(re.findall(r'Target="([^"]*slide\d+\.xml)"', text))


def test_the_slides_are_numbered_in_their_order() -> None:
    before = talk(LINKED).data
    after = with_slides(before, (1, 2, 3))
    assert sorted(name for name in parts(after) if name.startswith("ppt/slides/")) == [
        *(f"ppt/slides/_rels/slide{at}.xml.rels" for at in (1, 2, 3)),
        *(f"ppt/slides/slide{at}.xml" for at in (1, 2, 3)),
    ]
    assert [one.part for one in deck_slides(after)] == [
        f"/ppt/slides/slide{at}.xml" for at in (1, 2, 3)
    ]
    words = [[shape.text for shape in slide.shapes] for slide in opened(before)]
    assert [[shape.text for shape in slide.shapes] for slide in opened(after)] == words


def test_links_lead_to_the_same_slide_and_addresses_stay() -> None:
    deck = with_slides(talk(LINKED).data, (1, 2, 3))
    assert arrows(deck, 1) == ["https://example.org/ppt/slides/slide1.xml", "slide3.xml"]


@pytest.mark.slow
def test_a_deck_that_is_so_already_is_left_as_it_is() -> None:
    once = with_slides(talk(LINKED).data, (1, 2, 3))
    assert with_slides(once, (1, 2, 3)) == once


def test_slides_are_left_out_and_the_others_keep_their_numbers() -> None:
    deck = with_slides(talk(LINKED).data, (1, 3))
    assert titles(deck) == ["One", "Deux"]
    assert arrows(deck, 1) == ["https://example.org/ppt/slides/slide1.xml", "slide2.xml"]
    for slide, number in zip(opened(deck), ("1", "3"), strict=True):
        assert number in [shape.text for shape in slide.shapes]
        assert 'type="slidenum"' not in slide.part.blob.decode()


def test_what_leads_to_a_slide_that_is_left_out_is_no_link_any_more() -> None:
    deck = with_slides(talk(LINKED).data, (1, 2))
    (body,) = (shape for shape in opened(deck)[0].shapes if "To two" in shape.text)
    addresses = [run.hyperlink.address for each in body.text_frame.paragraphs for run in each.runs]
    assert addresses == [None, "https://example.org/ppt/slides/slide1.xml"]


def test_what_is_known_of_the_slides() -> None:
    slides = deck_slides(talk(LINKED).data)
    assert [slide.hidden for slide in slides] == [False, True, False]
    assert main_language(slides) == "en-GB"
    assert main_language(slides[2:]) == "fr"
    assert main_language(()) == ""


@pytest.mark.parametrize(
    "deck",
    [
        b"",
        b"no zip at all",
        with_parts({"word/document.xml": b"<a/>"}),
        with_parts({"ppt/presentation.xml": b"<a", "ppt/_rels/presentation.xml.rels": b"<a/>"}),
    ],
)
def test_what_is_no_deck_is_refused(deck: bytes) -> None:
    with pytest.raises(RenderingError) as raised:
        deck_slides(deck)
    assert raised.value.code == "not-a-deck"
