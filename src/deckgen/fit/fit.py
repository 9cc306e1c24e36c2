"""Fit every text to its placeholder: smaller first, then over further slides; nothing is lost.

docs/decisions/fitting-text.md gives the order and its reasons.
"""

from itertools import chain, groupby
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from deckgen.deck.layout import LayoutOf
from deckgen.deck.slide import COLUMNS, SEVERAL_CONTENTS, Deck, LayoutRole, Slide
from deckgen.fit.marks.alignment import (
    with_capitals_on_pictures,
    with_even_headings,
    with_texts_on_baseline,
)
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.reports.text_warnings import warn_of_cut_words, warn_of_density
from deckgen.fit.sizes.balanced_slides import with_fitted_texts
from deckgen.fit.sizes.fill_placeholders import frames_of, with_fitted_foot
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.fit.sizes.growth import LARGEST_TEXT, with_larger_display, with_room_filled
from deckgen.fit.sizes.headline_order import (
    STAYING,
    with_alike_headlines,
    with_alike_kickers,
    with_close_author,
    with_close_small_texts,
    with_even_headlines,
    with_smaller_parts,
)
from deckgen.fit.sizes.layout_frames import FitCache
from deckgen.fit.sizes.running_text import is_statement, with_text_filled
from deckgen.fit.sizes.sentence_lines import filled_slides
from deckgen.fit.sizes.two_columns import in_two_columns, stands_in_columns
from deckgen.fit.text.text_height import Sizes, breaks_words, frame_holds, measured_paragraphs
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

if TYPE_CHECKING:
    from deckgen.fit.reports.explain import FittedSlide

_FAR_TOO_MUCH = 0.85
"""Share of the usual size below which a slide does not make its neighbours smaller."""
_MOST_KEPT = 2000
"""Slides that are kept for other decks."""
_LONG_WORD = 18
"""Characters of a word from which it may be too wide for the headline of a question."""
_IN_ROWS: frozenset[LayoutRole] = frozenset({"questions", "question"})
_RULED = _IN_ROWS | SEVERAL_CONTENTS
_MARKED = _RULED | {"quote"}


class FittedDeck(NamedTuple):
    """A deck in which every text fits."""

    deck: Deck
    slides: list[MeasuredSlide]

    @property
    def reports(self) -> "tuple[FittedSlide, ...]":
        """How each slide was fitted."""
        from deckgen.fit.reports.explain import fitted_slide

        return tuple(fitted_slide(slide) for slide in self.slides)


def fit(
    deck: Deck,
    layouts: LayoutOf,
    fonts: Fonts,
    minimum_size: int,
    diagnostics: Diagnostics,
    cache: FitCache | None = None,
) -> FittedDeck:
    """Return the deck with sizes at which every text fits; where none does, slides are continued.

    No text is set below `minimum_size` points, unless the layout's own size is below it. Text that
    cannot fit is an error: the deck must not be written. `cache` serves all decks of one brand.
    """
    for name in fonts.unknown:
        diagnostics.note(
            "unknown-font",
            f"How wide {name} is, deckgen does not know; it leaves more room than may be needed.",
            None,
            "In the brand.yaml, `fonts: {files: […]}` names its .ttf files; beside a `template`, "
            "`fonts: […]` does.",
        )
    ids = {slide.id for slide in deck.slides}
    cache = FitCache() if cache is None else cache
    context = FitContext(layouts, fonts, minimum_size, diagnostics, ids, cache, {})
    measured = [
        part
        for slide in deck.slides
        for placed in _on_layout(slide, context)
        for part in in_two_columns(placed, _filled_once(placed, context), context)
    ]
    if cache.slides is None or len(cache.slides) > _MOST_KEPT:
        cache.slides = {}
    first = layouts(*measured[0].slide.layout_key) if measured else None
    on_template = first is not None and first.least_size > 0
    if first and on_template:
        led = with_alike_headlines(measured, round(minimum_size * first.scale))
        alike = _alike(led, fonts.reserve, first.scale)
        measured = with_alike_kickers(alike)
    else:
        measured = _alike(measured, fonts.reserve)
    measured = [with_larger_display(with_smaller_parts(slide)) for slide in measured]
    warn_of_density(measured, diagnostics)
    warn_of_cut_words(measured, fonts, diagnostics)
    # On templates, texts keep the edges that their designer gave them.
    if not on_template:
        measured = [with_capitals_on_pictures(with_texts_on_baseline(slide)) for slide in measured]
    measured = [_with_parts_aligned(slide, fonts.reserve) for slide in measured]
    slides = []
    for slide in measured:
        fitted = with_fitted_texts(slide, fonts, cache.balanced)
        if fitted.role in _MARKED:
            fitted = with_close_author(_with_lines(fitted, slide, layouts, fonts), slide, fonts)
        slides.append(fitted)
    return FittedDeck(deck._replace(slides=tuple(slides)), measured)


