"""A slide as it was read: its text, pictures, tables and charts, in reading order, as values."""

from typing import NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.importing.marked_text import SourceRun, words_of
from deckgen.importing.source_paragraph import SourceParagraph


class SourceText(NamedTuple):
    """A text: what a placeholder or a text box holds."""

    paragraphs: tuple[SourceParagraph, ...]

    @property
    def words(self) -> str:
        """The words alone, a line for each paragraph."""
        return "\n".join(paragraph.words for paragraph in self.paragraphs)


class SourcePicture(NamedTuple):
    """A picture as it is shown: cropped."""

    data: bytes
    extension: str
    """png, jpg, gif, svg …"""
    alt: str
    decorative: bool
    name: str
    """Its file or shape name, to call the file after."""


class SourceTable(NamedTuple):
    """A table without merged cells."""

    rows: tuple[tuple[tuple[SourceRun, ...], ...], ...]
    header: bool
    alt: str


class SourceSeries(NamedTuple):
    """The numbers of one series; None is a gap."""

    name: str
    values: tuple[float | None, ...]


class SourceChart(NamedTuple):
    """A chart with its numbers."""

    kind: str
    """A kind of our charts."""
    categories: tuple[str, ...]
    series: tuple[SourceSeries, ...]
    title: str
    alt: str


class Unread(NamedTuple):
    """What no kind of slide can show; `what` names it in the plural form of a count."""

    what: str
    words: str = ""


Content: TypeAlias = SourceText | SourcePicture | SourceTable | SourceChart | Unread


class SourceShape(NamedTuple):
    """A shape with what it shows and where it stands."""

    content: Content
    box: Box | None
    """None if neither slide, layout nor master says."""
    placeholder: str = ""
    """The type of its placeholder (ECMA-376 Part 1, 19.7.10); empty for other shapes."""
    idx: int = 0
    """`p:ph@idx`; 0 for other shapes."""
    largest_size: float = 0
    """Points: the largest size that the shape itself sets; 0 if it sets none."""
    is_mono: bool = False
    """Whether all of its text is set in a font for code."""


def paragraphs_in(shape: SourceShape) -> tuple[SourceParagraph, ...]:
    """Return the paragraphs of a text; none of other contents."""
    return shape.content.paragraphs if isinstance(shape.content, SourceText) else ()


class SourceSlide(NamedTuple):
    """A slide as it was read."""

    number: int
    """From 1."""
    id: str
    """A short id for links to it."""
    layout: str
    layout_type: str
    """`p:sldLayout@type`."""
    shapes: tuple[SourceShape, ...]
    """In reading order: the title first; without those of the footer, without empty ones."""
    notes: tuple[SourceParagraph, ...] = ()
    hidden: bool = False
    lang: str = ""
    """The language of most of its words; empty if it says none."""
    section: str = ""
    """The name of the section that begins here."""
    reasons: tuple[str, ...] = ()
    """What else speaks against a kind, such as an animation."""

    @property
    def words(self) -> str:
        """All words of the slide without its notes, shape by shape."""
        return "\n".join(words for shape in self.shapes if (words := words_of_content(shape)))


def words_of_content(shape: SourceShape) -> str:
    """Return the words that a shape shows."""
    content = shape.content
    if isinstance(content, SourceText | Unread):
        return content.words
    if isinstance(content, SourceTable):
        return "\n".join(words_of(cell) for row in content.rows for cell in row)
    if isinstance(content, SourceChart):
        return content.title
    return ""
