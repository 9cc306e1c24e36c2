"""The building blocks of every schema: located text, lists of text, and keys with their manual.

The records made of these are the schema: the reader, the JSON Schema and the manual are all
derived from their fields, whose metadata hold `doc` (one sentence for the author) and `examples`.
"""

from typing import Any, NamedTuple, NewType, TypeAlias

from deckgen.outline.syntax.nodes import Node
from deckgen.support.diagnostics import Span
from deckgen.support.records import MISSING, Field, field


class Text(NamedTuple):
    """Words as the author wrote them, inline markup and all, with the place where they stand."""

    raw: str
    span: Span
    dollars: frozenset[int] = frozenset()
    """Which of its dollar signs, counted from 0, begin and end no formula."""


Minutes = NewType("Minutes", float)
"""How long something takes; 2,5 and 20 Minuten are understood."""


class RawNode(NamedTuple):
    """What may be written in several shapes; the kind that has such a key reads it itself."""

    node: Node


class ListItem(NamedTuple):
    """One bullet; a key with a list under it is a bullet with children."""

    text: Text
    children: tuple["ListItem", ...] = ()


ListItems: TypeAlias = tuple[ListItem, ...]


class Names(NamedTuple):
    """One name, or a list of them."""

    names: tuple[Text, ...]


class TableData(NamedTuple):
    """A table as the author wrote it: its rows, or the CSV file that holds them."""

    rows: tuple[tuple[Text, ...], ...]
    file: Text | None
    span: Span
    header: bool | tuple[Text, ...] = True
    """Whether the first row is the header; or a header of its own."""
    alt: Text | None = None


class Pattern(NamedTuple):
    """What the words of a key must look like."""

    regex: str
    """Matched against the whole text."""
    what_to_type: str
    """Ends the sentence “Type …”."""


def key(
    doc: str,
    *examples: str,
    default: Any = MISSING,
    pattern: Pattern | None = None,
    short: str = "",
    quoted: bool = False,
) -> Any:
    """Make a field that the author may write as a key; without a default the key is required.

    The key is called as the field; `except_` stands for `except`, a word that Python keeps.
    `short` is for a field of a further record: a text alone then means this one of its keys, and
    where the field takes several, one needs no list. `quoted` is for words that are shown with the
    quotation marks around them: it is told if YAML takes these away.
    """
    metadata: dict[str, Any] = {"doc": doc, "examples": examples}
    if quoted:
        metadata["quoted"] = True
    if pattern is not None:
        metadata |= {"pattern": pattern.regex, "pattern_doc": pattern.what_to_type}
    if short:
        metadata["short"] = short
    return field(default=default, metadata=metadata)


def key_name(field: Field) -> str:
    """Return the key that the author writes for a field."""
    return field.name.removesuffix("_")
