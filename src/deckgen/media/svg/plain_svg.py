"""Plain SVGs, which are surely drawn in a moment: few kinds of elements, and bounded numbers.

Logos and icons are plain. They are drawn in this process; all others in a bounded one.
"""

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
# Compiled at first use: many logos have neither style nor transformations.
_COSTLY = r"(?i)(?:^|[;{\s])(?:filter|stroke-dasharray|marker[a-z-]*)\s*:\s*(?!none\b)"
_FUNCTION = r"\b([a-zA-Z]+)\s*\(([^)]*)\)"
_NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?"
_MITER_LIMIT = r"miterlimit\s*:\s*([^;}]*)"
_UNIT = r"\d\s*(?:in|cm|mm|pt|pc|em|ex|%)"
_LONGEST_UNIT = 96
"""Pixels: an inch."""
_LONGEST_TRANSFORM = 500
"""Characters."""
_LENGTHENS = {"scale": 2, "matrix": 4, "translate": 0, "rotate": 0}
"""Count of a function's arguments that scale; the others rotate or move."""
_SPIKES = 10
"""Largest ratio of a mitre to the width of its stroke."""


class PlainnessCheck:
    """Follows the elements of a parse; `plain` until an element or a rule is not plain."""

    def __init__(self) -> None:
        self.plain = True
        self._farthest = 0.0
        """Largest distance from the origin, before transformations."""
        self._widest = 0.0
        """Largest width of strokes; any number in a style rule may be one."""
        self._open = [(1.0, 0.0)]
        """Largest scale and offset within each open element."""
        self._most = (1.0, 0.0)

    @property
    def reach(self) -> float:
        """Largest distance from the origin of anything drawn, in units of the drawing."""
        longer, moved = self._most
        far = self._farthest + self._widest * _SPIKES
        return (far + moved) * longer if self.plain else _ENDLESS

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Handle the start of an SVG element; attributes come without namespaces."""
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
        """Handle the end of an element."""
        self._open.pop()

    def style(self, rules: str) -> None:
        """Handle style rules of an element or a style sheet."""
        # Transformations in rules are not followed.
        if re.search(_COSTLY, rules) or "transform" in rules:
            self.plain = False

    def numbers(self, name: str, value: str) -> None:
        """Handle the numbers in an attribute or in style rules."""
        if name in {"transform", "gradientTransform"} or not self.plain:
            return
        if name == "d":
            from deckgen.media.svg.path_extent import path_extent

            self._farthest = max(self._farthest, path_extent(value))
            return
        far = max(_numbers(value), default=0) * (_LONGEST_UNIT if re.search(_UNIT, value) else 1)
        spikes = [value] if "miterlimit" in name else re.findall(_MITER_LIMIT, value)
        if any(number > _SPIKES for text in spikes for number in _numbers(text)):
            self.plain = False
        if name in {"style", "stroke-width"}:
            self._widest = max(self._widest, far)
        else:
            self._farthest = max(self._farthest, far)


def _numbers(value: str) -> list[float]:
    return [float(number) for number in re.findall(_NUMBER, value)]


def _transformed(transform: str) -> tuple[float, float]:
    """Return the largest scale and offset of a transformation."""
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
