"""Frames behind pictures: shapes of which only the edge is seen."""

from collections.abc import Sequence

from deckgen.importing.powerpoint.reading.source_slide import (
    SourceClip,
    SourcePicture,
    SourceShape,
    Unread,
)

_HIDDEN = 0.85
"""The share of a shape from which on it is the frame of the picture before it."""


def without_frames(shapes: Sequence[SourceShape]) -> list[SourceShape]:
    """Return shapes, which lie on those before them, without the frames of pictures and clips."""
    return [each for at, each in enumerate(shapes) if not _is_frame(each, shapes[at + 1 :])]


def _is_frame(shape: SourceShape, above: Sequence[SourceShape]) -> bool:
    box, content = shape.box, shape.content
    if box is None or not isinstance(content, Unread) or content.words.strip():
        return False
    return any(
        isinstance(each.content, SourcePicture | SourceClip)
        and each.box is not None
        and box.share_on(each.box) >= _HIDDEN
        for each in above
    )
