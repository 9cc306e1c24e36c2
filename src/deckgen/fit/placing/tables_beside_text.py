"""Tables beside text: wider than half of the page, or above or below the text, if larger there.

A table that is as large there moves, too, if only then each bullet of the text has one line.

docs/decisions/tables.md gives the order of the attempts.
"""

from deckgen.deck.box import Box
from deckgen.deck.graphics import Table
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.graphics.pictures_beside_text import text_role_beside
from deckgen.fit.graphics.shared_width import (
    divided_page,
    page_in_rows,
    text_fits,
    with_box,
)
from deckgen.fit.graphics.table_grid import measured
from deckgen.fit.graphics.tables import placed_tables
from deckgen.fit.placement_context import PlacementContext
from deckgen.support.diagnostics import Diagnostics

_COLUMNS = 7
"""How many of the twelve columns of the page a table beside text may take."""
_SMALL = 0.9
"""A table smaller than this share of the size of its text looks like a note beside it."""


def tables_beside_text(
    slide: Slide, role: PlaceholderRole, table: Table, context: PlacementContext
) -> list[tuple[Slide, Table]]:
    """Return the slides of a table as `placed_tables` does; beside text, it may be wider.

    The text has the rest, at its own size. A template says itself how wide both are.
    """
    layout, beside = context.layout, text_role_beside(slide, role)
    text = layout.placeholder(beside) if beside else None
    if beside is None or text is None or layout.least_size:
        return placed_tables(slide, role, table, context)
    tried = context._replace(diagnostics=Diagnostics())
    parts = placed_tables(slide, role, table, tried)
    if len(parts) > 1:
        return parts
    ((_, usual),) = parts
    own, best = text.level_styles[0].size, 0 if tried.diagnostics.has_errors else usual.size
    if best >= own and not _wraps(usual, slide.lang, context):
        if not text_fits(slide, beside, context, 1):
            stacked = _stacked(slide, role, beside, table, context)
            is_as_large = stacked and stacked[1].size >= best
            if stacked and is_as_large and text_fits(stacked[0], beside, context, 1):
                return [stacked]
        return parts
    page = divided_page(slide, beside, layout.graphic_box(role), _COLUMNS, context)
    if page and (wider := _in_box(slide, role, table, page[0], context)) and wider.size > best:
        parts, best = [(with_box(slide, beside, page[1]), wider)], wider.size
    wraps = not best or _wraps(parts[0][1], slide.lang, context)
    if wraps or best < _SMALL * own:
        stacked = _stacked(slide, role, beside, table, context)
        if stacked and (
            not best
            or not _wraps(stacked[1], slide.lang, context)
            or _most_lines(stacked[1]) < _most_lines(parts[0][1])
        ):
            size = stacked[1].size
            return [stacked] if size > best or (wraps and size == best) else parts
    if not best:
        context.diagnostics.extend(tried.diagnostics)
    return parts


def _wraps(table: Table, lang: str, context: PlacementContext) -> bool:
    return measured(table, lang, context.fonts).has_wrapped_text(table.size, table.widths)


def _most_lines(table: Table) -> int:
    """Return how many lines the highest row of a placed table has."""
    height = (max(table.heights) - 2 * table.padding) / EMU_PER_POINT
    return round(height / table.line_distance)


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
    page = page_in_rows(slide, role, beside, context)
    placed = _in_box(slide, role, table, page[0], context) if page else None
    if page is None or placed is None or placed.box is None:
        return None
    across, box = page
    free = across.cy - placed.box.cy if role == "body" else 0
    return with_box(slide, beside, box._replace(y=box.y - free)), placed
