"""YAML's events → located nodes. Every scalar stays the text that it is.

The stack is this module's own, and nesting and repetition are limited, so that no file can exhaust
stack or memory. The loop in `build_nodes` is the hot path of reading; what is rare has left it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

from deckgen.outline.syntax.decoding import (
    SourceText,
    has_control_characters,
    without_control_characters,
)
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.support.diagnostics import Diagnostics, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_DEPTH = 64
"""Levels of lists and mappings within each other; a deck needs six."""

MAX_REPEATED_NODES = 100_000
"""How many nodes all aliases together may repeat."""

Event: TypeAlias = Any
"""One of YAML's events. Only `source` imports YAML; here an event is known by its attributes."""

_LOST = r"\s+(#+[^\s#].*)"
_FORMULA = r"\$[^$\"]*?(?<!\\)\\[a-z][a-z][^$\"]*\$"
_STARTS = frozenset({"SequenceStartEvent", "MappingStartEvent"})
_ENDS = frozenset({"SequenceEndEvent", "MappingEndEvent"})


_Open: TypeAlias = tuple[Span, str | None, bool, list[Node]]
"""A list or mapping that is not closed yet: its place, its anchor, whether it is a mapping (whose
keys and values take turns), and what it holds so far. A tuple, as this is the hot path."""


def build_nodes(
    source: SourceText, events: Iterable[Event], diagnostics: Diagnostics
) -> Node | None:
    """Build the nodes of one outline; None, with an error, when a limit was passed."""
    file, exact = source.file, not source.removed
    simple = exact and " #" not in source.text
    rare = _Rare(source, diagnostics)
    new, no_dollars = tuple.__new__, frozenset[int]()
    items: list[Node] = []
    stack: list[_Open] = [(Span(file, 1, 1), None, False, items)]
    for event in events:
        kind = type(event).__name__
        if kind == "ScalarEvent":
            mark, end = event.start_mark, event.end_mark
            line, column = mark.line, mark.column
            usual = simple and not event.style and end.line == line
            if usual and event.anchor is None and event.tag is None:
                span = new(Span, (file, line + 1, column + 1, end.column - column or 1))
                items.append(new(Scalar, (event.value, span, "", no_dollars)))
            else:
                items.append(rare.scalar(event))
        elif kind in _ENDS:
            node = _closed(stack.pop(), rare)
            items = stack[-1][3]
            items.append(node)
        elif kind in _STARTS:
            mark, items = event.start_mark, []
            span = Span(file, mark.line + 1, mark.column + 1)
            if not exact or event.tag is not None:
                span = rare.start(event)
            stack.append((span, event.anchor, kind == "MappingStartEvent", items))
            if len(stack) > MAX_DEPTH + 1:
                rare.too_deep(event)
                return None
        else:
            items += rare.others(event, len(stack))
            if rare.passed_a_limit:
                return None
    rare.unused_anchors()
    return items[0] if items else None


def _closed(opened: _Open, rare: _Rare) -> Node:
    span, anchor, is_mapping, items = opened
    node: Node
    if not is_mapping:
        node = Sequence(tuple(items), span)
    elif len(items) == 2 and isinstance(items[0], Scalar):
        node = Mapping(((items[0], items[1]),), span)
    else:
        node = _mapping(items[::2], items[1::2], span, rare)
    if anchor is not None:
        rare.anchor(anchor, node, span)
    return node


def _mapping(keys: list[Node], values: list[Node], span: Span, rare: _Rare) -> Node:
    named = [key for key in keys if isinstance(key, Scalar)]
    if len({key.text for key in named}) < len(keys):
        return rare.mapping_with_refused_keys(keys, values, span)
    return Mapping(tuple(zip(named, values, strict=True)), span)


