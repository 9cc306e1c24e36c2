"""A picture, film, sound or subtitle file as it goes into the package."""

import hashlib

from deckgen.deck.graphics import Media
from deckgen.ooxml_rules.content_types import MEDIA_TYPES


def media_part(data: bytes, extension: str, width: int = 1, height: int = 1) -> Media:
    """Return a file with its content type, its part named by its content; size in pixels."""
    digest = hashlib.sha256(data).hexdigest()[:24]
    content_type = MEDIA_TYPES.get(extension, (f"image/{extension}",))[0]
    return Media(f"/ppt/media/{digest}.{extension}", content_type, data, width, height)
