"""A slide that an outline takes from another deck, and where it will stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deckgen.deck.included_slide import IncludedSlide
    from deckgen.deck.slide import Slide


class RequestedSlide(NamedTuple):
    """One slide of a deck, as it is wanted once."""

    slide: Slide
    foreign: IncludedSlide
    place: int
    """Which slide it is here, from 1."""
    name: str
    """Its part there; empty if there is none."""
