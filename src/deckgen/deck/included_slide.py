"""Slides of another deck that are included unchanged: their number there, and their parts."""

from typing import NamedTuple

from deckgen.deck.text_body import TextBody
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.diagnostics import Span


def deck_key(data: bytes) -> str:
    """Return the key for the bytes of a deck: their digest."""
    from hashlib import blake2b

    return blake2b(data, digest_size=6).hexdigest()


class IncludedMaster(NamedTuple):
    """A slide master of included slides."""

    part_name: str
    id: int
    """Its `p:sldMasterId@id`, unique among the masters and layouts of the deck."""


class SlideParts(NamedTuple):
    """The parts of an included slide, ready for the package."""

    data: bytes
    """The XML of the slide."""
    relationships: tuple[Relationship, ...]
    """All but those to other slides and to notes."""
    links: tuple[tuple[str, str], ...]
    """Relationship ids of links to slides of this deck, each with the slide's id."""
    parts: tuple[Part, ...]
    """All parts that the slide refers to; several slides may share parts, by name."""
    masters: tuple[IncludedMaster, ...]
    """The masters that this deck does not have."""
    table_styles: tuple[tuple[str, str], ...] = ()
    """The styles of its tables: GUID and `a:tblStyle` of each."""


class IncludedSlide(NamedTuple):
    """A slide of another deck, to be included."""

    file: str
    """The deck's name for messages."""
    deck: str
    """A key for the bytes of the deck."""
    number: int
    """The number of the slide in its deck, from 1."""
    layout: str
    """The name of its layout there."""
    span: Span
    """Where the author names it."""
    parts: SlideParts | None = None
    """Its parts, once they are read."""


def letters_of(words: str) -> str:
    """Return the letters and digits of words."""
    return "".join([sign for sign in words if sign.isalnum()])


class SlideSummary(NamedTuple):
    """What is known of a slide of another deck before its parts are read."""

    title: str
    """On one line; empty if it has none."""
    layout: str
    hidden: bool
    notes: "TextBody | None"
    letters: str = ""
    """The letters and digits of all its words, without what is between them."""

    def shows(self, words: str) -> bool:
        """Return whether words stand on the slide; signs and blanks do not count."""
        return letters_of(words) in self.letters


class DeckSummary(NamedTuple):
    """The slides of another deck, in order."""

    file: str
    key: str
    """A key for its bytes."""
    slides: tuple[SlideSummary, ...]
