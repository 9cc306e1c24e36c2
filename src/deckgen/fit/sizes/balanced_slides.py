"""Slides whose headlines, quotations and small texts have balanced lines.

docs/decisions/balanced-lines.md gives the reasons.
"""

from math import ceil, inf

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import COLUMNS, LISTS, PAGES, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.measured_slide import (
    MeasuredSlide,
    MeasuredText,
    deeper_hang,
    with_bound_last_words,
)
from deckgen.fit.sizes.growth import LARGEST_TEXT
from deckgen.fit.sizes.layout_frames import BalancedTexts
from deckgen.fit.sizes.whole_code import with_whole_code
from deckgen.fit.text.line_breaking import typeset
from deckgen.fit.text.line_space import LineSpace
from deckgen.fit.text.text_height import Sizes, block_extent, shown_lines
from deckgen.fonts.face import widening
from deckgen.fonts.text_width import Fonts

_MOST_LINES = 12
_MOST_LARGE_LINES = 5
_MOST_LINES_BELOW: dict[str, int] = {"text": 3, "closing": _MOST_LARGE_LINES, "questions": 12}
"""The most lines that are balanced in texts below headlines: in texts larger than lists, and in
others by the role of their slide. More would take most of the time of a build."""
_MOST_COSTS: dict[str, float] = {
    "quote": 0.1,
    "cover": 0.2,
    "section": 0.2,
    "closing": 0.2,
    "text": 0.6,
}
"""The most that the lines of a large title, or of a statement, may cost, by the role of its slide.
One whose lines cost more is set a little smaller."""
_LITTLE_SMALLER, _SMALLER = 0.85, 0.75
"""The least share of its size that such a title keeps (a quotation: of its layout's size); the
second one if words that belong together are parted otherwise."""
_LEAST_TITLE = 0.62
"""The least share of its layout's size for a title that keeps such words together."""
_PARTED = 0.7
"""The least cost of lines that part such words."""
_STEP = 4
"""Points from one such size to the next."""
_MORE_LINES, _LINE_OF_HEADLINE = 0.2, 0.5
"""What each line beyond the fewest costs; the second for a headline that would part words
otherwise."""
_LONG_QUOTATION = 3
"""Lines from which one line more changes little."""
_HANGS = 0.7
"""The most of the margin that a hanging mark takes; nearer to the edge it would look cut."""
_OPENING_MARKS = "„“”‚‘«»‹›\"'"
_INNER_SPACES = "\u202f\u00a0"


def with_fitted_texts(measured: MeasuredSlide, fonts: Fonts, balanced: BalancedTexts) -> Slide:
    """Return the slide with its texts as measured: their sizes, boxes and balanced lines.

    `balanced` has texts whose lines were balanced before; more are added.
    """
    slide = measured.slide
    contents = dict(slide.placeholders)
    for text in measured.texts:
        role, _, block, _, extent, _ = text
        content = _with_fitted_sizes(contents[role], text, slide)
        if role not in COLUMNS:
            spare = _spare_lines(text, measured, fonts)
            content = _with_balanced_lines(content, text, slide, fonts, balanced, spare)
        elif extent.lines > len(block):
            # Lines of running text fill their width; only a lost last word gets that before it.
            found = whole = with_whole_code(content, text, fonts.reserve)
            if whole is content and _is_short(text, slide) and _surely_breaks(text, slide, fonts):
                found = _with_balanced_lines(whole, text, slide, fonts, balanced)
            lines_stay = found is whole
            content = found
            if lines_stay:
                content = with_bound_last_words(found, text, fonts.reserve, slide.lang)
        contents[role] = content
    fitted = tuple(contents.items())
    return slide if fitted == slide.placeholders else slide.with_texts(contents)


def _is_short(text: MeasuredText, slide: Slide) -> bool:
    """Return whether the lines of a text below a headline, or beside a picture, are balanced."""
    most = _MOST_LINES_BELOW.get(slide.role, 0)
    is_large = text.size > LARGEST_TEXT and (len(text.block) == 1 or slide.role not in LISTS)
    return text.extent.lines <= (_MOST_LARGE_LINES if is_large else most)


def _surely_breaks(text: MeasuredText, slide: Slide, fonts: Fonts) -> bool:
    """Return whether the rows of an overview have as many lines without the reserve for fonts.

    Hairlines count on the lines of a row, so a row that may have fewer is left to the program that
    shows it. Other texts are broken as measured.
    """
    if slide.role != "questions":
        return True
    shown = [shown_lines(one, text.sizes[one.level], fonts.reserve) for one in text.block]
    return sum(shown) == text.extent.lines


