"""A deck as LibreOffice takes it: its slides are numbered, and nothing else is changed."""

import io
import re
from collections.abc import Sequence
from typing import Any

import pptx
import pytest

from deckgen.render.deck_slides import deck_slides, with_slides
from deckgen.render.self_contained import as_file, self_contained
from tests.render.test_deck_slides import LINKED
from tests.talks import talk
from tests.tools.packages import parts_of


def chosen(deck: bytes, numbers: Sequence[int]) -> bytes:
    return as_file(with_slides(self_contained(deck), numbers))


def opened(deck: bytes) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(deck)).slides)


def titles(deck: bytes) -> list[str]:
    return [slide.shapes.title.text for slide in opened(deck)]


def arrows(deck: bytes, number: int) -> list[str]:
    """Return what leads from a slide to a slide, or looks so."""
    text = parts_of(deck)[f"ppt/slides/_rels/slide{number}.xml.rels"].decode()
    return sorted(re.findall(r'Target="([^"]*slide\d+\.xml)"', text))


def test_the_slides_are_numbered_in_their_order() -> None:
    before = talk(LINKED).data
    after = chosen(before, (1, 2, 3))
    assert sorted(name for name in parts_of(after) if name.startswith("ppt/slides/")) == [
        *(f"ppt/slides/_rels/slide{at}.xml.rels" for at in (1, 2, 3)),
        *(f"ppt/slides/slide{at}.xml" for at in (1, 2, 3)),
    ]
    assert [one.part for one in deck_slides(after)] == [
        f"/ppt/slides/slide{at}.xml" for at in (1, 2, 3)
    ]
    words = [[shape.text for shape in slide.shapes] for slide in opened(before)]
    assert [[shape.text for shape in slide.shapes] for slide in opened(after)] == words


def test_links_lead_to_the_same_slide_and_addresses_stay() -> None:
    deck = chosen(talk(LINKED).data, (1, 2, 3))
    assert arrows(deck, 1) == ["https://example.org/ppt/slides/slide1.xml", "slide3.xml"]


@pytest.mark.slow
def test_a_deck_that_is_so_already_is_left_as_it_is() -> None:
    once = chosen(talk(LINKED).data, (1, 2, 3))
    assert chosen(once, (1, 2, 3)) == once


def test_slides_are_left_out_and_the_others_keep_their_numbers() -> None:
    deck = chosen(talk(LINKED).data, (1, 3))
    assert titles(deck) == ["One", "Deux"]
    assert arrows(deck, 1) == ["https://example.org/ppt/slides/slide1.xml", "slide2.xml"]
    for slide, number in zip(opened(deck), ("1", "3"), strict=True):
        assert number in [shape.text for shape in slide.shapes]
        assert 'type="slidenum"' not in slide.part.blob.decode()


def test_what_leads_to_a_slide_that_is_left_out_is_no_link_any_more() -> None:
    deck = chosen(talk(LINKED).data, (1, 2))
    (body,) = (shape for shape in opened(deck)[0].shapes if "To two" in shape.text)
    addresses = [run.hyperlink.address for each in body.text_frame.paragraphs for run in each.runs]
    assert addresses == [None, "https://example.org/ppt/slides/slide1.xml"]
