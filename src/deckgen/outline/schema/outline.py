"""The author's words, typed: the head of the talk and one entry for each slide."""

from typing import NamedTuple

from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.talk import Talk


class Outline(NamedTuple):
    """What an outline says: the talk, and its slides in order, each with its kind."""

    talk: Talk
    slides: tuple[tuple[Kind, Entry], ...]
    unread: frozenset[str] = frozenset()
    """The ids of slides that could not be read: a link to one is no further mistake."""
