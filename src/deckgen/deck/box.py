"""Rectangles on a slide, in EMU (914,400 an inch)."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the slide, in EMU."""

    x: int
    y: int
    cx: int
    cy: int

    def mirrored(self, area: "Box") -> "Box":
        """Return the box at the opposite side of an area that holds it."""
        return self._replace(x=2 * area.x + area.cx - self.x - self.cx)


class Insets(NamedTuple):
    """The space between the sides of a box and its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


ABOVE_SLIDE = Box(0, -1_371_600, 9_144_000, 1_143_000)
"""The box of a hidden slide title, as PowerPoint has it; screen readers and lists of slides
need such a title."""
