"""Fill the placeholders of a slide: choose sizes, continue it, report text that cannot fit."""

from operator import itemgetter

from deckgen.deck.layout import AnyRole, FooterRole
from deckgen.deck.slide import (
    COLUMNS,
    PAGES,
    Fit,
    PlaceholderRole,
    Slide,
    numbered_slides,
    with_title_suffix,
)
from deckgen.deck.text_body import TextBody
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.sizes.fitting_sizes import (
    FitContext,
    allowed_size_steps,
    larger_frames,
    text_at_step,
    text_that_fits,
)
from deckgen.fit.sizes.layout_frames import (
    LayoutFrames,
    date_towards_footer,
    footer_over_date,
    measured_layout,
)
from deckgen.fit.sizes.shared_span import with_shared_span
from deckgen.fit.text.text_height import (
    Block,
    TextFrame,
    block_fits,
    measured_paragraphs,
    text_frame,
    words_that_fit,
)

_SUFFIX = " (10/10)"
"""A text as wide as the end of the titles of continued slides."""
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


def fill_placeholders(slide: Slide, context: FitContext) -> list[MeasuredSlide]:
    """Return the slide with its text measured and its sizes chosen, and the slides it goes on over.

    A slide of another deck stays as it is.
    """
    if slide.included:
        return [MeasuredSlide(slide, slide.included.layout, ())]
    whole = layout = with_shared_span(slide, frames_of(slide, context), context)
    if slide.graphics:
        whole = layout = _with_own_boxes(slide, whole, context)
    slide = with_fitted_foot(slide, layout, context)
    texts = []
    for role, content in slide.placeholders:
        frame = layout.frames.get(role)
        if frame is None:
            continue
        text = text_that_fits(slide, role, content, frame, context)
        is_usual = text is not None and text.is_usual
        if role == "body" and slide.role == "closing" and not (slide.graphics or is_usual):
            frame = _over_code(frame, layout, context)
            text = text_that_fits(slide, role, content, frame, context)
        sentence: Block = ()
        if text is None and role == "body" and _may_continue(slide):
            from deckgen.fit.text.pagination import TooLongError

            try:
                return _continued(slide, whole, content, context)
            except TooLongError as too_long:
                sentence = (too_long.sentence,)
        text = (
            text
            or _in_small_text(slide, role, content, layout, context)
            or _too_long(slide, role, content, frame, context, sentence)
        )
        texts.append(text)
        if role == "title" and content.box is None:
            layout = whole.below(text)
    return [_measured_slide(slide, layout, tuple(texts))]


def _over_code(frame: TextFrame, layout: LayoutFrames, context: FitContext) -> TextFrame:
    """Return the frame of a contact, widened by the place of a code that the page lacks."""
    found, own = layout.layout, frame.placeholder.box
    if found.least_size or not found.has_graphic_box("second"):
        return frame
    code = found.graphic_box("second")
    is_beside = code.y <= own.y and code.bottom >= own.bottom
    if code.x < own.right or not is_beside:
        return frame
    placeholder = frame.placeholder.in_box(own._replace(cx=code.right - own.x))
    return text_frame(placeholder, context.minimum_size, context.fonts)


def frames_of(slide: Slide, context: FitContext) -> LayoutFrames:
    """Return the frames of the slide's layout; each layout is measured once."""
    key, known = slide.layout_key, context.cache.layouts
    measured = known.get(key)
    if measured is None:
        layout = context.layouts(*key)
        measured = known[key] = measured_layout(layout, context.minimum_size, context.fonts)
    if measured.with_kicker and slide.has("kicker"):
        return measured.with_kicker
    return measured


def frames_below_headline(slide: Slide, layout: LayoutFrames, context: FitContext) -> LayoutFrames:
    """Return the frames of a layout whose bodies begin below the slide's headline."""
    frame, title = layout.frames.get("title"), slide.text("title")
    if frame is None or title is None or title.box is not None:
        return layout
    text = text_that_fits(slide, "title", title, frame, context)
    return layout.below(text) if text else layout


def _measured_slide(
    slide: Slide, layout: LayoutFrames, texts: tuple[MeasuredText, ...], why_split: str = ""
) -> MeasuredSlide:
    """Return a measured slide; where graphics have their places, the text beside them stays."""
    gap = 0 if slide.graphics else layout.layout.headline_gap
    return MeasuredSlide(slide, layout.layout.name, texts, why_split, gap)


def _with_own_boxes(slide: Slide, layout: LayoutFrames, context: FitContext) -> LayoutFrames:
    """Return the frames; texts beside pictures have the boxes that the pictures leave them.

    These boxes are below the headline already.
    """
    if slide.role == "bleed":
        return layout
    frames = dict(layout.frames)
    for role, content in slide.placeholders:
        if content.box and (frame := frames.get(role)):
            moved = frame.placeholder.in_box(content.box)
            frames[role] = text_frame(moved, context.minimum_size, context.fonts)
    if frames == layout.frames:
        return layout
    return LayoutFrames(layout.layout._replace(headline_gap=0), frames, {})


def with_fitted_foot(slide: Slide, layout: LayoutFrames, context: FitContext) -> Slide:
    """Return the slide with its footer and its date at a size at which they fit."""
    if slide.footer is None and slide.day is None:
        return slide
    footer = _footer(slide, "footer", slide.footer, layout, context)
    day = _footer(slide, "day", slide.day, layout, context)
    return slide._replace(footer=footer, day=day)


