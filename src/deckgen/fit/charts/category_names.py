"""The names of categories, beside bars or below a plot: all, some, smaller, or rotated."""

import math

from deckgen.deck.chart_scale import axis_values, scale_of
from deckgen.deck.graphics import Chart
from deckgen.deck.plot import Plot
from deckgen.fit.charts.chart_space import SMALL, ChartSpace, line_count
from deckgen.fit.charts.value_labels import beside_names, wide_step
from deckgen.support.diagnostics import Diagnostics

_MOST_TURNED = 0.45
"""Share of a chart's height that rotated names may take."""
_MOST_WORDS = 9
"""A line with more points shows only some of its names."""
_OF_CELL = 0.93
"""Share of its column for a name; LibreOffice breaks words that are wider than 95 % of it."""
_BETWEEN = 0.3
"""Em between two names in a row, such as years, so that they do not read as one."""


def with_names_beside(
    chart: Chart, plot: Plot, space: ChartSpace, diagnostics: Diagnostics
) -> Plot:
    """Return the plot of bars with all names, or with some if they are numbers in a row."""
    width, height = plot.area.width * space.width, plot.area.height * space.height
    if plot.axis:
        height -= space.line_height
        across = beside_names(chart, space, width)
        scale = scale_of(axis_values(chart, chart.series), from_zero=True)
        step = wide_step(scale, chart.series[0].number_format, space, across, chart.lang)
        if not chart.shows_shares:
            plot = plot._replace(major_unit=max(step, plot.major_unit))
    needed = space.size * len(chart.categories) / max(height, 1)
    if needed <= 1:
        return plot
    if _are_counted(chart.categories):
        return plot._replace(category_step=math.ceil(needed))
    diagnostics.warning(
        "crowded-names",
        f"{len(chart.categories)} names have no room below each other: "
        f"{int(len(chart.categories) / needed)} have.",
        chart.span,
        "Show the most important ones, or put the others together.",
    )
    return plot


def _are_counted(names: tuple[str, ...]) -> bool:
    """Return whether all names have digits, as years do, so that some of them are enough."""
    return all(any(sign.isdigit() for sign in name) for name in names)


def _are_months(chart: Chart) -> bool:
    """Return whether categories are months in a row, so that some names are enough."""
    from deckgen.language.time_reader import are_months_in_order

    return are_months_in_order(chart.categories, chart.lang)


def with_names_below(
    chart: Chart, plot: Plot, space: ChartSpace, width: float, diagnostics: Diagnostics
) -> Plot:
    """Return the plot with the names of its categories below it.

    Names in a row, such as years, are as small as a source or a footer where all are level only
    so.
    """
    cell = width / max(len(chart.categories), 1)
    run = chart.kind in {"line", "area"} and len(chart.categories) > _MOST_WORDS
    some_suffice = run or _are_counted(chart.categories) or _are_months(chart)
    smaller = (plot.source_size, round(plot.source_size * SMALL)) if some_suffice else ()
    for size in (space.size, *smaller):
        if _are_level(chart.categories, cell, space._replace(size=size), in_a_row=some_suffice):
            return plot._replace(names_size=size)
    if some_suffice:
        needed = space.widest(chart.categories) + space.size * 0.6
        return plot._replace(category_step=max(math.ceil(needed / cell), 1))
    turned = space.widest(chart.categories) * math.sqrt(0.5)
    if turned > _MOST_TURNED * plot.area.height * space.height:
        longest = max(chart.categories, key=space.width_of)
        diagnostics.error(
            "long-names",
            f"“{longest}” is too long to stand below the chart, even turned.",
            chart.span,
            "Shorten it.",
        )
        return plot
    diagnostics.warning(
        "long-names",
        "The names below the columns are too long to stand side by side, so they are turned.",
        chart.span,
        "Shorten them.",
    )
    return plot._replace(rotated_names=True)


def _are_level(names: tuple[str, ...], cell: float, space: ChartSpace, *, in_a_row: bool) -> bool:
    """Return whether all names have room in cells of some points, in two lines at most.

    Names in a row, of which some are broken and some are not, look like a mistake.
    """
    lines = {line_count(name, cell * _OF_CELL, space) for name in names}
    if in_a_row and lines == {1}:
        return space.widest(names) + space.size * _BETWEEN <= cell
    return max(lines, default=1) <= 2 and not (in_a_row and len(lines) > 1)