def _filled_once(slide: Slide, context: FitContext) -> list[MeasuredSlide]:
    """Return what `filled_slides` does, from an earlier deck if that had the same texts.

    The foot, which may name a town, is fitted anew. Reported and continued slides are not kept.
    """
    kept = context.cache.slides
    if kept is None or slide.graphics or slide.included:
        return filled_slides(slide, context)
    texts, layout = slide.placeholders, slide.layout
    key = (texts, slide.role, slide.tone, slide.lang, slide.fit, layout, slide.position)
    if found := kept.get(key):
        slide = with_fitted_foot(slide, frames_of(slide, context), context)
        return [found._replace(slide=slide.with_texts(dict(found.slide.placeholders)))]
    told = len(context.diagnostics)
    filled = filled_slides(slide, context)
    # What does not fit may have been told of another slide with the same line.
    fits = all(frame_holds(text.frame, text.extent) for text in filled[0].texts)
    if len(filled) == 1 and fits and len(context.diagnostics) == told:
        kept[key] = filled[0]
    return filled


def _with_parts_aligned(slide: MeasuredSlide, reserve: float) -> MeasuredSlide:
    """Return a slide with links over the lines of an overview, and columns that begin alike."""
    if slide.slide.role == "questions":
        from deckgen.fit.marks.lines import with_line_links

        return with_line_links(slide, reserve)
    return with_even_headings(slide, reserve) if slide.slide.role in SEVERAL_CONTENTS else slide


def _with_lines(slide: Slide, measured: MeasuredSlide, layouts: LayoutOf, fonts: Fonts) -> Slide:
    if slide.included or slide.role not in _RULED:
        return slide
    layout = layouts(*slide.layout_key)
    body = layout.placeholder("body")
    is_ruled = body and body.row_rules != "none" and not stands_in_columns(measured)
    if slide.role in _IN_ROWS and is_ruled:
        from deckgen.fit.marks.lines import with_row_rules

        return with_row_rules(slide, measured, fonts.reserve)
    if slide.role in SEVERAL_CONTENTS and layout.has_column_rules:
        from deckgen.fit.marks.lines import with_column_rules

        return with_column_rules(slide, measured, fonts.reserve)
    return slide


def _on_layout(slide: Slide, context: FitContext) -> list[Slide]:
    """Return a slide on the layout that suits its words, or with its graphics placed.

    With graphics, slides may continue it.
    """
    if slide.graphics:
        from deckgen.fit.placing.placed_slides import placed_slides

        return placed_slides(slide, context)
    if slide.role != "question" or slide.layout:
        return [slide]
    if max(map(len, slide.title.split()), default=0) < _LONG_WORD:
        return [slide]
    return [_with_headline_across(slide, context)]


