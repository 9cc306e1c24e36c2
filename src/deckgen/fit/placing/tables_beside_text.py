"""Tables beside text: wider than half of the page, or below the text, where that is larger.

docs/decisions/tables.md gives the order of the attempts.
"""

from math import ceil

from deckgen.deck.box import Box
from deckgen.deck.graphics.table import Table
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.graphics.pictures_beside_text import text_role_beside
from deckgen.fit.graphics.shared_width import shared_width, with_box
from deckgen.fit.graphics.table_grid import has_wrapped_text, measured
from deckgen.fit.graphics.tables import placed_tables
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.placing.divided_page import divided_page
from deckgen.fit.text.text_height import block_extent, measured_paragraphs, text_frame
from deckgen.support.diagnostics import Diagnostics

_COLUMNS = 7
"""Of the twelve that a table and its text share, those that it may take."""
_SMALL = 0.9
"""Of the size of the text, that below which a table looks like a note beside it."""
_GAP = round(0.3 * EMU_PER_INCH)
"""EMU between a text and the table below it."""


def tables_beside_text(
    slide: Slide, role: PlaceholderRole, table: Table, context: PlacementContext
) -> list[tuple[Slide, Table]]:
    """Return the slides of a table as `placed_tables` does; beside text, it may be wider.

    The text has the rest, at its own size. A template says itself how wide both are.
    """
    parts = placed_tables(slide, role, table, context)
    layout, beside = context.layout, text_role_beside(slide, role)
    text = layout.placeholder(beside) if beside else None
    if beside is None or text is None or layout.least_size or len(parts) > 1:
        return parts
    ((_, usual),) = parts
    own = text.level_styles[0].size
    if usual.size >= own and not _wraps(usual, slide.lang, context):
        return parts
    best = usual.size
    page = divided_page(slide, beside, layout.graphic_box(role), _COLUMNS, context)
    if page and (wider := _in_box(slide, role, table, page[0], context)) and wider.size > best:
        parts, best = [(with_box(slide, beside, page[1]), wider)], wider.size
    wraps = _wraps(parts[0][1], slide.lang, context)
    if wraps or best < _SMALL * own:
        stacked = _stacked(slide, role, beside, table, context)
        if stacked and not _wraps(stacked[1], slide.lang, context):
            size = stacked[1].size
            return [stacked] if size > best or (wraps and size == best) else parts
    return parts


def _wraps(table: Table, lang: str, context: PlacementContext) -> bool:
    return has_wrapped_text(measured(table, lang, context.fonts), table.size, table.widths)


def _in_box(
    slide: Slide, role: PlaceholderRole, table: Table, box: Box, context: PlacementContext
) -> Table | None:
    """Return a table placed in a box; None if it does not fit there on one slide."""
    layout = context.layout._replace(graphic_boxes=((role, box),))
    tried = context._replace(
        layout=layout, diagnostics=Diagnostics(), slide_ids=set(context.slide_ids)
    )
    (_, placed), *others = placed_tables(slide, role, table, tried)
    return None if others or tried.diagnostics.has_errors else placed


def _stacked(
    slide: Slide,
    role: PlaceholderRole,
    beside: PlaceholderRole,
    table: Table,
    context: PlacementContext,
) -> tuple[Slide, Table] | None:
    """Return a slide with a table across the page, its text above or below it at its own size."""
    area, text = context.layout.graphic_box(role), context.layout.placeholder(beside)
    if text is None:
        return None
    left, total, _ = shared_width(area, text.box)
    whole = text.box._replace(x=left, cx=total)
    frame = text_frame(text._replace(box=whole), context.minimum_size, context.fonts)
    paragraphs = dict(slide.placeholders)[beside].paragraphs
    block = measured_paragraphs(paragraphs, frame, context.fonts)
    extent = block_extent(block, frame.size_steps[0])
    taken = ceil(extent.height * EMU_PER_POINT) + text.insets.top + text.insets.bottom
    below = area._replace(x=left, cx=total, cy=area.cy - taken - _GAP)
    if role != "body":
        below = below._replace(y=area.y + taken + _GAP)
    placed = _in_box(slide, role, table, below, context) if below.cy > 0 else None
    if placed is None or placed.box is None:
        return None
    end = placed.box.y + placed.box.cy + _GAP
    top = whole.y if role != "body" else end
    return with_box(slide, beside, whole._replace(y=top, cy=taken)), placed
