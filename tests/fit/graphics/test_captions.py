"""Captions are small, no larger than the body, in a colour for the ground that they stand on."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Picture
from deckgen.deck.layout import EMU_PER_POINT, Layout, Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.fit.graphics.captions import CAPTION_SIZE, caption_style
from tests.talks import talk
from tests.tools.packages import png


def text(role: PlaceholderRole, size: int, color: str, *, is_text_box: bool = False) -> Placeholder:
    box, style = Box(0, 0, 1000, 1000), TextStyle(size, color)
    return Placeholder(role, "body", 1, role, box, (style,), is_text_box=is_text_box)


BODY = text("body", 24, "222222")


@pytest.mark.parametrize(
    ("placeholders", "scale", "size", "color"),
    [
        pytest.param((BODY,), 1, CAPTION_SIZE, "222222", id="small"),
        pytest.param((BODY,), 2, 24, "222222", id="larger on a higher page, up to the body"),
        pytest.param((text("body", 12, "222222"),), 1, 12, "222222", id="no larger than the body"),
        pytest.param(
            (BODY, text("kicker", 14, "555555")), 1, CAPTION_SIZE, "555555", id="as the kicker"
        ),
        pytest.param(
            (BODY, text("kicker", 14, "FFFFFF", is_text_box=True)),
            1,
            CAPTION_SIZE,
            "222222",
            id="not as a kicker that stands on the ground of the headline",
        ),
        pytest.param((), 1, CAPTION_SIZE, "dk1", id="alone"),
    ],
)
def test_style(placeholders: tuple[Placeholder, ...], scale: float, size: int, color: str) -> None:
    found = caption_style(Layout("Layout", None, "light", "", placeholders, scale=scale))
    assert (found.size, found.color) == (size, color)


def test_a_caption_that_may_be_wider_elsewhere_has_two_lines() -> None:
    """On one line it would have 201 of 202 points: other programs may break it."""
    said = "Panca dipinta, 1780 circa"
    image = f"{{file: a.png, alt: x, caption: '{said}'}}"
    files = {"a.png": png(size=(600, 780))}
    entry = f"- {{title: T, image: [{', '.join([image] * 3)}]}}"
    made = talk(entry, files=files, lang="it-IT", style="civic", size="4:3").compiled
    graphics = [graphic for _, graphic in made.fitted.deck.slides[0].graphics]
    for picture in graphics:
        assert isinstance(picture, Picture)
        assert picture.caption
        assert picture.caption.box
        assert picture.box
        assert picture.caption.box.cy > 2 * picture.caption.size * EMU_PER_POINT
        assert picture.caption.box.cx < picture.box.cx
