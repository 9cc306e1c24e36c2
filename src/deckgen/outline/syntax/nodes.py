"""An outline before its keys mean anything: located scalars, sequences and mappings."""

import re
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from deckgen.support.diagnostics import Span


class Scalar(NamedTuple):
    """Text as the author wrote it; YAML has given it no type.

    The span starts at the first letter of the text (behind a quotation mark, on the first line
    of a `|` block) and is as long as what stands on that line.
    """

    text: str
    span: Span
    style: str = ""
    """How it is written: a quotation mark, `|` or `>`, or nothing before it."""
    dollars: frozenset[int] = frozenset()
    """Which of its dollar signs, counted from 0, are only that: those typed as `$$`."""

    @property
    def plain(self) -> bool:
        """Whether it stands there as it is, neither in quotation marks nor below a `|` or `>`."""
        return not self.style


class Sequence(NamedTuple):
    """A list, as written with dashes or `[ ]`."""

    items: tuple["Node", ...]
    span: Span


class Mapping(NamedTuple):
    """Keys and their values, in the order in which they were written; no key stands twice."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    span: Span

    def get(self, name: str) -> "Node | None":
        """Return the value of the key `name`, if it is there."""
        for key, value in self.pairs:
            if key.text == name:
                return value
        return None


_UNSEEN = (
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff]*"
)
"""Blanks, and what Unicode calls ignorable (DerivedCoreProperties.txt, Default_Ignorable)."""


def is_blank(text: str) -> bool:
    """Return whether nothing of a text can be seen."""
    if text.isascii():
        return not text or text.isspace()
    return re.fullmatch(_UNSEEN, text) is not None


Node: TypeAlias = Scalar | Sequence | Mapping


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
    """Return the place of `text[start:start + length]`, where `text` is what `span` holds.

    Exact for text that stands in the file as it is. Where YAML changed it on the way (escapes,
    folded lines) or a variable was inserted, the whole span is the best answer.
    """
    lines = _line_starts(text)
    if (lines[1] - 1 if len(lines) > 1 else len(text)) != span.length:
        return span
    from bisect import bisect_right

    line = bisect_right(lines, start) - 1
    return Span(span.file, span.line + line, span.column + start - lines[line], length)


@lru_cache(maxsize=16)
def _line_starts(text: str) -> tuple[int, ...]:
    """Return where each line begins; a text is asked about as often as something stands in it."""
    starts = [0]
    while (at := text.find("\n", starts[-1])) >= 0:
        starts.append(at + 1)
    return tuple(starts)