class _Rare:
    """What a plain outline has little of: quotes, blocks, anchors, aliases, tags, mistakes."""

    def __init__(self, source: SourceText, diagnostics: Diagnostics) -> None:
        self._source = source
        self._found = diagnostics
        self.passed_a_limit = False
        self._documents = 0
        self._copied = 0
        self._anchors: dict[str, Node] = {}
        self._unused: dict[str, Span] = {}

    def others(self, event: Event, depth: int) -> tuple[Node, ...]:
        """Take an alias, which gives a node, or what begins and ends documents, which does not."""
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            self._document(event)
        node = self._alias(event, depth) if kind == "AliasEvent" else None
        return () if node is None else (node,)

    def start(self, event: Event) -> Span:
        """Say where a list or mapping begins that has a tag or signs taken out before it."""
        mark = event.start_mark
        span = self._source.span(mark.line, mark.column)
        if event.tag is not None:
            self._sign(event.tag, span)
        return span

    def scalar(self, event: Event) -> Scalar:
        """Take any scalar: the place of its first letter, and what is lost or hidden in it."""
        start, end, style = event.start_mark, event.end_mark, event.style
        line, column, text = start.line, start.column, event.value
        if event.tag is not None:
            self._sign(event.tag, self._source.span(line, column))
        if event.anchor is not None:
            column += len(event.anchor) + 2
        stop = end.column if line == end.line else len(self._source.line(line))
        if not style:
            span = self._source.span(line, column, stop - column)
            self._swallowed(text, end.line, end.column)
        elif style in "|>":
            span = self._block_span(line, text)
        else:
            closing = 1 if line == end.line else 0
            span = self._source.span(line, column + 1, stop - closing - column - 1)
        if style and has_control_characters(text):
            text = without_control_characters(text, span, self._found)
        if style == '"' and "$" in text:
            self._lost_formula(line, column, stop)
        if style != "|" and end.line > line:
            from deckgen.outline.syntax.folded_lines import folded_text

            text = folded_text(text, event, self._source, self._found)
        node = Scalar(text, span, style or "")
        if event.anchor is not None:
            self.anchor(event.anchor, node, self._source.span(line, start.column))
        return node

    def _lost_formula(self, line: int, start: int, stop: int) -> None:
        """Report a formula between double quotes, where YAML takes its backslashes away."""
        found = re.search(_FORMULA, self._source.line(line)[start:stop])
        if found:
            self._found.error(
                "formula-in-double-quotes",
                "Between double quotes, a backslash and a letter are a special character.",
                self._source.span(line, start + found.start(), len(found[0])),
                f"Put the text in single quotation marks: '{found[0]}'. Often it needs none.",
            )

    def anchor(self, name: str, node: Node, place: Span) -> None:
        """Remember what `*name` will repeat."""
        self._anchors[name] = node
        self._unused[name] = place

    def unused_anchors(self) -> None:
        """Tell of each `&name` that nothing repeats: it was meant as text, and would be lost."""
        for name, span in self._unused.items():
            self._sign("&" + name, span)

    def _alias(self, event: Event, depth: int) -> Node | None:
        """Find what `*name` stands for; None when it would repeat too much."""
        mark, name = event.start_mark, event.anchor
        span = self._source.span(mark.line, mark.column, len(name) + 1)
        node = self._anchors.get(name)
        if node is None:
            self._sign("*" + name, span)
            return Scalar("*" + name, span)
        self._unused.pop(name, None)
        count, height = _size(node)
        if depth + height > MAX_DEPTH:
            self.too_deep(event)
            return None
        self._copied += count
        if self._copied > MAX_REPEATED_NODES:
            self._found.error(
                "alias-bomb",
                f"The repetitions with * add up to more than {MAX_REPEATED_NODES:,} entries.",
                span,
                "Write out what you need; for words that come again and again use `vars:`.",
            )
            self.passed_a_limit = True
            return None
        return node

    def too_deep(self, event: Event) -> None:
        """Tell that lists and mappings stand too deep within each other."""
        mark = event.start_mark
        self._found.error(
            "too-deep",
            f"Lists and keys stand within each other more than {MAX_DEPTH} levels deep.",
            self._source.span(mark.line, mark.column),
            "A list on a slide has two or three levels; check the indentation and the brackets.",
        )
        self.passed_a_limit = True

    def _document(self, event: Event) -> None:
        self._documents += 1
        if self._documents == 1:
            return
        mark = event.start_mark
        self._found.error(
            "several-documents",
            "The line --- begins a second document; an outline is one.",
            self._source.span(mark.line, mark.column, 3),
            "Delete the line; to part the talk, use a slide such as `- section: Part two`.",
        )
        self.passed_a_limit = True

    def mapping_with_refused_keys(
        self, keys: Iterable[Node], values: Iterable[Node], span: Span
    ) -> Node:
        """Tell which keys stand twice or are no text; the first of each stays."""
        kept: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, Scalar):
                self._key_not_text(key)
                # Brackets that were meant as text, of which nothing more need be said.
                return Scalar("…", span)
            if key.text in kept:
                self._duplicate(key, kept[key.text][0])
            else:
                kept[key.text] = (key, value)
        return Mapping(tuple(kept.values()), span)

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        self._found.error(
            "duplicate-key",
            f"The key `{key.text}` stands here for the second time; it is already in line "
            f"{first.span.line}.",
            key.span,
            "Keep one of the two. If a new slide was meant, begin it with a dash: "
            f"`- {key.text}: …`.",
        )

    def _key_not_text(self, key: Node) -> None:
        self._found.error(
            "key-not-text",
            "Here a list or a mapping stands where a key must stand.",
            key.span,
            "If the brackets belong to the text, put it in quotation marks; to insert a "
            "variable, type ${name}.",
        )

    def _block_span(self, line: int, text: str) -> Span:
        """Find where a block's text begins: on the line below its `|`, behind the indentation."""
        first = text.split("\n", 1)[0]
        below = self._source.line(line + 1)
        column = len(below) - len(below.lstrip())
        if first and below.endswith(first):
            column = len(below) - len(first)
        return self._source.span(line + 1, column, len(below) - column)

    def _swallowed(self, text: str, line: int, column: int) -> None:
        rest = self._source.line(line)[column:]
        if lost := re.match(_LOST, rest):
            from deckgen.outline.syntax.pitfall import comment_message

            message, hint = comment_message(text, lost[1])
            place = self._source.span(line, column + lost.start(1), len(lost[1]))
            self._found.error("hash-swallows-text", message, place, hint)

    def _sign(self, text: str, span: Span) -> None:
        from deckgen.outline.syntax.pitfall import reserved_sign_message

        line = self._source.line(span.line - 1)
        written = re.sub(r"\s#.*$", "", line[max(line.find(text), span.column - 1) :]) or text
        message, hint = reserved_sign_message(written)
        self._found.error("text-starts-with-sign", message, span, hint)


def _size(node: Node) -> tuple[int, int]:
    """How many nodes, and how many levels of lists and mappings, a node has."""
    if isinstance(node, Scalar):
        return 1, 0
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.pairs]
    sizes = [_size(item) for item in inner]
    return 1 + sum(count for count, _ in sizes), 1 + max((high for _, high in sizes), default=0)
