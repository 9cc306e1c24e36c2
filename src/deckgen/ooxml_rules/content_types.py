"""The content types that PowerPoint accepts for a part, by the extension of its name."""

from collections.abc import Mapping

PICTURE_TYPES: Mapping[str, tuple[str, ...]] = {
    "png": ("image/png",),
    "jpg": ("image/jpeg",),
    "jpeg": ("image/jpeg",),
    "gif": ("image/gif",),
    "svg": ("image/svg+xml",),
    "bmp": ("image/bmp", "image/x-ms-bmp"),
    "tif": ("image/tiff",),
    "tiff": ("image/tiff",),
    "emf": ("image/x-emf",),
    "wmf": ("image/x-wmf",),
    "wdp": ("image/vnd.ms-photo",),
}
MEDIA_TYPES: Mapping[str, tuple[str, ...]] = {
    **PICTURE_TYPES,
    "mp4": ("video/mp4",),
    "m4v": ("video/mp4", "video/x-m4v"),
    "mov": ("video/quicktime",),
    "m4a": ("audio/mp4", "audio/x-m4a"),
    "mp3": ("audio/mpeg", "audio/mp3"),
    "wav": ("audio/wav", "audio/x-wav"),
    "vtt": ("text/vtt",),
}
"""Pictures, films and sounds; of several types, deckgen writes the first."""
TYPES_OF_EXTENSION: Mapping[str, tuple[str, ...]] = {
    **MEDIA_TYPES,
    "rels": ("application/vnd.openxmlformats-package.relationships+xml",),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
}
"""The defaults of a package. The extension .xml is left out: it may have the type of any part."""
