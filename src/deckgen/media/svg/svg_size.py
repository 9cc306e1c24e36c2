"""The size of an SVG by its root element (SVG 2, 8.2; CSS Values 3, 5 and 6)."""

import re
from collections.abc import Mapping

# Compiled at first use: many drawings have a viewBox alone.
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
    """Return width and height in pixels of 1/96 in; None if the root states no size.

    A missing side, or one in per cent, follows from the viewBox. The content does not matter: it
    may have any size.
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
    """Return width and height in user units, or None."""
    return _box(root.get("viewBox", "")) or svg_size(root)


def _length(written: str) -> float | None:
    """Return a length in pixels; None if there is none, or it is relative to the page."""
    match = re.fullmatch(_LENGTH, written) if written else None
    pixels = _PIXELS.get(match[2].lower()) if match else None
    return float(match[1]) * pixels if match and pixels is not None else None


def _box(written: str) -> tuple[float, float] | None:
    parts = written.replace(",", " ").split()
    if len(parts) != 4:
        return None
    try:
        width, height = float(parts[2]), float(parts[3])
    except ValueError:
        return None
    return (width, height) if 0 < width < _MOST and 0 < height < _MOST else None
