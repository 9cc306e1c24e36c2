"""A chart in words: its text alternative, in the language of its slide."""

from collections.abc import Mapping
from typing import get_args

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.language.number_formats import format_number, separators
from deckgen.outline.lower.graphics.data.chart_data import split_amount
from deckgen.outline.syntax.csv_text import FAILED_FORMULA_HINT, is_failed_formula

_MOST_LISTED = 8
"""Numbers of a series that are all listed; of more, the highest and the lowest are."""
_DESCRIBED_SERIES = 6
"""Series whose numbers are described; of further ones, the names are listed."""


_NAMES = (*get_args(ChartKind), "highest", "lowest", "gap")
_TABLE = {
    "en": "Column chart; Bar chart; Stacked column chart; Stacked bar chart; Line chart; Area "
    "chart; Pie chart; Doughnut chart; Scatter chart; Column and line chart; highest value; lowest "
    "value; no value",
    "de": "Säulendiagramm; Balkendiagramm; Gestapeltes Säulendiagramm; Gestapeltes Balkendiagramm; "
    "Liniendiagramm; Flächendiagramm; Kreisdiagramm; Ringdiagramm; Punktdiagramm; Säulen- und "
    "Liniendiagramm; höchster Wert; niedrigster Wert; kein Wert",
    "fr": "Histogramme; Graphique à barres; Histogramme empilé; Graphique à barres empilées; "
    "Graphique en courbes; Graphique en aires; Graphique en secteurs; Graphique en anneau; Nuage "
    "de points; Histogramme et courbe; valeur la plus élevée; valeur la plus basse; sans valeur",
    "es": "Gráfico de columnas; Gráfico de barras; Gráfico de columnas apiladas; Gráfico de barras "
    "apiladas; Gráfico de líneas; Gráfico de áreas; Gráfico circular; Gráfico de anillos; Gráfico "
    "de dispersión; Gráfico de columnas y líneas; valor más alto; valor más bajo; sin valor",
    "it": "Istogramma; Grafico a barre; Istogramma in pila; Grafico a barre in pila; Grafico a "
    "linee; Grafico ad area; Grafico a torta; Grafico ad anello; Grafico a dispersione; Istogramma "
    "e linee; valore più alto; valore più basso; nessun valore",
    "nl": "Kolomdiagram; Staafdiagram; Gestapeld kolomdiagram; Gestapeld staafdiagram; "
    "Lijndiagram; Vlakdiagram; Cirkeldiagram; Ringdiagram; Spreidingsdiagram; Kolom- en "
    "lijndiagram; hoogste waarde; laagste waarde; geen waarde",
}
"""The words for `_NAMES` by language."""


def describe_chart(chart: Chart, title: str) -> str:
    """Return the text alternative of a chart: its kind, title, unit, numbers and source."""
    table = _TABLE.get(chart.lang.partition("-")[0].lower(), _TABLE["en"])
    words = dict(zip(_NAMES, table.split("; "), strict=True))
    about = ", ".join(part for part in (title, chart.unit) if part)
    first = f"{words[chart.kind]}: {about}"
    values = chart.series[1:] if chart.kind == "scatter" else chart.series
    described = [_describe_series(each, chart, words) for each in values[:_DESCRIBED_SERIES]]
    rest = [each.name for each in values[_DESCRIBED_SERIES:]]
    sentences = [first, *described, ", ".join(rest), chart.source]
    return " ".join(f"{each.rstrip('.')}." for each in sentences if each)


def _describe_series(series: Series, chart: Chart, words: Mapping[str, str]) -> str:
    """Return the numbers of a series; of a scatter chart, each with its x before it."""
    name = f"{series.name}: " if series.name and series.name not in chart.unit else ""
    labels = [category or str(at) for at, category in enumerate(chart.categories, 1)]
    across = chart.series[0] if chart.kind == "scatter" else None

    def value_at(at: int) -> str:
        value = series.values[at]
        if value is None:
            return words["gap"]
        text = format_number(value, series.number_format, chart.lang)
        if across is None:
            return text
        x = across.values[at]
        return f"{'' if x is None else format_number(x, across.number_format, chart.lang)} / {text}"

    if len(labels) <= _MOST_LISTED:
        return name + "; ".join(f"{label}: {value_at(at)}" for at, label in enumerate(labels))
    numbers = [(value, at) for at, value in enumerate(series.values) if value is not None]
    high, low = (pick(numbers)[1] for pick in (max, min))
    return (
        f"{name}{labels[0]} – {labels[-1]}, {words['highest']} {value_at(high)} ({labels[high]}), "
        f"{words['lowest']} {value_at(low)} ({labels[low]})"
    )


def number_hint(cell: str, lang: str) -> str:
    """Return a hint for a cell that is no number in any language: what to type instead."""
    if is_failed_formula(cell.strip()):
        return FAILED_FORMULA_HINT
    point, _ = separators(lang)
    amount = split_amount(cell, lang)
    if amount:
        counts = f"; what it counts is said once: `unit: {amount.unit}`" if amount.unit else ""
        if amount.number == cell.strip():
            return "Round it: a chart shows 15 digits before the decimal point, and 15 behind it."
        return f"Type the number alone, `{amount.number}`{counts}."
    return f"Type a number such as 12{point}5 or 12 %; a dash for none."
