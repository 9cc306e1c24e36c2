"""Pictures in files: recognised by their bytes, not their names; refused if unsafe or broken."""

from deckgen.deck.graphics import Media
from deckgen.media.formats import gif, jpeg, png, webp
from deckgen.media.formats.exif import UPRIGHT, upright_size
from deckgen.media.media_part import media_part
from deckgen.media.refusal import RefusedError, check_size
from deckgen.media.svg.svg_source import is_svg

_CMYK = 4
"""Components of a pixel in a JPEG for print."""
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
    """Return the picture in a file; raises RefusedError if it cannot be shown.

    Pictures that programs cannot show as they are (WebP, SVG, rotated, CMYK) are not `ready`.
    """
    if data.startswith(png.SIGNATURE):
        made = media_part(data, "png", *png.size(name, data))
    elif data.startswith(jpeg.SIGNATURE):
        photo = jpeg.read(name, data)
        size = upright_size(photo.orientation, photo.width, photo.height)
        ready = photo.orientation == UPRIGHT and photo.components != _CMYK
        made = media_part(photo.data if ready else data, "jpeg", *size)._replace(ready=ready)
    elif data.startswith(gif.SIGNATURES):
        made = media_part(data, "gif", *gif.size(name, data))
    elif webp.is_webp(data):
        made = media_part(data, "webp", *webp.size(name, data))._replace(ready=False)
    elif is_svg(data):
        from deckgen.media.svg.svg_checker import check_svg

        drawing = check_svg(name, data)
        made = media_part(drawing.data, "svg", *drawing.size)._replace(ready=False)
    else:
        raise _no_picture(name, data)
    check_size(name, made.width, made.height)
    return made


def _no_picture(name: str, data: bytes) -> RefusedError:
    if not data:
        return RefusedError(
            "no-picture", f"{name} is empty.", "Copy the picture anew from where it comes from."
        )
    from deckgen.media.formats import mp4

    names = (what for marks, what in _OTHERS if data.startswith(marks) or data[4:12] in marks)
    what = next(names, "no picture")
    if what == "no picture" and mp4.is_mp4(data):
        way_out = f"Write `video: {name}` instead, or `audio: {name}`."
        return RefusedError("no-picture", f"{name} is a film or a sound.", way_out)
    return RefusedError(
        "no-picture",
        f"{name} is {what}; deckgen shows PNG, JPEG, GIF, WebP and SVG.",
        "Open it in a program for pictures and save it as JPEG (photos) or PNG (drawings).",
    )
