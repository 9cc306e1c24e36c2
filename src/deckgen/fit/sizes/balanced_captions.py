"""Captions of placed pictures and clips with balanced lines.

docs/decisions/balanced-lines.md gives the reasons.
"""

from typing import TYPE_CHECKING

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.slide import Slide
from deckgen.fit.text.line_breaking import typeset
from deckgen.fit.text.line_space import line_space
from deckgen.fonts.text_width import Fonts

if TYPE_CHECKING:
    from deckgen.deck.graphics import Graphic, Picture


def with_balanced_captions(slide: Slide, fonts: Fonts) -> Slide:
    """Return a slide whose placed pictures and clips have captions with balanced lines."""
    if not slide.graphics or runs_right_to_left(slide.lang):
        return slide
    return slide._replace(
        graphics=tuple(
            [
                (role, _with_balanced_caption(shown, slide.lang, fonts))
                for role, shown in slide.graphics
            ]
        )
    )


def _with_balanced_caption(shown: "Graphic", lang: str, fonts: Fonts) -> "Graphic":
    from deckgen.deck.graphics import Clip, Picture

    if type(shown) is Picture:
        return _captioned(shown, lang, fonts)
    if type(shown) is Clip:
        return shown._replace(picture=_captioned(shown.picture, lang, fonts))
    return shown


def _captioned(picture: "Picture", lang: str, fonts: Fonts) -> "Picture":
    """Return a picture with a balanced caption, in a narrower box; one on it stays as it is."""
    from deckgen.fit.text.balanced_lines import SetParagraph, balanced_text

    caption = picture.caption
    if caption is None or caption.box is None or caption.fill:
        return picture
    style, cx = TextStyle(caption.size, caption.color), caption.box.cx
    space = line_space("none", 0, style, round(cx / fonts.reserve))
    texts = [
        SetParagraph(paragraph, style, typeset(paragraph, style, fonts), space, style.size)
        for paragraph in caption.body.paragraphs
    ]
    balanced = balanced_text(texts, cx / EMU_PER_POINT, lang, fonts)
    if balanced.width is not None:
        cx = min(cx, round(balanced.width * EMU_PER_POINT))
    body = caption.body._replace(paragraphs=balanced.paragraphs)
    caption = caption._replace(body=body, box=caption.box._replace(cx=cx))
    return picture._replace(caption=caption)
