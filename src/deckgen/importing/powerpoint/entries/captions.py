"""Texts that belong together: captions and graphics, texts of one column, two-line titles."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil

from deckgen.deck.box import Box, box_around
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.outline_text import title_text
from deckgen.importing.powerpoint.reading.places import are_one_column
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceChart,
    SourceClip,
    SourcePicture,
    SourceShape,
    SourceTable,
    paragraphs_in,
    words_of_content,
)
from deckgen.template.resolve.placeholders import TEXTS

_LONGEST, _LONGEST_SOURCE, _MOST_LINES = 160, 320, 2
"""Characters of a caption; of one in small letters, such as a source; paragraphs of both."""
_GAP = 0.12
"""The share of the slide's usual height, 7.5 inches, that may lie between picture and caption."""
_HEIGHT = 6_858_000
_SMALL = 14
"""Points up to which a text at the foot of a slide is a source."""
_BESIDE = 0.5
_MOST_GRAPHICS = 100
_OURS = re.compile("Caption [0-9]{1,4}")
_FEWEST_CARDS, _ALIKE = 3, 1.05
"""The fewest boxes that are a list, and the ratio up to which their sides count as equal."""
_TOUCHING = 0.12
"""The share of a text's area that may lie on something else."""
_LIKE = 1.6
"""The ratio up to which two sizes belong to one text."""
_LEAD = 2.5
"""The same for a lead and the text after it, both of whole sentences."""
_LETTER, _LINE = 0.55, 1.2
"""The width of a letter and the distance of lines, in times the size of a text."""
_INSETS = 7.2
"""Points above and below the lines of a text box (ECMA-376 Part 1, 21.1.2.1.1)."""
_SENTENCE = 4
"""Words from which on a text may be a sentence; a number and its label have fewer."""
_LONGEST_TITLE = 90
"""Characters of a headline with the line below it."""
_LOW = 1.2
"""How high that line may be, in times the height of the title."""
_BELOW = 0.7
"""The share of the narrower width that both share."""
_ENDS = frozenset(".:;!?…–-")
"""What a headline may end with; else a colon follows."""


def with_captions(shapes: Sequence[SourceShape]) -> list[SourceShape]:
    """Return the shapes; text boxes that are captions belong to the shapes above them.

    A slide of more than a hundred graphics has no captions.
    """
    kinds = SourcePicture | SourceClip | SourceChart
    graphics = [at for at, shape in enumerate(shapes) if isinstance(shape.content, kinds)]
    if len(graphics) > _MOST_GRAPHICS:
        return list(shapes)
    typed = (each.largest_size for each in shapes if each.placeholder in TEXTS)
    smallest = min(filter(None, typed), default=0.0)
    owners: dict[int, int] = {}
    for at, shape in enumerate(shapes) if graphics else ():
        if _may_be_caption(shape, smallest):
            above = (
                over
                for over in graphics
                if over not in owners
                and (
                    _is_below(shapes[over], shape)
                    or (len(graphics) == 1 and _is_source(shapes[over], shape))
                )
            )
            if (owner := next(above, None)) is not None:
                owners[owner] = at
    captions = set(owners.values())
    return [
        shape._replace(caption=paragraphs_in(shapes[owners[at]])) if at in owners else shape
        for at, shape in enumerate(shapes)
        if at not in captions
    ]


def _may_be_caption(shape: SourceShape, smallest: float) -> bool:
    """Return whether a text is one or two short lines, and no headline of a `smallest` text."""
    largest = _SMALL if shape.placeholder else _LIKE * (smallest or shape.largest_size)
    if shape.largest_size > largest or not isinstance(shape.content, SlideText):
        return False
    lines = [line for line in paragraphs_in(shape) if line.words.strip()]
    is_list = len(lines) > _MOST_LINES or any(line.mark != "none" for line in lines)
    longest = _LONGEST if shape.largest_size > _SMALL else _LONGEST_SOURCE
    return not is_list and len(words_of_content(shape)) <= longest


def _is_below(shape: SourceShape, caption: SourceShape) -> bool:
    if _OURS.fullmatch(caption.name):
        return True
    shared = shape.box.shared_width(caption.box)
    gap = caption.box.y - shape.box.bottom
    is_near = -_GAP * _HEIGHT / 2 <= gap <= _GAP * _HEIGHT
    return is_near and shared > _BESIDE * min(shape.box.cx, caption.box.cx)


def _is_source(shape: SourceShape, text: SourceShape) -> bool:
    """Return whether a small text stands anywhere below the only graphic of a slide."""
    is_below = text.box.y >= shape.box.bottom - text.box.cy // 2
    return is_below and text.largest_size <= _SMALL


def with_one_text(shapes: Sequence[SourceShape]) -> list[SourceShape]:
    """Return the shapes, text boxes of one column as one text, or cards as one list; else nothing.

    What stands on a picture belongs to its place there, and is no column.
    """
    texts = [shape for shape in shapes if isinstance(shape.content, SlideText)]
    others = [shape for shape in shapes if shape not in texts]
    if not others and _are_cards(texts):
        lines = [line for shape in texts for line in _as_item(paragraphs_in(shape))]
    elif _are_column(texts, others):
        is_code = all(shape.is_mono for shape in texts)
        parts = texts if is_code else map(with_code_as_text, texts)
        lines = [line for shape in parts for line in paragraphs_in(shape)]
    else:
        return []
    joined = texts[0]._replace(
        content=SlideText(tuple(lines)),
        box=box_around([words_box(shape) for shape in texts]),
        placeholder="body",
        is_mono=all(shape.is_mono for shape in texts),
    )
    return [joined if shape is texts[0] else shape for shape in shapes if shape not in texts[1:]]


