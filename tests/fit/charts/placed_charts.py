"""Charts as values, and where their numbers and names are placed."""

from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.plot import Plot
from deckgen.fit.placing.charts_beside_text import placed_chart
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Diagnostics, Span
from tests.present import present

FONTS = Fonts("Calibri", "Calibri", "Consolas")
PAGE = Box(0, 0, 9_800_000, 3_900_000)
HALF = Box(0, 0, 5_200_000, 3_900_000)
YEARS = ("2021", "2022", "2023", "2024")


def made(kind: ChartKind, *series: tuple[float | None, ...], names: tuple[str, ...] = ()) -> Chart:
    rows = tuple(
        Series(f"Series {at}", values, as_line=kind == "combined" and at == len(series))
        for at, values in enumerate(series, 1)
    )
    categories = names or tuple(str(2021 + at) for at in range(len(series[0])))
    return Chart(kind, categories, rows, "en-GB", "", Span("slides.yaml", 1, 1))


def plot(chart: Chart, box: Box = PAGE, diagnostics: Diagnostics | None = None) -> Plot:
    diagnostics = Diagnostics() if diagnostics is None else diagnostics
    return present(placed_chart(chart, box, FONTS, 18, diagnostics).plot)
