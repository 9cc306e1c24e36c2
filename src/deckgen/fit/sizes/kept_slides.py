"""Slides that several decks of one brand have, such as those of towns, are measured once."""

from deckgen.deck.slide import Slide
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.sizes.fill_placeholders import frames_of, with_fitted_foot
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.fit.sizes.sentence_lines import filled_slides
from deckgen.fit.text.text_height import frame_holds


def filled_once(slide: Slide, context: FitContext) -> list[MeasuredSlide]:
    """Return what `filled_slides` does, from an earlier deck if that had the same texts.

    The foot is fitted for each deck, as it may name a town. What goes on over several slides, or is
    reported, is not kept.
    """
    kept = context.cache.slides
    if kept is None or slide.graphics or slide.included:
        return filled_slides(slide, context)
    texts = slide.placeholders
    key = (texts, slide.role, slide.tone, slide.lang, slide.fit, slide.layout, slide.position)
    found = kept.get(key)
    if found is None:
        told = len(context.diagnostics)
        filled = filled_slides(slide, context)
        # What does not fit may have been told of another slide with the same line.
        fits = all(frame_holds(text.frame, text.extent) for text in filled[0].texts)
        if len(filled) == 1 and fits and len(context.diagnostics) == told:
            kept[key] = filled[0]
        return filled
    slide = with_fitted_foot(slide, frames_of(slide, context), context)
    return [found._replace(slide=slide.with_texts(dict(found.slide.placeholders)))]
