"""What an import makes: entries of an outline before they are YAML, files, and a report."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

OUTLINE = "slides.yaml"
_BESIDE_KINDS = frozenset({"id", "title", "notes", "hidden", "chapter", "kicker", "lang", "reveal"})


class LiteralBlock(NamedTuple):
    """A text of several lines or paragraphs, for a `|` of YAML."""

    text: str


class Rows(NamedTuple):
    """The rows of a table, a line each."""

    rows: tuple[tuple[str, ...], ...]


class Flow(NamedTuple):
    """Words between brackets, on one line."""

    words: tuple[str, ...]


class Item(NamedTuple):
    """A bullet with its markup, and the bullets below it."""

    text: str
    children: tuple["Item", ...] = ()


Items: TypeAlias = tuple[Item, ...]

Scalar: TypeAlias = str | bool | int
Value: TypeAlias = "Scalar | LiteralBlock | Flow | Rows | Items | Mapping[str, Value] | Mappings"
Mappings: TypeAlias = "tuple[Mapping[str, Value], ...]"
Keys: TypeAlias = dict[str, Value]


class OutlineEntry(NamedTuple):
    """An entry of `slides:`."""

    keys: Mapping[str, Value]
    """The keys in the order in which they are written; the first is the kind or the title."""
    slide: int
    """The slide of the presentation that it comes from, from 1."""
    comments: tuple[str, ...] = ()
    """Lines above the entry."""


class SlideReport(NamedTuple):
    """What became of a slide."""

    number: int
    kind: str
    """Its kind; `include` if it stays as it is."""
    lost: tuple[str, ...] = ()
    """Words that the new deck does not show."""
    lost_pictures: tuple[str, ...] = ()
    """Files with pictures that the new deck does not show."""


class ImportedTalk(NamedTuple):
    """A talk as a folder of files."""

    files: Mapping[str, bytes]
    """The files by their names within the folder; `slides.yaml` is the outline."""
    slides: tuple[SlideReport, ...]
    words: int
    """The words of the presentation."""
    pictures: int = 0


def kind_of(entry: OutlineEntry) -> str:
    """Return the kind of an entry by its keys."""
    return next((key for key in entry.keys if key not in _BESIDE_KINDS), "title")
