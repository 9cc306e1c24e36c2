"""A slide that an outline includes from another deck."""

from typing import NamedTuple

from deckgen.deck.included_slide import IncludedSlide
from deckgen.deck.slide import Slide


class RequestedSlide(NamedTuple):
    """One slide of another deck, at one place of this deck."""

    slide: Slide
    included: IncludedSlide
    number: int
    """The number of the slide in this deck, from 1."""
    name: str
    """The name of its part in the other deck; empty if there is no such part."""
