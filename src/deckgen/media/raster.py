"""Pictures turned upright, converted and scaled down with Pillow.

Pillow takes 50 ms to import; no other module of the room imports it.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from deckgen.deck.graphics import Media
from deckgen.media.media_part import media_part
from deckgen.media.refusal import SAVE_AGAIN, RefusedError

if TYPE_CHECKING:
    from PIL.Image import Image

_SAMPLE = 64
"""Longer side, in pixels, of the thumbnail from which colours are taken."""
_MIXED = 16 * _SAMPLE
"""Longer side, in pixels, of the picture whose dots are mixed to a thumbnail."""
_OPAQUE = 127
_QUALITY = 90
"""Of JPEG: no difference can be seen."""
_LARGE_PAGE = 250_000
"""Bytes above which a page is also compressed like a photograph."""
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP"}
_RECORD, _BMP = struct.Struct("<II"), struct.Struct("<2sI4xI")
"""The head of a record of an EMF: type, size; that of a BMP: its size, and where pixels begin."""
_STRETCHED, _MOST = 81, 0.9
"""EMR_STRETCHDIBITS, a drawn bitmap; the share of the file that it has if it is the whole of it."""
_SCALED = frozenset({"1", "L", "LA", "P", "RGB", "RGBA", "CMYK"})
"""Modes that are scaled; 16 bits a sample are left as they are."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, struct.error)


def convert_picture(media: Media, width: int) -> Media:
    """Return a PNG, JPEG or WebP in a form that any program shows, at most `width` pixels wide.

    Photographs become JPEG, others PNG; of an animation only the first frame is kept. Raises
    RefusedError if Pillow cannot read the file.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(media.data), formats=(_FORMATS[media.content_type],)) as image:
            return _redrawn(image, media, width)
    except (*_BROKEN, zlib.error, Image.DecompressionBombError):
        raise RefusedError(
            "broken-picture", "This picture cannot be read: its pixels are damaged.", SAVE_AGAIN
        ) from None


def cropped_picture(data: bytes, crop: tuple[float, float, float, float]) -> bytes | None:
    """Return a PNG, JPEG or WebP without what is cropped; None if it cannot be cut.

    `crop` are shares of the width and height: left, top, right, bottom.
    """
    from PIL import Image

    left, top, right, bottom = crop
    if min(crop) < 0 or left + right >= 1 or top + bottom >= 1:
        return None
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_FORMATS.values())) as image:
            width, height = image.size
            box = (
                round(left * width),
                round(top * height),
                max(round((1 - right) * width), round(left * width) + 1),
                max(round((1 - bottom) * height), round(top * height) + 1),
            )
            written = io.BytesIO()
            image.crop(box).save(written, image.format, quality=_QUALITY)
            return written.getvalue()
    except (*_BROKEN, zlib.error, Image.DecompressionBombError):
        return None


def png_of(data: bytes) -> bytes | None:
    """Return the first picture of a TIFF, a BMP or an EMF of one bitmap as PNG; else None."""
    import warnings

    from PIL import Image

    try:
        with warnings.catch_warnings(action="ignore"):  # of metadata, which do not come along
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(_bitmap(data)), formats=("TIFF", "BMP")) as image:
                shown = _in_screen_colours(_in_eight_bits(image))
                if shown.mode not in _SCALED:
                    shown = shown.convert("RGBA" if "A" in shown.getbands() else "RGB")
                return _saved(shown, "PNG")
    except (*_BROKEN, zlib.error, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None


def _bitmap(data: bytes) -> bytes:
    """Return as BMP the bitmap that an EMF draws once, in most of its bytes; else the same data.

    EMR_STRETCHDIBITS says at 48 where its header and its pixels stand ([MS-EMF] 2.3.1.7).
    """
    at, kind, size = 0, *_RECORD.unpack_from(data.ljust(_RECORD.size))
    while kind != _STRETCHED and size >= _RECORD.size and at + size + _RECORD.size <= len(data):
        at += size
        kind, size = _RECORD.unpack_from(data, at)
    if kind != _STRETCHED or size < max(_MOST * len(data), 64) or at + 64 > len(data):
        return data
    header, length, pixels, count = struct.unpack_from("<4I", data, at + 48)
    start = _BMP.size + length
    whole = data[at + header :][:length] + data[at + pixels :][:count]
    return _BMP.pack(b"BM", start + count, start) + whole


class SmallCopy(NamedTuple):
    """A small copy of a picture."""

    width: int
    """Pixels."""
    height: int
    pixels: tuple[bytes, ...]
    """RGBA of each, row by row from the top."""

    @property
    def colors(self) -> list[tuple[int, str]]:
        """The colours (RRGGBB) of its opaque pixels, each after the number of these."""
        colors = Counter(pixel[:3] for pixel in self.pixels if pixel[3] > _OPAQUE)
        return [(count, rgb.hex().upper()) for rgb, count in colors.items()]


@lru_cache(maxsize=64)
def small_copy(picture: bytes) -> SmallCopy | None:
    """Return a small copy of a PNG, JPEG or WebP; None if it cannot be read."""
    from PIL import Image
    from PIL.Image import Resampling

    try:
        with Image.open(io.BytesIO(picture), formats=tuple(_FORMATS.values())) as image:
            image.draft("RGB", (_SAMPLE, _SAMPLE))
            # To mix all dots of a large picture takes longer than to read it.
            image.thumbnail((_MIXED, _MIXED), Resampling.NEAREST)
            small = _in_eight_bits(image).convert("RGBA")
            small.thumbnail((_SAMPLE, _SAMPLE))
    except (*_BROKEN, zlib.error, Image.DecompressionBombError):
        return None
    data = small.tobytes()
    return SmallCopy(*small.size, tuple(data[at : at + 4] for at in range(0, len(data), 4)))


def _in_eight_bits(image: Image) -> Image:
    """Return a picture; a grey one gets 8 bits a sample, since Pillow makes 16 bits white."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda level: level / 256).convert("L")


