"""Headlines and what belongs to them: sizes that fall, and small texts that stand close.

Layouts of a generated brand are made so. On those of a template, headlines are set smaller where
they are long, and the body and the kicker follow.
"""

from math import ceil

from deckgen.deck.layout import EMU_PER_POINT, SHARE_ABOVE
from deckgen.deck.slide import COLUMNS, PAGES, PlaceholderRole, Slide
from deckgen.deck.text_body import TextBody
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.line_breaking import paragraph_lines
from deckgen.fit.text.text_height import block_extent
from deckgen.fonts.text_width import Fonts
from deckgen.support.grouped_values import grouped

STAYING = frozenset({"title", *COLUMNS})
"""What stays where it is on slides without other texts."""
_FAR_TOO_LONG = 0.8
"""A headline smaller than this share of most headlines is too long: the others do not follow it."""
_KICKER = 0.8
"""The largest size of a kicker, as a share of its headline's; also of a smaller one's subtitle."""
_BODY = 0.85
"""A body is set down to this share of a smaller headline's size, so that the headline leads."""
_LEAST_BODY = 24
"""The least points of such a body, if the headline is larger than that."""
_LED = 0.8
"""The largest size of a body below a smaller headline of a template, as a share of that."""
_AT_HEADLINE = 1.25
"""The largest size of a number beside a headline, as a share of the headline's."""
_WIDER = 1.08
"""How much higher a text may be if another font replaces its own."""
_ABOVE_QUOTATION, _ABOVE_ALONE = 0.4, 0.45
"""Share of the free height that a quotation has above it, and one without an author."""