def _with_fitted_sizes(content: TextBody, text: MeasuredText, slide: Slide) -> TextBody:
    """Return a text with the sizes and the box that differ from the layout's.

    A headline on a full picture keeps the box that it has there, or above the slide, if it has one.
    """
    _, frame, _, size_step, _, space_before = text
    placeholder = frame.placeholder
    differ = size_step > 0 or placeholder.overrides_sizes
    if not (differ or placeholder.overrides_box or space_before):
        return content
    paragraphs, _, box, side_insets, outdent, _, column_gap = content
    sizes = text.sizes if differ else ()
    if placeholder.overrides_box and (box is None or slide.role != "bleed"):
        box = placeholder.box
    if sizes and not outdent:
        outdent = _outdent_of_large_marks(text, sizes)
    return TextBody(paragraphs, sizes, box, side_insets, outdent, space_before, column_gap)


def _outdent_of_large_marks(text: MeasuredText, sizes: Sizes) -> int:
    """Return the EMU by which bullets larger than text hang, at each level; 0: as in the layout."""
    style = text.frame.placeholder.level_styles[0]
    if sizes[0] <= max(LARGEST_TEXT, style.size):
        return 0
    is_large = style.mark in {"square", "dash", "dot"}
    return round(style.margin * sizes[0] / style.size) if is_large else 0


def _spare_lines(text: MeasuredText, measured: MeasuredSlide, fonts: Fonts) -> int:
    """Return how many lines more a quotation may have, or a headline whose place nothing takes.

    A large title may have one where its only line would be two in another font.
    """
    slide, lines = measured.slide, text.extent.lines
    place, (first, *_) = text.frame.placeholder, text.block
    if text.role != "title" or not _has_room_for_a_line(text):
        return 0
    if slide.role in PAGES:
        others = (other.frame.placeholder.box for other in measured.texts if other is not text)
        return int(lines > 1 and not slide.graphics and not any(map(place.box.overlaps, others)))
    if lines > 1:
        return int(lines >= _LONG_QUOTATION and slide.role == "quote")
    wide = first.text.width * text.size * widening(fonts.named(place.level_styles[0].font))
    return int(wide > first.space.right)


def _with_balanced_lines(
    content: TextBody,
    text: MeasuredText,
    slide: Slide,
    fonts: Fonts,
    balanced: BalancedTexts,
    spare_lines: int = 0,
) -> TextBody:
    """Return a short text in as many lines as measured, but balanced.

    It may have `spare_lines` more. The opening quotation mark of a quotation hangs before its
    lines.
    """
    has_several_lines = len(text.block) < text.extent.lines <= _MOST_LINES
    is_title = text.role == "title"
    may_hang = slide.role == "quote" and is_title
    breaks = has_several_lines or spare_lines > 0
    if not (breaks or may_hang) or not _runs_across(text, content):
        return content
    hanging = _hanging(text, fonts) if may_hang else 0.0
    if not (breaks or hanging):
        return content
    sizes = text.sizes
    key = (content, text.frame.placeholder, sizes, hanging, spare_lines, slide.role, slide.lang)
    lines = balanced.get(key)
    if lines is None:
        each = _MORE_LINES if may_hang else _LINE_OF_HEADLINE
        lines, cost = _balanced(content, text, hanging, slide.lang, fonts, spare_lines, each)
        is_large = is_title != (slide.role == "text")
        if is_large and cost > _MOST_COSTS.get(slide.role, inf):
            lines = _smaller_and_even(content, text, slide, cost, fonts) or lines
        balanced[key] = lines
    return lines


def _smaller_and_even(
    content: TextBody, text: MeasuredText, slide: Slide, cost: float, fonts: Fonts
) -> TextBody | None:
    """Return a large title at a slightly smaller size, if its lines are clearly better there.

    Its lines must be better than those of `cost` by more than the smaller size costs. The largest
    size with good lines is taken. A quotation may have as many lines as at its own size. If no size
    is good, another title may have one line more at its own size.
    """
    own, found, least = text.sizes, None, cost
    usual, most = text.frame.placeholder.level_styles[0].size, _MOST_COSTS[slide.role]
    is_quotation = slide.role == "quote"
    smallest = (usual if is_quotation else own[0]) * _LITTLE_SMALLER
    if cost >= _PARTED and slide.role == "text":
        smallest = own[0] * _SMALLER
    elif cost >= _PARTED:
        smallest = usual * (_SMALLER if is_quotation else _LEAST_TITLE)
    for size in range(own[0] - _STEP, ceil(smallest) - 1, -_STEP):
        sizes = tuple([min(each, size) for each in own])
        extent = block_extent(text.block, sizes)
        smaller = text._replace(frame=text.frame.at_sizes(sizes), size_step=0, extent=extent)
        hanging = _hanging(smaller, fonts) if is_quotation else 0.0
        spare = text.extent.lines - extent.lines if is_quotation else 0
        lines, cost = _balanced(content, smaller, hanging, slide.lang, fonts, spare, 0.0)
        smaller_by = 1 - size / own[0]
        may_be = cost <= most or is_quotation or size >= own[0] * _SMALLER
        if may_be and cost + smaller_by < least:
            found, least = lines._replace(sizes=sizes), cost + smaller_by
        if cost <= most:
            return found
    if not is_quotation and _has_room_for_a_line(text):
        lines, cost = _balanced(content, text, 0.0, slide.lang, fonts, spare_lines=1)
        if cost <= most:
            return lines
    return found


