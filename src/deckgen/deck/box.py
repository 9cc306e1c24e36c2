"""Rectangles on a slide, in EMU (914,400 an inch)."""

from collections.abc import Collection
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

    def shared_width(self, other: "Box") -> int:
        """Return the width that both share; below 0: the gap between them."""
        return min(self.x + self.cx, other.x + other.cx) - max(self.x, other.x)

    def shared_height(self, other: "Box") -> int:
        """Return the height that both share; below 0: the gap between them."""
        return min(self.y + self.cy, other.y + other.cy) - max(self.y, other.y)

    def shared_area(self, other: "Box") -> int:
        """Return the area that both share, in EMU squared."""
        return max(self.shared_width(other), 0) * max(self.shared_height(other), 0)

    def share_on(self, other: "Box") -> float:
        """Return the share of this box, from 0 to 1, that lies on another one."""
        return self.shared_area(other) / max(self.cx * self.cy, 1)


def box_around(boxes: Collection[Box]) -> Box:
    """Return the smallest box that holds others. There has to be one."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.x + box.cx for box in boxes), max(box.y + box.cy for box in boxes)
    return Box(left, top, right - left, bottom - top)


class Insets(NamedTuple):
    """The space between the sides of a box and its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


ABOVE_SLIDE = Box(0, -1_371_600, 9_144_000, 1_143_000)
"""The box of a hidden slide title, as PowerPoint has it; screen readers and lists of slides
need such a title."""
