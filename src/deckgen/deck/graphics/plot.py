"""How a chart is drawn, once it is known how much room it has."""

from typing import Literal, NamedTuple, TypeAlias

SeriesNaming: TypeAlias = Literal["none", "legend", "ends", "counted"]
"""Whether series are named at all; in a legend; each at the end of its line; or in a legend that
says the numbers of slices, too."""


class RelativeBox(NamedTuple):
    """A rectangle within the chart: x, y, width and height as shares (0 to 1) of its box."""

    x: float
    y: float
    width: float
    height: float


class Plot(NamedTuple):
    """What to draw, and where. What may change with the numbers is left to PowerPoint."""

    size: int
    """Points of every text but the source."""
    source_size: int
    """Points of the source."""
    area: RelativeBox = RelativeBox(0, 0, 1, 1)
    """The plot with the words of its axes."""
    labels: bool = False
    """Whether each number stands at its column, point or slice."""
    axis: bool = False
    """Whether the axis of values is shown, with light lines behind the plot."""
    series_naming: SeriesNaming = "none"
    legend: RelativeBox | None = None
    """Where the legend stands, if there is one."""
    category_step: int = 1
    """Only every n-th category is named, where all of them have no room."""
    rotated_names: bool = False
    """Whether the names of the categories are turned, as they are too long to stand upright."""
    source: RelativeBox | None = None
    second_axis: bool = False
    """Whether the lines of a combined chart have a scale of their own."""
    gap_width: int = 60
    """Per cent of a column's width that is left between the groups."""
    label_sides: tuple[str, ...] = ()
    """Where the names of points stand in a scatter chart: r, l, t or b of each."""
    x_title: RelativeBox | None = None
    """Where the name of the axis of x stands, in a scatter chart."""
    hole_size: int = 0
    """Per cent of a ring's width that is hollow."""
    major_unit: float = 0
    """From number to number on the axis of values, that of x in a scatter chart; 0: as the program
    chooses."""
    from_zero: bool = False
    """Whether a line's scale begins at zero."""
