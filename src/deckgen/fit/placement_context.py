"""What the placement of graphics needs to know of a slide's layout and brand."""

from typing import NamedTuple

from deckgen.deck.layout import Layout
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics


class PlacementContext(NamedTuple):
    """What the placement of graphics on one slide needs to know."""

    layout: Layout
    fonts: Fonts
    minimum_size: int
    """Points: the least size of text."""
    diagnostics: Diagnostics
    slide_ids: set[str]
    """All slide ids in use; graphics that go on over further slides add theirs."""
