"""The logo as parts of the package: an SVG for each tone, with a PNG for older programs."""

from typing import TYPE_CHECKING, NamedTuple

from deckgen.brand.generate.layout_xml import DECORATIVE
from deckgen.deck.box import Box
from deckgen.media.refusal import RefusedError
from deckgen.opc.part import Part, Relationship
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.xml_text import RELATIONSHIPS

if TYPE_CHECKING:
    from deckgen.media.svg.svg_checker import CheckedSvg

_IMAGE = f"{RELATIONSHIPS}/image"
_RASTER_SIDE = 192
"""Pixels of the longer side of the PNG: sharp on the cover in full HD."""
_FIRST_BYTES = frozenset({b"\x89", b"\xff"})
"""The first bytes of PNG and JPEG; what reads these is not loaded for a logo that is text."""
_TRIED = 20
"""Pixels of the width of a trial drawing."""


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
