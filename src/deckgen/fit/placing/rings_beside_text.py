"""Pies and rings beside text: wider, or across the page, where they are named or larger so."""

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.charts.placed_chart import placed_chart
from deckgen.fit.graphics.pictures_beside_text import text_role_beside
from deckgen.fit.graphics.shared_width import with_box
from deckgen.fit.placement_context import PlacementContext
from deckgen.fit.placing.divided_page import CHART_COLUMNS, divided_page, page_in_rows
from deckgen.support.diagnostics import Diagnostics

_LARGE = 0.5
"""Share of its height, or of a lesser width, from which a circle needs no more columns."""
_MUCH_LARGER = 1.15
"""Times its width from which a circle is worth another place."""


def with_names_at_slices(
    slide: Slide, role: PlaceholderRole, chart: Chart, context: PlacementContext
) -> tuple[Slide, Chart]:
    """Return a slide and its placed pie or ring; one with a legend may have another place.

    It is wider where its slices have their names so; else wider, or across the page, where its
    circle is much larger so. The text beside it has the rest, at its own size. A template says
    itself how wide both are.
    """
    layout, fonts, minimum, *_ = context
    beside = text_role_beside(slide, role)
    if beside is None or chart.box is None or layout.least_size or _is_named(chart):
        return slide, chart
    found = larger = slide, chart
    for columns in CHART_COLUMNS:
        page = divided_page(slide, beside, chart.box, columns, context)
        if page is None:
            break
        area, box = page
        wider = placed_chart(chart, area, fonts, minimum, Diagnostics())
        if wider.plot and _is_named(wider):
            found = with_box(slide, beside, box), wider
            if wider.plot.area.width * area.cx >= _LARGE * min(area.cx, area.cy):
                break
        elif _circle(wider) > _circle(larger[1]) * _MUCH_LARGER:
            larger = with_box(slide, beside, box), wider
    if _is_named(found[1]):
        return found
    if page := page_in_rows(slide, role, beside, context):
        area, box = page
        across = placed_chart(chart, area, fonts, minimum, Diagnostics())
        if _circle(across) > _circle(larger[1]) * _MUCH_LARGER:
            return with_box(slide, beside, box), across
    return larger


def _circle(chart: Chart) -> float:
    """Return the width of a placed circle in EMU."""
    return chart.plot.area.width * chart.box.cx if chart.plot and chart.box else 0.0


def _is_named(chart: Chart) -> bool:
    return chart.plot is not None and chart.plot.series_naming == "none"
