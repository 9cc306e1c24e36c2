"""Charts as values, placed by hand, and the XML that is written of them."""

from functools import cache
from typing import Any

from lxml import etree

from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.deck.layout import EMU_PER_POINT, Layout
from deckgen.deck.plot import Plot
from deckgen.ooxml.backdrop import Backdrop
from deckgen.ooxml.charts.chart import chart_parts
from deckgen.ooxml.charts.chart_colors import ChartColors, chart_colors
from deckgen.support.diagnostics import Span
from tests.talks import talk

BOX = Box(0, 0, 800 * EMU_PER_POINT, 400 * EMU_PER_POINT)
CATEGORIES = ("Gera", "Jena", "Suhl")
BUS, TRAIN = Series("Bus", (1, 2, 4)), Series("Bahn", (3, 8, 5))
SHARES = Series("Bus", (60, 20, 50)), Series("Bahn", (40, 80, 50))
RIDE = Series("Fahrt", (1, 2, 3), as_line=True)


def placed(kind: ChartKind, *series: Series, plot: Plot | None = None, **keys: Any) -> Chart:
    """Return a chart in a box of 800 × 400 points; without series, with that of the busses."""
    chart = Chart(kind, CATEGORIES, series or (BUS,), "de-DE", "", Span("talk.yaml", 1, 1))
    return chart._replace(box=BOX, plot=plot or Plot(18, 12), **keys)


@cache
def on_white() -> ChartColors:
    """Return the colours of a chart on the white slides of the plain brand."""
    brand = talk("- title: T\n  text: A").compiled.brand
    layout: Layout = brand.layout("bullets", "light")
    return chart_colors(layout, None, Backdrop("FFFFFF", brand.theme_colors))


def drawn(chart: Chart) -> Any:
    """Return the root of the part of a chart."""
    return etree.fromstring(chart_parts(chart, "1", on_white())[0].data)


def found(root: Any, path: str, attribute: str = "val") -> list[str | None]:
    """Return an attribute of all elements at a path below any element, by their local names."""
    steps = "/".join(f"{{*}}{step}" for step in path.split("/"))
    return [element.get(attribute) for element in root.iterfind(f".//{steps}")]
