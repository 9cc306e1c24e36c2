"""The types of the fields of records, and `key`, which makes such a field.

The records are the schema: the reader, the JSON Schema and the manual are derived from their
fields, whose metadata hold `doc` (a sentence for the author) and `examples`.
"""

from typing import Any, NamedTuple, NewType, TypeAlias

from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.support.diagnostics import Span
from deckgen.support.records import MISSING, Field, field

Text: TypeAlias = Scalar
"""A text as the author wrote it, with its inline markup."""

LayoutName = NewType("LayoutName", Text)
"""The name of a layout of the brand."""

Minutes = NewType("Minutes", float)
"""A duration in minutes; written as 2.5, 2,5, 20 Minuten, 1 h 30 and so on."""


class RawNode(NamedTuple):
    """A node that no converter reads: the kind of slide reads it, as it may have several forms."""

    node: Node


class ListItem(NamedTuple):
    """A bullet and the bullets below it."""

    text: Text
    children: tuple["ListItem", ...] = ()


ListItems: TypeAlias = tuple[ListItem, ...]


Names = NewType("Names", tuple[Text, ...])
"""Names, written as a single text or as a list."""


class TableData(NamedTuple):
    """A table as the author wrote it: its rows, or the name of a CSV file."""

    rows: tuple[tuple[Text, ...], ...]
    file: Text | None
    span: Span
    header: bool | tuple[Text, ...] = True
    """Whether the first row is the header; or the cells of the header."""
    alt: Text | None = None
    total: bool | tuple[Text, ...] = False
    """Whether the last row is a total; or the cells of a total."""
    highlight: RawNode | None = None
    """The row or the column that stands out, or a list of them."""


class Pattern(NamedTuple):
    """The pattern that the text of a key must match."""

    regex: str
    """Must match the whole text."""
    what_to_type: str
    """The end of the sentence “Type …”."""


def key(
    doc: str,
    *examples: str,
    default: Any = MISSING,
    pattern: Pattern | None = None,
    short: str = "",
    quoted: bool = False,
) -> Any:
    """Return a field that is a key of the outline; without a default the key is required.

    The key has the name of the field, without a final `_` (`except_`). `short` is for a field that
    holds a record, or a tuple of records: a text alone is then the value of this key of the record.
    With `quoted`, quotation marks that belong to the text, but that YAML removes, are warned of.
    """
    metadata = {"doc": doc, "examples": examples, "short": short, "quoted": quoted}
    if pattern is not None:
        metadata |= {"pattern": pattern.regex, "pattern_doc": pattern.what_to_type}
    return field(default=default, metadata=metadata)


def key_name(field: Field) -> str:
    """Return the key that the author writes for a field."""
    return field.name.removesuffix("_")
