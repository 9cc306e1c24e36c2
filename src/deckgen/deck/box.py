"""Rectangles on a slide, in EMU (914,400 an inch)."""

from collections.abc import Collection
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on the slide, in EMU."""

    x: int
    y: int
    cx: int
    cy: int

    @property
    def right(self) -> int:
        """The x at which it ends."""
        return self.x + self.cx

    @property
    def bottom(self) -> int:
        """The y at which it ends."""
        return self.y + self.cy

    @property
    def area(self) -> int:
        """EMU squared."""
        return self.cx * self.cy

    def mirrored(self, area: "Box") -> "Box":
        """Return the box at the opposite side of an area that holds it."""
        return self._replace(x=area.x + area.right - self.right)

    def turned(self) -> "Box":
        """Return the box after a rotation by 90 degrees about its middle."""
        shift = (self.cx - self.cy) // 2
        return Box(self.x + shift, self.y - shift, self.cy, self.cx)

    def from_top(self, y: int) -> "Box":
        """Return the box that begins at `y` and ends where this one does."""
        return self._replace(y=y, cy=self.bottom - y)

    def inside(self, insets: "Insets") -> "Box":
        """Return what is left of the box inside insets."""
        left, top, right, bottom = insets
        cx, cy = max(self.cx - left - right, 0), max(self.cy - top - bottom, 0)
        return Box(self.x + left, self.y + top, cx, cy)

    def contains(self, other: "Box") -> bool:
        """Return whether another box lies wholly in this one."""
        across = self.x <= other.x and self.right >= other.right
        return across and self.y <= other.y and self.bottom >= other.bottom

    def holds_middle_of(self, other: "Box") -> bool:
        """Return whether the middle of another box lies in this one."""
        x, y = other.x + other.cx // 2, other.y + other.cy // 2
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: "Box") -> bool:
        """Return whether two boxes meet within their edges: an area, or a line across one."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def intersection(self, other: "Box") -> "Box":
        """Return the part that both share; without a width or a height if they do not meet."""
        width, height = max(self.shared_width(other), 0), max(self.shared_height(other), 0)
        return Box(max(self.x, other.x), max(self.y, other.y), width, height)

    def shared_width(self, other: "Box") -> int:
        """Return the width that both share; below 0: the gap between them."""
        return min(self.right, other.right) - max(self.x, other.x)

    def shared_height(self, other: "Box") -> int:
        """Return the height that both share; below 0: the gap between them."""
        return min(self.bottom, other.bottom) - max(self.y, other.y)

    def shared_area(self, other: "Box") -> int:
        """Return the area that both share, in EMU squared."""
        return max(self.shared_width(other), 0) * max(self.shared_height(other), 0)

    def share_on(self, other: "Box") -> float:
        """Return the share of this box, from 0 to 1, that lies on another one."""
        return self.shared_area(other) / max(self.area, 1)


def box_around(boxes: Collection[Box]) -> Box:
    """Return the smallest box that holds others. There has to be one."""
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(left, top, right - left, bottom - top)


class Insets(NamedTuple):
    """The space between the sides of a box and its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


ABOVE_SLIDE = Box(0, -1_371_600, 9_144_000, 1_143_000)
"""The box of a hidden title, as PowerPoint has it, for screen readers and lists of slides."""
