"""The building blocks of every schema: located text, lists of text, and keys with their manual.

The dataclasses made of these are the schema: the reader, the JSON Schema and the manual are all
derived from their fields, whose metadata hold `doc` (one sentence for the author) and `examples`.
"""

import dataclasses
from typing import Any, NamedTuple, TypeAlias

from deckgen.diagnostics import Span


class Text(NamedTuple):
    """Words as the author wrote them, inline markup and all, with the place where they stand."""

    raw: str
    span: Span


class ListItem(NamedTuple):
    """One bullet; a key with a list under it is a bullet with children."""

    text: Text
    children: tuple["ListItem", ...] = ()


ListItems: TypeAlias = tuple[ListItem, ...]


class Pattern(NamedTuple):
    """What the words of a key must look like."""

    regex: str
    """Matched against the whole text."""
    what_to_type: str
    """Ends the sentence “Type …”."""


def key(
    doc: str,
    *examples: str,
    default: Any = dataclasses.MISSING,
    pattern: Pattern | None = None,
    short: str = "",
) -> Any:
    """Make a field that the author may write as a key; without a default the key is required.

    `short` is for a field of a further dataclass: a text alone then means this one of its keys, and
    where the field takes several, one needs no list.
    """
    metadata: dict[str, Any] = {"doc": doc, "examples": examples}
    if pattern is not None:
        metadata |= {"pattern": pattern.regex, "pattern_doc": pattern.what_to_type}
    if short:
        metadata["short"] = short
    return dataclasses.field(default=default, metadata=metadata)