def with_code_as_text(shape: SourceShape) -> SourceShape:
    """Return a listing as one paragraph of code, a line each, to stand with other text."""
    if not shape.is_mono or "\n" not in words_of_content(shape):
        return shape
    runs: list[SourceRun] = []
    for line in paragraphs_in(shape):
        for run in (*line.runs, SourceRun("\n")):
            first, *others = run.text.replace("\xa0", " ").split("\n")
            runs.append(run._replace(text=first, code=True))
            for each in others:
                runs += (SourceRun("\n"), run._replace(text=each, code=True))
    return shape._replace(content=SlideText((SourceParagraph(tuple(runs[:-2])),)), is_mono=False)


def _are_cards(texts: Sequence[SourceShape]) -> bool:
    """Return whether three texts or more are boxes of one size, in a row, a column or a grid."""
    boxes = [shape.box for shape in texts if not shape.placeholder and not shape.is_mono]
    return (
        len(texts) == len(boxes) >= _FEWEST_CARDS
        and all(max(sides) <= _ALIKE * min(sides) for sides in list(zip(*boxes, strict=True))[2:])
        and not any(one.shared_area(other) for one, other in combinations(boxes, 2))
        and all(line.mark == "none" for shape in texts for line in paragraphs_in(shape))
    )


def _as_item(lines: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Yield the lines of a card as an item of a list, the first one above the others."""
    for at, line in enumerate(line for line in lines if line.words.strip()):
        yield line._replace(mark="bullet", level=min(at, 1))


def _are_column(texts: Sequence[SourceShape], others: Sequence[SourceShape]) -> bool:
    """Return whether texts stand below one another, and on no graphic."""
    boxes = [words_box(shape) for shape in texts]
    if not boxes:
        return False
    foot = _footnote(texts)
    return (
        _are_like([shape for shape in texts if shape is not foot])
        and (len(texts) == 1 or not any(shape.caption for shape in others))
        and all(are_one_column(one, other) for one, other in combinations(boxes, 2))
        and not any(box.share_on(other.box) > _TOUCHING for box in boxes for other in others)
    )


def _footnote(texts: Sequence[SourceShape]) -> SourceShape | None:
    """Return the last of several texts if it is a small one below placeholders."""
    *others, last = texts
    ends = [shape.box.bottom for shape in others]
    starts = last.box.y + last.box.cy // 2
    is_small = last.largest_size <= _SMALL
    are_typed = all(shape.placeholder for shape in others)
    return last if ends and is_small and are_typed and starts >= max(ends) else None


def words_box(shape: SourceShape) -> Box:
    """Return about the part of a text box that its words fill, from the top: the rest is air."""
    box = shape.box
    points = box.cx / EMU_PER_POINT
    letters = max(points / max(shape.largest_size * _LETTER, 1), 1)
    lines = sum(ceil(max(len(line.words), 1) / letters) for line in paragraphs_in(shape))
    height = lines * shape.largest_size * _LINE + _INSETS
    return box._replace(cy=min(box.cy, round(height * EMU_PER_POINT)))


def _are_like(texts: Sequence[SourceShape]) -> bool:
    """Return whether the sizes of texts are those of one text."""
    sizes = [shape.largest_size for shape in texts]
    are_sentences = all(len(words_of_content(shape).split()) >= _SENTENCE for shape in texts)
    return max(sizes) <= (_LEAD if are_sentences else _LIKE) * min(sizes)


def subhead_of(title: SourceShape, rest: Sequence[SourceShape]) -> SourceShape | None:
    """Return the one short line right below a title, above all else; None without one."""
    above, *below = rest or [title]
    if not below:
        return None
    lines = [line for line in paragraphs_in(above) if line.words.strip()]
    if len(lines) != 1 or lines[0].mark != "none" or "\n" in lines[0].words.strip():
        return None
    is_short = len(f"{title_text(paragraphs_in(title))} {lines[0].words}") <= _LONGEST_TITLE
    is_low = above.box.cy <= _LOW * title.box.cy
    is_near = abs(above.box.y - title.box.bottom) <= title.box.cy
    is_wide = above.box.shared_width(title.box) >= _BELOW * min(above.box.cx, title.box.cx)
    is_above = all(each.box.y >= above.box.bottom - above.box.cy // 2 for each in below)
    is_head = above.placeholder in TEXTS or any(
        each.placeholder in TEXTS and each.largest_size < above.largest_size for each in below
    )
    is_head |= all(isinstance(each.content, SourceTable) for each in below)
    is_placed = is_near and is_wide and is_above
    is_subhead = is_short and is_low and is_placed and is_head
    return above if is_subhead else None


def joined_title(headline: str, subhead: SourceShape) -> str:
    """Return a headline and the line below it as one line with its markup."""
    is_ended = headline.rstrip("*_")[-1:] in _ENDS
    return f"{headline}{'' if is_ended else ':'} {title_text(paragraphs_in(subhead))}"
