"""The plot of a chart, for the box that it has."""

from typing import Literal, NamedTuple, TypeAlias

SeriesNaming: TypeAlias = Literal["none", "legend", "direct", "counted"]
"""The names of series or slices: none; in a legend; beside them; in a legend with the numbers."""


class LabelOffset(NamedTuple):
    """How far a label is moved from where the program sets it, in shares of the chart."""

    x: float
    y: float


class RelativeBox(NamedTuple):
    """A rectangle within the chart, in shares (0 to 1) of its box."""

    x: float
    y: float
    width: float
    height: float


class Plot(NamedTuple):
    """The layout of a chart. PowerPoint decides everything that may change with the numbers."""

    size: int
    """Points of all text but the names below it, the unit and the source."""
    source_size: int
    """Points of the source."""
    area: RelativeBox = RelativeBox(0, 0, 1, 1)
    """The plot area, axes included."""
    labels: bool = False
    """Whether it has data labels."""
    axis: bool = False
    """Whether the axis of values is shown, with gridlines."""
    series_naming: SeriesNaming = "none"
    legend: RelativeBox | None = None
    """The box of the legend, if there is one."""
    category_step: int = 1
    """Every n-th category is named."""
    names_size: int = 0
    """Points of the names below it; 0 for those of other text."""
    rotated_names: bool = False
    """Whether the names of the categories are rotated, because they are long."""
    unit: RelativeBox | None = None
    """The box of the unit of its numbers, above the plot."""
    unit_size: int = 0
    """Points of the unit."""
    source: RelativeBox | None = None
    second_axis: bool = False
    """Whether the lines of a combined chart have a scale of their own."""
    gap_width: int = 60
    """Space between groups in per cent of a column's width (`c:gapWidth`)."""
    label_sides: tuple[str, ...] = ()
    """The sides of the names of points in a scatter chart: r, l, t or b."""
    labels_touch: bool = False
    """Whether two of these names touch in some program."""
    x_title: RelativeBox | None = None
    """The box of the name of the x axis in a scatter chart."""
    hole_size: int = 0
    """The hole in per cent of a ring's width (`c:holeSize`)."""
    major_unit: float = 0
    """The step of the value axis (x in a scatter chart); 0: the program chooses it."""
    y_unit: float = 0
    """The step of the upright axis of a scatter chart."""
    from_zero: bool = False
    """Whether a line's scale begins at zero."""
    named_points: tuple[int, ...] = ()
    """For each series, the index of the point whose label names it, if names are direct."""
    stacked_labels: bool = False
    """Whether the number of a slice stands below its name, not behind it."""
    label_offsets: tuple[LabelOffset, ...] = ()
    """For each of these labels, or for that of each slice of a ring, how it is moved."""
    bare: frozenset[tuple[int, int]] = frozenset()
    """The segments of stacks without their number: indices of series and category."""
    low_points: frozenset[int] = frozenset()
    """The points of a line whose numbers stand below it, because it rises on both sides of them."""
    totals: bool = False
    """Whether each stack has its total."""

    @property
    def has_small_names(self) -> bool:
        """Return whether the names below it are smaller than a source, so that all are level."""
        return 0 < self.names_size < self.source_size
