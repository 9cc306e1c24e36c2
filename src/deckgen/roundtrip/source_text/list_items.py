"""The items of a list in a file: moved, deleted and inserted as lines, with their comments.

An item has the comments right above its dash, and all lines below it that are indented deeper than
the dash. Between items may be empty lines, and comments that belong to none.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from deckgen.outline.syntax.nodes import Node
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


class ItemLines(NamedTuple):
    """The lines of an item, as numbers from 0."""

    start: int
    """The first of its comments, or the line of its dash."""
    dash: int
    end: int
    """The line after its last one."""


class ListLines(NamedTuple):
    """A list with a dash for each item."""

    lines: tuple[str, ...]
    """The lines of the whole file, with their line ends."""
    column: int
    """The column of the dashes, from 0."""
    items: tuple[ItemLines, ...]

    def text(self, index: int) -> str:
        """Return the lines of an item."""
        item = self.items[index]
        return "".join(self.lines[item.start : item.end])

    def gap(self, index: int) -> str:
        """Return what stands between an item and the next one."""
        item, following = self.items[index : index + 2]
        return "".join(self.lines[item.end : following.start])


def file_lines(source: str) -> tuple[str, ...]:
    """Return the lines of a file with their line ends."""
    return tuple(_LINE.findall(source))


def line_end(source: str) -> str:
    """Return the line end that a file has."""
    return "\r\n" if "\r\n" in source else "\n"


def missing_line_end(source: str, at: int) -> str:
    """Return the line end that the text before a place lacks."""
    return "" if source[:at].endswith(("\n", "\r")) else line_end(source)


def inserted_lines(source: str, at: int, lines: str) -> SourceEdit:
    """Return the edit that adds whole lines at a place, such as the end of a file."""
    return SourceEdit(at, at, missing_line_end(source, at) + lines)


def indented(lines: Iterable[str], column: int, feed: str) -> str:
    """Return lines, each with its line end, at a column from 0; empty ones stay empty."""
    return "".join((" " * column + line if line else "") + feed for line in lines)


def list_lines(source: str, node: SequenceNode) -> ListLines | None:
    """Return where the items of a list stand; None if they stand in brackets or on one line."""
    lines = file_lines(source)
    column = node.span.column - 1
    items: list[ItemLines] = []
    for item in node.items:
        dash = _dash_line(lines, item, column)
        if dash is None or (items and dash < items[-1].end):
            return None
        first = items[-1].end if items else 0
        start = _first_comment(lines, dash, column, first)
        items.append(ItemLines(start, dash, end_of_block(lines, dash, column)))
    return ListLines(lines, column, tuple(items))


def _dash_line(lines: Sequence[str], item: Node, column: int) -> int | None:
    for number in range(min(item.span.line, len(lines)) - 1, -1, -1):
        line = lines[number]
        if line[column : column + 1] == "-" and line[column + 1 : column + 2] in {" ", "\n", "\r"}:
            return number if not line[:column].strip() else None
        if line.strip() and _indent(line) <= column:
            return None
    return None


def _first_comment(lines: Sequence[str], dash: int, column: int, first: int) -> int:
    start = dash
    while start > first and lines[start - 1].lstrip().startswith("#"):
        if _indent(lines[start - 1]) != column:
            break
        start -= 1
    return start


def end_of_block(lines: Sequence[str], first: int, column: int) -> int:
    """Return the line behind a block: its first line, and those indented deeper than `column`."""
    end = first + 1
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        if _indent(line) <= column:
            break
        end = number + 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def rearranged(listed: ListLines, order: Iterable[int | str]) -> SourceEdit:
    """Return the edit that gives a list other items: the index of one that it has, or new lines.

    New lines end with a line end. Empty lines stay between items as they are; comments that belong
    to no item stay behind the item above them.
    """
    feed = "\r\n" if any(line.endswith("\r\n") for line in listed.lines) else "\n"
    gaps = (listed.gap(index) for index in range(len(listed.items) - 1))
    blank = [gap for gap in gaps if not gap.strip()]
    usual = max(blank, key=blank.count, default="")
    wanted = list(order)
    kept = {each for each in wanted if isinstance(each, int)}
    pieces: list[str] = []
    lost = "".join(_comments(listed, -1, kept))
    for place, each in enumerate(wanted):
        own = each if isinstance(each, str) else listed.text(each)
        pieces.append(own if own.endswith(("\n", "\r")) else own + feed)
        following = wanted[place + 1] if place + 1 < len(wanted) else None
        if isinstance(each, int):
            comments = "".join(_comments(listed, each, kept))
            if comments:
                pieces.append(comments)
                continue
        if following is None:
            continue
        is_same = isinstance(each, int) and following == each + 1
        pieces.append(listed.gap(each) if is_same and isinstance(each, int) else usual)
    offsets = [0, *accumulate(map(len, listed.lines))]
    start, end = offsets[listed.items[0].start], offsets[listed.items[-1].end]
    return SourceEdit(start, end, lost + "".join(pieces))


def _comments(listed: ListLines, index: int, kept: set[int]) -> Iterable[str]:
    """Yield the gap behind an item if it has comments, with those of the deleted items below it."""
    following = index
    while following < len(listed.items) - 1:
        if following >= 0 and (gap := listed.gap(following)).strip():
            yield gap
        following += 1
        if following in kept:
            return
