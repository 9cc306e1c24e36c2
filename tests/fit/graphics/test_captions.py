"""Captions are small, no larger than the body, in a colour for the ground that they stand on."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Picture
from deckgen.deck.layout import EMU_PER_POINT, Layout, Placeholder, TextStyle
from deckgen.deck.slide import PlaceholderRole
from deckgen.fit.graphics.captions import CAPTION_SIZE, caption_style
from deckgen.fit.graphics.pictures import placed_pictures
from tests.fit.graphics.test_pictures import AREA, picture, placing
from tests.present import present
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
    for shown in graphics:
        assert isinstance(shown, Picture)
        assert shown.caption
        assert shown.caption.box
        assert shown.box
        assert shown.caption.box.cy > 2 * shown.caption.size * EMU_PER_POINT
        assert shown.caption.box.cx < shown.box.cx


@pytest.mark.parametrize(
    ("ratio", "scale", "size", "gap"),
    [
        pytest.param(4, 1, 16, 6.4, id="below a picture, two fifths of its size"),
        pytest.param(4, 2, 32, 12.8, id="on a higher page"),
        pytest.param(1, 1, 24, 14.4, id="beside it, as between two pictures"),
        pytest.param(1, 2, 48, 28.8, id="beside it on a higher page"),
    ],
)
def test_a_caption_stands_clear_of_its_picture(
    ratio: float, scale: float, size: int, gap: float
) -> None:
    context = placing()
    body = present(context.layout.placeholder("body"))
    large = body._replace(level_styles=(body.level_styles[0]._replace(size=100),))
    layout = context.layout._replace(placeholders=(large,), scale=scale)
    context = context._replace(layout=layout)
    (placed,) = placed_pictures([picture(ratio, "A bench")], AREA, context)
    box, caption = present(placed.box), present(placed.caption)
    words = present(caption.box)
    assert caption.size == size
    assert max(words.x - box.right, words.y - box.bottom) == round(gap * EMU_PER_POINT)
