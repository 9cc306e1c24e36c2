"""The values of a mended deck."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.audit.finding import AuditReport


class DeckMend(NamedTuple):
    """A change that was made."""

    code: str
    """The code of the rule that was broken."""
    slide: int | None
    """The number of the slide, from 1; None for the whole file."""
    message: str


class MendPlan(NamedTuple):
    """What mends of single slides need to know of the whole deck."""

    language: str
    """The language of most of its text, or of its properties (BCP 47); empty if unknown."""
    titles: Mapping[int, str]
    """New titles, by the number of the slide, each unlike all others of the deck."""


class MendedDeck(NamedTuple):
    """The bytes of the copy, what was changed in it, and what is left to do."""

    data: bytes
    mends: tuple[DeckMend, ...]
    left: AuditReport
