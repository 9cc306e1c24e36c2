"""The logo: an SVG for each tone, with a PNG for older programs; and where it is hardly seen."""

from typing import TYPE_CHECKING, NamedTuple

from deckgen.brand.generate.layout_xml import DECORATIVE
from deckgen.deck.box import Box
from deckgen.media.refusal import RefusedError
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.xml_text import RELATIONSHIPS

if TYPE_CHECKING:
    from deckgen.media.svg.svg_checker import CheckedSvg
import re
from collections.abc import Iterable, Iterator, Mapping

from deckgen.brand.contrast import GRAPHIC_MINIMUM, contrast_ratio
from deckgen.brand.generate.contrast_pairs import LOGO, ColorPair
from deckgen.brand.generate.theme_xml import TOKEN_OF_SLOT

_IMAGE = f"{RELATIONSHIPS}/image"
_RASTER_SIDE = 192
"""Pixels of the longer side of the PNG: sharp on the cover in full HD."""
_FIRST_BYTES = frozenset({b"\x89", b"\xff"})
"""The first bytes of PNG and JPEG; what reads these is not loaded for a logo that is text."""
_TRIED = 20
"""Pixels of the width of a trial drawing."""
_PAINT = rb"""(?:fill|stroke|stop-color)\s*[:=]\s*["']?\s*(#\w+|[\w-]+(?:\([^)"]*\))?)"""
"""The colours that an SVG names; compiled only for a logo."""
_NAMED = {b"black": "000000", b"white": "FFFFFF"}
_NO_PAINT = frozenset({b"none", b"transparent", b"inherit"})
_LEAST_SEEN = 1 / 3
"""Share of a logo's area that has to be seen."""
_TRANSPARENT = frozenset({4, 6})
"""Colour types of a PNG with an alpha channel (PNG, 11.2.2); a palette may have one, too."""
_PALETTE = 3


class Logo(NamedTuple):
    """A logo file that was read."""

    data: bytes
    extension: str
    ratio: float
    """Width by height."""
    drawing: "CheckedSvg | None" = None
    """The checked SVG; None for PNG and JPEG."""
    picture: bytes = b""
    """The SVG as PNG; only a trial drawing if its colour depends on the tone."""


def read_logo(name: str, data: bytes, span: Span, diagnostics: Diagnostics) -> Logo | None:
    """Return a logo; None, with an error, if it is no SVG, PNG or JPEG that can be shown safely.

    The format is recognised by the first bytes, whatever the name says.
    """
    try:
        return _logo(name, data)
    except RefusedError as refused:
        code = "unsafe-logo" if refused.code == "unsafe-picture" else "bad-logo"
        diagnostics.error(code, refused.message, span, refused.hint)
        return None


def _logo(name: str, data: bytes) -> Logo:
    """Return a logo; raises RefusedError."""
    if data[:1] in _FIRST_BYTES and (logo := _pixel_logo(name, data)):
        return logo
    if b"<svg" not in data[:4096]:
        raise RefusedError(
            "no-picture", f"{name} is no SVG, PNG or JPEG.", "Save the logo as SVG or PNG."
        )
    return _svg_logo(name, data)


def _pixel_logo(name: str, data: bytes) -> Logo | None:
    """Return the logo of a PNG or JPEG, without the metadata of a camera; None if it is neither.

    Raises RefusedError if it is damaged.
    """
    from deckgen.media.formats import jpeg, png

    if data.startswith(png.SIGNATURE):
        width, height = png.size(name, data)
        return Logo(data, "png", width / height)
    if data.startswith(jpeg.SIGNATURE):
        photo = jpeg.read(name, data)
        return Logo(photo.data, "jpeg", photo.width / photo.height)
    return None


def _svg_logo(name: str, data: bytes) -> Logo:
    """Return the logo of an SVG, drawn; raises RefusedError."""
    from deckgen.media.svg.svg_checker import check_svg
    from deckgen.media.svg.svg_to_png import svg_to_png

    drawing = check_svg(name, data)
    width, height = drawing.size
    # An SVG with currentColor is drawn again for each tone.
    wide = _TRIED if b"currentColor" in drawing.data else _raster_width(width / height)
    picture = svg_to_png(drawing, wide)
    if isinstance(picture, RefusedError):
        raise RefusedError("broken-picture", f"{name}: {picture.message}", picture.hint)
    return Logo(drawing.data, "svg", width / height, drawing, picture)


