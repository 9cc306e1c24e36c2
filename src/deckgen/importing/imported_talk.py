"""What an import makes: the files of a talk, and what it tells."""

from collections.abc import Mapping
from typing import NamedTuple

from deckgen.importing.outline_entry import OutlineEntry

OUTLINE = "slides.yaml"
_BESIDE_KINDS = frozenset({"id", "title", "notes", "hidden", "chapter", "kicker", "lang", "reveal"})


class SlideReport(NamedTuple):
    """What became of a slide."""

    number: int
    kind: str
    """Its kind; `include` if it stays as it is."""
    reason: str
    """Why it is included; empty for other kinds."""
    lost: tuple[str, ...] = ()
    """Words that the new deck does not show."""
    lost_pictures: tuple[str, ...] = ()
    """Files with pictures that the new deck does not show."""


class ImportedTalk(NamedTuple):
    """A talk as a folder of files."""

    files: Mapping[str, bytes]
    """By their names within the folder; `slides.yaml` is the outline."""
    slides: tuple[SlideReport, ...]
    words: int
    """The words of the presentation."""
    pictures: int = 0


def kind_of(entry: OutlineEntry) -> str:
    """Return the kind of an entry by its keys."""
    return next((key for key in entry.keys if key not in _BESIDE_KINDS), "title")
