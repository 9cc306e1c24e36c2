"""Rectangles on a slide, in EMU (914,400 an inch)."""

from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the slide, in EMU."""

    x: int
    y: int
    cx: int
    cy: int


class Insets(NamedTuple):
    """What a box keeps free on each side of its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


ABOVE_SLIDE = Box(0, -1_371_600, 9_144_000, 1_143_000)
"""Where a title stands that nobody should see, but that screen readers and lists of slides need:
where PowerPoint itself puts what it calls a hidden slide title."""
