"""SVGs that are surely drawn in a moment: few elements of a few kinds, and numbers in bounds.

Logos, icons and signs are. They are drawn where we are; all others by a process of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_BYTES = 50_000
_ELEMENTS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "style", "title", "desc", "metadata"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask"),
    }
)
_COSTLY_NAMES = frozenset(
    {"filter", "stroke-dasharray", "marker", "marker-start", "marker-mid", "marker-end"}
)
_ENDLESS = float("inf")
# Compiled when they are met: many logos have neither style nor transformations.
_COSTLY = r"(?i)(?:^|[;{\s])(?:filter|stroke-dasharray|marker[a-z-]*)\s*:\s*(?!none\b)"
_FUNCTION = r"\b([a-zA-Z]+)\s*\(([^)]*)\)"
_NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_MITER_LIMIT = r"miterlimit\s*:\s*([^;}]*)"
_UNIT = r"\d\s*(?:in|cm|mm|pt|pc|em|ex|%)"
_LONGEST_UNIT = 96
"""Pixels: an inch."""
_LONGEST_TRANSFORM = 500
"""Signs."""
_LENGTHENS = {"scale": 2, "matrix": 4, "translate": 0, "rotate": 0}
"""How many of a function's numbers make things longer; the others turn or move them."""
_SPIKES = 10
"""How many strokes wide a corner may reach out, as programs set it."""


class PlainnessCheck:
    """Looks at elements as they begin and end; `plain` while nothing else was met."""

    def __init__(self) -> None:
        self.plain = True
        self._farthest = 0.0
        """How far from its origin anything lies, at most, before it is transformed."""
        self._widest = 0.0
        """How wide strokes are; rules of style may say so with any of their numbers."""
        self._open = [(1.0, 0.0)]
        """How much longer, and how far away, what stands in the open elements is, at most."""
        self._most = (1.0, 0.0)

    @property
    def reach(self) -> float:
        """How far from the origin anything is drawn, at most, in units of the drawing."""
        longer, moved = self._most
        far = self._farthest + self._widest * _SPIKES
        return (far + moved) * longer if self.plain else _ENDLESS

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element of SVG, its attributes without their namespaces."""
        longer, moved = self._open[-1]
        nested = element == "svg" and len(self._open) > 1
        if element not in _ELEMENTS or nested:
            self.plain = False
        if "transform" in attributes:
            by, to = _transformed(attributes["transform"])
            longer, moved = longer * by, moved + to
            self._most = max(self._most[0], longer), max(self._most[1], moved)
        self._open.append((longer, moved))
        for name, value in attributes.items():
            if name == "style":
                self.style(value)
            elif name in _COSTLY_NAMES and value.strip() != "none":
                self.plain = False

    def end(self) -> None:
        """Take the end of an element."""
        self._open.pop()

    def style(self, rules: str) -> None:
        """Take rules of style, of an element or of many."""
        # What rules transform is not followed.
        if re.search(_COSTLY, rules) or "transform" in rules:
            self.plain = False

    def numbers(self, name: str, value: str) -> None:
        """Take what an attribute, or rules of style, say in numbers."""
        if name in {"transform", "gradientTransform"} or not self.plain:
            return
        if name == "d":
            from deckgen.media.svg.path_extent import path_extent

            self._farthest = max(self._farthest, path_extent(value))
            return
        far = max(_numbers(value), default=0) * (_LONGEST_UNIT if re.search(_UNIT, value) else 1)
        spikes = [value] if "miterlimit" in name else re.findall(_MITER_LIMIT, value)
        if any(one > _SPIKES for said in spikes for one in _numbers(said)):
            self.plain = False
        if name in {"style", "stroke-width"}:
            self._widest = max(self._widest, far)
        else:
            self._farthest = max(self._farthest, far)


def _numbers(value: str) -> list[float]:
    return [float(one) for one in re.findall(_NUMBER, value)]


def _transformed(transform: str) -> tuple[float, float]:
    """Return how many times longer, and how far away, a transformation makes things, at most."""
    longer, moved = 1.0, 0.0
    if len(transform) > _LONGEST_TRANSFORM:
        return _ENDLESS, _ENDLESS
    for name, written in re.findall(_FUNCTION, transform):
        numbers = _numbers(written)
        count = _LENGTHENS.get(name)
        if count is None:
            return _ENDLESS, _ENDLESS
        moved += longer * sum(numbers[count:])
        longer *= max(1.0, sum(numbers[:count]))
    return longer, moved
