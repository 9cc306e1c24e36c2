"""YAML text → located nodes. The only module that knows YAML.

Every scalar stays the text that it is. Nesting and aliases are limited, so that no file can exhaust
stack or memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
import re
from typing import TYPE_CHECKING, Literal

import yaml

from deckgen.diagnostics import Diagnostics, Span
from deckgen.outline import traps
from deckgen.outline.decode import CONTROL, SourceText, clean, decode
from deckgen.outline.nodes import Mapping, Node, Scalar, Sequence
from deckgen.outline.rows import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 64
"""Levels of lists and mappings within each other; a deck needs six."""

LARGEST_COPY = 100_000
"""How many nodes all aliases together may repeat."""

Parser = Literal["libyaml", "python"]
PARSER: Parser = "libyaml" if yaml.__with_libyaml__ else "python"

_LOST = re.compile(r"\s+(#+[^\s#].*)")


def parse(
    file: str, data: bytes, diagnostics: Diagnostics, parser: Parser = PARSER
) -> Node | None:
    """Read the bytes of an outline; `file` is the name that messages show.

    None when nothing could be read. With a node there may still be errors: what trips YAML is
    told, repaired in memory, and the rest read on, so that one run tells everything.
    """
    source = decode(file, data, diagnostics)
    if source is None:
        return None
    if "\t" in source.text:
        source = _without_tabs_in_text(source)
    found = Diagnostics()
    failed: yaml.MarkedYAMLError | None = None
    node = None
    if not traps.SUSPECT.search(source.text):
        node, failed = _try(source, found, parser)
        if failed is None:
            diagnostics.found += found.found
            return node
    return _parse_repaired(source, failed, diagnostics, parser)


def _parse_repaired(
    source: SourceText,
    failed: yaml.MarkedYAMLError | None,
    diagnostics: Diagnostics,
    parser: Parser,
) -> Node | None:
    lines = list(source.lines)
    told: set[str] = set()
    trapped = list(traps.find(source.lines))
    for trap in trapped:
        lines[trap.number] = trap.repaired
        # A file that is indented with tabs throughout is one mistake, not a hundred.
        if trap.code != "tab-indentation" or trap.code not in told:
            place = source.span(trap.number, trap.column, trap.length)
            diagnostics.error(trap.code, trap.message, place, trap.hint)
        told.add(trap.code)
    if failed is not None and not trapped:
        _report(source, failed, diagnostics)
        return None
    repaired = SourceText(source.file, "\n".join(lines), tuple(lines), source.removed)
    found = Diagnostics()
    node, failed = _try(repaired, found, parser)
    if failed is None:
        diagnostics.found += found.found
    elif not any(trap.guessed for trap in trapped):
        _report(repaired, failed, diagnostics)
    return node


def _try(
    source: SourceText, found: Diagnostics, parser: Parser
) -> tuple[Node | None, yaml.MarkedYAMLError | None]:
    loader = yaml.CBaseLoader if parser == "libyaml" else yaml.BaseLoader
    builder = _Builder(source, found)
    try:
        for event in yaml.parse(source.text, Loader=loader):
            if not builder.add(event):
                return None, None
    except yaml.MarkedYAMLError as problem:
        return None, problem
    return builder.finish(), None


def _without_tabs_in_text(source: SourceText) -> SourceText:
    """Tabs between and within words as blanks, on which the two parsers of YAML do not agree.

    Those in the indentation stay, to be told; those in a `|` block are text.
    """
    lines = list(source.lines)
    for row in rows(source.lines):
        at = len(row.blanks)
        lines[row.number] = row.blanks + row.line[at:].replace("\t", " ")
    return SourceText(source.file, "\n".join(lines), tuple(lines), source.removed)


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is not closed yet; a mapping's keys and values take turns."""

    items: list[Node]
    span: Span
    is_mapping: bool
    anchor: str | None
    count_before: int
    height: int = 1
    lines: dict[str, int] = field(default_factory=dict)
    repeated: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Anchored:
    node: Node
    count: int
    height: int


