"""Charts in their boxes, in the largest text that still shows all numbers and names.

A chart beside short lines is wider than they are. Beside other text it is wider, or across the
page, only if that lets its series have their names beside them, or gives every category a level
name: PowerPoint leaves out names without room, LibreOffice turns them. Columns without any place
for level names become bars. A pie or a ring moves for names at its slices, or to be much larger.
"""

from collections.abc import Iterator
from math import sqrt
from operator import attrgetter

from deckgen.deck.bidi import runs_right_to_left
from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.plot import Plot
from deckgen.deck.slide import PlaceholderRole, Slide
from deckgen.fit.charts.chart_space import ChartSpace
from deckgen.fit.charts.charts import chart_plot, plot_from_right
from deckgen.fit.charts.pie import lists_all
from deckgen.fit.graphics.pictures_beside_text import BROKEN_LINES, text_role_beside
from deckgen.fit.graphics.shared_width import (
    beside_short_lines,
    divided,
    divided_page,
    fits_at_own_size,
    page_in_rows,
    with_box,
)
from deckgen.fit.placement_context import PlacementContext
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

_COLUMNS = (7, 8)
"""How many of the twelve columns of the page a chart beside text may take."""
LEAST_BARS = 0.55
"""The least of a chart's width that names leave its bars; else these are short."""
_LEAST_HEIGHT = 0.5
"""The least height of a chart across the page, as a share of that of the chart and its text."""
_LEAST_PLOT = round(1.5 * EMU_PER_INCH)
"""EMU: the least height of a chart, with names and axes, that is wider or across the page."""
_MOST_WORTH = 3
_FLATTEST = 0.2
"""The least height of a plot of columns, as a share of its width: in flatter ones, all look low."""
_LOW_TEXT = 0.65
"""The most of the height that bullets of two lines or less may fill beside a wider chart."""
_SEVERAL = 4
"""Columns or points from which a chart is wider than the short lines beside it; bars always are."""
_LARGE = 0.6
"""A circle needs no more columns if it takes this share of the shorter side of its place."""
_MUCH_LARGER = 1.15
"""How many times wider a circle must be in another place to move there."""
SIZE = 18
"""Points of the text in a chart, unless the brand's minimum is larger."""
_GROWN = (22, 20)
"""Points of larger text, tried where a chart loses nothing by it."""
_SIDEWAYS: dict[ChartKind, ChartKind] = {"column": "bar", "stacked": "stacked-bar"}
_FEW = 12
"""The most categories of a chart whose text may be larger."""
_SHOWN = attrgetter(
    "labels", "axis", "series_naming", "bare", "totals", "category_step", "has_small_names"
)
_MOST_NAMED = 0.46
"""Share of a chart's width that the names beside bars may take in larger text."""


def chart_beside_text(
    slide: Slide, role: PlaceholderRole, chart: Chart, context: PlacementContext
) -> tuple[Slide, Chart]:
    """Return a slide and its placed chart, in the first place in which its names are level.

    The text takes the rest, at its own size. Columns that a template divides keep their widths.
    """
    layout, fonts, minimum, diagnostics, _ = context
    area, beside = layout.graphic_box(role), text_role_beside(slide, role)
    told = Diagnostics()
    placed = placed_chart(chart, area, fonts, minimum, told)
    if chart.is_round:
        diagnostics.extend(told)
        return _with_names_at_slices(slide, role, placed, context)
    if beside and not layout.is_divided:
        best = 0
        for made, box in _places(slide, role, beside, chart, context):
            tried = Diagnostics()
            wider = placed_chart(chart, box, fonts, minimum, tried)
            worth = _worth(wider, tried, fonts)
            if worth > best:
                best, found = worth, (made, wider, tried)
            if best == _MOST_WORTH:
                break
        slide, placed, told = found if best else (slide, placed, told)
    placed, told = _on_its_side(placed, told, context)
    diagnostics.extend(told)
    return slide, placed


def _on_its_side(
    chart: Chart, told: Diagnostics, context: PlacementContext
) -> tuple[Chart, Diagnostics]:
    """Return a placed column chart; as bars, with a warning, if only bars have level names.

    `told` are the diagnostics of the chart. It stays as it is if bars lack the room, too.
    """
    kind = _SIDEWAYS.get(chart.kind)
    if kind is None or chart.box is None or all(found.code != "long-names" for found in told):
        return chart, told
    tried = Diagnostics()
    bars = chart._replace(kind=kind, plot=None)
    bars = placed_chart(bars, chart.box, context.fonts, context.minimum_size, tried)
    if list(tried):
        return chart, told
    tried.warning(
        "long-names",
        "The names below the columns are too long to stand side by side, so the chart lies on its "
        "side.",
        chart.span,
        f"Type `kind: {kind}`, or shorten them.",
    )
    return bars, tried


def _places(
    slide: Slide,
    role: PlaceholderRole,
    beside: PlaceholderRole,
    chart: Chart,
    context: PlacementContext,
) -> Iterator[tuple[Slide, Box]]:
    """Yield slides with their text in some place, and the box that is left for the chart.

    Short lines leave it more than half of the page. The last box is across the page. Bars, whose
    lengths say most, are tried there before they take more columns.
    """
    area, text = context.layout.graphic_box(role), context.layout.placeholder(beside)
    content = slide.text(beside)
    if text and content and (chart.is_horizontal or len(chart.categories) >= _SEVERAL):
        if short := beside_short_lines(content, area, text, context):
            yield with_box(slide, beside, short[1]), short[0]
        wider, box = divided(area, text.box, _COLUMNS[0])
        low = text._replace(box=box._replace(cy=round(box.cy * _LOW_TEXT)))
        if fits_at_own_size(content, low, context, BROKEN_LINES):
            yield with_box(slide, beside, box), wider
    yield slide, area
    pages = [divided_page(slide, beside, area, columns, context) for columns in _COLUMNS]
    rows = page_in_rows(slide, role, beside, context)
    if rows and rows[0].cy >= area.cy * _LEAST_HEIGHT:
        pages.insert(0 if chart.is_horizontal else len(pages), rows)
    for box, rest in filter(None, pages):
        yield with_box(slide, beside, rest), box