def _runs_across(text: MeasuredText, content: TextBody) -> bool:
    """Return whether all lines run from left to right in a single column."""
    placeholder = text.frame.placeholder
    if placeholder.vertical or placeholder.columns > 1:
        return False
    directions = {paragraph.direction for paragraph in content.paragraphs}
    if directions & {"rtl", "centred-rtl"}:
        return False
    return "layout" not in directions or not any(style.rtl for style in placeholder.level_styles)


def _hanging(text: MeasuredText, fonts: Fonts) -> float:
    """Return the points that the opening quotation mark of a text takes; 0 if it cannot hang.

    A mark in a font without measures cannot: the lines below it would begin elsewhere.
    """
    placeholder = text.frame.placeholder
    style = placeholder.level_styles[0]
    first = text.block[0].paragraph
    said = first.text
    marks = said[: len(said) - len(said.lstrip(_OPENING_MARKS).lstrip(_INNER_SPACES))]
    movable = style.align == "l" and not (
        style.rtl or style.margin or style.indent or placeholder.fill
    )
    if not marks or not movable or first.level or first.bullet != "layout":
        return 0.0
    if not fonts.measures(fonts.named(style.font)):
        return 0.0
    wide = typeset(Paragraph((Run(marks),)), style, fonts).width * text.size
    free, margin = placeholder.free_left, placeholder.box.x * _HANGS
    room = margin if free is None else min(free, margin)
    return wide if wide * EMU_PER_POINT <= room else 0.0


def _balanced(
    content: TextBody,
    text: MeasuredText,
    hanging: float,
    lang: str,
    fonts: Fonts,
    spare_lines: int = 0,
    spare_cost: float = _MORE_LINES,
) -> tuple[TextBody, float]:
    """Return a text with balanced lines, and what is bad about them.

    Its first line begins `hanging` points further left; it may have `spare_lines` more, each of
    which costs `spare_cost`.
    """
    from deckgen.fit.text.balanced_lines import SetParagraph, balanced_text

    placeholder, sizes = text.frame.placeholder, text.sizes
    taken = 0.0 if hanging else deeper_hang(content, text)
    texts = [
        SetParagraph(
            part.paragraph,
            placeholder.level_styles[part.level],
            part.text,
            LineSpace(hanging, 0.0, part.space.right + hanging)
            if hanging
            else part.space._replace(right=part.space.right - taken),
            sizes[part.level],
        )
        for part in text.block
    ]
    width = placeholder.inner_box.cx / EMU_PER_POINT + hanging - taken
    balanced = balanced_text(texts, width, lang, fonts, spare_lines, spare_cost)
    if hanging:
        emu = round(hanging * EMU_PER_POINT)
        box = placeholder.box
        box = box._replace(x=box.x - emu, cx=box.cx + emu)
        content = content._replace(box=box, outdent=emu)
    content = content._replace(paragraphs=balanced.paragraphs)
    if balanced.width is None:
        return content, balanced.cost
    cut = placeholder.inner_box.cx - round((balanced.width - hanging + taken) * EMU_PER_POINT)
    align = placeholder.level_styles[0].align
    if any(paragraph.direction == "ltr" for paragraph in content.paragraphs):
        align = "l" if align == "r" else "r"
    left, _, right, _ = placeholder.insets
    if cut > 0:
        # The side to which text is aligned stays; centred text is cut on both sides.
        before = {"l": 0, "ctr": cut // 2, "r": cut}[align]
        content = content._replace(side_insets=(left + before, right + cut - before))
    return content, balanced.cost


def _has_room_for_a_line(text: MeasuredText) -> bool:
    """Return whether a text may have a line more than it has."""
    lines, height, *_ = text.extent
    return height / lines * (lines + 1) <= text.frame.height
