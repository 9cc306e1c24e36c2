"""How large an SVG is, by its root (SVG 2, 8.2; CSS Values 3, 5 and 6)."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Compiled when it is met: many drawings have a viewBox alone.
_LENGTH = r"\s*\+?((?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,2})?)\s*([a-zA-Z]*)\s*"
_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "in": 96.0,
    "cm": 96 / 2.54,
    "mm": 96 / 25.4,
    "em": 16.0,
    "ex": 8.0,
}
_MOST = 1e7


def svg_size(root: Mapping[str, str]) -> tuple[float, float] | None:
    """Return width and height in pixels of 1/96 in; None if the root says none.

    What is missing, or a share of the page, follows from the viewBox. The drawing is not asked: it
    may be as large as an attacker likes.
    """
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = _box(root.get("viewBox", ""))
    if box is not None:
        if width is None and height is None:
            width, height = box
        elif width is None and height is not None:
            width = height * box[0] / box[1]
        elif height is None and width is not None:
            height = width * box[1] / box[0]
    if width is None or height is None:
        return None
    return (width, height) if 0 < width < _MOST and 0 < height < _MOST else None


def svg_units(root: Mapping[str, str]) -> tuple[float, float] | None:
    """Return width and height in the units in which it is drawn; None as `svg_size` does."""
    return _box(root.get("viewBox", "")) or svg_size(root)


def _length(written: str) -> float | None:
    """Return a length in pixels; None where none is given, or one that only a page can tell."""
    found = re.fullmatch(_LENGTH, written) if written else None
    pixels = _PIXELS.get(found[2].lower()) if found else None
    return float(found[1]) * pixels if found and pixels is not None else None


def _box(written: str) -> tuple[float, float] | None:
    parts = written.replace(",", " ").split()
    if len(parts) != 4:
        return None
    try:
        width, height = float(parts[2]), float(parts[3])
    except ValueError:
        return None
    return (width, height) if 0 < width < _MOST and 0 < height < _MOST else None
