"""Headlines of two sentences: the second begins a line where a line more takes room from nobody."""

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import PAGES, Slide
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.sizes.fill_placeholders import fill_placeholders
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.fit.text.end_cost import sentence_starts
from deckgen.fit.text.last_words import with_no_break
from deckgen.fit.text.line_breaking import break_lines

_MOST_JOINS = 5
"""Blanks that may be joined, so that no word of the second sentence has room behind the first."""
_LEAST_HEADLINE = 0.85
"""The least share of its size that such a headline keeps."""


def filled_slides(slide: Slide, context: FitContext) -> list[MeasuredSlide]:
    """Return a slide with its text measured, and the slides that continue it."""
    filled = fill_placeholders(slide, context)
    start = _second_sentence(filled[0]) if len(filled) == 1 else 0
    if not start:
        return filled
    contents, at = dict(slide.placeholders), start
    for _ in range(_MOST_JOINS):
        (paragraph,) = contents["title"].paragraphs
        if (at := paragraph.text.find(" ", at)) < 0:
            break
        joined = paragraph._replace(runs=with_no_break(paragraph.runs, at))
        contents["title"] = contents["title"]._replace(paragraphs=(joined,))
        found = fill_placeholders(slide._replace(placeholders=tuple(contents.items())), context)
        if _is_apart(found[0], filled[0], start, context.fonts.reserve):
            return found
    return filled


def _second_sentence(measured: MeasuredSlide) -> int:
    """Return where the second sentence of a headline begins that may have a line more; else 0."""
    title, slide = measured.text("title"), measured.slide
    if title is None or title.extent.lines < 2 or slide.graphics or slide.role not in PAGES:
        return 0
    starts = sentence_starts(title.block[0].paragraph.text) if len(title.block) == 1 else []
    line, place = title.extent.height / title.extent.lines, title.frame.placeholder
    highest = max([box.cy for box in (place.box, *place.larger_boxes)]) / EMU_PER_POINT
    body = measured.text("body")
    is_full = body and body.frame.height - body.extent.height < line
    has_room = not is_full and title.extent.height + line <= highest
    return starts[0] if has_room and len(starts) == 1 else 0


def _is_apart(slide: MeasuredSlide, usual: MeasuredSlide, start: int, reserve: float) -> bool:
    """Return whether a headline has a line that ends before `start`, and no text is smaller.

    The headline itself may be a little smaller. The line ends there also where the font is as
    narrow as without the `reserve`.
    """
    end, ends = 0, set[int]()
    for one, other in zip(slide.texts, usual.texts, strict=True):
        if one.size < other.size * (_LEAST_HEADLINE if one.role == "title" else 1):
            return False
        if one.role == "title":
            _, _, text, space, *_ = one.block[0]
            space = space._replace(right=space.right * reserve)
            for line in break_lines(text, space, one.size):
                end += sum([len(piece) + (blank > 0) for _, blank, piece in line])
                ends.add(end)
    return start in ends