def compress_page(png: bytes) -> tuple[str, bytes]:
    """Return a rendered page as a smaller file for browsers, after its content type.

    It is WebP without loss; on a large page with a loss that is not seen. PNG stays if smaller.
    """
    from PIL import Image

    with Image.open(io.BytesIO(png), formats=("PNG",)) as image:
        drawn = image.convert("RGB")
    smallest = _as_webp(drawn, lossless=True)
    if len(smallest) > _LARGE_PAGE:
        smallest = min(smallest, _as_webp(drawn, lossless=False), key=len)
    return ("image/webp", smallest) if len(smallest) < len(png) else ("image/png", png)


def _as_webp(image: Image, *, lossless: bool) -> bytes:
    target = io.BytesIO()
    image.save(target, "WEBP", lossless=lossless, quality=_QUALITY, method=2)
    return target.getvalue()


def _redrawn(image: Image, media: Media, width: int) -> Media:
    from PIL import ImageOps
    from PIL.Image import Resampling

    is_lossy_webp = media.data[:4] == b"RIFF" and b"VP8 " in media.data[12:200]
    photograph = media.content_type == "image/jpeg" or is_lossy_webp
    size = (media.width, media.height)
    if 0 < width < media.width and image.mode in _SCALED:
        size = (width, max(round(media.height * width / media.width), 1))
        if photograph:
            image.draft(None, (max(size) * 2, max(size) * 2))
    upright: Image = _in_screen_colours(ImageOps.exif_transpose(image))
    if upright.size != size and upright.mode in _SCALED:
        if upright.mode in {"1", "P"}:
            upright = upright.convert("RGBA" if "transparency" in upright.info else "RGB")
        profile = upright.info.get("icc_profile")
        upright = upright.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
        if profile:
            upright.info["icc_profile"] = profile
    if photograph and upright.mode in {"L", "RGB"}:
        return media_part(_saved(upright, "JPEG"), "jpeg", *upright.size)
    return media_part(_saved(upright, "PNG"), "png", *upright.size)


def _in_screen_colours(image: Image) -> Image:
    """Return a picture in RGB; CMYK colours are converted by their profile."""
    if image.mode not in {"CMYK", "YCCK"}:
        return image
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                image, io.BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, *_BROKEN):
            converted = None
        if converted is not None:
            converted.info.pop("icc_profile", None)
            return converted
    return image.convert("RGB")


def _saved(image: Image, kind: str) -> bytes:
    """Return the file, without metadata such as date and place."""
    target = io.BytesIO()
    profile = image.info.get("icc_profile")
    options = {"quality": _QUALITY, "optimize": True} if kind == "JPEG" else {"compress_level": 6}
    transparency = image.info.get("transparency")
    if kind == "PNG" and transparency is not None and image.mode in {"1", "L", "P", "RGB"}:
        options["transparency"] = transparency
    image.info.clear()
    image.save(target, kind, icc_profile=profile, **options)
    return target.getvalue()