def with_even_headlines(slides: list[MeasuredSlide]) -> list[MeasuredSlide]:
    """Return neighbours of one kind: headlines of one size, no larger bodies, smaller kickers.

    A headline far too long for it is smaller alone, with its body. Running text keeps its size.
    """
    titles = [title for slide in slides if (title := slide.text("title"))]
    if not titles:
        return slides
    middle = sorted(title.size for title in titles)[len(titles) // 2]
    usual = middle * _FAR_TOO_LONG
    step = max(title.size_step for title in titles if title.size >= usual)
    slides = [
        slide.at_step("title", max(title.size_step, step)) if title else slide
        for slide in slides
        for title in (slide.text("title"),)
    ]
    least = min(
        title.size for slide in slides if (title := slide.text("title")) and title.size >= usual
    )
    for role in COLUMNS if slides[0].slide.role != "text" else ():
        steps = [_step_of_body(slide, role, least) for slide in slides if slide.text(role)]
        step = max(steps, default=0)
        slides = [_with_no_larger_body(slide.at_step(role, step), role) for slide in slides]
    kickers = [kicker for slide in slides if (kicker := slide.text("kicker"))]
    step = max((_step_below(kicker, round(least * _KICKER)) for kicker in kickers), default=0)
    return [slide.at_step("kicker", step) for slide in slides]


def with_alike_headlines(slides: list[MeasuredSlide], floor: int) -> list[MeasuredSlide]:
    """Return the slides of a talk on a template, the headlines of their pages alike.

    Headlines of one size on their layouts have the least that most of them need; those far too long
    for it are smaller alone. Bodies below a smaller one stand back, to `floor` points at least.
    """
    titles = filter(None, map(_page_headline, slides))
    headlines = grouped((title.frame.size_steps[0][0], title.size) for title in titles)
    least = {own: _least_of_most(sizes) for own, sizes in headlines.items()}
    return [
        slide if title is None else _with_headline_of(slide, title, least, floor)
        for slide in slides
        for title in (_page_headline(slide),)
    ]


def _page_headline(slide: MeasuredSlide) -> MeasuredText | None:
    return slide.text("title") if slide.slide.role in PAGES else None


def _least_of_most(sizes: list[int]) -> int:
    usual = sorted(sizes)[(len(sizes) - 1) // 2] * _FAR_TOO_LONG
    return min(size for size in sizes if size >= usual)


def _with_headline_of(
    slide: MeasuredSlide, title: MeasuredText, least: dict[int, int], floor: int
) -> MeasuredSlide:
    step = _step_below(title, least[title.frame.size_steps[0][0]])
    slide = slide.at_step("title", step)
    size = title.frame.size_steps[step][0]
    for role in COLUMNS if step else ():
        if body := slide.text(role):
            slide = slide.at_step(role, _step_below(body, max(int(size * _LED), floor)))
    return slide


def _with_no_larger_body(slide: MeasuredSlide, role: PlaceholderRole) -> MeasuredSlide:
    title, body = slide.text("title"), slide.text(role)
    if title is None or body is None:
        return slide
    return slide.at_step(role, _step_below(body, title.size))


def _step_of_body(slide: MeasuredSlide, role: PlaceholderRole, headline: int) -> int:
    """Return the step of a body below a headline of a size in points.

    It keeps its proportion to the headline as in the layout, down to `_BODY` and `_LEAST_BODY`.
    """
    title, body = slide.text("title"), slide.text(role)
    if title is None or body is None:
        return 0 if body is None else _step_below(body, headline)
    own = body.frame.size_steps[0][0] / title.frame.size_steps[0][0]
    most = round(headline * min(max(own, _BODY), 1))
    return _step_below(body, max(most, min(headline, _LEAST_BODY)))


def _step_below(body: MeasuredText, size: int) -> int:
    """Return the first step at which a body is no larger than `size` points."""
    steps = body.frame.size_steps
    at = body.size_step
    while at + 1 < len(steps) and steps[at][0] > size:
        at += 1
    return at


def with_smaller_parts(slide: MeasuredSlide) -> MeasuredSlide:
    """Return a slide whose subtitle and number are smaller where its headline is."""
    title = slide.text("title")
    if title is None or not title.size_step:
        return slide
    if subtitle := slide.text("subtitle"):
        return slide.at_step("subtitle", _step_below(subtitle, round(title.size * _KICKER)))
    number = slide.text("progress")
    if number is None or number.frame.placeholder.anchor != title.frame.placeholder.anchor:
        return slide
    own, most = number.frame.size_steps[0][0], title.frame.size_steps[0][0]
    if own > most * _AT_HEADLINE:
        return slide
    return slide.at_step("progress", _step_below(number, round(own * title.size / most)))


def with_close_small_texts(slides: list[MeasuredSlide]) -> list[MeasuredSlide]:
    """Return neighbours of one kind, their kickers close above the headlines, authors close below.

    A subtitle stands as an author does. Kickers of neighbours stand at one height, headlines below
    them too. Only what stands in a box of the deck's own moves, a quotation above an author in such
    a box, and the bodies below a headline that moves.
    """
    slides = [_with_centred_quotation(slide) for slide in slides]
    kickers = [
        (title, kicker.frame.placeholder.box)
        for slide in slides
        if (title := slide.text("title")) and (kicker := _kicker_above(slide))
    ]
    top = min((_span(title)[0] - box.cy for title, box in kickers), default=0)
    top = max(top, min((box.y for _, box in kickers), default=0))
    first = min((title.top for title, _ in kickers), default=0)
    slides = [_with_headline_at(_with_kicker_at(slide, top), first) for slide in slides]
    return [_with_close_line(_with_close_line(slide, "by"), "subtitle") for slide in slides]


def with_alike_kickers(slides: list[MeasuredSlide]) -> list[MeasuredSlide]:
    """Return the slides of a talk on a template: all kickers of one place stand at one height.

    The headlines below them do too.
    """
    highest: dict[tuple[int, ...], tuple[int, int]] = {}
    tops = [_kicker_tops(slide) for slide in slides]
    for place, kicker, headline in filter(None, tops):
        first = highest.get(place, (kicker, headline))
        highest[place] = min(first[0], kicker), min(first[1], headline)
    return [
        _with_headline_at(_with_kicker_at(slide, highest[top[0]][0]), highest[top[0]][1])
        if top
        else slide
        for slide, top in zip(slides, tops, strict=True)
    ]


def _kicker_tops(slide: MeasuredSlide) -> tuple[tuple[int, ...], int, int] | None:
    """Return the place of a headline below a kicker, and where both begin; None without one."""
    title, kicker = slide.text("title"), _kicker_above(slide)
    if not title or not kicker:
        return None
    box, small = title.frame.placeholder.box, kicker.frame.placeholder.box
    return (box.x, box.y, box.cx, small.cy), small.y, title.top


def _with_kicker_at(slide: MeasuredSlide, y: int) -> MeasuredSlide:
    kicker = _kicker_above(slide)
    box = kicker and kicker.frame.placeholder.box
    return slide.moved("kicker", box._replace(y=y)) if box and box.y != y else slide


def _with_headline_at(slide: MeasuredSlide, y: int) -> MeasuredSlide:
    """Return a slide whose headline below a kicker begins at `y`, if it begins lower.

    Its box, which must be the deck's own, ends higher, and bodies below it follow.
    """
    title = slide.text("title")
    if title is None or not _kicker_above(slide):
        return slide
    place, too_low = title.frame.placeholder, title.top - y
    if too_low <= 0 or not place.overrides_box or not SHARE_ABOVE[place.anchor]:
        return slide
    less = round(too_low / SHARE_ABOVE[place.anchor])
    return slide.with_headline_in(place.box._replace(cy=place.box.cy - less))


def _with_centred_quotation(slide: MeasuredSlide) -> MeasuredSlide:
    """Return a slide whose quotation stands in the middle of its area, somewhat higher.

    A text without an author, such as a question alone, is moved only in an area that is not the
    layout's own.
    """
    title = slide.text("title")
    if slide.slide.role != "quote" or title is None:
        return slide
    place, is_alone = title.frame.placeholder, slide.text("by") is None
    if not (place.overrides_box if is_alone else _text_box(slide, "by")):
        return slide
    area, inner = place.box, place.inner_box
    top, bottom = _span(title)
    free = inner.cy - (bottom - top)
    if free <= 0:
        return slide
    start = inner.y + round(free * (_ABOVE_ALONE if is_alone else _ABOVE_QUOTATION))
    first, last = start - (inner.y - area.y), start + bottom - top + place.insets.bottom
    if place.anchor == "t":
        box = area.from_top(first)
    elif place.anchor == "b":
        box = area._replace(cy=last - area.y)
    else:
        beside = min(first - area.y, area.bottom - last)
        box = area._replace(y=first - beside, cy=last - first + 2 * beside)
    return slide.moved("title", box)


def _with_close_line(slide: MeasuredSlide, role: PlaceholderRole) -> MeasuredSlide:
    title, line = slide.text("title"), _text_box(slide, role)
    if title is None or line is None:
        return slide
    box = line.frame.placeholder.box
    return slide.moved(role, box._replace(y=min(box.y, _span(title)[1] + box.cy // 2)))


def _kicker_above(slide: MeasuredSlide) -> MeasuredText | None:
    """Return a kicker in a box of the deck's own above a headline; some stand above the body."""
    title, kicker = slide.text("title"), _text_box(slide, "kicker")
    return kicker if title and kicker and kicker.frame.placeholder.box.y <= title.top else None


def _text_box(slide: MeasuredSlide, role: PlaceholderRole) -> MeasuredText | None:
    text = slide.text(role)
    place = text and text.frame.placeholder
    return text if place and place.is_text_box and not place.keeps_place else None


def _span(text: MeasuredText) -> tuple[int, int]:
    """Return the y at which a text begins and ends, in EMU.

    Where the font is not there, another one is wider: the text is measured somewhat larger.
    """
    placeholder = text.frame.placeholder
    box = placeholder.inner_box
    sizes = tuple(ceil(size * _WIDER) for size in text.sizes)
    height = round(block_extent(text.block, sizes).height * EMU_PER_POINT)
    free = max(box.cy - height, 0)
    top = box.y + round(free * SHARE_ABOVE[placeholder.anchor])
    return top, top + height


def with_close_author(slide: Slide, measured: MeasuredSlide, fonts: Fonts) -> Slide:
    """Return a slide with its fitted texts, a quotation's author as close as it was `measured`.

    Even lines may make a quotation smaller or longer. Only an author in a box of our own moves.
    """
    if slide.role != "quote":
        return slide
    words, author = measured.text("title"), measured.text("by")
    if words is None or author is None:
        return slide
    place, contents = author.frame.placeholder, dict(slide.placeholders)
    box = contents["by"].box
    if not place.is_text_box or place.keeps_place or box is None:
        return slide
    less = words.extent.height * EMU_PER_POINT - _height(contents["title"], words, fonts)
    up = round(less * (1 - SHARE_ABOVE[words.frame.placeholder.anchor]))
    contents["by"] = contents["by"]._replace(box=box._replace(y=box.y - up))
    return slide.with_texts(contents)


def _height(content: TextBody, words: MeasuredText, fonts: Fonts) -> float:
    """Return the EMU of the height of a quotation as it was fitted."""
    place = words.frame.placeholder
    left, right = content.side_insets or (place.insets.left, place.insets.right)
    width = (content.box or place.box).cx - left - right
    style, size = place.level_styles[0], content.sizes[0] if content.sizes else words.size
    if content.outdent:
        style = style._replace(margin=content.outdent, indent=-content.outdent)
    lines = [len(paragraph_lines(one, style, size, width, fonts)) for one in content.paragraphs]
    line = words.extent.height / words.extent.lines * size / words.size
    return line * sum(lines) * EMU_PER_POINT
