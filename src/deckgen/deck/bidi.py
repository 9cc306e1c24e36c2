"""The direction of text that differs from its layout's: German on an Arabic template."""

from deckgen.deck.layout import Layout, Placeholder, TextStyle
from deckgen.deck.slide import Slide
from deckgen.deck.text_body import Direction, TextBody
from deckgen.support.word_sets import word_set

_RIGHT_TO_LEFT = word_set("ar arc ckb dv fa he iw ks ku-arab ps sd syr ug ur yi")
"""Languages written from right to left: the part of the tag that decides it."""


def runs_right_to_left(lang: str) -> bool:
    """Return whether a language, given as a BCP 47 tag, is written from right to left."""
    parts = lang.lower().split("-")
    return parts[0] in _RIGHT_TO_LEFT or "-".join(parts[:2]) in _RIGHT_TO_LEFT


def with_text_direction(slide: Slide, layout: Layout) -> Slide:
    """Return the slide with the direction on paragraphs whose layout has the other one."""
    rtl = runs_right_to_left(slide.lang)
    places = {
        each.role: each
        for each in layout.placeholders
        if any(style.rtl != rtl for style in each.level_styles)
    }
    if not places:
        return slide
    return slide.with_texts(
        {
            role: _redirected(content, places[role], rtl=rtl) if role in places else content
            for role, content in slide.placeholders
        }
    )


def _redirected(content: TextBody, place: Placeholder, *, rtl: bool) -> TextBody:
    styles = place.level_styles
    return content.with_each(
        lambda each: each._replace(
            direction=_direction(styles[min(each.level, len(styles) - 1)], rtl=rtl)
        )
    )


def _direction(style: TextStyle, *, rtl: bool) -> Direction:
    """Return what a paragraph of a style says of its direction; centred text stays centred."""
    if style.rtl == rtl:
        return "layout"
    if style.align == "ctr":
        return "centred-rtl" if rtl else "centred-ltr"
    return "rtl" if rtl else "ltr"
