"""Bytes → a picture that can be shown, known by its first bytes, whatever its name says."""

from __future__ import annotations

import hashlib

from deckgen.deck.model import Media
from deckgen.media import png
from deckgen.media.refused import RefusedError


def inspect(name: str, data: bytes) -> Media:
    """Return the picture in a file; raises RefusedError if it is none that can be shown."""
    if data.startswith(png.SIGNATURE):
        width, height = png.size(name, data)
        return media(data, "png", width, height)
    raise RefusedError("no-picture", f"{name} is no picture.", "Save it as PNG or JPEG.")


def media(data: bytes, extension: str, width: int, height: int) -> Media:
    """Return a picture as it goes into the package; its part is named by its content."""
    digest = hashlib.sha256(data).hexdigest()[:24]
    return Media(
        f"/ppt/media/{digest}.{extension}",
        _TYPES[extension],
        data,
        width,
        height,
    )


_TYPES = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
