"""What `fit` decided for each slide; `deckgen build --explain` prints it."""

from typing import NamedTuple

from deckgen.deck.slide import LayoutRole, PlaceholderRole
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText


class FittedPlaceholder(NamedTuple):
    """The sizes of the text in one placeholder."""

    role: PlaceholderRole
    sizes: tuple[int, ...]
    """Points of each level in use, from 0."""
    smaller: bool
    """Whether they are smaller than the layout's own."""
    lines: int
    free_height: float
    """Points of free height; negative only for text that does not fit."""


class FittedSlide(NamedTuple):
    """How one slide was fitted."""

    id: str
    role: LayoutRole
    layout: str
    """The layout's name."""
    placeholders: tuple[FittedPlaceholder, ...]
    why_split: str = ""
    """Why the slide is one of several; empty if it is a single one."""
    deck: str = ""
    """The file that the slide is included from; empty if it is not."""


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
    sizes = text.sizes
    used = max([paragraph.level for paragraph in text.block], default=0) + 1
    return FittedPlaceholder(
        text.role,
        sizes[:used],
        text.size_step > 0,
        text.extent.lines,
        round(text.frame.height - text.extent.height, 1),
    )
