"""Warn of slides that say too much, and of headlines that are no headlines, each at its line."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.deck.blocks import holds
from deckgen.deck.filled import Filled, FilledSlide
from deckgen.deck.model import Slide
from deckgen.diagnostics import Diagnostics

MOST_LINES = 12
MOST_WORDS = 90
MOST_TITLE_LINES = 2
_DISPLAY = {"cover", "section", "quote", "closing"}
"""Slides whose headline is all there is; it may take its space."""


def warn_of_density(slides: Iterable[FilledSlide], diagnostics: Diagnostics) -> None:
    """Warn of dense bodies and long titles; a slide in parts is warned of once."""
    warned = set()
    for filled in slides:
        slide = filled.slide
        if slide.role in _DISPLAY:
            continue
        for text in filled.texts:
            key = (slide.span, text.role)
            if key in warned or not holds(text.frame, text.extent):
                continue  # said already; what does not fit has its error
            if text.role == "body" and _warn_of_body(text, slide, diagnostics):
                warned.add(key)
            if text.role == "title" and text.extent.lines > MOST_TITLE_LINES:
                warned.add(key)
                diagnostics.warning(
                    "long-title",
                    f"This title takes {text.extent.lines} lines.",
                    text.block[0].paragraph.span or slide.span,
                    "Say it in two lines or one.",
                )


def _warn_of_body(text: Filled, slide: Slide, diagnostics: Diagnostics) -> bool:
    """Warn of a dense body, and return whether it is."""
    lines, words = text.extent.lines, text.extent.words
    if lines <= MOST_LINES and words <= MOST_WORDS:
        return False
    much = f"{lines} lines" if lines > MOST_LINES else f"{words} words"
    diagnostics.warning(
        "dense",
        f"{much} stand on one slide; nobody reads that and listens too.",
        slide.span,
        "Keep the words that you would point at; what you say goes into the notes.",
    )
    return True
