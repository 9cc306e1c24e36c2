"""What a chart's part says, as values (ECMA-376 Part 1, 21.2)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class TextLook(NamedTuple):
    """How a text of a chart looks."""

    size: float = 10
    """Points."""
    bold: bool = False
    fill: str = ""
    """The XML of its fill; empty: that of the slide's text."""
    typeface: str = "+mn-lt"


class Label(NamedTuple):
    """How points are labelled."""

    look: TextLook
    shown: frozenset[str] = frozenset()
    """What it shows: Val, CatName, SerName."""
    place: str = ""
    """`c:dLblPos`; empty: the usual one of the plot."""
    move: tuple[float, float] = (0, 0)
    """How far it is moved to the right and downwards, in shares of the chart."""
    code: str = ""
    """The format of its number."""
    separator: str = ", "
    text: str = ""
    """Its own text, instead of what it shows."""
    fill: str = ""
    """The XML of the fill behind it."""


class Marker(NamedTuple):
    """The mark of a point."""

    symbol: str = "none"
    size: float = 5
    """Points."""
    shape: str = ""
    """The XML of its fill and line."""


class PlotSeries(NamedTuple):
    """A series of a plot."""

    name: str
    shape: str
    """The XML of its fill and line."""
    values: tuple[float | None, ...]
    categories: tuple[str, ...]
    across: tuple[float | None, ...]
    """The values along the axis of x, in a scatter chart."""
    marker: Marker
    point_shapes: Mapping[int, str]
    """The fill and line of single points."""
    point_markers: Mapping[int, Marker]
    label: Label | None
    """The label of each point; None: points have none."""
    point_labels: Mapping[int, Label | None]
    """Labels of single points; None: this one has none."""

    def label_of(self, point: int) -> Label | None:
        """Return the label of a point."""
        return self.point_labels.get(point, self.label)


class PlotGroup(NamedTuple):
    """Series that are drawn in one way, on one pair of axes."""

    kind: str
    """The name of its element, such as barChart."""
    series: tuple[PlotSeries, ...]
    axes: tuple[str, ...]
    is_horizontal: bool
    grouping: str
    gap: float
    """Space between groups, as a share of a bar's width."""
    overlap: float
    """Share of a bar's width by which bars of one group overlap."""
    hole: float
    """Share of a ring's width."""


class Axis(NamedTuple):
    """An axis; bars that lie have their first category at the top."""

    is_right: bool
    """Whether it stands at the right of the plot."""
    is_reversed: bool
    """Whether its values grow to the left, in talks from the right."""
    look: TextLook
    has_labels: bool
    low: float | None
    """Where it begins; None: the program chooses it."""
    step: float
    """0: the program chooses it."""
    code: str
    line: str
    """The XML of its line; empty: none."""
    grid: str
    """The XML of the lines across the plot; empty: none."""
    skip: int
    """Every n-th category is named."""
    is_turned: bool
    """Whether its labels are turned by 45°."""
    between: bool
    """Whether it crosses the other axis between two categories."""
    title: ChartText | None


class ChartText(NamedTuple):
    """The title of an axis; its left and its upper edge are shares of the chart."""

    text: str
    look: TextLook
    x: float
    y: float


class Area(NamedTuple):
    """A rectangle in points of the chart, or in shares of it."""

    x: float
    y: float
    width: float
    height: float

    def in_points(self, size: tuple[float, float]) -> Area:
        """Return an area in shares of a chart of this size in points."""
        across, down = size
        return Area(self.x * across, self.y * down, self.width * across, self.height * down)


class Legend(NamedTuple):
    """The legend."""

    area: Area
    """In shares of the chart."""
    look: TextLook
    is_column: bool
    """Whether its entries stand below one another."""
    left_out: frozenset[int]
    """The numbers of the entries that it does not show."""


class ChartPart(NamedTuple):
    """A chart."""

    lang: str
    area: Area
    """That of the plot, in shares of the chart."""
    groups: tuple[PlotGroup, ...]
    axes: Mapping[str, Axis]
    legend: Legend | None
