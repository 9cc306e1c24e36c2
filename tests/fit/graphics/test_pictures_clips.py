"""A sound is a sign with its words beside its middle; a film is placed as a picture."""

import pytest

from deckgen.deck.box import Box, Insets
from deckgen.deck.graphics import Caption, Clip, Media, Picture, Recording
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.text_body import TextBody
from deckgen.fit.graphics.pictures import placed_clip
from deckgen.fit.placement_context import PlacementContext
from deckgen.support.diagnostics import Diagnostics
from tests.fit import square
from tests.present import present

CAPTION = Caption(TextBody((square.bullet("Bells"),)))


def inches(x: float, y: float, cx: float, cy: float) -> Box:
    return Box(*(round(side * EMU_PER_INCH) for side in (x, y, cx, cy)))


def placed(
    area: Box,
    *,
    film: bool = False,
    lang: str = "en",
    caption: Caption | None = CAPTION,
    insets: Insets | None = None,
) -> Picture:
    """Return the picture of a clip of two to one; `insets` are those of a placeholder there."""
    layout = square.layout("bullets", "light")
    place = layout.placeholders[-1]._replace(box=area, insets=insets or Insets(0, 0, 0, 0))
    layout = layout._replace(
        placeholders=(place,) if insets else (), graphic_boxes=() if insets else (("body", area),)
    )
    media = Media("/ppt/media/a.png", "image/png", b"", 4000, 2000)
    picture = Picture(media, "Bells", square.line_of(1), caption=caption)
    context = PlacementContext(layout, square.FONTS, 18, Diagnostics(), set())
    clip = Clip(Recording(media, film=film, milliseconds=1000), picture, square.line_of(1))
    return placed_clip(clip, "body", lang, context).picture


@pytest.mark.parametrize(
    ("area", "side", "size"),
    [(inches(1, 2, 10, 4), 1.8, 24), (inches(1, 2, 5, 4), 1, 20), (inches(1, 2, 10, 0.9), 0.9, 20)],
    ids=["a whole slide", "a fifth of a narrow area", "a low one"],
)
def test_the_words_of_a_sound_stand_beside_the_middle_of_its_sign(
    area: Box, side: float, size: int
) -> None:
    found = placed(area)
    sign = inches(1, 2, side, side)
    assert found.box == sign
    assert found.caption is not None
    box, gap = present(found.caption.box), round(0.3 * EMU_PER_INCH)
    assert found.caption.size == size
    assert (box.x, box.right) == (sign.right + gap, area.right)
    assert box.cy == pytest.approx(size * square.LINE * EMU_PER_POINT, abs=2)
    assert box.y + box.cy / 2 == pytest.approx(sign.y + sign.cy / 2, abs=2)


def test_the_sign_of_a_sound_stands_where_text_would_begin() -> None:
    area, insets = inches(1, 2, 10, 4), Insets(9_144, 18_288, 27_432, 36_576)
    within = Box(area.x + 9_144, area.y + 18_288, area.cx - 36_576, area.cy - 18_288)
    assert placed(area, insets=insets) == placed(within)
    assert placed(area, caption=None) == placed(area)._replace(caption=None)


def test_where_lines_run_from_the_right_the_sign_stands_there() -> None:
    area = inches(1, 2, 10, 4)
    usual, mirrored = placed(area), placed(area, lang="ar")
    assert mirrored.box == inches(11 - 1.8, 2, 1.8, 1.8)
    assert usual.caption is not None
    assert mirrored.caption is not None
    assert usual.caption.box is not None
    assert mirrored.caption.box == usual.caption.box._replace(x=area.x)


def test_a_film_is_as_large_as_a_picture_would_be() -> None:
    found = placed(inches(1, 2, 10, 4), film=True, caption=None)
    assert found.box == inches(1, 2, 8, 4)
