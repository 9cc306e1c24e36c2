"""The typed outline: the head of the talk and an entry for each slide."""

from typing import NamedTuple

from deckgen.outline.schema.entry import Entry, Kind
from deckgen.outline.schema.talk import Talk


class Outline(NamedTuple):
    """The head of the talk, and its slides in order, each with its kind."""

    talk: Talk
    slides: tuple[tuple[Kind, Entry], ...]
    unread: frozenset[str] = frozenset()
    """The ids of slides with errors; a link to such a slide is not a further error."""
