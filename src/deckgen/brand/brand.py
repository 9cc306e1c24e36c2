"""A brand as the later stages know it: its layouts, its parts, its limits."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.layout import Layout
from deckgen.deck.metrics import Fonts
from deckgen.deck.model import Fit, LayoutRole, Tone
from deckgen.opc.part import Part


class Brand(NamedTuple):
    """Everything that a deck takes from its brand."""

    name: str
    width: int
    """EMU."""
    height: int
    """EMU."""
    layouts: tuple[Layout, ...]
    parts: tuple[Part, ...]
    """Theme, masters, layouts, notes master and their media, ready for the package."""
    master_part_names: tuple[str, ...]
    notes_master_part_name: str
    fonts: Fonts
    minimum_size: int
    """Points: content is never set smaller."""
    fit: Fit
    """What happens to text that is too long, on slides that do not say."""
    levels: int
    """How many levels the body placeholders style."""
    cover_colors: tuple[str, str, str]
    """Background, text and accent of the cover as RRGGBB, for the thumbnail."""

    def layout(self, role: LayoutRole, tone: Tone) -> Layout:
        """Return the layout for a role in a tone. Every brand has one: reading it made sure."""
        return next(
            layout for layout in self.layouts if layout.role == role and layout.tone == tone
        )
