"""YAML's events → located nodes. Every scalar stays the text that it is.

The stack is this module's own, and nesting and repetition are limited, so that no file can exhaust
stack or memory. The loop in `build` is the hot path of reading; what is rare has left it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from deckgen.diagnostics import Diagnostics, Span
from deckgen.outline.decode import CONTROL, SourceText, clean
from deckgen.outline.nodes import Mapping, Node, Scalar, Sequence
from deckgen.outline.trap import sign, swallowed

if TYPE_CHECKING:
    from collections.abc import Iterable

DEEPEST = 64
"""Levels of lists and mappings within each other; a deck needs six."""

LARGEST_COPY = 100_000
"""How many nodes all aliases together may repeat."""

Event: TypeAlias = Any
"""One of YAML's events. Only `source` imports YAML; here an event is known by its attributes."""

_LOST = re.compile(r"\s+(#+[^\s#].*)")
_DROPPED = Scalar("", Span("", 1, 1))
"""Stands for a key that was refused, until its value has gone by."""


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is not closed yet."""

    span: Span
    anchor: str | None
    keys: dict[str, int] | None = None
    """A mapping's keys and their lines; None for a list."""
    key: Scalar | None = None
    """A mapping's key that waits for its value."""
    items: list[Any] = field(default_factory=list)
    """A list's nodes, or a mapping's pairs."""
    spoiled: bool = False
    """Whether brackets stood for a key: it was text, of which nothing more need be said."""


def build(source: SourceText, events: Iterable[Event], found: Diagnostics) -> Node | None:
    """Build the nodes of one outline; None, with an error, when a limit was passed."""
    file, exact = source.file, not source.removed
    simple = exact and " #" not in source.text
    rare = _Rare(source, found)
    frame = _Frame(Span(file, 1, 1), None)
    stack = [frame]
    for event in events:
        kind = type(event).__name__
        node: Node | None
        if kind == "ScalarEvent":
            if simple and _is_plain(event):
                mark = event.start_mark
                length = event.end_mark.column - mark.column or 1
                node = Scalar(event.value, Span(file, mark.line + 1, mark.column + 1, length))
            else:
                node = rare.scalar(event)
        elif kind in _ENDS:
            node = _closed(stack.pop(), rare)
            frame = stack[-1]
        elif kind in _STARTS:
            frame = _opened(event, rare)
            stack.append(frame)
            if len(stack) > DEEPEST + 1:
                rare.too_deep(event)
            node = None
        else:
            node = rare.other(event, len(stack))
        if node is not None:
            _put(node, frame, rare)
        elif rare.passed_a_limit:
            return None
    rare.unused_anchors()
    return frame.items[0] if frame.items else None


_STARTS = frozenset({"SequenceStartEvent", "MappingStartEvent"})
_ENDS = frozenset({"SequenceEndEvent", "MappingEndEvent"})


def _is_plain(event: Event) -> bool:
    """Whether a scalar is one stretch of unquoted text on one line, as nearly all are."""
    return (
        not event.style
        and event.anchor is None
        and event.tag is None
        and event.end_mark.line == event.start_mark.line
    )


def _opened(event: Event, rare: _Rare) -> _Frame:
    keys: dict[str, int] | None = {} if type(event).__name__ == "MappingStartEvent" else None
    return _Frame(rare.start(event), event.anchor, keys)


def _closed(frame: _Frame, rare: _Rare) -> Node:
    items = tuple(frame.items)
    node: Node
    if frame.spoiled:
        node = Scalar("…", frame.span)
    elif frame.keys is None:
        node = Sequence(items, frame.span)
    else:
        node = Mapping(items, frame.span)
    if frame.anchor is not None:
        rare.anchor(frame.anchor, node, frame.span)
    return node


def _put(node: Node, frame: _Frame, rare: _Rare) -> None:
    """Hand a finished node to the list or mapping around it."""
    if frame.keys is None:
        frame.items.append(node)
    elif frame.key is not None:
        if frame.key is not _DROPPED:
            frame.items.append((frame.key, node))
        frame.key = None
    elif isinstance(node, Scalar) and node.text not in frame.keys:
        frame.keys[node.text] = node.span.line
        frame.key = node
    else:
        frame.key = rare.refused_key(node, frame.keys)
        frame.spoiled = frame.spoiled or not isinstance(node, Scalar)


