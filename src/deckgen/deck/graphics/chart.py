"""A chart as PowerPoint knows it, with its numbers."""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.graphics.plot import Plot
from deckgen.language.number_formats import NumberFormat
from deckgen.support.diagnostics import Span

ChartKind: TypeAlias = Literal[
    "column", "bar", "stacked", "stacked-bar", "line", "area", "pie", "donut", "scatter", "combined"
]


class Series(NamedTuple):
    """One row of a chart's numbers; None is a gap."""

    name: str
    values: tuple[float | None, ...]
    as_line: bool = False
    """In a combined chart: whether it is a line over the columns."""
    style: NumberFormat = NumberFormat()
    """How its numbers are shown."""


class Chart(NamedTuple):
    """A chart that can be edited in PowerPoint, with its numbers."""

    kind: ChartKind
    categories: tuple[str, ...]
    """What stands below the columns; of a scatter chart, what stands beside each point, if any."""
    series: tuple[Series, ...]
    """At least one, each as long as `categories`; of a scatter chart, the first one is x."""
    lang: str
    """The language that its numbers are shown in."""
    alt: str
    span: Span
    labels: bool | None = None
    """Whether the numbers stand at their columns, lines or slices; None: where they fit."""
    unit: str = ""
    """What the numbers count; stands above them."""
    source: str = ""
    """Where the numbers come from; stands small below them."""
    highlight: tuple[str, ...] = ()
    """The categories or series that stand out."""
    corner: str = ""
    """What stands above the categories in the worksheet."""
    box: Box | None = None
    """Where it stands, once it is placed."""
    plot: Plot | None = None
    """How it is drawn, once it is placed."""
