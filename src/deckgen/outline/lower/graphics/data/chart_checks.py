"""Reports what a chart cannot show, or cannot show well."""

from collections import Counter
from collections.abc import Sequence

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.language.number_formats import is_gap
from deckgen.outline.lower.graphics.data.chart_data import ChartTable
from deckgen.outline.schema.fields import ChartKeys
from deckgen.support.diagnostics import Diagnostics

_MOST_CATEGORIES = 24
_MOST_SLICES = 8
_MOST_SERIES = 6
_LIMIT_OF_SERIES = 255
"""Series that Excel and PowerPoint hold in one chart."""


def check_chart(chart: Chart, table: ChartTable, diagnostics: Diagnostics) -> None:
    """Report what is wrong with a chart as a whole."""
    _check_names(table, diagnostics)
    _check_values(chart, diagnostics)
    _check_rows(table, diagnostics)
    if chart.kind in {"pie", "donut"}:
        _check_slices(chart, table, diagnostics)
    elif chart.kind == "scatter":
        if len(chart.series) < 2:
            diagnostics.error(
                "chart-data",
                "A scatter chart needs two numbers for each point.",
                chart.span,
                "Type a table below `data: |` with the columns name; x; y, or only x; y.",
            )
    else:
        _check_amount(chart, diagnostics)


def drawable_kind(
    keys: ChartKeys, series: Sequence[Series], table: ChartTable, diagnostics: Diagnostics
) -> ChartKind:
    """Return the kind that a chart is drawn as: the author's, but no area that has a gap."""
    if keys.kind != "area":
        return keys.kind
    gaps = [
        row[at].span for row in table.rows for at, _ in enumerate(series, 1) if is_gap(row[at].text)
    ]
    if not gaps:
        return "area"
    kind: ChartKind = "stacked" if len(series) > 1 else "line"
    diagnostics.warning(
        "gap-in-area",
        "No program leaves a gap in an area: it draws a zero. So this chart is drawn as "
        f"`kind: {kind}`, which leaves the gap.",
        gaps[0],
        f"Type `kind: {kind}`; or type the number, or 0 if there was nothing.",
    )
    return kind


def _check_names(table: ChartTable, diagnostics: Diagnostics) -> None:
    counted = Counter(name.text for name in table.names)
    for name in table.names:
        if counted[name.text] > 1 or not name.text:
            what = f"Two series are called “{name.text}”." if name.text else "A series has no name."
            diagnostics.error("series-name", what, name.span, "Give each series a name of its own.")
            return


def _check_values(chart: Chart, diagnostics: Diagnostics) -> None:
    for series in chart.series:
        if all(value is None for value in series.values):
            what = f"The series “{series.name}”" if series.name else "The chart"
            diagnostics.error(
                "no-numbers",
                f"{what} has no number at all.",
                chart.span,
                "Type its numbers, or leave it out.",
            )


def _check_rows(table: ChartTable, diagnostics: Diagnostics) -> None:
    """Report names beside which nothing stands, as beside a source below the numbers."""
    for name, *cells in table.rows:
        if name.text and not any(cell.text for cell in cells):
            diagnostics.warning(
                "no-number",
                f"Beside “{name.text}” stands no number; the chart shows a gap.",
                name.span,
                "If it is meant, say so with a dash. If it is where the numbers come from, delete "
                "the row and type it behind `source:` of the chart.",
            )


def _check_slices(chart: Chart, table: ChartTable, diagnostics: Diagnostics) -> None:
    """Report what are no parts of one whole, and slices that cannot be read."""
    if len(chart.series) > 1:
        diagnostics.error(
            "several-wholes",
            f"A {chart.kind} shows the parts of one whole, and here are {len(chart.series)} "
            "series.",
            table.names[1].span,
            "Type `kind: stacked`, or leave the other series out.",
        )
    for row, value in zip(table.rows, chart.series[0].values, strict=True):
        if value is not None and value < 0:
            diagnostics.error(
                "negative-slice",
                f"A {chart.kind} cannot show {row[1].text}: no slice is less than nothing.",
                row[1].span,
                "Type `kind: column` or `kind: bar`.",
            )
    if not any(chart.series[0].values):
        diagnostics.error(
            "no-numbers", "All slices are empty.", chart.span, "Type a number above zero."
        )
    if len(table.rows) > _MOST_SLICES:
        diagnostics.warning(
            "too-many-slices",
            f"A {chart.kind} of {len(table.rows)} slices cannot be read; up to {_MOST_SLICES} can.",
            chart.span,
            "Type `kind: bar`, or put the smallest together as one.",
        )


def _check_amount(chart: Chart, diagnostics: Diagnostics) -> None:
    count = len(chart.categories)
    is_upright = chart.kind not in {"line", "area"} and not chart.is_horizontal
    if count > _MOST_CATEGORIES and is_upright:
        diagnostics.warning(
            "too-many-categories",
            f"{count} categories side by side cannot be read; up to {_MOST_CATEGORIES} can.",
            chart.span,
            "Show the most important ones, put the others together, or type `kind: line` if they "
            "are days or years.",
        )
    if count == 1 and chart.kind in {"line", "area"}:
        diagnostics.warning(
            "one-point",
            "A line through one point is none.",
            chart.span,
            "Type `kind: column`, or more numbers.",
        )
    several = len(chart.series)
    if several > _LIMIT_OF_SERIES:
        diagnostics.error(
            "too-many-series",
            f"PowerPoint shows up to {_LIMIT_OF_SERIES} series in a chart, and here are "
            f"{several:,}.",
            chart.span,
            "Show the most important ones; or turn the table, if its rows are the series.",
        )
    elif several > _MOST_SERIES:
        message = f"{several} series cannot be told apart; up to {_MOST_SERIES} can."
        hint = "Show the most important ones, or `highlight:` the one that you speak about."
        if chart.kind == "line" and any(each.name in chart.highlight for each in chart.series):
            message = (
                f"{several} lines cannot be told apart; up to {_MOST_SERIES} can. Where not all "
                "have room for their names, only the highlighted ones have one."
            )
            hint = "Show the most important ones, or say in the headline whose the others are."
        diagnostics.warning("too-many-series", message, chart.span, hint)
