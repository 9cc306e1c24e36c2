"""Warn of slides that say too much, and of headlines that are no headlines, each at its line."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.deck.explain import FittedSlide
from deckgen.deck.filled import FilledSlide
from deckgen.diagnostics import Diagnostics

MOST_LINES = 12
MOST_WORDS = 90
MOST_TITLE_LINES = 2
_DISPLAY = {"cover", "section", "quote", "closing"}
"""Slides whose headline is all there is; it may take its space."""


def warn_of_density(
    slides: Iterable[tuple[FilledSlide, FittedSlide]], diagnostics: Diagnostics
) -> None:
    """Warn of dense bodies and long titles; a slide in parts is warned of once."""
    warned = set()
    for filled, fitted in slides:
        slide = filled.slide
        if slide.role in _DISPLAY:
            continue
        for placeholder in fitted.placeholders:
            key = (slide.span, placeholder.role)
            if key in warned or placeholder.room_left < 0:
                continue  # said already; what does not fit has its error
            if placeholder.role == "body" and _warn_of_body(filled, diagnostics):
                warned.add(key)
            if placeholder.role == "title" and placeholder.lines > MOST_TITLE_LINES:
                warned.add(key)
                title = filled.text("title")
                span = title.block[0].paragraph.span if title and title.block else None
                diagnostics.warning(
                    "long-title",
                    f"This title takes {placeholder.lines} lines.",
                    span or slide.span,
                    "Say it in two lines or one.",
                )


def _warn_of_body(filled: FilledSlide, diagnostics: Diagnostics) -> bool:
    """Warn of a dense body, and return whether it is."""
    body = filled.text("body")
    if body is None:
        return False
    lines, words = body.extent.lines, body.extent.words
    if lines <= MOST_LINES and words <= MOST_WORDS:
        return False
    much = f"{lines} lines" if lines > MOST_LINES else f"{words} words"
    diagnostics.warning(
        "dense",
        f"{much} stand on one slide; nobody reads that and listens too.",
        filled.slide.span,
        "Keep the words that you would point at; what you say goes into the notes.",
    )
    return True
