"""Pictures embedded in an SVG: their real format and size."""

import binascii
import re

from deckgen.media.formats import gif, jpeg, png, webp
from deckgen.media.refusal import RefusedError, check_size

_URI = re.compile(
    r"\s*data:image/(?:png|jpe?g|gif|webp)(?:;[\w=.-]{0,40}){0,4};base64,", re.IGNORECASE
)


def embedded_pixels(name: str, uri: str) -> int:
    """Return the count of pixels of the picture in a data URI; raises RefusedError.

    The format is recognised by the bytes: renderers draw a “PNG” that is an SVG.
    """
    match = _URI.match(uri)
    try:
        data = binascii.a2b_base64(uri[match.end() if match else 0 :])
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
        image = jpeg.read(name, data)
        return image.width, image.height
    if data.startswith(gif.SIGNATURES):
        return gif.size(name, data)
    if webp.is_webp(data):
        return webp.size(name, data)
    raise ValueError
