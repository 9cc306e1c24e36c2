"""A slide as it was read: its text, pictures, tables and charts, in reading order, as values."""

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.importing.marked_text import SourceParagraph, SourceRun, run_words


class SlideText(NamedTuple):
    """A text: what a placeholder or a text box holds."""

    paragraphs: tuple[SourceParagraph, ...]

    @property
    def words(self) -> str:
        """The words alone, a line for each paragraph."""
        return "\n".join(paragraph.words for paragraph in self.paragraphs)


Crop: TypeAlias = tuple[float, float, float, float]
"""What is not shown of a picture, in shares of its sides: left, top, right, bottom."""


class SourcePicture(NamedTuple):
    """A picture."""

    data: bytes
    """The whole of it."""
    extension: str
    """png, jpg, gif, svg …"""
    alt: str
    decorative: bool
    name: str
    """Its file or shape name, to call the file after."""
    crop: Crop = (0, 0, 0, 0)
    drawing: bytes = b""
    """The same picture as SVG, if it has one."""


class SourceClip(NamedTuple):
    """A film or a sound that lies in the deck."""

    kind: Literal["video", "audio"]
    data: bytes
    extension: str
    """mp4, mp3 …"""
    alt: str
    poster: SourcePicture | None
    """The picture in its place until it plays."""
    name: str
    loops: bool = False
    is_mute: bool = False


class SourceTable(NamedTuple):
    """A table without merged cells."""

    rows: tuple[tuple[tuple[SourceRun, ...], ...], ...]
    header: bool
    alt: str
    total: bool = False
    """Whether the last row is the total of the others."""
    highlight: tuple[str, ...] = ()
    """The first cells of the rows that stand out, or the headers of the columns."""


class SourceSeries(NamedTuple):
    """The numbers of one series; None is a gap."""

    name: str
    values: tuple[float | None, ...]
    is_percent: bool = False
    """Whether they are shown as per cent: 0.5 is 50 %."""
    decimals: int = 0
    """How many are shown at least."""


class SourceChart(NamedTuple):
    """A chart with its numbers."""

    kind: str
    """A kind of our charts."""
    categories: tuple[str, ...]
    """The names of the categories; of a scatter chart, those of its points, which may be empty."""
    series: tuple[SourceSeries, ...]
    """The first one of a scatter chart is x."""
    title: str
    """Its title, or the unit that we draw into it."""
    alt: str
    lines: tuple[str, ...] = ()
    """The series of a combined chart that are lines."""
    source: str = ""
    """The text at its foot."""
    highlight: tuple[str, ...] = ()
    """The categories or series that stand out."""


class SourceDiagram(NamedTuple):
    """SmartArt that is a list or a process."""

    lines: tuple[SourceParagraph, ...]
    """In their order, nested by their levels."""
    is_process: bool
    """Whether its lines of the first level follow one another; else they stand side by side."""


class Unread(NamedTuple):
    """What no kind of slide can show; `what` names it in the plural form of a count."""

    what: str
    words: str = ""
    is_box: bool = False
    """Whether it is a rectangle without words."""


class SourceGroup(NamedTuple):
    """A drawing of ours: steps, figures, a person, a code to scan."""

    name: str
    shapes: tuple["SourceShape", ...]


Content: TypeAlias = (
    SlideText
    | SourcePicture
    | SourceClip
    | SourceTable
    | SourceChart
    | SourceDiagram
    | SourceGroup
    | Unread
)


class SourceShape(NamedTuple):
    """A shape with what it shows and where it stands."""

    content: Content
    box: Box = Box(0, 0, 0, 0)
    """The place on the slide, in EMU; nowhere if neither slide, layout nor master says it."""
    placeholder: str = ""
    """The type of its placeholder (ECMA-376 Part 1, 19.7.10); empty for other shapes."""
    idx: int = 0
    """`p:ph@idx`; 0 for other shapes."""
    largest_size: float = 0
    """Points: the largest size of its text; 0 without text."""
    usual_size: float = 0
    """Points: the size of most of its letters, as PowerPoint shrinks them; 0 without text."""
    is_mono: bool = False
    """Whether all of its text is set in a font for code."""
    name: str = ""
    covers: float = 0
    """The share of the slide that it covers, from 0 to 1."""
    is_half: bool = False
    """Whether it stands at the left or the right edge, from top to foot, as a half of the slide."""
    caption: tuple[SourceParagraph, ...] = ()
    """The text box below it that belongs to it, once it is paired (`captions.py`)."""


def paragraphs_in(shape: SourceShape) -> tuple[SourceParagraph, ...]:
    """Return the paragraphs of a text; none of other contents."""
    return shape.content.paragraphs if isinstance(shape.content, SlideText) else ()


def runs_in(shape: SourceShape) -> Iterator[SourceRun]:
    """Yield the runs of text in a shape, with those of tables and groups."""
    match shape.content:
        case SlideText(lines) | SourceDiagram(lines):
            yield from (run for line in lines for run in line.runs)
        case SourceTable(rows):
            yield from (run for row in rows for cell in row for run in cell)
        case SourceGroup(_, shapes):
            yield from (run for each in shapes for run in runs_in(each))
        case _:
            return


class SourceSlide(NamedTuple):
    """A slide as it was read."""

    number: int
    """The number in the file, from 1."""
    id: str
    """A short id for links to it."""
    layout: str
    layout_type: str
    """`p:sldLayout@type`; also `secHead` for a lone title that stands like a section's."""
    shapes: tuple[SourceShape, ...]
    """The shapes in reading order, the title first; without the footer and empty shapes."""
    notes: tuple[SourceParagraph, ...] = ()
    hidden: bool = False
    lang: str = ""
    """The language of most of its words; empty if it says none, or is the talk's."""
    section: str = ""
    """The name of the section that begins here."""
    reveal: bool = False
    """Whether its paragraphs come click by click."""
    starts_clips: bool = False
    """Whether its films and sounds begin with it."""
    reasons: tuple[str, ...] = ()
    """What else speaks against a kind, such as an animation."""
    remarks: tuple[str, ...] = ()
    """What a kind does not show as it was, in words."""
    footer: str = ""
    """The text of its footer, on one line."""
    day: str = ""
    """The text of its date."""
    transition: str = "none"
    """`fade`, or `none` for all others; empty if it is that of the talk."""
    is_own: bool = False
    """Whether it stands on a layout of a brand of ours (`brand_file.py`)."""
    is_counted: bool = False
    """Whether it shows how far the talk is, as questions of ours do in a place of its own."""

    @property
    def words(self) -> str:
        """All words of the slide without its notes, shape by shape."""
        return "\n".join(words for shape in self.shapes if (words := words_of_content(shape)))


def words_of_content(shape: SourceShape) -> str:
    """Return the words that a shape shows."""
    match shape.content:
        case SlideText() | Unread() as content:
            return content.words
        case SourceDiagram(lines):
            return "\n".join(line.words for line in lines)
        case SourceTable(rows):
            return "\n".join(run_words(cell) for row in rows for cell in row)
        case SourceChart(_, categories, series, title) as chart:
            names = [each.name for each in series] if len(series) > 1 else []
            return "\n".join([title, *names, *categories, chart.source])
        case SourceGroup(_, shapes):
            return "\n".join(map(words_of_content, shapes))
        case SourcePicture() | SourceClip():
            return ""
