"""Bytes → a picture that can be shown, known by its first bytes, whatever its name says."""

from __future__ import annotations

import hashlib

from deckgen.deck.graphics.picture import Media
from deckgen.media.formats import gif, jpeg, png, webp
from deckgen.media.formats.exif import UPRIGHT, upright
from deckgen.media.picture_limits import check_size
from deckgen.media.refusal import RefusedError
from deckgen.media.svg.svg_source import is_svg

_CMYK = 4
"""Components of a pixel in a JPEG made for print."""
_OTHERS = (
    ((b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1"), "a HEIC picture, as iPhones make them"),
    ((b"ftypavif",), "an AVIF picture"),
    ((b"%PDF",), "a PDF"),
    ((b"II*\0", b"MM\0*"), "a TIFF picture"),
    ((b"BM",), "a BMP picture"),
    ((b"\xd7\xcd\xc6\x9a", b"\x01\0\0\0"), "an old Windows drawing (WMF or EMF)"),
    ((b"PK\x03\x04",), "a PowerPoint, Word or zip file"),
    ((b"<!DOCTYPE html", b"<html"), "a web page"),
    ((b"8BPS",), "a Photoshop file"),
    ((b"\x1f\x8b",), "a compressed file, as .svgz is"),
)


def inspect_image(name: str, data: bytes) -> Media:
    """Return the picture in a file; raises RefusedError if it is none that can be shown.

    PNG, JPEG and GIF are checked, not decoded. What no program for slides shows as it is (WebP,
    pictures that lie on their side, colours for print) is not `ready`.
    """
    if data.startswith(png.SIGNATURE):
        made = picture_media(data, "png", *png.size(name, data))
    elif data.startswith(jpeg.SIGNATURE):
        made = _jpeg(name, data)
    elif data.startswith(gif.SIGNATURES):
        made = picture_media(data, "gif", *gif.size(name, data))
    elif webp.is_webp(data):
        found = webp.read(name, data)
        size = upright(found.orientation, found.width, found.height)
        made = picture_media(data, "webp", *size)._replace(ready=False)
    elif is_svg(data):
        from deckgen.media.svg.svg_checker import check_svg

        drawing = check_svg(name, data)
        made = picture_media(drawing.data, "svg", *drawing.size)._replace(ready=False)
    else:
        raise _no_picture(name, data)
    check_size(name, made.width, made.height)
    return made


def picture_media(data: bytes, extension: str, width: int, height: int) -> Media:
    """Return a picture as it goes into the package; its part is named by its content."""
    digest = hashlib.sha256(data).hexdigest()[:24]
    content_type = "image/svg+xml" if extension == "svg" else f"image/{extension}"
    return Media(f"/ppt/media/{digest}.{extension}", content_type, data, width, height)


def _jpeg(name: str, data: bytes) -> Media:
    found = jpeg.read(name, data)
    size = upright(found.orientation, found.width, found.height)
    if found.orientation == UPRIGHT and found.components != _CMYK:
        return picture_media(found.data, "jpeg", *size)
    return picture_media(data, "jpeg", *size)._replace(ready=False)


def _no_picture(name: str, data: bytes) -> RefusedError:
    if not data:
        return RefusedError(
            "no-picture", f"{name} is empty.", "Copy the picture anew from where it comes from."
        )
    known = (what for marks, what in _OTHERS if data.startswith(marks) or data[4:12] in marks)
    what = next(known, "no picture")
    return RefusedError(
        "no-picture",
        f"{name} is {what}; deckgen shows PNG, JPEG, GIF, WebP and SVG.",
        "Open it in a program for pictures and save it as JPEG (photos) or PNG (drawings).",
    )
