"""Located nodes: scalars, sequences and mappings as YAML has them, each with its span."""

import re
from functools import lru_cache
from operator import is_
from typing import Any, NamedTuple, TypeAlias

from deckgen.support.diagnostics import Span


class Scalar(NamedTuple):
    """A text as the author wrote it; it is never read as a number, a boolean or a date.

    The span starts at the first letter of the text (after a quotation mark, on the first line of a
    `|` block) and covers its first line.
    """

    text: str
    span: Span
    dollars: frozenset[int] = frozenset()
    """The dollar signs, counted from 0, that were typed as `$$`: they begin no formula."""
    style: str = ""
    """YAML's scalar style: a quotation mark, `|`, `>`, or empty for a plain scalar."""

    @property
    def plain(self) -> bool:
        """Whether it is a plain scalar: neither quoted nor a block."""
        return not self.style


class Sequence(NamedTuple):
    """A list, written with dashes or in `[ ]`."""

    items: tuple["Node", ...]
    span: Span

    def with_items(self, items: "list[Node]") -> "Sequence":
        """Return the list with other items; itself if they are the same."""
        if len(items) == len(self.items) and all(map(is_, items, self.items)):
            return self
        return Sequence(tuple(items), self.span)


class Mapping(NamedTuple):
    """Keys and their values in written order; every key is there once."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def get(self, name: str) -> "Node | None":
        """Return the value of the key `name`; None if there is no such key."""
        for key, value in self.pairs:
            if key.text == name:
                return value
        return None

    def with_pairs(self, pairs: "list[tuple[Scalar, Node]]") -> "Mapping":
        """Return the mapping with as many other pairs; itself if they are the same."""
        return self if all(map(is_, pairs, self.pairs)) else Mapping(tuple(pairs), self.span)

    def with_value(self, name: str, value: "Node") -> "Mapping":
        """Return the mapping with another value for a key that it has."""
        pairs = ((key, value if key.text == name else old) for key, old in self.pairs)
        return Mapping(tuple(pairs), self.span)


Node: TypeAlias = Scalar | Sequence | Mapping

YamlEvent: TypeAlias = Any
"""An event of PyYAML. Only `yaml_parser` may import PyYAML, so its type is not named here."""

_INVISIBLE = (
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]*"
)
"""Blanks and what Unicode calls Default_Ignorable (DerivedCoreProperties.txt)."""


def is_blank(text: str) -> bool:
    """Return whether a text has no visible character."""
    if text.isascii():
        return not text or text.isspace()
    if "!" <= text[0] <= "~":  # visible, as in most texts
        return False
    if text.encode("ascii", "ignore").decode().strip():
        return False  # without the pattern, which few texts need
    return re.fullmatch(_INVISIBLE, text) is not None


def value_of(node: Node | None, name: str) -> Node | None:
    """Return the value of the key `name` of a mapping; None without it, or for other nodes."""
    return node.get(name) if isinstance(node, Mapping) else None


def texts_of(root: Node) -> list[str]:
    """Return the texts of all scalars of a node, those of its keys too, in no certain order."""
    texts: list[str] = []
    nodes = [root]
    for node in nodes:  # it grows on the way
        if type(node) is Scalar:
            texts.append(node.text)
        elif type(node) is Sequence:
            nodes += node.items
        elif type(node) is Mapping:
            for pair in node.pairs:
                nodes += pair
    return texts


def describe_node(node: Node) -> str:
    """Return what a node is, in plain words for a message."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        keys = ", ".join(f"`{key.text}`" for key, _ in node.pairs[:3])
        return f"keys ({keys})" if keys else "an empty { }"
    text = node.text.strip()
    if not text:
        return "nothing"
    return f"“{text if len(text) <= 40 else text[:39] + '…'}”"


def span_within(text: str, span: Span, start: int, length: int = 1) -> Span:
    """Return the span of `text[start:start + length]`, where `text` is the text at `span`.

    If YAML changed the text (escapes, folded lines), or variables were inserted into it, the
    result is the whole `span`.
    """
    lines = _line_starts(text)
    if (lines[1] - 1 if len(lines) > 1 else len(text)) != span.length:
        return span
    from bisect import bisect_right

    line = bisect_right(lines, start) - 1
    return Span(span.file, span.line + line, span.column + start - lines[line], length)


def part_of(whole: Scalar, start: int, words: str) -> Scalar:
    """Return the words that stand at `start` of a text, with their place and their `$$`."""
    place = span_within(whole.text, whole.span, start, len(words.split("\n", 1)[0]) or 1)
    before = whole.text.count("$", 0, start) if whole.dollars else 0
    dollars = (at - before for at in whole.dollars)
    return Scalar(words, place, frozenset(at for at in dollars if 0 <= at < words.count("$")))


@lru_cache(maxsize=16)
def _line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of each line. Cached, as one text often needs many spans."""
    starts = [0]
    while (at := text.find("\n", starts[-1])) >= 0:
        starts.append(at + 1)
    return tuple(starts)
