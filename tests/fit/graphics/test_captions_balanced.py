"""Captions of pictures and clips are in narrower boxes, so that their lines are alike in length."""

from __future__ import annotations

import pytest

from deckgen.deck.box import Box
from deckgen.deck.graphics import Caption, Clip, Graphic, Media, Picture, Recording
from deckgen.deck.text_body import TextBody
from deckgen.fit.graphics.captions import with_balanced_captions
from tests.fit.sizes.test_balanced_slides import CUT, HEADLINE, POINT
from tests.fit.square import FONTS, bullet, line_of, slide


@pytest.mark.parametrize("kind", [Picture, Clip])
def test_captions_of_pictures_and_clips_have_narrower_boxes(kind: type[Graphic]) -> None:
    box = Box(5, 6, 140 * POINT, 24 * POINT)
    caption = Caption(TextBody((bullet(HEADLINE),)), box, 10, "dk1")
    media = Media("/ppt/media/a.png", "image/png", b"", 1, 1)
    picture = Picture(media, "", line_of(1), box=Box(0, 0, 9, 9), caption=caption)
    clip = Clip(Recording(media, film=True, milliseconds=1000), picture, line_of(1))
    graphic = clip if kind is Clip else picture
    one = slide()._replace(graphics=(("body", graphic),))

    ((_, found),) = with_balanced_captions(one, FONTS).graphics
    assert type(found) is kind
    shown = found.picture if isinstance(found, Clip) else found
    assert isinstance(shown, Picture)
    assert shown.caption is not None
    assert shown.caption.box is not None
    assert shown.caption.box.cx == pytest.approx(box.cx - CUT, abs=200)
    assert shown.caption._replace(box=box) == caption
    assert with_balanced_captions(one._replace(lang="ar"), FONTS).graphics == one.graphics
