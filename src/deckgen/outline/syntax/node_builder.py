"""PyYAML's events → located nodes. Every scalar stays text.

The stack is a list, and depth and repetition are limited, so that no file can exhaust stack or
memory. The loop in `build_nodes` is the hot path of reading; what is rare is in `_RareEvents`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from deckgen.outline.syntax.decoding import (
    SourceText,
    has_control_characters,
    without_control_characters,
)
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence, YamlEvent
from deckgen.support.diagnostics import Diagnostics, Span

MAX_DEPTH = 64
"""The most levels of lists and mappings within each other; a deck needs six."""

MAX_REPEATED_NODES = 100_000
"""The most nodes that all aliases together may repeat."""

_LOST = r"\s+(#+[^\s#].*)"
_FORMULA = r"\$[^$\"]*?(?<!\\)\\[a-z][a-z][^$\"]*\$"
_STARTS = frozenset({"SequenceStartEvent", "MappingStartEvent"})
_ENDS = frozenset({"SequenceEndEvent", "MappingEndEvent"})


_Open: TypeAlias = tuple[Span, str | None, bool, list[Node]]
"""An open list or mapping: its span, its anchor, whether it is a mapping (whose keys and values
alternate), and its nodes so far. A plain tuple, as this is the hot path."""


def build_nodes(
    source: SourceText,
    events: Iterable[YamlEvent],
    scalar: type[YamlEvent],
    diagnostics: Diagnostics,
) -> Node | None:
    """Return the root node of an outline; None, with an error, if a limit is exceeded.

    `scalar` is the class of events of scalars.
    """
    file, exact = source.file, not source.removed
    simple = exact and " #" not in source.text
    rare = _RareEvents(source, diagnostics)
    items: list[Node] = []
    stack: list[_Open] = [(Span(file, 1, 1), None, False, items)]
    for event in events:
        if type(event) is scalar:
            mark, end = event.start_mark, event.end_mark
            line, column = mark.line, mark.column
            usual = simple and not event.style and end.line == line
            if usual and event.anchor is None and event.tag is None:
                span = Span(file, line + 1, column + 1, end.column - column or 1)
                items.append(Scalar(event.value, span))
            else:
                items.append(rare.scalar(event))
        elif (kind := type(event).__name__) in _ENDS:
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
            if rare.exceeded_a_limit:
                return None
    rare.unused_anchors()
    return items[0] if items else None


def _closed(opened: _Open, rare: _RareEvents) -> Node:
    span, anchor, is_mapping, items = opened
    node: Node
    if not is_mapping:
        if rare.entries_may_be_torn:
            from deckgen.outline.syntax.misread_texts import whole_entries

            items = whole_entries(items, rare.diagnostics)
        node = Sequence(tuple(items), span)
    elif len(items) == 2 and isinstance(items[0], Scalar):
        node = Mapping(((items[0], items[1]),), span)
    else:
        node = _mapping(items[::2], items[1::2], span, rare)
    if anchor is not None:
        rare.anchor(anchor, node, span)
    return node


def _mapping(keys: list[Node], values: list[Node], span: Span, rare: _RareEvents) -> Node:
    if rare.values_may_be_torn and any(
        type(value) is Scalar and not value.text for value in values
    ):
        from deckgen.outline.syntax.misread_texts import whole_values

        pairs = whole_values(zip(keys, values, strict=True), rare.source, rare.diagnostics)
        keys, values = [key for key, _ in pairs], [value for _, value in pairs]
    named = [key for key in keys if isinstance(key, Scalar)]
    if len({key.text for key in named}) < len(keys):
        return rare.mapping_with_refused_keys(keys, values, span)
    return Mapping(tuple(zip(named, values, strict=True)), span)


class _RareEvents:
    """What an ordinary outline has little of: quotes, blocks, anchors, aliases, tags, mistakes."""

    def __init__(self, source: SourceText, diagnostics: Diagnostics) -> None:
        self.source = source
        self.diagnostics = diagnostics
        self.exceeded_a_limit = False
        self.values_may_be_torn = "{" in source.text
        """Whether a text between { } may have a comma."""
        self.entries_may_be_torn = "[" in source.text and bool(re.search(r"\d,\d", source.text))
        """Whether a text between [ ] may have a comma within its number."""
        self._document_count = 0
        self._copied = 0
        self._anchors: dict[str, Node] = {}
        self._unused: dict[str, Span] = {}

    def others(self, event: YamlEvent, depth: int) -> tuple[Node, ...]:
        """Return the node of an alias; nothing for the start and end of documents and streams."""
        kind = type(event).__name__
        if kind == "DocumentStartEvent":
            self._document(event)
        node = self._alias(event, depth) if kind == "AliasEvent" else None
        return () if node is None else (node,)

    def start(self, event: YamlEvent) -> Span:
        """Return the span of the start of a list or mapping; a tag is an error."""
        mark = event.start_mark
        span = self.source.span(mark.line, mark.column)
        if event.tag is not None:
            self._reserved_sign(event.tag, span)
        return span

    def scalar(self, event: YamlEvent) -> Scalar:
        """Return any scalar; report what is lost in it: comments, formulas, control characters."""
        start, end, style = event.start_mark, event.end_mark, event.style
        line, column, text = start.line, start.column, event.value
        if event.tag is not None:
            written = self._reserved_sign(event.tag, self.source.span(line, column))
            text = text or written  # `!urgent` is one mistake: its text is not missing, too
        if event.anchor is not None:
            column += len(event.anchor) + 2
        stop = end.column if line == end.line else len(self.source.line(line))
        if not style:
            span = self.source.span(line, column, stop - column)
            lost = self._lost_comment(text, end.line, end.column)
            # What was meant as its text is not missing, too.
            text = text if text.strip() else lost
        elif style in "|>":
            span = self._block_span(line, text)
        else:
            closing = 1 if line == end.line else 0
            span = self.source.span(line, column + 1, stop - closing - column - 1)
        if style == '"' and has_control_characters(text):
            text = without_control_characters(text, span, self.diagnostics)
        if style == '"' and "$" in text:
            self._lost_formula(line, column, stop)
        if style != "|" and end.line > line:
            from deckgen.outline.syntax.misread_texts import folded_text

            text = folded_text(text, event, self.source, self.diagnostics)
        node = Scalar(text, span, style=style or "")
        if event.anchor is not None:
            self.anchor(event.anchor, node, self.source.span(line, start.column))
        return node

    def _lost_formula(self, line: int, start: int, stop: int) -> None:
        """Report a formula in double quotes, where a backslash begins an escape."""
        formula = re.search(_FORMULA, self.source.line(line)[start:stop])
        if formula:
            self.diagnostics.error(
                "formula-in-double-quotes",
                "Between double quotes, a backslash and a letter are a special character.",
                self.source.span(line, start + formula.start(), len(formula[0])),
                f"Put the text in single quotation marks: '{formula[0]}'. Often it needs none.",
            )

    def anchor(self, name: str, node: Node, span: Span) -> None:
        """Keep the node that `*name` will repeat."""
        self._anchors[name] = node
        self._unused[name] = span

    def unused_anchors(self) -> None:
        """Report each `&name` that no alias repeats: it was meant as text and would be lost."""
        for name, span in self._unused.items():
            self._reserved_sign("&" + name, span)

    def _alias(self, event: YamlEvent, depth: int) -> Node | None:
        """Return the node that `*name` repeats; None, with an error, if a limit is exceeded."""
        mark, name = event.start_mark, event.anchor
        span = self.source.span(mark.line, mark.column, len(name) + 1)
        node = self._anchors.get(name)
        if node is None:
            self._reserved_sign("*" + name, span)
            return Scalar("*" + name, span)
        self._unused.pop(name, None)
        count, height = _size(node)
        if depth + height > MAX_DEPTH:
            self.too_deep(event)
            return None
        self._copied += count
        if self._copied > MAX_REPEATED_NODES:
            self.diagnostics.error(
                "alias-bomb",
                f"The repetitions with * add up to more than {MAX_REPEATED_NODES:,} entries.",
                span,
                "Write out what you need; for words that come again and again use `vars:`.",
            )
            self.exceeded_a_limit = True
            return None
        return node

    def too_deep(self, event: YamlEvent) -> None:
        """Report that lists and mappings are nested too deep."""
        mark = event.start_mark
        self.diagnostics.error(
            "too-deep",
            f"Lists and keys stand within each other more than {MAX_DEPTH} levels deep.",
            self.source.span(mark.line, mark.column),
            "A list on a slide has two or three levels; check the indentation and the brackets.",
        )
        self.exceeded_a_limit = True

    def _document(self, event: YamlEvent) -> None:
        self._document_count += 1
        if self._document_count == 1:
            return
        mark = event.start_mark
        self.diagnostics.error(
            "several-documents",
            "The line --- begins a second document; an outline is one.",
            self.source.span(mark.line, mark.column, 3),
            "Delete the line; to part the talk, use a slide such as `- section: Part two`.",
        )
        self.exceeded_a_limit = True

    def mapping_with_refused_keys(
        self, keys: Iterable[Node], values: Iterable[Node], span: Span
    ) -> Node:
        """Report keys that are duplicate or not text; return the mapping of the first of each."""
        kept: dict[str, tuple[Scalar, Node]] = {}
        for key, value in zip(keys, values, strict=True):
            if not isinstance(key, Scalar):
                self.diagnostics.error(
                    "key-not-text",
                    "Here a list or a mapping stands where a key must stand.",
                    key.span,
                    "If the brackets belong to the text, put it in quotation marks; to insert a "
                    "variable, type ${name}.",
                )
                # The brackets were meant as text; this one message is enough.
                return Scalar("…", span)
            if key.text in kept:
                line = kept[key.text][0].span.line
                item = "-" in self.source.line(span.line - 1)[: span.column - 1]
                dash = f" If a new slide was meant, begin it with a dash: `- {key.text}: …`."
                self.diagnostics.error(
                    "duplicate-key",
                    f"The key `{key.text}` stands here for the second time; it is already in line "
                    f"{line}.",
                    key.span,
                    "Keep one of the two." + dash * item,
                )
            else:
                kept[key.text] = (key, value)
        return Mapping(tuple(kept.values()), span)

    def _block_span(self, line: int, text: str) -> Span:
        """Return the span of a block's first line: below its `|`, after the indentation."""
        first = text.split("\n", 1)[0]
        below = self.source.line(line + 1)
        column = len(below) - len(below.lstrip())
        if first and below.endswith(first):
            column = len(below) - len(first)
        return self.source.span(line + 1, column, len(below) - column)

    def _lost_comment(self, text: str, line: int, column: int) -> str:
        """Report the end of a text that a # makes a comment; return it, empty if there is none."""
        rest = self.source.line(line)[column:]
        if lost := re.match(_LOST, rest):
            from deckgen.outline.syntax.pitfall import comment_message

            message, hint = comment_message(text, lost[1])
            span = self.source.span(line, column + lost.start(1), len(lost[1]))
            self.diagnostics.error("hash-swallows-text", message, span, hint)
            return lost[1].rstrip()
        return ""

    def _reserved_sign(self, text: str, span: Span) -> str:
        """Report what a sign makes of a text; return the text as it is written."""
        from deckgen.outline.syntax.pitfall import reserved_sign_message

        line = self.source.line(span.line - 1)
        written = re.sub(r"\s#.*$", "", line[max(line.find(text), span.column - 1) :]) or text
        message, hint = reserved_sign_message(written)
        self.diagnostics.error("text-starts-with-sign", message, span, hint)
        return written


def _size(node: Node) -> tuple[int, int]:
    """Return how many nodes a node has, and how many levels of lists and mappings."""
    if isinstance(node, Scalar):
        return 1, 0
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.pairs]
    sizes = [_size(item) for item in inner]
    return 1 + sum(count for count, _ in sizes), 1 + max((high for _, high in sizes), default=0)
