"""What stands at the lines of a text: hairlines between rows and columns, and areas that are links.

Hairlines between rows are as wide as the place of the list; those between columns as high as the
longest of them. Words begin at the edge of their column, and end before its other edge. So a line
in the middle of the gap would seem nearer to the words that begin beside it: it stands in the
middle between these and the longest line of the column before, but within the gap.

In agendas and overviews, the area of a line leads to a slide. A link on the words would be
underlined and in the colour of links, whatever its run says: docs/decisions/links.md.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from deckgen.deck.bidi import has_letters_from_right, runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT, SHARE_ABOVE
from deckgen.deck.slide import COLUMNS, LineLink, PlaceholderRole, Slide
from deckgen.deck.text_body import LineBreak, Paragraph, Run, SlideLink
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.line_breaking import break_lines, count_lines, line_width
from deckgen.fit.text.text_height import MeasuredParagraph, block_extent, shown_height

if TYPE_CHECKING:
    from deckgen.deck.graphics import Graphic

_THICK = round(0.012 * EMU_PER_INCH)
_AROUND = round(0.2 * EMU_PER_INCH)
"""EMU from the list to the lines above and below it, at most."""
_EVEN = 1.15
"""Em: the height of a line with as much space above its capitals as below its baseline; programs
add any further height above."""
_LEAST_OFF = round(0.1 * EMU_PER_INCH)
_UNSURE = 1.3
"""How much narrower than measured Hebrew and Arabic letters may be in some font."""
_WIDER = 1.1
"""How much wider than measured a line that is a link may be in other programs."""


def with_row_rules(slide: Slide, measured: MeasuredSlide, reserve: float) -> Slide:
    """Return a slide with decorative lines between the rows of its body, if its layout has them.

    `reserve` is how much wider than its measure text was taken to be.
    """
    body = measured.text("body")
    if body is None or body.frame.placeholder.row_rules == "none" or _may_have_fewer_lines(body):
        return slide
    from deckgen.deck.graphics import Drawing, Shape

    place = body.frame.placeholder.inner_box
    lines = (Box(place.x, y - _THICK // 2, place.cx, _THICK) for y in _heights(body, reserve))
    drawn = tuple([Shape("Line", line, fill="quiet") for line in lines])
    if not drawn:
        return slide
    rules = Drawing("line", (), slide.span, "Lines", drawn)
    return slide._replace(graphics=(*slide.graphics, ("body", rules)))


def _heights(body: MeasuredText, reserve: float) -> Iterator[int]:
    """Yield the y of each line, in EMU: in the middle between a baseline and the next capitals.

    The lines around the list stand as far from its first and last row, at most `_AROUND`.
    """
    sizes, y = body.sizes, float(body.top)
    first = body.block[0]
    y += (first.leading - _EVEN) / 2 * sizes[first.level] * EMU_PER_POINT
    rows = [measured for measured in body.block[1:] if _is_row(measured)]
    usual = body.before(rows[0]) * EMU_PER_POINT / 2 if rows else _AROUND
    off = min(usual, _AROUND) if body.frame.placeholder.row_rules == "around" else 0
    if off:
        yield round(y - off)
    for upper, lower in pairwise(body.block):
        y += shown_height(upper, sizes[upper.level], reserve) * EMU_PER_POINT
        space = (upper.after + body.before(lower)) * EMU_PER_POINT
        if _is_row(lower):
            yield round(y + space / 2)
        y += space
    if off:
        last = body.block[-1]
        yield round(y + shown_height(last, sizes[last.level], reserve) * EMU_PER_POINT + off)


def _may_have_fewer_lines(text: MeasuredText) -> bool:
    """Return whether a paragraph that is set from the right may have fewer lines than measured.

    Letters of fonts without measures count as wide. A line drawn below the others would cross text.
    """
    return any(
        shown_height(one, text.sizes[one.level], _UNSURE)
        < shown_height(one, text.sizes[one.level], 1.0)
        for one in text.block
        if has_letters_from_right(one.paragraph.text)
    )


def _is_row(measured: MeasuredParagraph) -> bool:
    return not measured.level and measured.paragraph.bullet != "none"


def with_column_rules(slide: Slide, measured: MeasuredSlide, reserve: float) -> Slide:
    """Return a slide with decorative lines between its columns, if all of them are text.

    `reserve` is how much wider than its measure text was taken to be.
    """
    texts = [text for text in measured.texts if text.role in COLUMNS]
    if slide.graphics or len(texts) < 2:
        return slide
    from deckgen.deck.graphics import Drawing, Shape

    texts.sort(key=lambda text: text.frame.placeholder.box)
    boxes = [text.frame.placeholder.box for text in texts]
    lines = [_lines_without(reserve, text) for text in texts]
    bottom = max(text.bottom - less for text, (less, _) in zip(texts, lines, strict=True))
    # In a layout that is mirrored later, text from the right begins at the left.
    style = texts[0].frame.placeholder.level_styles[0]
    mirrored = runs_right_to_left(slide.lang) != style.rtl
    free = min([end for _, end in (lines[1:] if mirrored else lines[:-1])])
    drawn: list[tuple[PlaceholderRole, Graphic]] = []
    for left, right in pairwise(boxes):
        gap = right.x - left.x - left.cx - _THICK
        off = max(min(gap // 2, _LEAST_OFF), (gap - free) // 2)
        x = right.x - _THICK - off if mirrored else left.right + off
        box = Box(x, boxes[0].y, _THICK, bottom - boxes[0].y)
        line = Drawing("line", (), slide.span, "Line", (Shape("Line", box, fill="quiet"),))
        drawn.append(("second", line))
    return slide._replace(graphics=tuple(drawn))


def _lines_without(reserve: float, text: MeasuredText) -> tuple[int, int]:
    """Return what the lines of a column leave free in the fonts that were measured, in EMU.

    The height of the lines that only the reserve breaks, and the least width beside its lines.
    """
    sizes, less = text.sizes, 0.0
    free = text.frame.placeholder.box.cx / EMU_PER_POINT
    for measured in text.block:
        size, space = sizes[measured.level], measured.space
        whole = space._replace(right=space.right * reserve)
        lines = break_lines(measured.text, whole, size)
        more = count_lines(measured.text, space, size) - len(lines)
        less += more * (measured.leading * size + measured.points)
        start = whole.first
        for line in lines:
            free = min(free, whole.right - start - line_width(line) * size)
            start = whole.left
    return round(less * EMU_PER_POINT), round(max(free, 0) * EMU_PER_POINT)


def with_line_links(slide: MeasuredSlide, reserve: float) -> MeasuredSlide:
    """Return a slide with an area for each line of its body that leads to a slide.

    `reserve` is how much wider than its measure text was taken to be.
    """
    body, content = slide.text("body"), slide.slide.text("body")
    links = _line_links(body, content.column_gap, reserve) if body and content else ()
    return slide._replace(slide=slide.slide._replace(line_links=links))


def line_target(paragraph: Paragraph) -> SlideLink | None:
    """Return the link to a slide that all words of a paragraph have; None if they differ."""
    links = {
        run.link if isinstance(run, Run) else None
        for run in paragraph.runs
        if not isinstance(run, LineBreak)
    }
    (link,) = links if len(links) == 1 else (None,)
    return link if isinstance(link, SlideLink) else None


def _line_links(text: MeasuredText, column_gap: int, reserve: float) -> tuple[LineLink, ...]:
    """Return the areas, each as wide as its line, which share the space between two lines.

    None on vertical text and in the columns of a layout: there the words themselves are linked.
    """
    placeholder = text.frame.placeholder
    if placeholder.vertical or (placeholder.columns > 1 and not column_gap):
        return ()
    box, sizes = placeholder.inner_box, text.sizes
    rows = -(-len(text.block) // placeholder.columns)
    extents = [block_extent((one,), sizes) for one in text.block]
    heights = [shown_height(one, sizes[one.level], reserve) for one in text.block]
    gaps = text.extent.height - sum([extent.height for extent in extents])
    free = max(box.cy - (gaps + sum(heights)) * EMU_PER_POINT, 0)
    y = box.y + free * SHARE_ABOVE[placeholder.anchor]
    links = []
    above = 0.0
    for number, one in enumerate(text.block):
        if number == rows:
            box, y, above = box._replace(x=box.right + column_gap), float(box.y), 0.0
        following = text.block[number + 1 : number + 2]
        below = (one.after + text.before(following[0])) / 2 * EMU_PER_POINT if following else 0
        height = heights[number] * EMU_PER_POINT
        if link := line_target(one.paragraph):
            style = text.frame.levels[one.level].style
            width = box.cx
            if extents[number].lines == 1 and style.align == "l" and not style.rtl:
                needed = one.space.left + one.text.width * sizes[one.level] * _WIDER
                width = min(width, round(needed * EMU_PER_POINT))
            area = Box(box.x, round(y - above), width, round(above + height + below))
            links.append(LineLink(area, link, one.paragraph.text))
        y += height + 2 * below
        above = below
    return tuple(links)
