"""Where the values of a chart stand: the area of its plot, and the scales along it."""

from collections.abc import Sequence
from typing import NamedTuple

from deckgen.render.light.charts.chart_canvas import Point
from deckgen.render.light.charts.chart_scales import AxisScale, axis_scale
from deckgen.render.light.charts.chart_values import Area, Axis, ChartPart, PlotGroup

_FILLED = frozenset({"areaChart", "barChart"})
"""Plots of which lengths are compared: their scales include zero."""
SHARES = "percentStacked"
"""The grouping of stacks that all reach the end of the scale."""
STACKED = frozenset({"stacked", SHARES})

Span = tuple[float, float]
"""Where a value begins and ends; that of a stack begins at the sum of those below it."""


class PlotGrid(NamedTuple):
    """The area in which a group is drawn, between its two axes."""

    area: Area
    """In points."""
    names: Axis
    """The axis of categories; that of x in a scatter chart."""
    values: Axis
    scale: AxisScale
    across: AxisScale | None
    """The scale of x in a scatter chart."""
    categories: tuple[str, ...]
    is_horizontal: bool
    """Whether bars lie."""

    @property
    def cell(self) -> float:
        """The points between two categories."""
        length = self.area.height if self.is_horizontal else self.area.width
        count = len(self.categories)
        return length / max(count if self.values.between else count - 1, 1)

    def along(self, at: float) -> float:
        """Return where a category has its middle."""
        place = self.cell * (at + (0.5 if self.values.between else 0))
        return place + (self.area.y if self.is_horizontal else self.area.x)

    @property
    def grows_right(self) -> bool:
        """Whether values grow to the right; else they do to the left or upwards."""
        return self.is_horizontal and not self.values.is_reversed

    def at_value(self, value: float) -> float:
        """Return where a value stands on its axis."""
        share = self.scale.share(value)
        share = share if self.grows_right else 1 - share
        if self.is_horizontal:
            return self.area.x + share * self.area.width
        return self.area.y + share * self.area.height

    def at_x(self, value: float) -> float:
        """Return where a value stands on the axis of x in a scatter chart."""
        share = self.across.share(value) if self.across else 0
        return self.area.x + share * self.area.width

    def line_at(self, place: float) -> tuple[Point, Point]:
        """Return the ends of a line along the categories, at a place on the axis of values."""
        area = self.area
        if self.is_horizontal:
            return (place, area.y), (place, area.y + area.height)
        return (area.x, place), (area.x + area.width, place)


def read_grids(part: ChartPart, area: Area) -> list[PlotGrid]:
    """Return the grid of each group. Raises KeyError if a group lacks an axis."""
    every = [series for group in part.groups for series in group.series]
    categories = max((series.categories for series in every), key=len, default=())
    count = max((len(series.values) for series in every), default=1)
    listed = (*categories, *[""] * count)[: max(count, 1)]
    return [_grid(part, group, area, listed) for group in part.groups]


def _grid(part: ChartPart, group: PlotGroup, area: Area, categories: tuple[str, ...]) -> PlotGrid:
    names, values = (part.axes[each] for each in group.axes)
    across = None
    if group.kind == "scatterChart":
        numbers = [value for series in group.series for value in series.across if value is not None]
        across = axis_scale(names, numbers, from_zero=False)
    sharing = [other for other in part.groups if other.axes == group.axes]
    from_zero = any(other.kind in _FILLED for other in sharing)
    every = (span for other in sharing for spans in spans_of(other) for span in spans)
    ends = [span[1] for span in every if span is not None]
    top = 1 if group.grouping == SHARES else None
    scale = axis_scale(values, ends, from_zero=from_zero, top=top)
    return PlotGrid(area, names, values, scale, across, categories, group.is_horizontal)


def spans_of(group: PlotGroup) -> list[list[Span | None]]:
    """Return the spans of the values of each series; None for a gap."""
    if group.grouping not in STACKED:
        every = (series.values for series in group.series)
        return [[None if value is None else (0, value) for value in values] for values in every]
    count = max((len(series.values) for series in group.series), default=0)
    rows = [(*series.values, *[None] * count)[:count] for series in group.series]
    stacks = [_stack(column) for column in zip(*rows, strict=True)]
    if group.grouping == SHARES:
        stacks = [_shares(stack) for stack in stacks]
    return [[stack[at] for stack in stacks] for at in range(len(rows))]


def _shares(stack: list[Span | None]) -> list[Span | None]:
    """Return the spans of a stack as shares of its length."""
    ends = [end for span in stack if span for end in span]
    whole = max(ends, default=0) - min(ends, default=0) or 1
    return [span and (span[0] / whole, span[1] / whole) for span in stack]


def _stack(column: Sequence[float | None]) -> list[Span | None]:
    """Return the spans of a stack; those below zero stand below it."""
    ends = {False: 0.0, True: 0.0}
    spans: list[Span | None] = []
    for value in column:
        if value is None:
            spans.append(None)
        else:
            start = ends[value < 0]
            ends[value < 0] = start + value
            spans.append((start, start + value))
    return spans
