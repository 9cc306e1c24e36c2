"""A picture that is the background of a layout, as a small copy shows it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from deckgen.brand.contrast import contrast_ratio, luminance
from deckgen.deck.box import Box

if TYPE_CHECKING:
    from deckgen.media.raster import SmallCopy

_MOST = 4.0
"""Contrast between the dark and the light parts of a picture above which no text suits both."""
_RARE = 10
"""One of so many pixels may be darker, one may be lighter, than what counts."""


class BackgroundPicture(NamedTuple):
    """A picture that fills a page."""

    copy: SmallCopy
    box: Box
    """EMU; that of the whole picture, of which the page may show a part."""

    def shown(self, parts: Iterable[Box], area: Box) -> tuple[Box, ...]:
        """Return the boxes of parts, in pixels of the copy, as far as an area shows them."""
        width, height = self.copy.width, self.copy.height
        boxes = []
        for part in parts:
            left, right = (self.box.x + x * self.box.cx // width for x in (part.x, part.right))
            top, bottom = (self.box.y + y * self.box.cy // height for y in (part.y, part.bottom))
            boxes.append(Box(left, top, right - left, bottom - top).intersection(area))
        return tuple(box for box in boxes if box.area)

    def colors_behind(self, area: Box) -> tuple[str, ...]:
        """Return the RRGGBB of dark and of light parts behind an area; none if no text suits both.

        Single dots of other colours do not count.
        """
        width, (x, y, cx, cy) = self.copy.width, self.box
        shown = area.intersection(self.box)
        columns = slice((shown.x - x) * width // cx, -((x - shown.right) * width // cx))
        rows = range(
            (shown.y - y) * self.copy.height // cy, -((y - shown.bottom) * self.copy.height // cy)
        )
        dots = (self.copy.pixels[row * width :][:width][columns] for row in rows)
        found = sorted((dot[:3].hex().upper() for row in dots for dot in row), key=luminance)
        if not found:
            return ()
        rare = len(found) // _RARE
        dark, light = found[rare], found[-1 - rare]
        return (dark, light) if contrast_ratio(dark, light) <= _MOST else ()
