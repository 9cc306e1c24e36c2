"""Text boxes below one another as one text: what stands in a column is read as one."""

from collections.abc import Sequence
from itertools import combinations

from deckgen.deck.box import Box, box_around
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceShape,
    paragraphs_in,
    words_of_content,
)

_SHARED = 0.5
"""The share of the narrower width that two texts of one column share."""
_TOUCHING = 0.05
"""The share of a text's area that may lie on something else."""
_LIKE = 1.6
"""The ratio up to which two sizes are those of one text."""
_LEAD = 2.5
"""The ratio up to which they are those of a lead and what follows it, both of whole sentences."""
_SENTENCE = 4
"""Words from which on a text may be a sentence; a number and its label have fewer."""


def with_one_text(shapes: Sequence[SourceShape]) -> list[SourceShape]:
    """Return the shapes, text boxes of one column as one text; none if they are no column.

    What stands on a picture belongs to its place there, and is no column.
    """
    texts = [shape for shape in shapes if isinstance(shape.content, SlideText)]
    others = [shape for shape in shapes if shape not in texts]
    boxes = [shape.box for shape in texts if shape.box is not None]
    other_boxes = [shape.box for shape in others if shape.box is not None]
    if not boxes or len(boxes) < len(texts) or len(other_boxes) < len(others):
        return []
    if not _are_like(texts) or any(shape.caption for shape in shapes):
        return []
    if not all(_is_below(one, other) for one, other in combinations(boxes, 2)):
        return []
    if any(box.share_on(other) > _TOUCHING for box in boxes for other in other_boxes):
        return []
    lines = tuple(line for shape in texts for line in paragraphs_in(shape))
    joined = texts[0]._replace(
        content=SlideText(lines),
        box=box_around(boxes),
        placeholder="body",
        is_mono=all(shape.is_mono for shape in texts),
    )
    return [joined if shape is texts[0] else shape for shape in shapes if shape not in texts[1:]]


def _are_like(texts: Sequence[SourceShape]) -> bool:
    """Return whether the sizes of texts are those of one text."""
    sizes = [shape.largest_size for shape in texts]
    are_sentences = all(len(words_of_content(shape).split()) >= _SENTENCE for shape in texts)
    return max(sizes) <= (_LEAD if are_sentences else _LIKE) * min(sizes)


def _is_below(one: Box, other: Box) -> bool:
    """Return whether two boxes stand in one column, without lying on each other."""
    is_one_column = one.shared_width(other) > _SHARED * min(one.cx, other.cx)
    return is_one_column and one.shared_height(other) <= _SHARED * min(one.cy, other.cy)