def _footer(
    slide: Slide,
    role: FooterRole,
    content: TextBody | None,
    layout: LayoutFrames,
    context: FitContext,
) -> TextBody | None:
    """Return a footer or date at a size that fits; report it if none does."""
    frame = layout.frames.get(role)
    if content is None or frame is None:
        return content
    over = footer_over_date(layout.layout) if slide.day is None else None
    wider = date_towards_footer(layout.layout) if role == "day" else over
    key = (content, wider or frame.placeholder)
    footer = context.footers.get(key)
    if footer is None:
        block = measured_paragraphs(content.paragraphs, frame, context.fonts)
        footer = _on_foot(content, block, frame)
        if footer is None and wider:
            frame = text_frame(wider, context.minimum_size, context.fonts)
            block = measured_paragraphs(content.paragraphs, frame, context.fonts)
            footer = _on_foot(content._replace(box=wider.box), block, frame)
        if footer is None:
            _report(slide, role, block, frame, context)
            footer = content
        context.footers[key] = footer
    return footer


def _on_foot(content: TextBody, block: Block, frame: TextFrame) -> TextBody | None:
    """Return a text of the foot at the largest size at which it fits; None if there is none."""
    for step, sizes in enumerate(frame.size_steps):
        if block_fits(block, sizes, frame):
            return content._replace(sizes=sizes if step else ())
    return None


def _may_continue(slide: Slide) -> bool:
    """Return whether a body that does not fit may go on over several slides.

    One beside others may not: its parts would stand apart. Nor may one of a cover or closing page.
    """
    return not slide.has("second") and slide.role in PAGES and slide.fit in {"auto", "split"}


def _in_small_text(
    slide: Slide,
    role: PlaceholderRole,
    content: TextBody,
    layout: LayoutFrames,
    context: FitContext,
) -> MeasuredText | None:
    """Return a text below the least size, with a warning; None if its layout forbids that."""
    frame, least = layout.frames[role], layout.layout.least_size
    if not least or slide.fit not in {"auto", "shrink"}:
        return None
    placeholder = frame.placeholder._replace(minimum_size=least)
    smaller = text_frame(placeholder, least, context.fonts)
    text = text_that_fits(slide, role, content, smaller, context)
    if text is None:
        return None
    context.diagnostics.warning(
        "small-text",
        f"This {_NAMES.get(role, 'text')} fits on the template's layout “{layout.layout.name}” at "
        f"{text.size} points only.",
        content.paragraphs[0].span or slide.span,
        _HINTS[slide.fit] if role in COLUMNS else "Shorten it.",
    )
    return text


def _too_long(
    slide: Slide,
    role: PlaceholderRole,
    content: TextBody,
    frame: TextFrame,
    context: FitContext,
    sentence: Block = (),
) -> MeasuredText:
    """Report a text, or a sentence of it, that does not fit, and return it at its least size."""
    block = measured_paragraphs(content.paragraphs, frame, context.fonts)
    _report(slide, role, sentence or block, frame, context)
    return text_at_step(role, frame, block, allowed_size_steps(slide, role, frame)[-1])


def _continued(
    slide: Slide, layout: LayoutFrames, written: TextBody, context: FitContext
) -> list[MeasuredSlide]:
    """Return the slides that a body goes on over; their titles have one size.

    Raises TooLongError for a sentence that fits on no slide.
    """
    from deckgen.fit.text.pagination import continued_list, list_numbers, split_body

    body = frames_below_headline(with_title_suffix(slide, _SUFFIX), layout, context).frames["body"]
    block = measured_paragraphs(written.paragraphs, body, context.fonts)
    allowed = allowed_size_steps(slide, "body", body)
    size_step, parts = split_body(block, body, allowed, context.fonts)
    numbers = list_numbers(written.paragraphs, body.placeholder.level_styles)
    why = f"the text needs {len(parts)} slides, even at {body.size_steps[-1][0]} points"
    if slide.fit == "split":
        why = f"the text needs {len(parts)} slides at the layout's own size"
    slides = []
    pages = numbered_slides(slide, len(parts), context.slide_ids)
    for page, part in zip(pages, parts, strict=True):
        shown = TextBody(continued_list((measured.paragraph for measured in part), numbers))
        contents = dict(page.placeholders) | {"body": shown}
        each = page.with_texts(contents)
        frames = frames_below_headline(each, layout, context)
        texts = [
            text_at_step(role, frame, part, size_step)
            if role == "body"
            else text_that_fits(each, role, content, frame, context)
            or _too_long(each, role, content, frame, context)
            for role, content in each.placeholders
            if (frame := frames.frames.get(role))
        ]
        slides.append(_measured_slide(each, frames, tuple(texts), why))
    step = max((text.size_step for slide in slides if (text := slide.text("title"))), default=0)
    return [slide.at_step("title", step) for slide in slides]


def _report(
    slide: Slide, role: AnyRole, block: Block, frame: TextFrame, context: FitContext
) -> None:
    """Report a text that cannot fit, with the number of words that fit in its largest box."""
    sizes = frame.size_steps[allowed_size_steps(slide, role, frame)[-1]]
    count, past = max(
        (
            words_that_fit(block, sizes, each, context.fonts)
            for each in (frame, *larger_frames(frame, context))
        ),
        key=itemgetter(0),
    )
    span = past.paragraph.span or slide.span
    what = _NAMES.get(role, "text") if len(block) == 1 else "text"
    start = f"This {what} is too long: "
    if any(each.span == span and each.message.startswith(start) for each in context.diagnostics):
        return  # told already: the title of a slide that goes on
    have = sum(len(each.paragraph.text.split()) for each in block)
    hint = _HINTS[slide.fit] if role in COLUMNS else "Shorten it."
    size = sizes[past.level]
    room = f"of its {have} words, {count} fit at {size} points."
    if have == 1:
        room = f"as one word, it does not fit at {size} points."
        hint = "Part it, with blanks or hyphens."
    context.diagnostics.error("too-long", start + room, span, hint)
