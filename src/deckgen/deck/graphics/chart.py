"""A chart with its numbers, before any XML: a value."""

from collections.abc import Iterable
from typing import NamedTuple

from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics.plot import Plot
from deckgen.language.number_formats import NumberFormat
from deckgen.support.diagnostics import Span

UNIT_SHAPE = "Unit"
"""Name of the shape within a chart that says the unit of its numbers."""
_ROUNDED = 0.015
"""Share of a whole by which the sum of its parts may miss it, as each is rounded."""


class Series(NamedTuple):
    """A series of a chart; None is a gap."""

    name: str
    values: tuple[float | None, ...]
    as_line: bool = False
    """Whether it is a line over the columns of a combined chart."""
    number_format: NumberFormat = NumberFormat()
    """The format of its numbers."""
    name_span: Span | None = None
    """The place of its name in the outline or the table; None if it has none there."""
    value_spans: tuple[Span, ...] = ()
    """The places of its values, gaps included."""

    @property
    def numbers(self) -> tuple[float, ...]:
        """Its values without the gaps."""
        return tuple([value for value in self.values if value is not None])


class Chart(NamedTuple):
    """A chart that can be edited in PowerPoint, with its numbers."""

    kind: ChartKind
    categories: tuple[str, ...]
    """The names of the columns; of a scatter chart, of the points, which may be empty."""
    series: tuple[Series, ...]
    """At least one, each as long as `categories`; the first one of a scatter chart is x."""
    lang: str
    """The language of its numbers."""
    alt: str
    span: Span
    labels: bool | None = None
    """Whether it has data labels; None: if they fit."""
    unit: str = ""
    """The unit of the numbers, shown above them."""
    source: str = ""
    """The source of the numbers, shown small below them."""
    highlight: tuple[str, ...] = ()
    """The highlighted categories or series."""
    corner: str = ""
    """The text above the categories in the worksheet."""
    box: Box | None = None
    """Its box, once it is placed."""
    plot: Plot | None = None
    """Its plot, once it is placed."""
    alt_span: Span | None = None
    """The place of `alt` in the outline; None if the author did not write it."""
    category_spans: tuple[Span, ...] = ()
    """The places of the categories."""
    kind_span: Span | None = None
    """The place of `kind` in the outline; None if the author did not write it."""

    @property
    def is_round(self) -> bool:
        """Whether it is a pie or a ring."""
        return self.kind in {"pie", "donut"}

    @property
    def is_horizontal(self) -> bool:
        """Whether it has bars, whose values run from left to right."""
        return self.kind in {"bar", "stacked-bar"}

    @property
    def adds_up(self) -> bool:
        """Whether the values of a category stand on each other, so that their sums count."""
        return self.kind in {"stacked", "stacked-bar"} or (
            self.kind == "area" and len(self.series) > 1
        )

    @property
    def shows_shares(self) -> bool:
        """Whether its stacks are parts of a whole: each is 100, or 100 %, but for rounding."""
        percents = {series.number_format.percent for series in self.series}
        if self.kind not in {"stacked", "stacked-bar"} or len(percents) > 1 or len(self.series) < 2:
            return False
        return are_shares([series.values for series in self.series], percent=True in percents)


def are_shares(series: Iterable[Iterable[float | None]], *, percent: bool) -> bool:
    """Return whether stacks of several series are each 100, or 1 if these are `percent`.

    Their parts may be rounded; none is less than 0.
    """
    whole = 1 if percent else 100
    stacks = zip(*[[value or 0 for value in values] for values in series], strict=True)
    return all(min(stack) >= 0 and abs(sum(stack) - whole) <= _ROUNDED * whole for stack in stacks)
