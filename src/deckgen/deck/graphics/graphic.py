"""What a placeholder can show that is not text: pictures, films, tables, charts, drawings.

Pure values like all of `model`, apart from it because most slides have none.
"""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.drawing_style import DrawingKind, Ink, ShapeStyle
from deckgen.deck.slide import TextBody
from deckgen.support.diagnostics import Span


class Media(NamedTuple):
    """A file's bytes as they go into the package: one part, however often it is shown."""

    part_name: str
    """Made from the bytes, so that the same picture has the same name: `/ppt/media/….png`."""
    content_type: str
    data: bytes
    width: int
    """Pixels; of a vector, any unit."""
    height: int
    ready: bool = True
    """Whether programs show the bytes as they are; if not, they are converted before writing."""


class Caption(NamedTuple):
    """A small text below a graphic: what it shows, or where it comes from."""

    body: TextBody
    box: Box | None = None
    """Where it stands, once it is placed."""
    size: int = 0
    """Points, once it is placed."""
    color: str = ""
    """A scheme colour or RRGGBB, once it is placed."""
    fill: str = ""
    """The scheme colour that it stands on, if it stands on the picture."""


class Picture(NamedTuple):
    """A picture. Text alternatives are the author's; one that only decorates has none."""

    media: Media
    alt: str
    span: Span
    vector: Media | None = None
    """The SVG that `media` is the raster twin of."""
    cover: bool = False
    """Whether it fills its box and is cropped, rather than shown whole."""
    focus: tuple[float, float] = (0.5, 0.5)
    """What is kept when it is cropped: from the left and from the top, 0 to 1."""
    box: Box | None = None
    """Where it stands, once it is placed."""
    crop: tuple[float, float, float, float] = (0, 0, 0, 0)
    """What is cut off on the left, top, right and bottom, 0 to 1, once it is placed."""
    caption: Caption | None = None
    behind: bool = False
    """Whether it stands behind the text of its slide."""


class Table(NamedTuple):
    """A table; every row has as many cells as `aligns`."""

    header: tuple[TextBody, ...]
    """Empty if it has none."""
    rows: tuple[tuple[TextBody, ...], ...]
    aligns: tuple[Literal["l", "ctr", "r"], ...]
    alt: str
    span: Span
    box: Box | None = None
    """Where it stands, once it is placed."""
    widths: tuple[int, ...] = ()
    """EMU of each column, once it is placed."""
    heights: tuple[int, ...] = ()
    """EMU of each row, the header first, once it is placed."""
    size: int = 0
    """Points, once it is placed."""
    tails: tuple[tuple[int, ...], ...] = ()
    """EMU that each cell of each row keeps free behind its text, the header first, so that decimal
    signs stand below each other; once it is placed."""


class Shape(NamedTuple):
    """A shape of a drawing, in its place; without `body` it only decorates."""

    name: str
    box: Box
    form: Literal["rect", "ellipse", "squares"] = "rect"
    fill: Ink = ""
    """Nothing: what stands behind it is seen."""
    body: TextBody | None = None
    styles: tuple[ShapeStyle, ...] = ()
    """By the level of the paragraphs. What cannot be read on its fill has another colour."""
    anchor: Literal["t", "ctr", "b"] = "t"
    align: Literal["begin", "ctr"] = "begin"
    inset: int = 0
    """EMU that its text keeps from its edges."""
    alt: str = ""
    squares: tuple[str, ...] = ()
    """Rows of 0 and 1: where a drawing of squares has one."""
    link: str = ""
    """An address on the web that a click leads to."""


class DrawingItem(NamedTuple):
    """One of the things that a drawing shows."""

    span: Span
    lead: TextBody | None = None
    """What stands above it or before it: the date of a step."""
    title: TextBody | None = None
    """Its large words: the number of a figure, the name of a step or of a person."""
    text: TextBody | None = None
    """Its small words."""
    picture: Picture | None = None
    squares: tuple[str, ...] = ()


class Drawing(NamedTuple):
    """Things that are drawn as native shapes in the theme's colours."""

    kind: DrawingKind
    items: tuple[DrawingItem, ...]
    span: Span
    name: str
    """What the selection pane calls it."""
    shapes: tuple[Shape, ...] = ()
    """In reading order, once it is placed; one alone fills the placeholder, several are grouped."""


Graphic: TypeAlias = Picture | Clip | Table | Chart | Drawing
"""What a placeholder can show that is not text. Small and closed on purpose."""
