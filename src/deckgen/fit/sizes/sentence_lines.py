"""Headlines of two sentences: the second begins a line where a line more takes room from nobody."""

from collections.abc import Iterator

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import Slide
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.sizes.fill_placeholders import fill_placeholders
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.fit.text.end_cost import sentence_starts
from deckgen.fit.text.last_words import with_no_break
from deckgen.fit.text.line_breaking import break_lines
from deckgen.fit.text.text_height import block_extent, measured_paragraphs
from deckgen.fonts.text_width import Fonts

_MOST_JOINS = 5
"""Blanks that may be joined, so that no word of the second sentence has room behind the first."""
_LEAST_HEADLINE = 0.85
"""The least share of its size that such a headline keeps."""


def filled_slides(slide: Slide, context: FitContext) -> list[MeasuredSlide]:
    """Return a slide with its text measured, and the slides that continue it."""
    filled = fill_placeholders(slide, context)
    for joined in _with_joined_sentence(filled[0], context.fonts) if len(filled) == 1 else ():
        found = fill_placeholders(joined, context)
        if _is_apart(found[0], filled[0]):
            return found
    return filled


def _with_joined_sentence(measured: MeasuredSlide, fonts: Fonts) -> Iterator[Slide]:
    """Yield the slide with ever more words joined at the beginning of its headline's last sentence.

    There is none if the headline is not two sentences on several lines, or has no room for another
    line above the body.
    """
    title, body = measured.text("title"), measured.text("body")
    if title is None or title.extent.lines < 2 or len(title.block) > 1 or measured.slide.graphics:
        return
    lines, height, *_ = title.extent
    place = title.frame.placeholder
    highest = max([box.cy for box in (place.box, *place.larger_boxes)]) / EMU_PER_POINT
    is_full = body and body.frame.height - body.extent.height < height / lines
    if is_full or height / lines * (lines + 1) > highest:
        return
    paragraph = title.block[0].paragraph
    starts = sentence_starts(paragraph.text)
    contents = dict(measured.slide.placeholders)
    at = starts[0] if len(starts) == 1 else -1
    for _ in range(_MOST_JOINS if at > 0 else 0):
        at = paragraph.text.find(" ", at)
        if at < 0:
            return
        paragraph = paragraph._replace(runs=with_no_break(paragraph.runs, at))
        block = measured_paragraphs((paragraph,), title.frame, fonts)
        if block_extent(block, title.sizes).lines <= lines + 1:
            contents["title"] = contents["title"]._replace(paragraphs=(paragraph,))
            yield measured.slide._replace(placeholders=tuple(contents.items()))


def _is_apart(slide: MeasuredSlide, usual: MeasuredSlide) -> bool:
    """Return whether a headline's last sentence begins a line, at hardly a smaller size.

    All other texts are as large as they were on the `usual` slide.
    """
    if any(
        one.size < other.size * (_LEAST_HEADLINE if one.role == "title" else 1)
        for one, other in zip(slide.texts, usual.texts, strict=True)
    ):
        return False
    title = next(text for text in slide.texts if text.role == "title")
    (one,) = title.block
    end, (start,) = 0, sentence_starts(one.paragraph.text)
    for line in break_lines(one.text, one.space, title.size):
        end += sum([len(text) + (blank > 0) for _, blank, text in line])
        if end == start:
            return True
    return False
