"""What the code may lack and a test needs: asked for in one call, and missed by name."""

from typing import TypeVar

from deckgen.deck.slide import Slide

T = TypeVar("T")


def present(value: T | None) -> T:
    """Return a value that must be there."""
    assert value is not None, "it is not there"
    return value


def the_graphic(slide: Slide, sort: type[T]) -> T:
    """Return the only graphic of a slide, which must be of a sort."""
    ((_, found),) = slide.graphics
    assert isinstance(found, sort), found
    return found
