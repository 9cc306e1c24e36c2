"""SVGs that are surely drawn in a moment: few elements of a few kinds, and numbers in bounds.

Logos, icons and signs are. They are drawn where we are; all others by a process of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_BYTES = 100_000
_ELEMENTS = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "style", "title", "desc", "metadata"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "mask"),
    }
)
# Compiled when they are met: many logos have neither style nor transformations.
_COSTLY = r"(?i)(?:^|[;{\s])(?:filter|stroke-dasharray|marker[a-z-]*)\s*:\s*(?!none\b)"
_COSTLY_NAMES = frozenset(
    {"filter", "stroke-dasharray", "marker", "marker-start", "marker-mid", "marker-end"}
)
_OUT_OF_BOUNDS = re.compile(r"(?<![\d.])\d{6}|\d[eE](?:\+?0*[1-9]|-\d{3})")
"""Numbers of 100,000 and more, or with an exponent that may make one; or next to nothing."""
_FUNCTION = r"([a-zA-Z]+)\s*\(([^)]*)\)"
_NUMBER = r"\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?"
_LENGTHENS = {"scale": 2, "matrix": 4}
"""How many of a function's numbers make things longer; the others move them."""


class Plainness:
    """Looks at elements as they begin and end; `plain` while nothing else was met."""

    def __init__(self) -> None:
        self.plain = True
        self.longest = 1.0
        """By how much transformations make things longer, at most."""
        self._longer = [1.0]

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element of SVG, its attributes without their namespaces."""
        longer = self._longer[-1] * _longer(attributes.get("transform", ""))
        self._longer.append(longer)
        nested = element == "svg" and len(self._longer) > 2
        self.longest = max(self.longest, longer)
        if element not in _ELEMENTS or nested:
            self.plain = False
        for name, value in attributes.items():
            if name == "style":
                self.style(value)
            elif name in _COSTLY_NAMES and value.strip() != "none":
                self.plain = False

    def end(self) -> None:
        """Take the end of an element."""
        self._longer.pop()

    def style(self, rules: str) -> None:
        """Take rules of style, of an element or of many."""
        # What rules transform is not followed.
        if re.search(_COSTLY, rules) or "transform" in rules:
            self.plain = False

    def numbers(self, value: str) -> bool:
        """Take a value that may hold numbers; return whether they are in bounds."""
        within = _OUT_OF_BOUNDS.search(value) is None
        self.plain = self.plain and within
        return within


def _longer(transform: str) -> float:
    if not transform:
        return 1.0
    longer = 1.0
    for name, written in re.findall(_FUNCTION, transform):
        numbers = [float(one) for one in re.findall(_NUMBER, written)]
        if name in _LENGTHENS:
            longer *= max(1.0, sum(numbers[: _LENGTHENS[name]]))
        elif name not in {"translate", "rotate"}:
            return float("inf")
    return longer
