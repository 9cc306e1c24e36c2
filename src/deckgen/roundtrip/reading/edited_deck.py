"""A deck as colleagues left it: what was read from its slides, as values."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from deckgen.deck.box import Box
from deckgen.deck.deck_map import DeckMap, MappedParagraph
from deckgen.roundtrip.reading.read_looks import NO_FACTS, Facts, PartLooks

ShapeKind: TypeAlias = Literal["text", "picture", "table", "chart", "line", "other"]
Paragraphs: TypeAlias = tuple[MappedParagraph, ...]
Comment: TypeAlias = tuple[str, str]
"""The author of a comment or an answer, empty if the deck does not say, and its words."""


class EditedShape(NamedTuple):
    """A shape; those of a group stand one by one, in its place."""

    id: int
    """`p:cNvPr@id`."""
    name: str
    kind: ShapeKind
    placeholder: str = ""
    """The type of its placeholder (ECMA-376 Part 1, 19.7.10); empty for other shapes."""
    box: Box | None = None
    """The place on the slide; None if neither slide, layout nor master says it."""
    alt: str = ""
    media: str = ""
    """The digest of its picture, film or sound, as `MappedBox.media` has it."""
    is_vector: bool = False
    """Whether it is an SVG; programs draw the picture beside it anew."""
    paragraphs: Paragraphs = ()
    """The paragraphs of a text; empty if it has no words."""
    cells: tuple[tuple[Paragraphs, ...], ...] = ()
    """The cells of a table, row by row."""
    has_merged_cells: bool = False
    facts: Facts = NO_FACTS
    """How it looks."""
    points: Mapping[str, str] = {}
    """The words and numbers of a chart by their place within it, such as `value 2 1`."""


class EditedSlide(NamedTuple):
    """A slide."""

    number: int
    """The number in the deck, from 1."""
    slide_id: int
    """`p:sldId@id`."""
    name: str
    """`p:cSld@name`: the id of the slide in the outline, if no program took it away."""
    layout: str
    """The name of its layout."""
    is_hidden: bool
    shapes: tuple[EditedShape, ...]
    """The shapes in the order of the file."""
    notes: Paragraphs
    digest: str = ""
    """The digest of all words in its file, as `MappedSlide.included` has it."""
    comments: tuple[Comment, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    """The web and mail addresses that words lead to, and these words."""
    section: str = ""
    """The name of the section that begins with it; empty if none does."""
    transition: str = "none"
    """How it comes on stage, as `transition_effect` has it."""
    facts: Facts = NO_FACTS
    """How it looks beside its shapes."""
    notes_facts: Facts = NO_FACTS
    checksum: str = ""
    """The checksum of its part."""


class EditedDeck(NamedTuple):
    """A deck."""

    slides: tuple[EditedSlide, ...]
    program: str
    """The name of the program that saved it, as it says itself."""
    base: DeckMap | None = None
    """What it was when it was built: the map that stands in it, or a copy."""
    key: str = ""
    """The key of its bytes, as `MappedSlide.source` has it."""
    base_is_copy: bool = False
    """Whether a program left the map out, and `base` is of the deck that was built here last."""
    parts: Mapping[str, PartLooks] = {}
    """What its slides share, by plain names, such as `theme`."""
    created: dt.datetime | None = None
    """When it was built, as its file says."""
    sent: "EditedDeck | None" = None
    """The deck as the outline gives it today, or as it was sent, to compare looks with."""

    @property
    def keeps_looks(self) -> bool:
        """Whether the program writes what it does not change as it was."""
        return self.program.startswith(("Microsoft", "deckgen"))

    @property
    def writes_inherited(self) -> bool:
        """Whether the program writes on each shape what the shape inherits from its layout."""
        return self.program.startswith("LibreOffice")
