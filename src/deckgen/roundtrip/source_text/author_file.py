"""A file of the author, its nodes, and the scalar that stands at a place of it."""

import codecs
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from deckgen.outline.expand.variant import EXCEPT, ONLY
from deckgen.outline.schema.bullet_list import text_of_line, text_with_colon
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.roundtrip.source_text.source_scalar import SourceScalar, line_starts, locate_scalar
from deckgen.roundtrip.source_text.splice_scalar import (
    SourceEdit,
    TextEdit,
    edited_text,
    scalar_text,
    splice_scalar,
)
from deckgen.support.diagnostics import Diagnostics, Span

Parents: TypeAlias = tuple[Mapping | Sequence, ...]
"""The lists and mappings that hold a scalar, the outermost first."""


Path: TypeAlias = tuple[int, ...]
"""The way from the root to a node: the index of an item, or of a pair for its value."""


_TEXT = "text"
"""The key of an item with a condition for its words."""


class PlacedScalar(NamedTuple):
    """A scalar within its file."""

    scalar: Scalar
    parents: Parents
    path: Path
    """The path of the item or value that the scalar is, or whose key it is."""
    value: Scalar | None = None
    """The value behind it, if it is a key and both are one bullet, `key: value`."""

    @property
    def text(self) -> str:
        """The text that its author sees."""
        if self.value is None:
            return self.scalar.text
        return text_with_colon(self.scalar, self.value).text

    @property
    def key(self) -> tuple[int, int]:
        """What tells it from other scalars of the file: its line and column."""
        return self.scalar.span.line, self.scalar.span.column

    @property
    def is_bullet(self) -> bool:
        """Whether it is the text of an item of a list."""
        parents = self.parents
        if (parents and isinstance(parents[-1], Sequence)) or self._is_conditional:
            return True
        is_key = bool(parents) and len(self.path) == len(parents) - 1
        return is_key and isinstance(parents[-2], Sequence)

    @property
    def item(self) -> Path:
        """The way to the item of a list whose text it is."""
        return self.path[:-1] if self._is_conditional else self.path

    @property
    def _is_conditional(self) -> bool:
        """Whether it is the text of an item that not all towns show."""
        if len(self.parents) < 2 or len(self.path) < len(self.parents):
            return False
        item, above = self.parents[-1], self.parents[-2]
        if not isinstance(item, Mapping) or not isinstance(above, Sequence):
            return False
        keys = [key.text for key, _ in item.pairs]
        is_text = item.pairs[self.path[-1]][1] is self.scalar and keys[self.path[-1]] == _TEXT
        return is_text and len(keys) > 1 and {*keys} <= {_TEXT, ONLY, EXCEPT}


class AuthorFile(NamedTuple):
    """An outline, a file that it includes, or a town's file."""

    name: str
    source: str
    """Its text without a byte order mark, with its own line ends."""
    has_mark: bool
    """Whether it has a byte order mark."""
    starts: list[int]
    """The offset of each line."""
    root: Node
    scalars: tuple[PlacedScalar, ...]
    """The scalars in the order of the file."""
    items: dict[tuple[int, int], Path]
    """The ways to the items of lists, by their line and column."""

    def at(self, span: Span) -> PlacedScalar | None:
        """Return the scalar that holds a place; None if it is before the first."""
        place = span.line, span.column
        index = bisect_right(self.scalars, place, key=lambda placed: placed.key) - 1
        return self.scalars[index] if index >= 0 else None

    def parts(self, placed: PlacedScalar) -> tuple[SourceScalar, ...] | None:
        """Return where its characters stand; None if it is written in a way not known."""
        scalars = (placed.scalar,) if placed.value is None else (placed.scalar, placed.value)
        located = [locate_scalar(self.source, self.starts, scalar) for scalar in scalars]
        parts = tuple(part for part in located if part is not None)
        return parts if len(parts) == len(scalars) else None

    def spliced(
        self, placed: PlacedScalar, edits: Iterable[TextEdit]
    ) -> tuple[SourceEdit, ...] | None:
        """Return the edits of the file that make those of a scalar's text; None if YAML cannot."""
        parts = self.parts(placed)
        if parts is None:
            return None
        read = bullet_text if placed.value else scalar_text
        on_one_line = any(self.sign(parent) in {"[", "{"} for parent in placed.parents)
        return splice_scalar(self.source, parts, tuple(edits), read, in_brackets=on_one_line)

    def sign(self, node: Node) -> str:
        """Return the character that a node begins with."""
        at = self.starts[node.span.line - 1] + node.span.column - 1
        return self.source[at : at + 1]

    def offset(self, line: int) -> int:
        """Return where a line begins, counted from 0; behind the last one, the end of the file."""
        return self.starts[line] if line < len(self.starts) else len(self.source)

    def edited(self, edits: Iterable[SourceEdit]) -> bytes:
        """Return the bytes of the file with edits, which do not overlap."""
        text = edited_text(self.source, edits)
        return (codecs.BOM_UTF8 if self.has_mark else b"") + text.encode("utf-8")


def author_file(name: str, data: bytes) -> AuthorFile | None:
    """Return a file with its nodes; None if it is no YAML without errors."""
    has_mark = data.startswith(codecs.BOM_UTF8)
    diagnostics = Diagnostics()
    root = parse(name, data, diagnostics)
    if root is None or diagnostics.has_errors:
        return None
    source = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    scalars = sorted(_scalars(root, (), ()), key=lambda placed: placed.key)
    items = dict(reversed([*_items(root, ())]))
    return AuthorFile(name, source, has_mark, line_starts(source), root, tuple(scalars), items)


def node_at(root: Node, path: Path) -> Node | None:
    """Return the node at the end of a path; None if there is none."""
    node = root
    for index in path:
        children: tuple[Node, ...] = ()
        if isinstance(node, Sequence):
            children = node.items
        elif isinstance(node, Mapping):
            children = tuple(value for _, value in node.pairs)
        if index >= len(children):
            return None
        node = children[index]
    return node


def _scalars(node: Node, parents: Parents, path: Path) -> Iterator[PlacedScalar]:
    if isinstance(node, Scalar):
        yield PlacedScalar(node, parents, path)
        return
    above = (*parents, node)
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _scalars(item, above, (*path, index))
        return
    is_bullet = len(node.pairs) == 1 and bool(parents) and isinstance(parents[-1], Sequence)
    for index, (key, value) in enumerate(node.pairs):
        joined = value if is_bullet and isinstance(value, Scalar) else None
        yield PlacedScalar(key, above, path, joined)
        yield from _scalars(value, above, (*path, index))


def _items(node: Node, path: Path) -> Iterator[tuple[tuple[int, int], Path]]:
    """Yield the place of each item of a list, and the way to it, the outer before the inner."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield (item.span.line, item.span.column), (*path, index)
            yield from _items(item, (*path, index))
    elif isinstance(node, Mapping):
        for index, (_, value) in enumerate(node.pairs):
            yield from _items(value, (*path, index))


def bullet_text(node: Node) -> str | None:
    """Return the text of a bullet without bullets below it: a scalar, or `key: value`."""
    text = text_of_line(node)
    return None if text is None else text.text
