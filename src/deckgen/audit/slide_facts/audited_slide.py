"""The values that rules look at: slides, shapes and their text, with all inheritance resolved."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from deckgen.audit.finding import ShapePlace
from deckgen.deck.box import Box
from deckgen.deck.layout import TextStyle
from deckgen.opc.parsed_package import ParsedPart
from deckgen.opc.xml_parser import Element
from deckgen.template.template import DrawnShape

ShapeKind: TypeAlias = Literal["text", "picture", "media", "table", "chart", "object", "line"]
"""What a shape is to a reader: all drawn ones are “text”; SmartArt and embedded files “object”."""


class AuditedRun(NamedTuple):
    """A stretch of text in one format."""

    text: str
    size: float
    """Points, as shown: after the shrinking of `a:normAutofit`."""
    bold: bool
    color: str | None
    """RRGGBB; None if it is a picture or a pattern, or nothing is shown."""
    font: str
    """The name of its typeface."""
    lang: str
    """BCP 47; empty if nothing states it."""
    capitals: bool
    link: str | None
    """The id of its link, empty for a jump such as to the next slide; None without a link."""


class AuditedParagraph(NamedTuple):
    """A paragraph with its format."""

    element: Element
    runs: tuple[AuditedRun, ...]
    style: TextStyle
    """That of its level with what it states itself; its runs may differ."""
    justified: bool
    has_mark: bool
    """Whether it shows a bullet or a number."""
    text: str
    """Its words; a line break is a line feed."""

    @property
    def words(self) -> str:
        """Its words on one line."""
        return " ".join(self.text.split())


class TextFit(NamedTuple):
    """The place that the words of a shape take, as measured."""

    box: Box
    """EMU, on the slide; it may be larger than that of the shape."""
    height: float
    """Points, from the first line to the last."""
    room: float
    """Points: the height of the frame inside its insets."""
    widest: float
    """Points: the width of the widest word."""
    line_width: float
    """Points: the width of a line of the frame."""
    lines: tuple[int, ...]
    """How many lines each paragraph takes."""


class TextArea(NamedTuple):
    """Text and where it stands: the text of a shape, or of a table's cell."""

    paragraphs: tuple[AuditedParagraph, ...]
    cell: tuple[int, int] | None = None
    """Row and column from 1."""
    behind: str | None = None
    """RRGGBB behind it; None if unknown, or several colours."""
    extent: TextFit | None = None
    """None for cells, for text that is turned, and without words."""

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join([paragraph.text for paragraph in self.paragraphs])

    @property
    def runs(self) -> Iterator[AuditedRun]:
        """The runs of all its paragraphs."""
        for paragraph in self.paragraphs:
            yield from paragraph.runs


class AuditedGroup(NamedTuple):
    """A group of shapes."""

    element: Element
    place: ShapePlace
    description: str
    decorative: bool
    hidden: bool


class ChartMark(NamedTuple):
    """A series of a chart, or a point with a look of its own."""

    name: str
    color: str | None
    """RRGGBB of its fill, or of its line; None if unknown."""
    edge: str | None
    """RRGGBB of the outline of a fill; None without one."""
    behind: str | None
    """RRGGBB; None if unknown."""
    is_labelled: bool = False
    """Whether its numbers or names are written beside it."""


class ChartWords(NamedTuple):
    """Words of a chart in one format."""

    color: str | None
    """RRGGBB; None if unknown."""
    size: float
    """Points; 0 if the chart does not state it."""
    bold: bool
    behind: str | None
    """RRGGBB; None if unknown."""


class AuditedChart(NamedTuple):
    """A chart and its colours."""

    root: Element
    """Its `c:chartSpace`."""
    marks: tuple[ChartMark, ...]
    touching: tuple[tuple[ChartMark, ChartMark], ...]
    """Those that stand edge to edge."""
    words: tuple[ChartWords, ...]


class AuditedShape(NamedTuple):
    """A shape of a slide that is no group."""

    element: Element
    kind: ShapeKind
    place: ShapePlace
    placeholder: str
    """The type of its placeholder, “obj” without a type; empty if it is none."""
    groups: tuple[AuditedGroup, ...]
    """Those that it stands in, the outermost first."""
    description: str
    """Its alternative text; empty if it has none."""
    decorative: bool
    hidden: bool
    """Whether it, or a group around it, is not shown."""
    texts: tuple[TextArea, ...]
    """Its text; that of each cell of a table, and of each shape of a SmartArt."""
    drawn: DrawnShape | None
    """Its fill or outline; None if it shows none, or has no place."""
    behind: str | None
    """RRGGBB behind its box; None if unknown, or several colours."""
    colors: tuple[str, ...]
    """RRGGBB of its fill and its line, as far as it has them and they are known."""
    is_link: bool
    """Whether a click on it does something."""
    chart: AuditedChart | None = None

    @property
    def text(self) -> str:
        """All its words, a line for each paragraph."""
        return "\n".join([area.text for area in self.texts])

    @property
    def has_words(self) -> bool:
        """Whether it has words."""
        return any(area.text.strip() for area in self.texts)

    @property
    def runs(self) -> Iterator[AuditedRun]:
        """All its runs."""
        for area in self.texts:
            yield from area.runs

    @property
    def seen_box(self) -> Box | None:
        """Where it is seen: a text without a fill where its words stand."""
        extent = self.texts[0].extent if len(self.texts) == 1 else None
        return extent.box if extent is not None and self.drawn is None else self.place.box


class AuditedSlide(NamedTuple):
    """A slide with all that it inherits."""

    number: int
    """From 1."""
    part: ParsedPart
    root: Element
    width: int
    """EMU."""
    height: int
    """EMU."""
    layout: str
    """The name of its layout; empty if it has none."""
    layout_part: str
    hidden: bool
    shapes: tuple[AuditedShape, ...]
    """In the order in which they are read, hidden ones too."""
    title_shape: AuditedShape | None
    """Its title placeholder."""
    notes: str

    @property
    def part_name(self) -> str:
        """The name of its part."""
        return self.part.name

    @property
    def shown(self) -> Iterator[AuditedShape]:
        """The shapes that are not hidden."""
        return (shape for shape in self.shapes if not shape.hidden)

    def shows(self, box: Box | None) -> bool:
        """Return whether a box stands on the slide, if only in part."""
        return box is not None and box.overlaps(Box(0, 0, self.width, self.height))

    @property
    def title_text(self) -> str:
        """The words of its title on one line."""
        return "" if self.title_shape is None else " ".join(self.title_shape.text.split())