class LogoParts(NamedTuple):
    """The logo in one tone: its parts, and the relationships of a layout that shows it."""

    parts: tuple[Part, ...]
    relationships: tuple[Relationship, ...]
    ratio: float

    def picture(self, box: Box, align: str, name: str) -> str:
        """Return the `p:pic` of the whole logo in a box, at its top and at `align`."""
        cx, cy = box.cx, round(box.cx / self.ratio)
        if cy > box.cy:
            cx, cy = round(box.cy * self.ratio), box.cy
        x = box.x + (box.cx - cx if align == "r" else 0)
        vector = (
            '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
            f'r:embed="{self.relationships[1].id}"/></a:ext></a:extLst>'
            if len(self.relationships) > 1
            else ""
        )
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="19" name="{name}" descr="">{DECORATIVE}</p:cNvPr>'
            '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/>'
            f'</p:nvPicPr><p:blipFill><a:blip r:embed="{self.relationships[0].id}">'
            f"{vector}</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>"
            f'<a:xfrm><a:off x="{x}" y="{box.y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )


def logo_parts(logo: Logo, tone: str, color: str) -> LogoParts:
    """Return the logo for one tone; `color` (RRGGBB) is what currentColor means in its SVG."""
    if logo.drawing is None:
        name = f"/ppt/media/logo.{logo.extension}"
        content_type = f"image/{logo.extension}"
        relationship = Relationship("rId2", _IMAGE, f"../media/logo.{logo.extension}")
        return LogoParts((Part(name, content_type, logo.data),), (relationship,), logo.ratio)
    from deckgen.media.svg.svg_to_png import svg_to_png

    colored = logo.data.replace(b"currentColor", f"#{color}".encode())
    raster = logo.picture
    if colored != logo.data:
        made = svg_to_png(logo.drawing._replace(data=colored), _raster_width(logo.ratio))
        raster = made if isinstance(made, bytes) else raster
    stem = f"logo-{tone}"
    return LogoParts(
        (
            Part(f"/ppt/media/{stem}.png", "image/png", raster),
            Part(f"/ppt/media/{stem}.svg", "image/svg+xml", colored),
        ),
        (
            Relationship("rId2", _IMAGE, f"../media/{stem}.png"),
            Relationship("rId3", _IMAGE, f"../media/{stem}.svg"),
        ),
        logo.ratio,
    )


def _raster_width(ratio: float) -> int:
    return max(round(_RASTER_SIDE * min(1, ratio)), 1)


def warn_of_hidden_logo(
    logo: Logo,
    pairs: Iterable[ColorPair],
    colors: Mapping[str, str],
    span: Span,
    diagnostics: Diagnostics,
) -> None:
    """Warn of each background that hides a logo; `colors` are those of the theme, RRGGBB.

    A picture without transparency has a background of its own, and is seen anywhere.
    """
    hidden = [
        pair.background.color
        for pair in pairs
        if pair.what == LOGO and not _is_seen(logo, colors[pair.color], pair.background.rgb(colors))
    ]
    for color in dict.fromkeys(hidden):
        diagnostics.warning(
            "hidden-logo",
            f"The logo is hardly seen on {TOKEN_OF_SLOT[color]} ({colors[color]}): less than a "
            f"third of it has a contrast of {GRAPHIC_MINIMUM:g} : 1 there.",
            span,
            "Draw it in currentColor (SVG), which follows the background; or on a ground of its "
            "own.",
        )


def _is_seen(logo: Logo, current: str, background: str) -> bool:
    colors = [*_colors(logo, current)]
    seen = sum(area for area, rgb in colors if contrast_ratio(rgb, background) >= GRAPHIC_MINIMUM)
    return not colors or seen >= _LEAST_SEEN * sum(area for area, _ in colors)


def _colors(logo: Logo, current: str) -> Iterator[tuple[int, str]]:
    """Yield the colours of a logo, each with its weight and RRGGBB; none if they are unknown.

    The weight is a number of pixels; the colours that an SVG names weigh the same.
    """
    if logo.drawing is not None:
        yield from _in_svg(logo.data, current)
    elif logo.extension == "png" and _is_transparent(logo.data):
        from deckgen.media.raster import small_copy

        if copy := small_copy(logo.data):
            yield from copy.colors


def _in_svg(data: bytes, current: str) -> list[tuple[int, str]]:
    found = re.findall(_PAINT, data)
    paints = {paint for paint in found if paint not in _NO_PAINT and b"url(" not in paint}
    colors = [_rgb(paint, current) for paint in paints or {b"black"}]
    known = [(1, rgb) for rgb in colors if rgb is not None]
    return known if len(known) == len(colors) else []


def _rgb(paint: bytes, current: str) -> str | None:
    if paint.lower() == b"currentcolor":
        return current
    if re.fullmatch(rb"#[0-9A-Fa-f]{6}", paint):
        return paint[1:].decode().upper()
    if re.fullmatch(rb"#[0-9A-Fa-f]{3}", paint):
        return "".join(digit * 2 for digit in paint[1:].decode().upper())
    return _NAMED.get(paint.lower())


def _is_transparent(png: bytes) -> bool:
    kind = png[25]
    return kind in _TRANSPARENT or (kind == _PALETTE and b"tRNS" in png[:4096])
