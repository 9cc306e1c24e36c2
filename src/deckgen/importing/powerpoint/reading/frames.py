"""Frames behind pictures, of which only the edge is seen, and grounds below all of a slide."""

from collections.abc import Sequence

from deckgen.deck.box import Box
from deckgen.importing.powerpoint.reading.source_slide import (
    SourceClip,
    SourcePicture,
    SourceShape,
    Unread,
)
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES

_HIDDEN = 0.85
"""The share of a shape from which on it is the frame of the picture before it."""
_GROUND = 0.95
"""The share of a shape that lies on its ground, and of a slide from which on a box is one."""


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


def without_grounds(shapes: Sequence[SourceShape], whole: Box) -> list[SourceShape]:
    """Return shapes, which lie on those before them, without boxes that are the ground of all.

    PowerPoint's Designer draws them. `whole` is the slide; a title may stand outside.
    """
    return [each for at, each in enumerate(shapes) if not _is_ground(each, shapes[at + 1 :], whole)]


def _is_ground(shape: SourceShape, above: Sequence[SourceShape], whole: Box) -> bool:
    box = shape.box
    if box is None or not isinstance(shape.content, Unread) or not shape.content.is_box:
        return False
    others = [each.box for each in above if each.placeholder not in TITLE_TYPES]
    is_whole = whole.share_on(box) >= _GROUND and len(above) > 0
    holds_all = all(other is not None and other.share_on(box) >= _GROUND for other in others)
    return is_whole or (holds_all and len(others) > 0)