class _Rare:
    """What a plain outline has little of: quotes, blocks, anchors, aliases, tags, mistakes."""

    def __init__(self, source: SourceText, found: Diagnostics) -> None:
        self._source = source
        self._found = found
        self.passed_a_limit = False
        self._documents = 0
        self._copied = 0
        self._anchors: dict[str, Node] = {}
        self._unused: dict[str, Span] = {}

    def other(self, event: Event, depth: int) -> Node | None:
        """Take an alias, or what begins and ends documents."""
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            self._document(event)
        return self._alias(event, depth) if kind == "AliasEvent" else None

    def start(self, event: Event) -> Span:
        """Say where a list or mapping begins."""
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
        stop = end.column if line == end.line else len(self._source.lines[line])
        if not style:
            span = self._source.span(line, column, stop - column)
            self._swallowed(text, end.line, end.column)
        elif style in "|>":
            span = self._block_span(line, text)
        else:
            closing = 1 if line == end.line else 0
            span = self._source.span(line, column + 1, stop - closing - column - 1)
        if style and CONTROL.search(text):
            text = clean(text, span, self._found)
        node = Scalar(text, span, not style)
        if event.anchor is not None:
            self.anchor(event.anchor, node, self._source.span(line, start.column))
        return node

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
        if depth + height > DEEPEST:
            self.too_deep(event)
            return None
        self._copied += count
        if self._copied > LARGEST_COPY:
            self._found.error(
                "alias-bomb",
                f"The repetitions with * add up to more than {LARGEST_COPY:,} entries.",
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
            f"Lists and keys stand within each other more than {DEEPEST} levels deep.",
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

    def refused_key(self, node: Node, keys: dict[str, int]) -> Scalar:
        """Tell why this cannot be a key here; its value will be passed over."""
        if isinstance(node, Scalar):
            self._found.error(
                "duplicate-key",
                f"The key `{node.text}` stands here for the second time; it is already in line "
                f"{keys[node.text]}.",
                node.span,
                "Keep one of the two. If a new slide was meant, begin it with a dash: "
                f"`- {node.text}: …`.",
            )
        else:
            self._found.error(
                "key-not-text",
                "Here a list or a mapping stands where a key must stand.",
                node.span,
                "If the brackets belong to the text, put it in quotation marks; to insert a "
                "variable, type ${name}.",
            )
        return _DROPPED

    def _block_span(self, line: int, text: str) -> Span:
        """Find where a block's text begins: on the line below its `|`, behind the indentation."""
        lines = self._source.lines
        first = text.split("\n", 1)[0]
        below = lines[line + 1] if line + 1 < len(lines) else ""
        column = len(below) - len(below.lstrip())
        if first and below.endswith(first):
            column = len(below) - len(first)
        return self._source.span(line + 1, column, len(below) - column)

    def _swallowed(self, text: str, line: int, column: int) -> None:
        rest = self._source.lines[line][column:]
        if lost := _LOST.match(rest):
            message, hint = swallowed(text, lost[1])
            place = self._source.span(line, column + lost.start(1), len(lost[1]))
            self._found.error("hash-swallows-text", message, place, hint)

    def _sign(self, text: str, span: Span) -> None:
        line = self._source.lines[span.line - 1]
        written = re.sub(r"\s#.*$", "", line[max(line.find(text), span.column - 1) :]) or text
        message, hint = sign(written)
        self._found.error("text-starts-with-sign", message, span, hint)


def _size(node: Node) -> tuple[int, int]:
    """How many nodes, and how many levels of lists and mappings, a node has."""
    if isinstance(node, Scalar):
        return 1, 0
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.pairs]
    sizes = [_size(item) for item in inner]
    return 1 + sum(count for count, _ in sizes), 1 + max((high for _, high in sizes), default=0)
