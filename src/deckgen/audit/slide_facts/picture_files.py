"""What the file of a picture states: its width, and where a photo was taken. Nothing is decoded."""

from deckgen.media.formats import gif, jpeg, png
from deckgen.media.formats.exif import has_place
from deckgen.media.refusal import RefusedError

_MARKS = (b"Exif\0\0", b"eXIf", b"EXIF")
"""What stands before the properties of a photo in JPEG, PNG and WebP."""
_HEAD = 1 << 18
"""Bytes at the beginning of a file in which they are looked for."""


def has_place_of_photo(data: bytes) -> bool:
    """Return whether a file states where the photo was taken."""
    head = data[:_HEAD]
    for mark in _MARKS:
        at = head.find(mark)
        if at >= 0:
            start = at + len(mark)
            # WebP has the length of the properties between the mark and them.
            return has_place(head[start:]) or has_place(head[start + 4 :])
    return False


def pixel_width(data: bytes) -> int:
    """Return the width of a picture in pixels; 0 for a format that is not known, or damage."""
    try:
        if data.startswith(png.SIGNATURE):
            return png.size("", data)[0]
        if data.startswith(gif.SIGNATURES):
            return gif.size("", data)[0]
        if data.startswith(jpeg.SIGNATURE):
            return jpeg.read("", data).width
    except RefusedError:
        return 0
    return 0
