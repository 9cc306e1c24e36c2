"""Full pictures on a template: those without a headline have the area that its layout leaves."""

import pytest

from deckgen.deck.box import ABOVE_SLIDE, Box
from deckgen.deck.graphics.picture import Media, Picture
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.fit import fit
from deckgen.fit.graphics.full_bleed import place_full_bleed
from deckgen.fit.placement_context import PlacementContext
from deckgen.support.diagnostics import Diagnostics
from tests.fit import square
from tests.fit.square import FONTS, bullet, line_of

BELOW = Box(0, 300, 1600, 600)
"""The area below a headline."""


def full_picture(title: Box | None) -> Slide:
    """Return a slide with a full picture; its title has a box of its own, or that of its layout."""
    media = Media("/ppt/media/a.png", "image/png", b"", 4000, 2000)
    return square.slide()._replace(
        role="bleed",
        placeholders=(("title", TextBody((bullet("Title"),), box=title)),),
        graphics=(("body", Picture(media, "Alt", line_of(1))),),
    )


@pytest.mark.parametrize(
    ("title", "area", "covered", "box", "said"),
    [
        pytest.param(None, None, (), BELOW, [], id="below a headline"),
        pytest.param(ABOVE_SLIDE, None, (), Box(0, 0, 1600, 900), [], id="on the whole slide"),
        pytest.param(ABOVE_SLIDE, Box(0, 90, 1600, 810), (), Box(0, 90, 1600, 810), [], id="logo"),
        pytest.param(
            ABOVE_SLIDE,
            Box(0, 0, 1600, 900),
            ("Logo", "Bar"),
            Box(0, 0, 1600, 900),
            ["This picture covers “Logo”, “Bar” of the layout “Test”"],
            id="over a logo",
        ),
    ],
)
def test_the_area(
    title: Box | None, area: Box | None, covered: tuple[str, ...], box: Box, said: list[str]
) -> None:
    found = square.layout("bleed", "light")
    layout = found._replace(
        placeholders=tuple(one for one in found.placeholders if one.role != "body"),
        graphic_boxes=(("body", BELOW),),
        picture_area=area,
        covered=covered,
    )
    one = full_picture(title)
    diagnostics = Diagnostics()
    placed = place_full_bleed(one, PlacementContext(layout, FONTS, 18, diagnostics, set()))

    ((_, picture),) = placed.graphics
    assert isinstance(picture, Picture)
    assert picture.box == box
    assert [one.message.split(":")[0] for one in diagnostics] == said


def test_a_hidden_headline_stays_above_the_slide_where_the_layout_moves_its_headlines() -> None:
    found = square.layout("bleed", "light")
    moved = [
        placeholder._replace(overrides_box=True, overrides_sizes=True)
        for placeholder in found.placeholders
    ]
    layout = found._replace(placeholders=tuple(moved), graphic_boxes=(("body", BELOW),))
    deck = Deck("Talk", "en", (full_picture(ABOVE_SLIDE),))

    (slide,) = fit(deck, lambda *_: layout, FONTS, 15, Diagnostics()).deck.slides

    assert dict(slide.placeholders)["title"].box == ABOVE_SLIDE


@pytest.mark.parametrize(
    ("top", "held"),
    [
        pytest.param(0, 0, id="hangs from the upper edge"),
        pytest.param(100, 400, id="stands on its foot"),
    ],
)
def test_a_panel_is_as_high_as_its_words(top: int, held: int) -> None:
    panel = square.placeholder("title", 1600, 300, square.style(10))
    panel = panel._replace(fill="dk2", box=panel.box._replace(y=top * EMU_PER_POINT))
    found = square.layout("bleed", "light")
    layout = found._replace(placeholders=(panel,), graphic_boxes=(("body", BELOW),))
    context = PlacementContext(layout, FONTS, 18, Diagnostics(), set())

    placed = place_full_bleed(full_picture(None), context)

    box = dict(placed.placeholders)["title"].box
    assert box is not None
    assert box.cy < 20 * EMU_PER_POINT
    assert held * EMU_PER_POINT in (box.y, box.y + box.cy)
