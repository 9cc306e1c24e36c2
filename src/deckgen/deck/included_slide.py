"""Slides of another deck that stand in this one as they are: known by number, brought as parts."""

from typing import TYPE_CHECKING, NamedTuple

from deckgen.opc.part import Part, Relationship
from deckgen.support.diagnostics import Span

if TYPE_CHECKING:
    from deckgen.deck.text_body import TextBody


class IncludedMaster(NamedTuple):
    """A slide master that comes along with slides."""

    part_name: str
    id: int
    """Its `p:sldMasterId@id`: no other master and no layout of the deck has it."""


class SlideParts(NamedTuple):
    """What a slide of another deck is made of, ready for the package."""

    data: bytes
    """The XML of the slide."""
    relationships: tuple[Relationship, ...]
    """All but those to other slides and to notes."""
    links: tuple[tuple[str, str], ...]
    """The ids of relationships to slides of this deck, each with the id of its slide."""
    parts: tuple[Part, ...]
    """All that the slide reaches; several slides may have the same, under the same names."""
    masters: tuple[IncludedMaster, ...]
    """Those that this deck has not yet."""
    table_styles: tuple[tuple[str, str], ...] = ()
    """The styles of its tables, each its GUID and the `a:tblStyle`."""


class IncludedSlide(NamedTuple):
    """A slide of another deck."""

    file: str
    """The deck's name for messages."""
    deck: str
    """Stands for the bytes of the deck."""
    number: int
    """Which slide of the deck it is, from 1."""
    layout: str
    """The name of its layout there."""
    span: Span
    """Where the author names it."""
    parts: SlideParts | None = None
    """Its parts, once it is brought."""


class SlideSummary(NamedTuple):
    """What is known of a slide of another deck before it is brought."""

    title: str
    """On one line; empty if it has none."""
    layout: str
    hidden: bool
    notes: "TextBody | None"


class DeckSummary(NamedTuple):
    """The slides of another deck, in order."""

    file: str
    key: str
    """Stands for its bytes."""
    slides: tuple[SlideSummary, ...]
