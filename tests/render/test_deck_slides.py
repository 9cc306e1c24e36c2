"""What is known of the slides of a deck."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from deckgen.render.deck_slides import deck_slides, main_language
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
