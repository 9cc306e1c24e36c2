"""What stands on a layout, at a glance: its headline, its texts, how much room they have."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder

_TEXTS = {"subTitle", "body", "obj"}
_LINE = 0.12
"""Share of the slide's height up to which a text is a line rather than a body."""
_MAIN = 0.12
"""Share of the slide that a body takes at least."""


class LayoutContents(NamedTuple):
    """The placeholders of a layout by what they can hold, and the size of the slide."""

    title: Placeholder | None
    texts: tuple[Placeholder, ...]
    """Those that take any text, in reading order; lines that run downwards left out."""
    pictures: tuple[Placeholder, ...]
    width: int
    """EMU."""
    height: int
    """EMU."""

    @property
    def main(self) -> Placeholder | None:
        """The text with the most room."""
        return max(self.texts, key=lambda one: one.box.cx * one.box.cy, default=None)

    @property
    def lines(self) -> tuple[Placeholder, ...]:
        """Further texts that hold a line or two, by hand or for a kicker."""
        return tuple(
            one for one in self.texts if one is not self.main and one.box.cy <= _LINE * self.height
        )

    @property
    def bodies(self) -> tuple[Placeholder, ...]:
        """The texts with room for more than a line."""
        return tuple(one for one in self.texts if self.share(one) >= _MAIN)

    def share(self, placeholder: Placeholder) -> float:
        """Return how much of the slide a placeholder covers, from 0 to 1."""
        return placeholder.box.cx * placeholder.box.cy / (self.width * self.height)


def layout_contents(layout: Layout, width: int, height: int) -> LayoutContents:
    """Return the signature of a layout on slides of that size in EMU."""
    found = [one for one in layout.placeholders if _is_shown(one.box, width, height)]
    titles = [one for one in found if one.type in {"title", "ctrTitle"}]
    return LayoutContents(
        titles[0] if titles else None,
        tuple(one for one in found if one.type in _TEXTS and not one.vertical),
        tuple(one for one in found if one.type == "pic"),
        width,
        height,
    )


def _is_shown(box: Box, width: int, height: int) -> bool:
    """Return whether a placeholder has a body at all, and its middle lies on the slide."""
    across, down = box.x + box.cx / 2, box.y + box.cy / 2
    return box.cx > 0 and box.cy > 0 and 0 <= across <= width and 0 <= down <= height
