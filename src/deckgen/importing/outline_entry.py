"""Entries of an outline that is written: their keys and values, before they are YAML."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias


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
    """In the order in which they are written; the first says the kind, or is the title."""
    slide: int
    """The slide of the presentation that it comes from, from 1."""
    comments: tuple[str, ...] = ()
    """Lines above the entry."""