def _worth(chart: Chart, told: Diagnostics, fonts: Fonts) -> int:
    """Return a score of a chart's names: 0 if some lack, touch, tilt or crowd it, or it is flat.

    It is higher if the names are not small, and the highest if series have their names, too.
    """
    plot, box = chart.plot, chart.box
    if plot is None or box is None or (height := plot.area.height * box.cy) < _LEAST_PLOT:
        return 0
    lacks = plot.category_step > 1 or plot.rotated_names or plot.labels_touch
    lacks = lacks or any(found.code == "long-names" for found in told)
    is_flat = chart.kind in _SIDEWAYS and height < _FLATTEST * plot.area.width * box.cx
    if lacks or is_flat or share_for_bars(chart, fonts) < LEAST_BARS:
        return 0
    if plot.has_small_names:
        return 1
    return _MOST_WORTH if plot.series_naming != "legend" else 2


def share_for_bars(chart: Chart, fonts: Fonts) -> float:
    """Return the share of its width that the names of a placed chart leave its bars, if it has."""
    if not (chart.plot and chart.box and chart.is_horizontal):
        return 1.0
    face = fonts.face((fonts.body, False, False))
    names = ChartSpace(0, 0, chart.plot.size or SIZE, face, face).widest(chart.categories)
    return 1 - names * EMU_PER_POINT / chart.box.cx


def _with_names_at_slices(
    slide: Slide, role: PlaceholderRole, chart: Chart, context: PlacementContext
) -> tuple[Slide, Chart]:
    """Return a slide and its placed pie or ring; a small one, or one with a legend, may move.

    It becomes wider if its slices have their names then. Else it becomes wider, or stands across
    the page, if its circle is much larger there. The text takes the rest, a size smaller at most.
    Columns that a template divides keep their widths.
    """
    layout, fonts, minimum, *_ = context
    beside = text_role_beside(slide, role)
    if beside is None or chart.box is None or layout.is_divided or _is_large(chart):
        return slide, chart
    found = slide, chart
    pages = [divided_page(slide, beside, chart.box, columns, context, 1) for columns in _COLUMNS]
    for area, box in filter(None, (*pages, page_in_rows(slide, role, beside, context))):
        made = placed_chart(chart, area, fonts, minimum, Diagnostics())
        if lists_all(made) and _is_better(made, found[1]):
            found = with_box(slide, beside, box), made
            if _is_large(made):
                break
    return found


def _is_large(chart: Chart) -> bool:
    """Return whether a placed circle has its names at its slices, and needs no more room."""
    box = chart.box
    return _is_named(chart) and bool(box and _circle(chart) >= _LARGE * min(box.cx, box.cy))


def _is_better(chart: Chart, than: Chart) -> bool:
    """Return whether a placed circle has its names at its slices instead, or is much larger.

    Larger words count half.
    """
    if _is_named(chart) == _is_named(than):
        words = sqrt(_words(chart) / _words(than))
        return _circle(chart) * words > _circle(than) * _MUCH_LARGER
    return _is_named(chart)


def _words(chart: Chart) -> int:
    """Return the points of the words of a placed chart."""
    return chart.plot.size if chart.plot else SIZE


def _circle(chart: Chart) -> float:
    """Return the width of a placed circle in EMU."""
    return chart.plot.area.width * chart.box.cx if chart.plot and chart.box else 0.0


def _is_named(chart: Chart) -> bool:
    return chart.plot is not None and chart.plot.series_naming == "none"


def placed_chart(
    chart: Chart, box: Box, fonts: Fonts, minimum_size: int, diagnostics: Diagnostics
) -> Chart:
    """Return the chart with its box and its plot."""
    face, bold = (fonts.face((fonts.body, bold, False)) for bold in (False, True))
    size = max(SIZE, minimum_size)
    space = ChartSpace(box.cx / EMU_PER_POINT, box.cy / EMU_PER_POINT, size, face, bold)
    plot = chart_plot(chart, space, diagnostics)
    if len(chart.categories) <= _FEW and not chart.is_round:
        sizes = (larger for larger in _GROWN if larger > size)
        tries = (_grown(chart, space._replace(size=larger), plot) for larger in sizes)
        plot = next(filter(None, tries), plot)
    if runs_right_to_left(chart.lang):
        plot = plot_from_right(chart, plot)
    return chart._replace(box=box, plot=plot)


def _grown(chart: Chart, space: ChartSpace, plot: Plot) -> Plot | None:
    """Return the plot with larger text; None if the chart would lose numbers, names or lines."""
    wide = plot.area.width * space.width
    free = wide * _MOST_NAMED if chart.is_horizontal else wide / len(chart.categories) - space.size
    if chart.kind != "scatter" and space.widest(chart.categories) > free:
        return None
    told = Diagnostics()
    made = chart_plot(chart, space, told)
    if list(told) or made.labels_touch or _shown(made) != _shown(plot):
        return None
    return made._replace(source=plot.source, source_size=plot.source_size)


def _shown(plot: Plot) -> tuple[object, ...]:
    """Return what the plot shows to a reader."""
    unit_lines = plot.unit and round(plot.unit.height / plot.unit_size, 6)
    return *_SHOWN(plot), unit_lines