def _with_headline_across(slide: Slide, context: FitContext) -> Slide:
    """Return a question with its headline across the page where a word of it would be cut beside.

    Its layout is then that of questions with a graphic, which has a place for their number.
    """
    above = slide._replace(role="two-contents")
    title = slide.text("title")
    own, wider = (frames_of(each, context) for each in (slide, above))
    frame, across = own.frames.get("title"), wider.frames.get("title")
    if title is None or frame is None or across is None or "progress" not in wider.frames:
        return slide
    place = frame.placeholder
    widest = max([place.inner_box.cx, *[box.cx for box in place.larger_boxes]])
    if across.placeholder.inner_box.cx <= widest:
        return slide
    block = measured_paragraphs(title.paragraphs, frame, context.fonts)
    return above if breaks_words(block, frame.size_steps[-1]) else slide


def _alike(slides: list[MeasuredSlide], reserve: float, scale: float = 1) -> list[MeasuredSlide]:
    """Give the bodies of neighbours with one role one size: the smallest that one of them needs.

    This holds for the columns of one slide, too. A slide with so much text that it needs far
    less than the usual size is set smaller alone; one bullet or two alone on a page, and running
    text, are as large as they may be. So are three bullets, but no larger than `LARGEST_TEXT` where
    a neighbour has more. `scale` is that of the layouts.
    """
    measured: list[MeasuredSlide] = []
    for _, group in groupby(slides, _kind):
        run = list(group)
        apart = [
            slide.slide.role == "text" or is_statement(slide) or stands_in_columns(slide)
            for slide in run
        ]
        run, least = _at_one_step(run, apart)
        full = [least > 0 and _size(slide) < least for slide in run]
        roles = {text.role for slide in run for text in slide.texts}
        if "kicker" in roles:
            run = with_even_headlines(run)
        if not roles <= STAYING:
            run = with_close_small_texts(run)
        kinds = list(zip(run, apart, full, strict=True))
        usual = [slide for slide, alone, is_full in kinds if not (alone or is_full)]
        grown = iter(with_room_filled(usual, reserve, scale))
        beside = LARGEST_TEXT * scale if any(not _step(slide) for slide in usual) else inf
        measured += [
            with_text_filled(slide, beside) if alone else slide if is_full else next(grown)
            for slide, alone, is_full in kinds
        ]
    return measured


def _at_one_step(run: list[MeasuredSlide], apart: list[bool]) -> tuple[list[MeasuredSlide], float]:
    """Return neighbours, those that do not stand `apart` at the smallest step of one of them.

    Also return the least size in points of those that count; smaller ones have far too much text.
    """
    counted = [slide for slide, alone in zip(run, apart, strict=True) if not alone]
    texts = chain.from_iterable([slide.texts for slide in counted])
    if not any(text.size_step and text.role in COLUMNS for text in texts):
        return run, 0.0
    counted = [_with_columns_at(slide, _step(slide)) for slide in counted]
    sizes = sorted(size for slide in counted if (size := _size(slide)) < inf)
    least = (sizes[len(sizes) // 2] if sizes else 0) * _FAR_TOO_MUCH
    step = max([_step(slide) for slide in counted if _size(slide) >= least], default=0)
    others = iter([_with_columns_at(slide, max(step, _step(slide))) for slide in counted])
    return [s if alone else next(others) for s, alone in zip(run, apart, strict=True)], least


def _with_columns_at(slide: MeasuredSlide, step: int) -> MeasuredSlide:
    for role in COLUMNS:
        slide = slide.at_step(role, step)
    return slide


def _step(slide: MeasuredSlide) -> int:
    """Return the size step that the bodies of a slide need."""
    return max([text.size_step for text in slide.texts if text.role in COLUMNS], default=0)


def _size(slide: MeasuredSlide) -> float:
    """Return the size of the first body of a slide in points; infinite without a body."""
    return next((text.size for text in slide.texts if text.role in COLUMNS), inf)


def _kind(slide: MeasuredSlide) -> tuple[LayoutRole, tuple[Sizes, ...]]:
    """Return what neighbours must share: the role, and the possible sizes of the body."""
    body = slide.text("body")
    return slide.slide.role, body.frame.size_steps if body else ()
