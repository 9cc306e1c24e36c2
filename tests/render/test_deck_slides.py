"""What is known of the slides of a deck."""

import pytest

from deckgen.render.deck_slides import deck_slides, main_language
from deckgen.render.renderer import RenderingError
from tests.talks import talk
from tests.tools.packages import zipped

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
        zipped({"word/document.xml": b"<a/>"}),
        zipped({"ppt/presentation.xml": b"<a", "ppt/_rels/presentation.xml.rels": b"<a/>"}),
    ],
)
def test_what_is_no_deck_is_refused(deck: bytes) -> None:
    with pytest.raises(RenderingError) as raised:
        deck_slides(deck)
    assert raised.value.code == "not-a-deck"
