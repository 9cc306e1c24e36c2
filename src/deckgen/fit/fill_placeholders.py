"""Fill the placeholders of one slide: choose sizes, go on over more slides, report what cannot."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from deckgen.deck.layout import AnyRole, FramePlaceholderRole, Layout, Placeholder
from deckgen.deck.slide import Fit, LayoutRole, PlaceholderRole, Slide, Tone
from deckgen.deck.text_body import TextBody
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.text_height import (
    MeasuredParagraph,
    TextFrame,
    block_extent,
    block_fits,
    breaks_words,
    frame_holds,
    measured_paragraphs,
    text_frame,
    words_that_fit,
)
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

if TYPE_CHECKING:
    from deckgen.fit.text.pagination import SplitBody

_GOING_ON: frozenset[LayoutRole] = frozenset(
    {"questions", "question", "bullets", "text", "two-contents", "three-contents"}
)
"""Slides whose body may go on over another; a cover or a closing page cannot."""
_SEVERAL_LINES = frozenset({"body", "second", "third"})
_NAMES: dict[AnyRole, str] = {
    "title": "title",
    "kicker": "kicker",
    "body": "sentence",
    "footer": "footer",
    "day": "date",
}
_HINTS: dict[Fit, str] = {
    "auto": "Shorten it, or make two of it.",
    "shrink": "Shorten it, or let it go on over a second slide (fit: auto).",
    "split": "Shorten it, or let it be set smaller (fit: auto).",
    "error": "Shorten it, or let deckgen make it fit (fit: auto).",
}


class LayoutFrames(NamedTuple):
    """A layout with the frames of its text."""

    name: str
    frames: Mapping[AnyRole, TextFrame]


FrameCache: TypeAlias = dict[tuple[LayoutRole, Tone], LayoutFrames]


class FitContext:
    """What filling one slide after another needs to know; the sets grow on the way."""

    def __init__(
        self,
        layouts: Callable[[LayoutRole, Tone], Layout],
        fonts: Fonts,
        minimum_size: int,
        diagnostics: Diagnostics,
        ids: set[str],
        pages: FrameCache,
    ) -> None:
        """`ids` is every slide id that is taken."""
        self.layouts = layouts
        self.fonts = fonts
        self.minimum_size = minimum_size
        self.diagnostics = diagnostics
        self.ids = ids
        self.pages = pages
        self.feet: dict[tuple[TextBody, Placeholder], TextBody] = {}
        """The lines at the foot that were looked at; most slides share them."""

    def page(self, slide: Slide) -> LayoutFrames:
        """Return the slide's layout as frames."""
        key = (slide.role, slide.tone)
        page = self.pages.get(key)
        if page is None:
            page = self.pages[key] = _page(self.layouts(*key), self)
        return page


def fill_placeholders(slide: Slide, filling: FitContext) -> list[MeasuredSlide]:
    """Return the slide with its text measured and set, or the slides that it goes on over.

    A slide of another deck stays as it is.
    """
    if slide.included:
        return [MeasuredSlide(slide, slide.included.layout, ())]
    page = filling.page(slide)
    body = page.frames.get("body")
    slide = _with_frame(slide, page, filling)
    texts = []
    for role, content in slide.placeholders:
        place = page.frames.get(role)
        if place is None:
            continue
        block = measured_paragraphs(content.paragraphs, place, filling.fonts)
        text = _on_one_slide(slide, role, block, place) or _with_more_room(
            slide, role, content, place, filling
        )
        if text is None and place is body and _may_go_on(slide):
            from deckgen.fit.text.pagination import TooLongError, split_body

            steps = _steps(slide, role, place)
            try:
                return _continued(
                    slide, page, split_body(block, place, steps, filling.fonts), filling
                )
            except TooLongError as too_long:
                _report(slide, role, (too_long.sentence,), place, filling)
                text = _filled(role, place, block, steps[-1])
        texts.append(text or _too_long(slide, role, block, place, filling))
    return [MeasuredSlide(slide, page.name, tuple(texts))]


def _with_frame(slide: Slide, page: LayoutFrames, filling: FitContext) -> Slide:
    """Return the slide with its footer and its date set as large as their places hold them."""
    if slide.footer is None and slide.day is None:
        return slide
    return slide._replace(
        footer=_at_the_foot(slide, "footer", slide.footer, page, filling),
        day=_at_the_foot(slide, "day", slide.day, page, filling),
    )


def _at_the_foot(
    slide: Slide,
    role: FramePlaceholderRole,
    content: TextBody | None,
    page: LayoutFrames,
    filling: FitContext,
) -> TextBody | None:
    """Return a line of the frame with a size at which it fits; report one that fits at none."""
    place = page.frames.get(role)
    if content is None or place is None:
        return content
    key = (content, place.placeholder)
    found = filling.feet.get(key)
    if found is None:
        block = measured_paragraphs(content.paragraphs, place, filling.fonts)
        fitting = (
            step for step, sizes in enumerate(place.size_steps) if block_fits(block, sizes, place)
        )
        step = next(fitting, None)
        if step is None:
            _report(slide, role, block, place, filling)
        found = filling.feet[key] = content._replace(sizes=place.size_steps[step] if step else ())
    return found