class _Builder:
    """Builds nodes from YAML's events with a stack of its own, so that depth costs no recursion."""

    def __init__(self, source: SourceText, found: Diagnostics) -> None:
        self._source = source
        self._found = found
        self._stack: list[_Frame] = []
        self._root: Node | None = None
        self._documents = 0
        self._count = 0
        self._copied = 0
        self._anchors: dict[str, _Anchored] = {}
        self._unused: dict[str, Span] = {}
        self._may_swallow = " #" in source.text
        self._marked = source.span if source.removed else self._plain_span

    def add(self, event: yaml.Event) -> bool:
        """Take the next event; False when a limit was passed and reading on is no use."""
        if isinstance(event, yaml.ScalarEvent):
            return self._put(self._scalar(event), event.anchor)
        if isinstance(event, yaml.CollectionStartEvent):
            return self._open(event)
        if isinstance(event, yaml.CollectionEndEvent):
            return self._close()
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        return True

    def finish(self) -> Node | None:
        """The whole outline, once the last event was added."""
        for name, span in self._unused.items():
            self._sign("&" + name, span)
        return self._root

    def _plain_span(self, line: int, column: int, length: int = 1) -> Span:
        return Span(self._source.file, line + 1, column + 1, length or 1)

    def _document(self, event: yaml.DocumentStartEvent) -> bool:
        self._documents += 1
        if self._documents == 1:
            return True
        self._found.error(
            "several-documents",
            "The line --- begins a second document; an outline is one.",
            self._marked(event.start_mark.line, event.start_mark.column, 3),
            "Delete the line, or use `- section:` to part the talk.",
        )
        return False

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end, style = event.start_mark, event.end_mark, event.style
        line, column, text = start.line, start.column, event.value
        if event.anchor is not None:
            column += len(event.anchor) + 2
        if not style:
            if start.line == end.line:
                length = end.column - column
            else:
                length = len(self._source.lines[line]) - column
            span = self._marked(line, column, length)
            if self._may_swallow:
                self._swallowed(text, end.line, end.column)
        elif style in "|>":
            span = self._block_span(line, text)
        else:
            length = (end.column if start.line == end.line else len(self._source.lines[line])) - 2
            # A repaired line's own text had no quotation mark: then the letters begin here.
            column += 1
            span = self._marked(line, column, length - column + 1)
        if event.tag is not None:
            self._sign(event.tag, self._marked(start.line, start.column))
        if style and CONTROL.search(text):
            text = clean(text, span, self._found)
        return Scalar(text, span, not style)

    def _block_span(self, line: int, text: str) -> Span:
        """A block's text begins on the line below its `|`, behind the indentation."""
        lines = self._source.lines
        first = text.split("\n", 1)[0]
        below = lines[line + 1] if line + 1 < len(lines) else ""
        column = len(below) - len(below.lstrip())
        if first and below.endswith(first):
            column = len(below) - len(first)
        return self._marked(line + 1, column, len(below) - column)

    def _swallowed(self, text: str, line: int, column: int) -> None:
        rest = self._source.lines[line][column:]
        if lost := _LOST.match(rest):
            message, hint = traps.swallowed(text, lost[1])
            place = self._marked(line, column + lost.start(1), len(lost[1]))
            self._found.error("hash-swallows-text", message, place, hint)

    def _sign(self, text: str, span: Span) -> None:
        line = self._source.lines[span.line - 1]
        written = re.sub(r"\s#.*$", "", line[max(line.find(text), 0) :]).strip() or text
        message, hint = traps.sign(written)
        self._found.error("text-starts-with-sign", message, span, hint)

    def _open(self, event: yaml.CollectionStartEvent) -> bool:
        mark = event.start_mark
        span = self._marked(mark.line, mark.column)
        if event.tag is not None:
            self._sign(event.tag, span)
        if len(self._stack) >= DEEPEST:
            return self._too_deep(span)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._stack.append(_Frame([], span, is_mapping, event.anchor, self._count))
        return True

    def _close(self) -> bool:
        frame = self._stack.pop()
        node: Node
        if frame.is_mapping:
            pairs = _pairs(frame)
            node = Mapping(pairs, frame.span)
        else:
            node = Sequence(tuple(frame.items), frame.span)
        if self._stack:
            self._stack[-1].height = max(self._stack[-1].height, frame.height + 1)
        return self._put(node, frame.anchor, self._count - frame.count_before, frame.height)

    def _put(self, node: Node, anchor: str | None, count: int = 0, height: int = 0) -> bool:
        """Hand a finished node to the list or mapping around it."""
        self._count += 1
        if anchor is not None:
            self._anchors[anchor] = _Anchored(node, count + 1, height)
            self._unused[anchor] = node.span
        if not self._stack:
            self._root = node
            return True
        frame = self._stack[-1]
        if frame.is_mapping and len(frame.items) % 2 == 0:
            node = self._key(frame, node)
        frame.items.append(node)
        return True

    def _key(self, frame: _Frame, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._found.error(
                "key-not-text",
                "Here a list or a mapping stands where a key must stand.",
                node.span,
                "If the brackets belong to the text, put it in quotation marks; to insert a "
                "variable, type ${name}.",
            )
            frame.repeated.append(len(frame.items))
            return Scalar("", node.span)
        first = frame.lines.get(node.text)
        if first is None:
            frame.lines[node.text] = node.span.line
        else:
            self._found.error(
                "duplicate-key",
                f"The key `{node.text}` stands here for the second time; it is already in line "
                f"{first}.",
                node.span,
                "Keep one of the two. For a further slide, begin its first key with a dash: "
                f"`- {node.text}: …`.",
            )
            frame.repeated.append(len(frame.items))
        return node

    def _alias(self, event: yaml.AliasEvent) -> bool:
        mark = event.start_mark
        span = self._marked(mark.line, mark.column, len(event.anchor) + 1)
        anchored = self._anchors.get(event.anchor)
        if anchored is None:
            self._sign("*" + event.anchor, span)
            return self._put(Scalar("*" + event.anchor, span), None)
        self._unused.pop(event.anchor, None)
        if len(self._stack) + anchored.height > DEEPEST:
            return self._too_deep(span)
        self._copied += anchored.count
        self._count += anchored.count
        if self._copied > LARGEST_COPY:
            self._found.error(
                "alias-bomb",
                f"The repetitions with * add up to more than {LARGEST_COPY:,} entries.",
                span,
                "Write out what you need; for words that come again and again use `vars:`.",
            )
            return False
        if self._stack:
            self._stack[-1].height = max(self._stack[-1].height, anchored.height + 1)
        return self._put(anchored.node, None)

    def _too_deep(self, span: Span) -> bool:
        self._found.error(
            "too-deep",
            f"Lists and keys stand within each other more than {DEEPEST} levels deep.",
            span,
            "A list on a slide has two or three levels; check the indentation and the brackets.",
        )
        return False


def _pairs(frame: _Frame) -> tuple[tuple[Scalar, Node], ...]:
    pairs = zip(frame.items[::2], frame.items[1::2], strict=True)
    dropped = {index // 2 for index in frame.repeated}
    return tuple(
        (key, value)
        for index, (key, value) in enumerate(pairs)
        if isinstance(key, Scalar) and index not in dropped
    )


_IN_BRACKETS = re.compile(r"[\[{][^\[\]{}]*\$\{")


def _report(source: SourceText, problem: yaml.MarkedYAMLError, found: Diagnostics) -> None:
    """Say in plain words where YAML gave up, when no known trap explains it."""
    mark = problem.problem_mark or problem.context_mark
    line = min(mark.line if mark else 0, len(source.lines) - 1)
    column = mark.column if mark else 0
    while line > 0 and not source.lines[line].strip():
        line -= 1
        column = 0
    text = source.lines[line]
    place = source.span(line, min(column, max(len(text) - 1, 0)))
    if "escape" in (problem.problem or ""):
        found.error(
            "bad-escape",
            "A backslash between double quotes begins a special character, and this is none.",
            place,
            r"Type two backslashes (\\), or put the text in single quotation marks: '…'.",
        )
    elif at := _IN_BRACKETS.search(text):
        found.error(
            "syntax",
            "Between { } or [ ] a text with ${…} needs quotation marks.",
            source.span(line, at.end() - 2, 2),
            'For example {name: "Conference ${town}"}; or write each key on a line of its own.',
        )
    else:
        found.error(
            "syntax",
            "The outline cannot be read from here on; the mistake is in this line or just above.",
            place,
            "Check that keys of one slide start in the same column, that each key has a colon and "
            "a blank behind it, and that quotation marks and brackets are closed.",
        )
