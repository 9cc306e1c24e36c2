"""The values of a protocol: what it says in words, the same for the page and for paper."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.audit.protocol import Outcome
from deckgen.export.protocol.protocol_phrases import ProtocolLanguage
from deckgen.render.renderer import SlideImage


class ProtocolRule(NamedTuple):
    """A rule in the table of its group."""

    code: str
    name: str
    clauses: str
    """As `clause_line` has them."""
    outcome: Outcome
    outcome_text: str
    where: str
    """In words: “slides 3, 5”, or the whole file; empty where nothing was found."""
    slides: tuple[int, ...]
    why: str
    """Empty where nothing was found; so is `remedy`."""
    remedy: str
    lang: ProtocolLanguage


class ProtocolGroup(NamedTuple):
    """The rules of a group."""

    name: str
    title: str
    rules: tuple[ProtocolRule, ...]


class ProtocolCheck(NamedTuple):
    """A check by a person."""

    code: str
    name: str
    how: str
    clauses: str
    applies: bool


class ProtocolPlace(NamedTuple):
    """A place that breaks a rule."""

    mark: int
    """The number in the picture; 0 without one."""
    outcome: Outcome
    code: str
    message: str
    lang: ProtocolLanguage


class MarkedBox(NamedTuple):
    """A place in a picture, in shares of its width and its height, from 0 to 1."""

    mark: int
    x: float
    y: float
    width: float
    height: float


class ProtocolSlide(NamedTuple):
    """A slide with what was found on it."""

    number: int
    title: str
    is_untitled: bool
    places: tuple[ProtocolPlace, ...]
    more: int
    """How many further places are not listed."""
    boxes: tuple[MarkedBox, ...]
    image: SlideImage | None


class AuditProtocol(NamedTuple):
    """A protocol."""

    lang: ProtocolLanguage
    deck_lang: str
    """Of the titles of slides; empty if unknown."""
    title: str
    """That of the deck, or else the name of its file."""
    facts: tuple[tuple[str, str], ...]
    """Labels and values."""
    verdict: str
    counts: Mapping[Outcome, int]
    """How many automatic checks end so."""
    groups: tuple[ProtocolGroup, ...]
    checks: tuple[ProtocolCheck, ...]
    whole: tuple[ProtocolPlace, ...]
    """What was found in the whole file."""
    slides: tuple[ProtocolSlide, ...]
    unshown: int
    """Slides with faults that are not in `slides`."""
    method: str
