"""What fitting decided, slide by slide: the facts that `deckgen build --explain` prints."""

from typing import NamedTuple

from deckgen.deck.slide import LayoutRole, PlaceholderRole
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText


class FittedPlaceholder(NamedTuple):
    """How the text of one placeholder was set."""

    role: PlaceholderRole
    sizes: tuple[int, ...]
    """Points of each level from 0 that the text uses."""
    smaller: bool
    """Whether that is smaller than the layout's own size."""
    lines: int
    free_height: float
    """Points of height that stay free; negative only where an error says so."""


class FittedSlide(NamedTuple):
    """How one slide was fitted."""

    id: str
    role: LayoutRole
    layout: str
    """The layout's name."""
    placeholders: tuple[FittedPlaceholder, ...]
    why_split: str = ""
    """Why the slide is one of several; empty if it is not."""
    deck: str = ""
    """The other deck that it is from, as it is there; empty if it is from none."""


def fitted_slide(filled: MeasuredSlide) -> FittedSlide:
    """Return how the slide was fitted."""
    return FittedSlide(
        filled.slide.id,
        filled.slide.role,
        filled.layout,
        tuple([_report(text) for text in filled.texts]),
        filled.why_split,
        foreign.file if (foreign := filled.slide.included) else "",
    )


def _report(text: MeasuredText) -> FittedPlaceholder:
    sizes = text.frame.size_steps[text.size_step]
    used = max([one.level for one in text.block], default=0) + 1
    return FittedPlaceholder(
        text.role,
        sizes[:used],
        text.size_step > 0,
        text.extent.lines,
        round(text.frame.height - text.extent.height, 1),
    )
