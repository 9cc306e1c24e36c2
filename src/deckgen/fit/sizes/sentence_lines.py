"""Headlines of two sentences: the second one begins a line if the page has room for a line more."""

from deckgen.deck.slide import PAGES, Slide
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.sizes.fill_placeholders import fill_placeholders, frames_of
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.fit.sizes.layout_frames import FitCache, LayoutFrames
from deckgen.fit.text.end_cost import sentence_starts
from deckgen.fit.text.last_words import with_no_break
from deckgen.fit.text.line_breaking import break_lines
from deckgen.fit.text.text_height import text_frame
from deckgen.support.diagnostics import Diagnostics

_MOST_JOINS = 5
"""The most no-break spaces that push the second sentence onto its own line."""
_LEAST_SHARES = 0.9, 0.7
"""The least share of its size that the headline keeps; the second is tried if the first fails."""


def filled_slides(slide: Slide, context: FitContext) -> list[MeasuredSlide]:
    """Return a slide with its text measured, and the slides that continue it."""
    filled = fill_placeholders(slide, context)
    usual = filled[0]
    start = _second_sentence(usual) if len(filled) == 1 else 0
    if not start:
        return filled
    for least in _LEAST_SHARES:
        if found := _with_sentence_apart(slide, usual, start, context, least):
            return [found]
    return filled


def _with_sentence_apart(
    slide: Slide, usual: MeasuredSlide, start: int, context: FitContext, least: float
) -> MeasuredSlide | None:
    """Return a slide with a headline line that ends before `start`; None if there is no such way.

    The headline keeps at least the share `least` of its size.
    """
    trial = _with_large_headline(usual, context, least)
    contents, at = dict(slide.placeholders), start
    for _ in range(_MOST_JOINS):
        (paragraph,) = contents["title"].paragraphs
        if (at := paragraph.text.find(" ", at)) < 0:
            return None
        contents["title"] = contents["title"]._replace(paragraphs=(with_no_break(paragraph, at),))
        trial = trial._replace(diagnostics=Diagnostics())
        found, *more = fill_placeholders(slide.with_texts(contents), trial)
        fits = not (more or len(trial.diagnostics))
        if fits and _is_apart(found, usual, start, context.fonts.reserve, least):
            # It may be set as small as usual, for it to be as its neighbours are.
            steps = [text.frame.size_steps for text in usual.texts]
            texts = zip(found.texts, steps, strict=True)
            frames = ((text, text.frame._replace(size_steps=sizes)) for text, sizes in texts)
            return found.with_texts(text._replace(frame=frame) for text, frame in frames)
    return None


def _second_sentence(measured: MeasuredSlide) -> int:
    """Return where the second sentence of a headline begins; 0 without one."""
    title, slide = measured.text("title"), measured.slide
    if title is None or title.extent.lines < 2 or slide.graphics or slide.role not in PAGES:
        return 0
    starts = sentence_starts(title.block[0].paragraph.text) if len(title.block) == 1 else []
    return starts[0] if len(starts) == 1 else 0


def _with_large_headline(usual: MeasuredSlide, context: FitContext, least: float) -> FitContext:
    """Return a context in which a headline takes more height before it is set much smaller."""
    slide, frames = usual.slide, frames_of(usual.slide, context)
    (title,) = [text for text in usual.texts if text.role == "title"]
    sizes = [size for size, *_ in title.frame.size_steps if size >= title.size * least]
    place = frames.frames["title"].placeholder._replace(minimum_size=sizes[-1])
    large = {**frames.frames, "title": text_frame(place, context.minimum_size, context.fonts)}
    cache = FitCache()
    cache.layouts[slide.layout_key] = LayoutFrames(frames.layout, large, {})
    return context._replace(cache=cache, slide_ids=set(context.slide_ids))


def _is_apart(
    slide: MeasuredSlide, usual: MeasuredSlide, start: int, reserve: float, share: float
) -> bool:
    """Return whether a headline line ends before `start`, and all other texts keep their room.

    The headline itself may be a little smaller, or in a higher place. It may not be in a wider
    place, which may lie across what a template draws and is for text that fits nowhere else. The
    line must end there in narrow fonts, too, which do not use the `reserve`.
    """
    end, ends = 0, set[int]()
    for one, other in zip(slide.texts, usual.texts, strict=True):
        least = other.size * (share if one.role == "title" else 1)
        if one.size < least or one.space_before != other.space_before:
            return False
        if one.role == "title":
            if one.frame.placeholder.box.cx > other.frame.placeholder.box.cx:
                return False
            _, _, text, space, *_ = one.block[0]
            space = space._replace(right=space.right * reserve)
            for line in break_lines(text, space, one.size):
                end += sum([len(piece) + (blank > 0) for _, blank, piece in line])
                ends.add(end)
    return start in ends
