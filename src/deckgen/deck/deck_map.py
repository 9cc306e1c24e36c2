"""What stands in a deck, slide by slide and text by text: values.

There are three maps of a deck that colleagues edited: `base`, the words that were written into it;
`edited`, the words that stand there now; `current`, the words that the outline gives today, with
their spans. Together they tell who changed what.
"""

from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.slide import DeckOrigin
from deckgen.support.diagnostics import Span

FormatMark: TypeAlias = Literal["bold", "italic", "strike", "superscript", "subscript"]
"""A format that the words have of their own, in addition to that of their place."""


class MappedParagraph(NamedTuple):
    """A paragraph as it is shown."""

    words: str
    """Its runs joined; a line break is \\v, a tab \\t, a formula its plain characters."""
    level: int = 0
    """From 0, as `lvl`."""
    formulas: tuple[tuple[int, int], ...] = ()
    """Start and end of each formula in `words`."""
    marks: tuple[tuple[int, int, FormatMark], ...] = ()
    """Start and end of each stretch of `words` in a format, by start."""
    is_generated: bool = False
    """Whether deckgen made the words: dates, progress, headlines such as “Agenda”."""
    span: Span | None = None
    """Its place in the author's files; None if it is unknown or generated. Only in `current`."""


class MappedText(NamedTuple):
    """A text of a slide."""

    place: str
    """What it is on its slide, unique there: a role of a placeholder (`title`, `kicker`, `body`,
    `second`, …), `footer`, `day`, `notes`; with the number of the graphic, from 1, `caption 1`,
    `alt 1`, `table 1 cell 2 3` (row, column), `drawing 1 shape 2`, `chart 1 category 2`,
    `chart 1 series 1`, `chart 1 value 2 1` (series, category), `chart 1 kind`."""
    shape: int
    """`p:cNvPr@id` of the shape that has it; 0 for notes."""
    paragraphs: tuple[MappedParagraph, ...]


class MappedBox(NamedTuple):
    """The place of a shape."""

    shape: int
    """`p:cNvPr@id`."""
    place: str
    """As of texts; `picture 1`, `clip 1`, `table 1`, `chart 1`, `drawing 1`; `link 1`, `number`."""
    box: Box
    """Where it stands: that of its layout, if it has none of its own."""
    media: str = ""
    """The first eight hexadecimal digits of the SHA-256 of its picture, film or sound."""


class MappedSlide(NamedTuple):
    """A slide."""

    id: str
    """`p:cSld@name`."""
    number: int
    """`p:sldId@id`."""
    layout: str
    """The name of its layout."""
    texts: tuple[MappedText, ...]
    boxes: tuple[MappedBox, ...]
    is_hidden: bool = False
    included: str = ""
    """The digest of an included slide's words, of which only notes are in the map; else empty."""
    links: tuple[str, ...] = ()
    """The web and mail addresses of words, each once, without notes; none for included slides."""
    section: str = ""
    """The name of the section that begins with it; empty if none does."""
    transition: str = "none"
    """How it comes on stage; of a slide of another deck it is unknown."""
    span: Span | None = None
    """Its entry in the outline. Only in `current`."""
    source: tuple[str, int] | None = None
    """Of an included slide: the key of its deck, and its number there. Only in `current`."""

    @property
    def is_included(self) -> bool:
        """Whether it is a slide of another deck."""
        return bool(self.included)

    @property
    def title(self) -> str:
        """The words of its title on one line; empty without one."""
        titles = (text.paragraphs for text in self.texts if text.place == "title")
        return " ".join(" ".join(each.words for each in next(titles, ())).split())


class DeckMap(NamedTuple):
    """A deck, slide by slide."""

    slides: tuple[MappedSlide, ...]
    origin: DeckOrigin = DeckOrigin()
    parts: frozenset[str] = frozenset()
    """The checksums of the parts that were written, as `part_checksum` has them. Only in `base`."""


def counted_places(first: str, count: int) -> list[str]:
    """Return the places of texts in a row, such as `cell 2 1`, `cell 2 2`: the last number rises.

    Raises ValueError if there are several, and the first place ends with no number.
    """
    if count == 1:
        return [first]
    stem, _, number = first.rpartition(" ")
    return [f"{stem} {at}" for at in range(int(number), int(number) + count)]
