"""Full pictures on a template: those without a headline have the area that its layout leaves."""

from pathlib import Path

import pytest

from deckgen.deck.box import ABOVE_SLIDE, Box
from deckgen.deck.graphics import Caption, Clip, Graphic, Media, Picture, Recording
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.fit import fit
from deckgen.fit.graphics.captions import CAPTION_GAP
from deckgen.fit.graphics.full_bleed import place_full_bleed
from deckgen.fit.placement_context import PlacementContext
from deckgen.support.diagnostics import Diagnostics
from tests.brand.styles.houses import house_file
from tests.fit import square
from tests.fit.square import FONTS, bullet, line_of
from tests.present import present, the_graphic
from tests.talks import talk
from tests.tools.packages import png

BELOW = Box(0, 300, 1600, 600)
"""The area below a headline."""


def full_picture(title: Box | None) -> Slide:
    """Return a slide with a full picture; its title has a box of its own, or that of its layout."""
    media = Media("/ppt/media/a.png", "image/png", b"", 4000, 2000)
    return square.slide()._replace(
        role="bleed",
        placeholders=(("title", TextBody((bullet("Title"),), box=title)),),
        graphics=(("body", Picture(media, "Alt", line_of(1), fills_box=True)),),
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

    picture = the_graphic(placed, Picture)
    assert picture.box == box
    assert [one.message.split(":")[0] for one in diagnostics] == said


@pytest.mark.parametrize(
    ("size", "box"),
    [
        pytest.param((4000, 2000), Box(0, 50, 1600, 800), id="as wide as the slide"),
        pytest.param((1000, 1000), Box(350, 0, 900, 900), id="as high"),
        pytest.param((1600, 900), Box(0, 0, 1600, 900), id="of its shape"),
    ],
)
def test_a_whole_picture_stands_in_the_middle(size: tuple[int, int], box: Box) -> None:
    found = square.layout("bleed", "light")
    layout = found._replace(
        placeholders=tuple(one for one in found.placeholders if one.role != "body"),
        graphic_boxes=(("body", BELOW),),
    )
    media = Media("/ppt/media/a.png", "image/png", b"", *size)
    whole = Picture(media, "Alt", line_of(1))
    one = full_picture(ABOVE_SLIDE)._replace(graphics=(("body", whole),))
    context = PlacementContext(layout, FONTS, 18, Diagnostics(), set())

    picture = the_graphic(place_full_bleed(one, context), Picture)
    assert (picture.box, picture.crop) == (box, (0, 0, 0, 0))


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

    box = present(dict(placed.placeholders)["title"].box)
    assert box.cy < 20 * EMU_PER_POINT
    assert box.cx == pytest.approx(1.05 * 5 * 10 * EMU_PER_POINT, abs=2)
    assert held * EMU_PER_POINT in (box.y, box.bottom)


CAPTION = Caption(TextBody((bullet("Gera in May"),)))
"""Eleven squares."""
PAGE = Box(0, 0, 9_144_000, 5_143_500)


def captioned(fill: str, *, film: bool = False) -> Graphic:
    """Return a full picture or film with a caption, on a layout whose headlines have a fill."""
    title = square.placeholder("title", 400, 100, square.style(10))._replace(fill=fill)
    layout = square.layout("bleed", "light")
    layout = layout._replace(placeholders=(title,), graphic_boxes=(("body", PAGE),))
    one = full_picture(None)
    picture = the_graphic(one, Picture)
    shown: Graphic = picture._replace(caption=CAPTION)
    if film:
        recording = Recording(picture.media, film=True, milliseconds=1000)
        shown = Clip(recording, picture._replace(caption=CAPTION), line_of(1))
    context = PlacementContext(layout, FONTS, 18, Diagnostics(), set())
    ((_, found),) = place_full_bleed(one._replace(graphics=(("body", shown),)), context).graphics
    return found


def test_a_caption_stands_below_a_picture_where_headlines_have_no_fill() -> None:
    picture = captioned("")
    assert isinstance(picture, Picture)
    assert picture.box is not None
    assert picture.caption is not None
    box = present(picture.caption.box)
    margin, gap = 0.2 * EMU_PER_INCH, picture.box.bottom
    assert (box.x, box.right) == (margin, PAGE.cx - margin)
    assert box.y - gap == pytest.approx(PAGE.cy - box.bottom, abs=1)
    assert (picture.box.x, picture.box.y, picture.box.cx) == (0, 0, PAGE.cx)


def test_a_caption_has_the_fill_of_headlines_in_the_lower_right_corner() -> None:
    picture = captioned("dk2")
    assert isinstance(picture, Picture)
    assert picture.box == PAGE
    assert picture.caption is not None
    box = present(picture.caption.box)
    assert picture.caption.fill == "dk2"
    assert (box.right, box.bottom) == (PAGE.cx, PAGE.cy)
    words = round(1.05 * 11 * picture.caption.size * EMU_PER_POINT)
    assert box.cx == pytest.approx(words + 2 * CAPTION_GAP, abs=2)


@pytest.mark.parametrize("fill", ["", "dk2"])
def test_a_film_is_placed_as_a_picture(fill: str) -> None:
    film = captioned(fill, film=True)
    assert isinstance(film, Clip)
    assert film.picture == captioned(fill)


@pytest.mark.parametrize("style", ["panel", "band"])
def test_a_panel_has_room_for_the_lines_that_its_headline_has(style: str, tmp_path: Path) -> None:
    brand = tmp_path / "brand.yaml"
    brand.write_bytes(house_file("university", style))
    words = [f"Tuesday, {'n' * count} in the evening" for count in range(1, 12)]
    entries = [
        f"- {{title: '{each}', image: {{file: a.png, alt: A}}, bleed: yes}}" for each in words
    ]
    made = talk("\n".join(entries), size="4:3", brand=brand, files={"a.png": png()})
    for slide in made.compiled.fitted.slides:
        title, written = present(slide.text("title")), dict(slide.slide.placeholders)["title"]
        assert written.box is not None
        place = title.frame.placeholder
        _, above, _, below = place.insets
        assert title.extent.lines == 1 or written.box.cx == place.box.cx
        assert title.extent.height * EMU_PER_POINT <= written.box.cy - above - below + EMU_PER_POINT
