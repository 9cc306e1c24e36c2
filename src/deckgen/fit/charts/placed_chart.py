"""A chart in its box, in the largest text in which it still shows all that it has to show."""

from deckgen.deck.box import Box
from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.plot import Plot
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.fit.charts.chart_space import ChartSpace
from deckgen.fit.charts.charts import chart_plot
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics

SIZE = 18
"""Points of the text in a chart, unless the brand's minimum is larger."""
_GROWN = (22, 20)
"""Points of text that is larger where a chart loses nothing by it."""
_FEW = 12
"""The most categories of a chart whose text may be larger."""
_MOST_NAMED = 0.46
"""Share of a chart's width that the names beside bars may take in larger text."""


def placed_chart(
    chart: Chart, box: Box, fonts: Fonts, minimum_size: int, diagnostics: Diagnostics
) -> Chart:
    """Return the chart with its box and its plot."""
    face, bold = (fonts.face((fonts.body, bold, False)) for bold in (False, True))
    size = max(SIZE, minimum_size)
    space = ChartSpace(box.cx / EMU_PER_POINT, box.cy / EMU_PER_POINT, size, face, bold)
    plot = chart_plot(chart, space, diagnostics)
    if len(chart.categories) <= _FEW and chart.kind not in {"pie", "donut"}:
        sizes = (larger for larger in _GROWN if larger > size)
        tries = (_grown(chart, space._replace(size=larger), plot) for larger in sizes)
        plot = next(filter(None, tries), plot)
    return chart._replace(box=box, plot=plot)


def _grown(chart: Chart, space: ChartSpace, plot: Plot) -> Plot | None:
    """Return the plot with larger text; None if the chart would lose numbers, names or lines."""
    across = plot.area.width * space.width
    if chart.kind in {"bar", "stacked-bar"}:
        free = across * _MOST_NAMED
    else:
        free = across / len(chart.categories) - space.size
    if chart.kind != "scatter" and space.widest(chart.categories) > free:
        return None
    told = Diagnostics()
    made = chart_plot(chart, space, told)
    if list(told) or made.labels_touch or _shown(made) != _shown(plot):
        return None
    return made._replace(source=plot.source, source_size=plot.source_size)


def _shown(plot: Plot) -> tuple[object, ...]:
    """Return what a reader of the plot is shown."""
    unit_lines = plot.unit and round(plot.unit.height / plot.unit_size, 6)
    return (
        plot.labels,
        plot.axis,
        plot.series_naming,
        plot.bare,
        plot.totals,
        plot.category_step,
        unit_lines,
    )
