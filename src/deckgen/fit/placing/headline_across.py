"""Questions with a word too wide for the headline's place, where another layout has a wider one."""

from deckgen.deck.slide import Slide
from deckgen.fit.sizes.fill_placeholders import frames_of
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.fit.text.text_height import breaks_words, measured_paragraphs


def with_headline_across(slide: Slide, context: FitContext) -> Slide:
    """Return a question with its headline across the page where a word of it would be cut beside.

    Its layout is then that of questions with a graphic, which has a place for their number.
    """
    above = slide._replace(role="two-contents")
    title = dict(slide.placeholders).get("title")
    own, wider = (frames_of(each, context) for each in (slide, above))
    frame, across = own.frames.get("title"), wider.frames.get("title")
    if title is None or frame is None or across is None or "progress" not in wider.frames:
        return slide
    if across.placeholder.inner_box.cx <= frame.placeholder.inner_box.cx:
        return slide
    block = measured_paragraphs(title.paragraphs, frame, context.fonts)
    return above if breaks_words(block, frame.size_steps[-1]) else slide
