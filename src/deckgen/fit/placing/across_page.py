"""Graphics, and headlines with long words, across the page where a layout has them beside it."""

from deckgen.deck.box import Box
from deckgen.deck.graphics import Chart, Clip, Drawing, Graphic, Picture, Table
from deckgen.deck.layout import Layout
from deckgen.deck.slide import Slide, with_graphic_role
from deckgen.fit.graphics.pictures import covered_area
from deckgen.fit.graphics.table_grid import has_broken_names, measured
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.placing.place_graphics import place_graphics
from deckgen.fit.sizes.fill_placeholders import frames_of
from deckgen.fit.sizes.fitting_sizes import FitContext
from deckgen.fit.text.text_height import breaks_words, measured_paragraphs
from deckgen.support.diagnostics import Diagnostics

_MUCH_WIDER = 1.1
"""The least width of the place across the page for it to be tried, in times the place beside."""
_MUCH_LARGER = 1.1
"""The least size across the page for graphics to stand there, in times their size beside."""
_MANY_COLUMNS = 5
"""Columns from which the text of a table may be larger across the page."""
_MANY_NAMES = 9
"""Categories of a chart from which the names below it may be level only across the page."""
_LACKING = 0.8
"""Factor of the size of a table with broken names, and of a chart whose names are not level."""


def may_stand_across(slide: Slide, usual: Layout, headed: Layout) -> bool:
    """Return whether a slide of one content has graphics that a wider place may show larger.

    `headed` is the layout for two contents: on pages that have the headline beside the text, it has
    the headline above them.
    """
    if not headed.headline_gap or not usual.has_graphic_box("body"):
        return False
    is_wider = _both(headed).cx > usual.graphic_box("body").cx * _MUCH_WIDER
    graphics = [graphic for _, graphic in slide.graphics]
    return is_wider and (len(graphics) > 1 or any(_is_wide(graphic) for graphic in graphics))


def stands_across(slide: Slide, usual: PlacementContext, headed: PlacementContext) -> bool:
    """Return whether the graphics of a slide are much larger across the page than in their place.

    `headed` is for the slide as `lowered` returns it.
    """
    across = headed._replace(layout=across_page(headed.layout))
    return _size(lowered(slide), across) > _size(slide, usual) * _MUCH_LARGER


def lowered(slide: Slide) -> Slide:
    """Return a slide with its graphics below the headline, on the layout for two contents."""
    return with_graphic_role(slide._replace(role="two-contents"), "body")


def across_page(headed: Layout) -> Layout:
    """Return the layout for two contents with one place across both."""
    return headed._replace(graphic_boxes=(("body", _both(headed)),))


def _both(layout: Layout) -> Box:
    """Return the box that holds those of both contents."""
    first, second = (layout.graphic_box(role) for role in ("body", "second"))
    left, right = min(first.x, second.x), max(first.right, second.right)
    return first._replace(x=left, cx=right - left)


def _is_wide(graphic: Graphic) -> bool:
    if isinstance(graphic, Table):
        return len(graphic.aligns) >= _MANY_COLUMNS
    if isinstance(graphic, Chart):
        return len(graphic.categories) >= _MANY_NAMES
    if isinstance(graphic, Drawing):
        return graphic.kind in {"code", "people"}
    return isinstance(graphic, Picture) or graphic.recording.film is not None


def _size(slide: Slide, context: PlacementContext) -> float:
    """Return how large the graphics of a slide would be; 0 if they need several, or do not fit.

    A listing that goes on is as large as its code, on as many slides.
    """
    tried = context._replace(diagnostics=Diagnostics(), slide_ids=set(context.slide_ids))
    slides = place_graphics(slide, tried)
    if tried.diagnostics.has_errors:
        return 0
    graphics = [graphic for _, graphic in slides[0].graphics]
    shapes = [shape for each in graphics if isinstance(each, Drawing) for shape in each.shapes]
    codes = [shape.styles[0].size for shape in shapes if shape.styles and shape.styles[0].code]
    if codes:
        return max(codes) / len(slides)
    if len(slides) > 1:
        return 0
    tables = [
        _table_size(graphic, slide.lang, context)
        for graphic in graphics
        if isinstance(graphic, Table)
    ]
    # Names below a plot that are not all there and level count twice, small ones once.
    plots = [
        2 if plot.category_step > 1 or plot.rotated_names else int(plot.has_small_names)
        for graphic in graphics
        if isinstance(graphic, Chart) and (plot := graphic.plot)
    ]
    if tables or plots:
        return min(tables, default=1) * _LACKING ** max(plots, default=0)
    shown = (each.picture if isinstance(each, Clip) else each for each in graphics)
    pictures = sum([covered_area(each) for each in shown if isinstance(each, Picture)])
    filled = [shape.box.area for shape in shapes if shape.fill]
    words = min([shape.styles[0].size for shape in shapes if shape.styles], default=1)
    return (pictures + sum(filled)) * words**2


def _table_size(table: Table, lang: str, context: PlacementContext) -> float:
    grid = measured(table, lang, context.fonts)
    return table.size * (_LACKING if has_broken_names(grid, table.size, table.widths) else 1)


def with_headline_across(slide: Slide, context: FitContext) -> Slide:
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
