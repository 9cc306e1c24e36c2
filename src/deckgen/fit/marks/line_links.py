"""The areas of lines that lead to a slide as a whole, as in agendas and overviews.

A link on the words would be underlined and in the colour of links, whatever its run says:
docs/decisions/links.md.
"""

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, SHARE_ABOVE
from deckgen.deck.slide import LineLink
from deckgen.deck.text_body import LineBreak, Paragraph, Run, SlideLink
from deckgen.fit.measured_slide import MeasuredSlide, MeasuredText
from deckgen.fit.text.text_height import block_extent, shown_height

_WIDER = 1.1
"""How much wider than measured a line may be in other programs."""


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
