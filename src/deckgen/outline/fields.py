"""The building blocks of every schema: located text, lists of text, and keys with their manual.

The dataclasses made of these are the schema: the reader, the JSON Schema and the manual are all
derived from their fields, whose metadata hold `doc` (one sentence for the author) and `examples`.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, TypeAlias

from deckgen.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Words as the author wrote them, inline markup and all, with the place where they stand."""

    raw: str
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """One bullet; a key with a list under it is a bullet with children."""

    text: Text
    children: tuple[ListItem, ...] = ()


ListItems: TypeAlias = tuple[ListItem, ...]


def key(doc: str, *examples: str, default: Any = dataclasses.MISSING) -> Any:
    """A field that the author may write as a key; without a default the key is required."""
    return dataclasses.field(default=default, metadata={"doc": doc, "examples": examples})
