"""How deep an outline nests, estimated from its text before it is parsed.

Parsers of YAML have depth limits and messages of their own. So a text that may be too deep is
parsed only up to the place in question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckgen.outline.syntax.decoding import BEFORE_A_NODE

_OPENING = {"[": 1, "{": 1, "]": -1, "}": -1}
_KEY, _DASH = 0, 1
"""A list in the column of its key is one level deeper than the key."""


def max_open_brackets(text: str) -> int:
    """Return the highest number of brackets open at once, those within words included."""
    most = now = 0
    for bracket in re.findall(r"[][{}]", text):
        if bracket in "[{":
            now += 1
            most = max(most, now)
        elif now:
            now -= 1
    return most


def offset_of_excess(lines: Sequence[str], deepest: int) -> int | None:
    """Return the offset after the first sign that is deeper than `deepest` levels, or None.

    Brackets within words and the lines of `|` blocks are counted as structure, so this is an upper
    bound; the parser decides.
    """
    columns: list[tuple[int, int]] = []
    brackets = before = 0
    for line in lines:
        for column, sign, end in _signs(line):
            if sign in _OPENING:
                brackets = max(brackets + _OPENING[sign], 0)
            else:
                level = (column, _DASH if sign == "-" else _KEY)
                while columns and columns[-1] > level:
                    columns.pop()
                if columns[-1:] != [level]:
                    columns.append(level)
            if len(columns) + brackets > deepest:
                return before + end
        before += len(line) + 1
    return None


def _signs(line: str) -> Iterator[tuple[int, str, int]]:
    """Yield column, sign and end of each dash, of the first key or value, and of each bracket."""
    start = len(line) - len(line.lstrip(BEFORE_A_NODE))
    for column, sign in enumerate(line[:start]):
        if not sign.isspace():
            yield column, "-", column + 1
    rest = line[start:]
    if not rest or rest[0] == "#":
        return
    if rest[0] not in _OPENING:
        # The colon of a key is before any bracket of its value.
        bracket = re.search(r"[][{}]", rest)
        yield start, "key", start + (bracket.start() if bracket else len(rest))
    for bracket in re.finditer(r"[][{}]", rest):
        yield start + bracket.start(), bracket[0], start + bracket.end()
