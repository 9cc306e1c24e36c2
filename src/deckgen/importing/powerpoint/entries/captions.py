"""Captions: text boxes below a picture, a film or a chart that say what it shows."""

import re
from collections.abc import Sequence

from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceChart,
    SourceClip,
    SourcePicture,
    SourceShape,
    paragraphs_in,
    words_of_content,
)

_LONGEST = 160
"""Characters of a caption."""
_GAP = 0.12
"""The share of the slide's usual height, 7.5 inches, that may lie between picture and caption."""
_HEIGHT = 6_858_000
_SMALL = 14
"""Points up to which a text at the foot of a slide is a source."""
_BESIDE = 0.5
_MOST_GRAPHICS = 100
_OURS = re.compile("Caption [0-9]{1,4}")


def with_captions(shapes: Sequence[SourceShape]) -> list[SourceShape]:
    """Return the shapes; text boxes that are captions belong to the shapes above them.

    A slide of more than a hundred graphics has no captions.
    """
    graphics = [at for at, shape in enumerate(shapes) if _is_graphic(shape)]
    if len(graphics) > _MOST_GRAPHICS:
        return list(shapes)
    owners: dict[int, int] = {}
    for at, shape in enumerate(shapes) if graphics else ():
        if _may_be_caption(shape):
            above = [
                over
                for over in graphics
                if over not in owners
                and (
                    _is_below(shapes[over], shape)
                    or (len(graphics) == 1 and _is_source(shapes[over], shape))
                )
            ]
            if above:
                owners[min(above, key=lambda over: _distance(shapes[over], shape))] = at
    captions = set(owners.values())
    return [
        shape._replace(caption=paragraphs_in(shapes[owners[at]])) if at in owners else shape
        for at, shape in enumerate(shapes)
        if at not in captions
    ]


def _is_graphic(shape: SourceShape) -> bool:
    return isinstance(shape.content, SourcePicture | SourceClip | SourceChart)


def _may_be_caption(shape: SourceShape) -> bool:
    if shape.placeholder or not isinstance(shape.content, SlideText):
        return False
    is_list = any(line.mark != "none" for line in paragraphs_in(shape))
    return not is_list and len(words_of_content(shape)) <= _LONGEST


def _is_below(shape: SourceShape, caption: SourceShape) -> bool:
    if _OURS.fullmatch(caption.name):
        return True
    if shape.box is None or caption.box is None:
        return False
    shared = shape.box.shared_width(caption.box)
    gap = caption.box.y - (shape.box.y + shape.box.cy)
    is_near = -_GAP * _HEIGHT / 2 <= gap <= _GAP * _HEIGHT
    return is_near and shared > _BESIDE * min(shape.box.cx, caption.box.cx)


def _is_source(shape: SourceShape, text: SourceShape) -> bool:
    """Return whether a small text stands anywhere below the only graphic of a slide."""
    if text.largest_size > _SMALL:
        return False
    return (
        shape.box is not None
        and text.box is not None
        and text.box.y >= shape.box.y + shape.box.cy - text.box.cy // 2
    )


def _distance(shape: SourceShape, caption: SourceShape) -> int:
    if shape.box is None or caption.box is None:
        return 0
    below = abs(caption.box.y - (shape.box.y + shape.box.cy))
    return below + abs(shape.box.x + shape.box.cx // 2 - caption.box.x - caption.box.cx // 2)
