"""The headline of a slide without a title placeholder: a text box that looks like one."""

import re
from collections.abc import Sequence

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourcePicture,
    SourceShape,
    Unread,
    paragraphs_in,
    words_of_content,
)
from deckgen.ooxml_rules.shape_queries import TITLE_TYPES

_LONGEST = 120
"""Characters of a headline."""
_ORNAMENTS = frozenset({"drawn shape", "line", "group of shapes"})
_MOST_LINES, _MOST_ON_COVERS = 2, 4
"""Lines of a headline; on the first slide it may have a line above and one below."""
_MOST_ON_PAGES = 9
"""Lines of a title page with all that stands on it."""
_TOP = 0.36
"""The share of the slide's height in which a headline begins."""
_MIDDLE = 0.3
"""The share of the height from which on the middle of a lone title makes it a section's."""
_USUAL = frozenset({"", "blank", "titleOnly", "obj"})
"""The types of layouts that do not say that a slide is a title page, though it may be one."""
TITLE_PAGES = frozenset({"title", "secHead"})
"""The types of layouts for covers and sections."""
_LARGE = 40
"""Points from which on the only text of a slide is its headline, wherever it stands."""
_SMALL = 0.7
"""The size, as a share of the headline's, up to which a text above it is a small one."""
_NUMBER = re.compile(r"0?[1-9][0-9]?[.)]?")


def with_headline(
    shapes: Sequence[SourceShape], height: int, *, is_first: bool = False
) -> list[SourceShape]:
    """Return the shapes of a slide, its headline as if it stood in a placeholder for titles.

    Nothing changes if a title is there, or if no text is clearly the headline. A bold first line of
    the only text is one, as pandoc sets headings of lower levels; a bold bullet is, if a gap
    follows. `height` is that of the slide in EMU. On the first slide it may stand at any height.
    """
    if any(shape.placeholder in TITLE_TYPES for shape in shapes):
        return list(shapes)
    texts = [
        shape
        for shape in shapes
        if isinstance(shape.content, SlideText) and any(map(str.isalpha, shape.content.words))
    ]
    largest = max((shape.largest_size for shape in texts), default=0)
    most = _MOST_ON_COVERS if is_first else _MOST_LINES
    candidates = [each for each in texts if each.largest_size == largest and _is_short(each, most)]
    if len(texts) == 1 and (headed := _parted(texts[0])):
        return [part for each in shapes for part in (headed if each is texts[0] else (each,))]
    lowest = height if is_first else _TOP * height
    if len(candidates) != 1 or not _is_headline(candidates[0], shapes, texts, lowest):
        return list(shapes)
    title = candidates[0]
    return [each._replace(placeholder="title") if each is title else each for each in shapes]


def with_number(shapes: Sequence[SourceShape]) -> list[SourceShape]:
    """Return shapes, the number of a section, large and alone with its title, as a part of it."""
    large = [each for each in shapes if each.placeholder != "subTitle" and not _is_ornament(each)]
    numbers = [each for each in large if _NUMBER.fullmatch(words_of_content(each).strip())]
    heads = [each for each in large if isinstance(each.content, SlideText) and each not in numbers]
    if len(large) != 2 or len(numbers) != 1 or not heads:
        return list(shapes)
    (number,), (head,) = numbers, heads
    if number.largest_size < _SMALL * head.largest_size or not _is_short(head, _MOST_LINES):
        return list(shapes)
    first, *rest = paragraphs_in(head)
    begun = first._replace(runs=(SourceRun(f"{words_of_content(number).strip()} "), *first.runs))
    kind = head.placeholder if head.placeholder in TITLE_TYPES else "title"
    title = head._replace(content=SlideText((begun, *rest)), placeholder=kind)
    return [title if each is head else each for each in shapes if each is not number]


def _parted(shape: SourceShape) -> tuple[SourceShape, ...]:
    """Return a text as its bold first line, a title, and the rest; nothing without such a line."""
    lines = [line for line in paragraphs_in(shape) if line.words.strip()]
    if len(lines) < 2 or len(lines[0].words) > _LONGEST:
        return ()
    is_apart = not paragraphs_in(shape)[1].words.strip()
    is_head = _is_bold(lines[0]) and (lines[0].mark == "none" or is_apart)
    if not is_head or (_is_bold(lines[1]) and lines[1].mark == "none"):
        return ()
    title = shape._replace(content=SlideText((lines[0],)), placeholder="title")
    return title, shape._replace(content=SlideText(tuple(lines[1:])))


def _is_bold(line: SourceParagraph) -> bool:
    return all(run.bold for run in line.runs if run.text.strip())


def sort_of_layout(layout: str, shapes: Sequence[SourceShape], height: int) -> str:
    """Return the type of a layout; `secHead` if a usual one holds a title as sections do.

    Such a title stands alone, away from the top edge; a centred one may have a short subtitle.
    """
    kinds = {each.placeholder for each in shapes}
    middles = [each.box.y + each.box.cy / 2 for each in shapes]
    is_alone = kinds <= TITLE_TYPES and len(shapes) == 1 and middles[0] >= _MIDDLE * height
    are_short = all(_is_short(each, _MOST_LINES) for each in shapes)
    is_headed = are_short and kinds == {"ctrTitle", "subTitle"}
    return "secHead" if layout in _USUAL and (is_alone or is_headed) else layout


def without_ornaments(shapes: Sequence[SourceShape], layout: str) -> list[SourceShape]:
    """Return a title with the few texts of its page, without what is drawn around them.

    Where something else stands, a drawing may belong to it: nothing changes. Pictures may stand on
    a layout for title pages, whose type is `layout`.
    """
    said = [shape for shape in shapes if not _is_ornament(shape)]
    has_title = any(shape.placeholder in TITLE_TYPES for shape in said)
    lines = sum(len(paragraphs_in(each)) for each in said)
    usual = SlideText | SourcePicture if layout in TITLE_PAGES else SlideText
    is_page = has_title and all(isinstance(each.content, usual) for each in said)
    return said if is_page and lines <= _MOST_ON_PAGES else list(shapes)


def _is_ornament(shape: SourceShape) -> bool:
    content = shape.content
    return isinstance(content, Unread) and content.what in _ORNAMENTS and not content.words.strip()


def _is_short(shape: SourceShape, most: int) -> bool:
    lines = [line for line in paragraphs_in(shape) if line.words.strip()]
    is_list = any(line.mark != "none" for line in lines[1:])
    return len(words_of_content(shape)) <= _LONGEST and len(lines) <= most and not is_list


def _is_headline(
    shape: SourceShape, shapes: Sequence[SourceShape], texts: Sequence[SourceShape], lowest: float
) -> bool:
    if len(shapes) == 1:
        return True
    top = shape.box.y
    above = [each for each in shapes if each.box.bottom <= top]
    if len(texts) == 1 and any(not isinstance(each.content, SourcePicture) for each in above):
        return False
    is_above_texts = all(
        each is shape or each.box.y >= top or each.largest_size <= _SMALL * shape.largest_size
        for each in texts
    )
    is_high = top < lowest or (len(texts) == 1 and shape.largest_size >= _LARGE)
    return is_above_texts and is_high and not _is_caption(shape, shapes)


def _is_caption(shape: SourceShape, shapes: Sequence[SourceShape]) -> bool:
    """Return whether a picture ends right above a text, and is as wide."""
    box = shape.box
    return any(
        isinstance(each.content, SourcePicture)
        and each.box.bottom <= box.y + box.cy // 2
        and each.box.cy > 2 * box.cy
        for each in shapes
    )