def _page(layout: Layout, filling: FitContext) -> LayoutFrames:
    frames = {
        found.role: text_frame(found, filling.minimum_size, filling.fonts)
        for found in layout.placeholders
        if found.role is not None
    }
    return LayoutFrames(layout.name, frames)


def _steps(slide: Slide, role: AnyRole, place: TextFrame) -> range:
    """Return the steps of size that the slide allows for a text, the largest first."""
    own = slide.fit == "error" or (slide.fit == "split" and role == "body")
    return range(1 if own else len(place.size_steps))


def _may_go_on(slide: Slide) -> bool:
    """Return whether a body that does not fit may go on over several slides.

    One of several columns does not: what stands beside it would not belong to it any longer.
    """
    alone = not any(role == "second" for role, _ in slide.placeholders)
    return alone and slide.role in _GOING_ON and slide.fit in {"auto", "split"}


def _on_one_slide(
    slide: Slide, role: PlaceholderRole, block: tuple[MeasuredParagraph, ...], place: TextFrame
) -> MeasuredText | None:
    """Return text that stays on its slide, as large as it fits; None if it does not."""
    largest: MeasuredText | None = None
    for step in _steps(slide, role, place):
        sizes = place.size_steps[step]
        taken = block_extent(block, sizes)
        if frame_holds(place, taken):
            if not place.display or taken.lines == 1 or not breaks_words(block, sizes):
                return MeasuredText(role, place, block, step, taken)
            largest = largest or MeasuredText(role, place, block, step, taken)
    return largest


def _with_more_room(
    slide: Slide, role: PlaceholderRole, content: TextBody, place: TextFrame, filling: FitContext
) -> MeasuredText | None:
    """Return text in the larger box that its placeholder may be given; None if it has none."""
    room = place.placeholder.growth_limit
    if room is None:
        return None
    larger = text_frame(
        place.placeholder._replace(box=room, overrides_box=True),
        filling.minimum_size,
        filling.fonts,
    )
    return _on_one_slide(
        slide, role, measured_paragraphs(content.paragraphs, larger, filling.fonts), larger
    )


def _too_long(
    slide: Slide,
    role: PlaceholderRole,
    block: tuple[MeasuredParagraph, ...],
    place: TextFrame,
    filling: FitContext,
) -> MeasuredText:
    """Report a text that does not fit, and return it as small as it may be."""
    _report(slide, role, block, place, filling)
    return _filled(role, place, block, _steps(slide, role, place)[-1])


def _filled(
    role: PlaceholderRole, place: TextFrame, block: tuple[MeasuredParagraph, ...], step: int
) -> MeasuredText:
    return MeasuredText(role, place, block, step, block_extent(block, place.size_steps[step]))


def _continued(
    slide: Slide, page: LayoutFrames, found: "SplitBody", filling: FitContext
) -> list[MeasuredSlide]:
    """Return the slides that a body goes on over, their headlines alike in size."""
    from deckgen.fit.slide_continuation import continued_slides
    from deckgen.fit.text.list_numbering import continued_list, list_numbers

    body = page.frames["body"]
    written = next(content for role, content in slide.placeholders if role == "body")
    counted = list_numbers(written.paragraphs, body.placeholder.level_styles)
    paragraphs = [continued_list((one.paragraph for one in part), counted) for part in found.parts]
    least = body.size_steps[-1][0]
    why = f"the text needs {len(found.parts)} slides, even at {least} points"
    if slide.fit == "split":
        why = f"the text needs {len(found.parts)} slides at the layout's own size"
    slides = []
    for one, part in zip(
        continued_slides(slide, paragraphs, filling.ids), found.parts, strict=True
    ):
        texts = []
        for role, content in one.placeholders:
            place = page.frames.get(role)
            if place is None:
                continue
            if role == "body":
                texts.append(_filled(role, place, part, found.step))
            else:
                block = measured_paragraphs(content.paragraphs, place, filling.fonts)
                text = _on_one_slide(one, role, block, place) or _with_more_room(
                    one, role, content, place, filling
                )
                texts.append(text or _too_long(one, role, block, place, filling))
        slides.append(MeasuredSlide(one, page.name, tuple(texts), why))
    step = max((text.size_step for one in slides if (text := one.text("title"))), default=0)
    return [one.at_step("title", step) for one in slides]


def _report(
    slide: Slide,
    role: AnyRole,
    block: tuple[MeasuredParagraph, ...],
    place: TextFrame,
    filling: FitContext,
) -> None:
    """Report a text that cannot fit, with the number of words that would."""
    from deckgen.fit.text.paragraph_parts import word_count

    sizes = place.size_steps[_steps(slide, role, place)[-1]]
    count, past = words_that_fit(block, sizes, place, filling.fonts)
    have = word_count(one.paragraph for one in block)
    what = _NAMES.get(role, "text") if len(block) == 1 else "text"
    hint = _HINTS[slide.fit] if role in _SEVERAL_LINES else "Shorten it."
    filling.diagnostics.error(
        "too-long",
        f"This {what} is too long: of its {have} words, {count} fit at {sizes[past.level]} points.",
        past.paragraph.span or slide.span,
        hint,
    )
