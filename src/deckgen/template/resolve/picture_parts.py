"""What the pictures of a master or a layout show: which parts of their boxes are drawn on at all.

A logo stands in the corner of a transparent picture, a band runs along the top of a background:
text may stand on the rest. Pictures are judged by a small copy (docs/decisions/templates.md).
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from deckgen.brand.contrast import contrast_ratio, luminance, mixed
from deckgen.deck.box import Box, box_around
from deckgen.media.raster import SmallCopy, small_copy
from deckgen.ooxml_rules.attributes import parse_share
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, local_name, q
from deckgen.template.resolve.color_values import mean_color
from deckgen.template.template import BackgroundPicture

_CALM = 2.0
"""The most contrast with the ground of a picture that is not seen as something drawn on it."""
_THIN = 1.15
"""The least contrast of a line that is thinner than a dot of the copy."""
_GROUND = 0.7
"""A picture of which less than this share is ground is a photograph."""
_FAINT = 48
"""Alpha, of 255, below which a glow or a shadow is no obstacle to text."""
_MOST_PARTS = 4
"""A picture with more parts is a pattern, or one thing."""
_MOST_SHARE = 0.8
"""Share of a picture from which its parts are the whole of it."""
_LEAST = 0.01
"""The least share of a picture that counts as shown, so that a length can be divided by it."""
_LARGE = 0.05
"""Share of a page from which a picture is no logo."""
_FULL = 0.97
"""Share of a page from which a picture is its background."""


class Pictures(NamedTuple):
    """Where the pictures of a part are found."""

    part: ParsedPart
    package: ParsedPackage
    page: Box
    """EMU."""
    ground: str = "FFFFFF"
    """RRGGBB of what lies below them, about; that of a gradient is the mean of its stops."""

    def paper(self, fill: Element, box: Box) -> BackgroundPicture | None:
        """Return the picture of an opaque fill (20.1.8.14 blipFill) in a box that has the page.

        None if it is recoloured or repeated, cannot be read, or is transparent.
        """
        if self.page.share_on(box) < _FULL or fill.find(q("a:tile")) is not None:
            return None
        copy = self._copy(fill)
        if copy is None or any(pixel[3] < _FAINT for pixel in copy.pixels):
            return None
        if (opacity := _opacity(fill)) < 1:
            dots = (mixed(self.ground, dot[:3].hex(), opacity) for dot in copy.pixels)
            copy = copy._replace(pixels=tuple(bytes.fromhex(f"{dot}FF") for dot in dots))
        return BackgroundPicture(copy, _uncropped(fill, box))

    def boxes(self, fill: Element, box: Box) -> tuple[Box, ...]:
        """Return the boxes of what is seen of a picture in a box: the box itself if all is.

        A large picture that is hardly seen on its ground is a pattern; a small one may be a logo.
        """
        copy = self._copy(fill)
        if copy is None:
            return (box,)
        if box.area >= self.page.area * _LARGE and not self._is_drawn(copy, _opacity(fill)):
            return ()
        parts = _parts(copy, lambda dot: dot[3] >= _FAINT)
        if parts is None:
            return (box,)
        return BackgroundPicture(copy, _uncropped(fill, box)).shown(parts, box)

    def _is_drawn(self, copy: SmallCopy, opacity: float) -> bool:
        """Return whether any dot of a picture is not calm on the ground."""
        below, dots = self.ground, set(copy.pixels)
        seen = (mixed(below, dot[:3].hex(), opacity * dot[3] / 255) for dot in dots)
        return any(contrast_ratio(dot, below) > _CALM for dot in seen)

    def _copy(self, fill: Element) -> SmallCopy | None:
        blip = fill.find(q("a:blip"))
        link = None if blip is None else self.part.related(blip.get(q("r:embed")))
        picture = self.package.parts.get(link.target) if link and not link.external else None
        if picture is None or blip is None or any(map(_recolours, blip)):
            return None
        return small_copy(picture.data)


def _opacity(fill: Element) -> float:
    effect = next(fill.iter(q("a:alphaModFix")), None)
    return 1 if effect is None else parse_share(effect.get("amt")) or 1


def _recolours(effect: Element) -> bool:
    """Return whether an effect of a picture (20.1.8.13 blip) changes its colours."""
    known = local_name(effect) in {"extLst", "alphaModFix"}
    return not known and bool(effect.attrib or len(effect))


def _uncropped(fill: Element, box: Box) -> Box:
    """Return the box of a whole picture of which a box shows a part (20.1.8.55 srcRect)."""
    inset = _insets(fill.find(f"{q('a:stretch')}/{q('a:fillRect')}"))
    crop = _insets(fill.find(q("a:srcRect")))
    x, cx = _whole(box.x, box.cx, inset[::2], crop[::2])
    y, cy = _whole(box.y, box.cy, inset[1::2], crop[1::2])
    return Box(x, y, cx, cy)


def _whole(
    at: int, length: int, inset: tuple[float, ...], crop: tuple[float, ...]
) -> tuple[int, int]:
    """Return where a picture begins in one direction, and its length."""
    shown = length * (1 - sum(inset))
    whole = shown / max(1 - sum(crop), _LEAST)
    return round(at + length * inset[0] - whole * crop[0]), max(round(whole), 1)


def _insets(rectangle: Element | None) -> tuple[float, ...]:
    if rectangle is None:
        return (0, 0, 0, 0)
    return tuple(parse_share(rectangle.get(side)) or 0 for side in "ltrb")


def calm_ground(picture: BackgroundPicture, page: Box) -> tuple[str | None, tuple[Box, ...]]:
    """Return the RRGGBB of the ground of a picture, and the boxes of what is drawn on it.

    The colour is None for a photograph, whose parts are not told apart.
    """
    color, parts = _ground(picture.copy)
    return color, picture.shown(parts, page)


@lru_cache(maxsize=64)
def _ground(copy: SmallCopy) -> tuple[str | None, tuple[Box, ...]]:
    dots = sorted((dot[:3].hex().upper() for dot in copy.pixels), key=luminance)
    near = [dot for dot in dots if contrast_ratio(dot, dots[len(dots) // 2]) <= _CALM]
    known = set(near)
    parts = _parts(copy, lambda dot: dot[:3].hex().upper() not in known)
    if len(near) < _GROUND * len(dots) or parts is None:
        return None, ()
    color = mean_color(tuple(near))
    return color, (*parts, *_thin_lines(copy, color))


def _thin_lines(copy: SmallCopy, ground: str) -> Iterator[Box]:
    """Yield the lines across a copy that are thinner than its dots, and so pale in it."""
    rows = [copy.pixels[at : at + copy.width] for at in range(0, len(copy.pixels), copy.width)]
    least = [min(contrast_ratio(dot[:3].hex().upper(), ground) for dot in row) for row in rows]
    for at in range(2, len(rows) - 2):
        if least[at] >= _THIN and max(least[at - 2], least[at + 2]) < _THIN:
            yield Box(0, at, copy.width, 1)


def _parts(copy: SmallCopy, is_seen: Callable[[bytes], bool]) -> tuple[Box, ...] | None:
    """Return the boxes, in pixels, of what is seen on a copy; None if that is nearly the whole.

    Dots that stand close belong together, as the letters of a word. Many parts are one.
    """
    rest = {divmod(at, copy.width) for at, dot in enumerate(copy.pixels) if is_seen(dot)}
    parts = []
    while rest:
        todo, dots = [rest.pop()], []
        while todo:
            row, column = todo.pop()
            dots.append(Box(column, row, 1, 1))
            around = product(range(row - 2, row + 3), range(column - 2, column + 3))
            near = rest.intersection(around)
            rest -= near
            todo += near
        parts.append(box_around(dots))
    if len(parts) > _MOST_PARTS:
        parts = [box_around(parts)]
    if sum(part.area for part in parts) >= _MOST_SHARE * copy.width * copy.height:
        return None
    return tuple(parts)
