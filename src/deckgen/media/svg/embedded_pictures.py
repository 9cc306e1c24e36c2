"""Pictures within an SVG: what they really are, and how large."""

from __future__ import annotations

import binascii
import re

from deckgen.media.formats import gif, jpeg, png, webp
from deckgen.media.picture_limits import check_size
from deckgen.media.refusal import RefusedError

_URI = re.compile(
    r"\s*data:image/(?:png|jpe?g|gif|webp)(?:;[\w=.-]{0,40}){0,4};base64,", re.IGNORECASE
)


def embedded_pixels(name: str, uri: str) -> int:
    """Return how many pixels the picture in an address has; raises RefusedError if it is none.

    It is looked at by its bytes: a “PNG” may be an SVG, for those who draw it.
    """
    found = _URI.match(uri)
    try:
        data = binascii.a2b_base64(uri[found.end() if found else 0 :])
        width, height = _size(name, data)
    except (binascii.Error, RefusedError, ValueError):
        raise RefusedError(
            "broken-picture",
            f"{name} contains a picture that cannot be read.",
            "Save it again; or save it as PNG.",
        ) from None
    check_size(f"A picture in {name}", width, height)
    return width * height


def _size(name: str, data: bytes) -> tuple[int, int]:
    if data.startswith(png.SIGNATURE):
        return png.size(name, data)
    if data.startswith(jpeg.SIGNATURE):
        found = jpeg.read(name, data)
        return found.width, found.height
    if data.startswith(gif.SIGNATURES):
        return gif.size(name, data)
    if webp.is_webp(data):
        read = webp.read(name, data)
        return read.width, read.height
    raise ValueError
