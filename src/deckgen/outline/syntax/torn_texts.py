"""A text between { } that its own commas tear: `{title: Nuts (wal, hazel)}` → one text again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.outline.syntax.nodes import Node, Scalar, is_blank

if TYPE_CHECKING:
    from deckgen.support.diagnostics import Diagnostics

Pairs = list[tuple[Node, Node]]


def joined_texts(pairs: Pairs, diagnostics: Diagnostics) -> Pairs:
    """Return the pairs, each text with an open parenthesis joined with the keys that close it.

    Each is an error; but not of a colour such as rgb(0,51,68), which is told as a colour.
    """
    whole: Pairs = []
    at = 0
    while at < len(pairs):
        key, value = pairs[at]
        rest = _rest_of(value, pairs[at + 1 :])
        if rest and isinstance(value, Scalar):
            text = ", ".join([value.text, *rest])
            value = value._replace(text=text)
            if not text.startswith("rgb"):
                diagnostics.error(
                    "comma-in-braces",
                    "Between { } a comma ends a text, and what stands behind it is taken for a "
                    "key.",
                    value.span,
                    f'Put the whole text in quotation marks: "{text}"',
                )
        whole.append((key, value))
        at += 1 + len(rest)
    return whole


def _rest_of(value: Node, following: Pairs) -> list[str]:
    """Return the keys without values, on one line with `value`, that close its parenthesis."""
    if not isinstance(value, Scalar) or value.style or not _is_open(value.text):
        return []
    words: list[str] = []
    for key, nothing in following:
        on_line = isinstance(key, Scalar) and key.span.line == value.span.line
        if not isinstance(key, Scalar) or not on_line or not _is_nothing(nothing):
            return []
        words.append(key.text)
        if not _is_open(value.text + "".join(words)):
            return words
    return []


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and is_blank(node.text)
