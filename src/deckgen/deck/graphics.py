"""What a placeholder can show that is not text, before any XML: pure values.

`Graphic` is a closed list: for a new member, the type checker names each place that lacks it.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.plot import Plot
from deckgen.deck.text_body import ColorRole, Run, TextBody
from deckgen.language.number_formats import NumberFormat
from deckgen.support.diagnostics import Span

BEFORE_CREDIT = Run("  ·  ")
"""What stands between a caption and the credit on its line."""
UNIT_SHAPE = "Unit"
"""Name of the shape within a chart that says the unit of its numbers."""
_ROUNDED = 0.015
"""Share of a whole by which the sum of its parts may miss it, as each is rounded."""
DrawingKind: TypeAlias = Literal["figures", "steps", "people", "code", "scan", "line"]


class Media(NamedTuple):
    """A media part of the package; one part, even if it is shown several times."""

    part_name: str
    """`/ppt/media/….png`, made from the bytes, so that equal pictures share a part."""
    content_type: str
    data: bytes
    width: int
    """Pixels; of a vector picture, any unit."""
    height: int
    ready: bool = True
    """Whether programs can show it; if not, it is converted before writing."""


class Caption(NamedTuple):
    """A small text below a graphic: its content or its source."""

    body: TextBody
    box: Box | None = None
    """Its box, once it is placed."""
    size: int = 0
    """Points, once it is placed."""
    color: str = ""
    """A scheme colour or RRGGBB, once it is placed."""
    fill: str = ""
    """The scheme colour of its fill, if it is on the picture."""


class Picture(NamedTuple):
    """A picture. The author gives its alternative text; a decorative picture has none."""

    media: Media
    alt: str
    span: Span
    vector: Media | None = None
    """The SVG of which `media` is the raster version."""
    fills_box: bool = False
    """Whether it is cropped to fill its box."""
    may_be_cropped: bool = False
    """Whether it may lose a little at its edges, to be as large as its neighbours."""
    focus: tuple[float, float] = (0.5, 0.5)
    """The point that cropping keeps: from the left and from the top, 0 to 1."""
    box: Box | None = None
    """Its box, once it is placed."""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    """The cropped shares at the left, top, right and bottom, 0 to 1, once it is placed."""
    caption: Caption | None = None
    behind_text: bool = False
    """Whether it is behind the text of its slide."""
    alt_span: Span | None = None
    """The place of `alt` in the outline; None if the author did not write it."""


class Playback(NamedTuple):
    """The playback of a film or a sound."""

    start: Literal["click", "auto"] = "click"
    """With the next click, or with the slide; a click on it always stops it."""
    loop: bool = False
    mute: bool = False


class Recording(NamedTuple):
    """A film or a sound; the `media` of a film have the size of its pictures."""

    media: Media
    film: bool
    milliseconds: int
    audible: bool = True
    """Whether it has sound."""


class Clip(NamedTuple):
    """A recording on a slide: a picture that plays."""

    recording: Recording
    picture: Picture
    """The poster. If the author gives none, its media are the recording's, and one is drawn."""
    span: Span
    playing: Playback = Playback()
    subtitles: Media | None = None

    @property
    def has_poster(self) -> bool:
        """Whether the author gave a poster."""
        return self.picture.media.part_name != self.recording.media.part_name


class CellInsets(NamedTuple):
    """EMU that the cells of a column keep free beside their text, where reading begins and ends."""

    start: int
    end: int


class Table(NamedTuple):
    """A table; every row has as many cells as `aligns`."""

    header: tuple[TextBody, ...]
    """Empty if it has none."""
    rows: tuple[tuple[TextBody, ...], ...]
    aligns: tuple[Literal["l", "ctr", "r"], ...]
    alt: str
    span: Span
    box: Box | None = None
    """Its box, once it is placed."""
    widths: tuple[int, ...] = ()
    """EMU of each column, once it is placed."""
    heights: tuple[int, ...] = ()
    """EMU of each row, the header first, once it is placed."""
    insets: tuple[CellInsets, ...] = ()
    """Of each column, once it is placed."""
    size: int = 0
    """Points, once it is placed."""
    decimal_padding: tuple[tuple[int, ...], ...] = ()
    """EMU after the text of each cell that align the decimal signs; by rows, the header first."""
    padding: int = 0
    """EMU above and below the text of each cell, once it is placed."""
    line_distance: float = 0
    """Points from line to line in rows of several lines, once it is placed."""
    has_total: bool = False
    """Whether the last row is a total of those above it."""
    quiet: tuple[tuple[bool, ...], ...] = ()
    """For each cell of `rows`, whether it stands back; empty if nothing is highlighted."""
    alt_span: Span | None = None
    """The place of `alt` in the outline; None if the author did not write it."""


class ShapeStyle(NamedTuple):
    """The style of one level of a shape's text."""

    size: int
    """Points."""
    color_role: ColorRole = "text"
    bold: bool = False
    heading: bool = False
    """Whether it has the theme's heading font."""
    space_before: int = 0
    """Points."""
    code: bool = False
    """Whether it is code: in the code font, from the left in every language."""
    line_spacing: int = 100
    """Per cent of the font's own line height."""


class Shape(NamedTuple):
    """A shape of a drawing, placed; without `body` it is decorative."""

    name: str
    box: Box
    form: Literal["rect", "ellipse", "squares"] = "rect"
    fill: ColorRole = ""
    """Empty: no fill."""
    body: TextBody | None = None
    styles: tuple[ShapeStyle, ...] = ()
    """By the level of the paragraphs. A colour that is unreadable on `fill` is replaced."""
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["begin", "ctr", "end"] = "begin"
    inset: int = 0
    """EMU between its edges and its text."""
    alt: str = ""
    squares: tuple[str, ...] = ()
    """Rows of 0 and 1: the squares of a QR code."""
    link: str = ""
    """The web address of a click on it."""
    wraps: bool = True
    """Whether its text takes a further line where it is too wide. A number does not: every program
    would break it between digits, and it is wider where its font is missing."""


class DrawingItem(NamedTuple):
    """An item of a drawing, such as a figure, a step or a person."""

    span: Span
    lead: TextBody | None = None
    """The text above it or before it: the date of a step."""
    title: TextBody | None = None
    """Its large words: the number of a figure, the name of a step or of a person."""
    text: TextBody | None = None
    """Its small words."""
    picture: Picture | None = None
    squares: tuple[str, ...] = ()


class Drawing(NamedTuple):
    """Items as native shapes in the theme's colours."""

    kind: DrawingKind
    items: tuple[DrawingItem, ...]
    span: Span
    name: str
    """Its name in the selection pane."""
    shapes: tuple[Shape, ...] = ()
    """In reading order, once it is placed; several shapes are grouped."""


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


Graphic: TypeAlias = Picture | Clip | Table | Chart | Drawing
