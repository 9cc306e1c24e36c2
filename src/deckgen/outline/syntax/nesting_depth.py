"""How deep an outline nests, as its text shows it before YAML is asked.

Parsers of YAML give up at depths of their own, with words of their own. So the text is looked at
first, and what may be too deep is parsed no further than to there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from deckgen.outline.syntax.decoding import BEFORE_A_NODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OPENING = {"[": 1, "{": 1, "]": -1, "}": -1}
_KEY, _DASH = 0, 1
"""Both may stand in one column; a list in the column of its key is one level deeper."""


def max_open_brackets(text: str) -> int:
    """Return how many brackets are open at once, at most. Those within words count, too."""
    most = now = 0
    for bracket in re.findall(r"[][{}]", text):
        if bracket in "[{":
            now += 1
            most = max(most, now)
        elif now:
            now -= 1
    return most


def offset_of_excess(lines: Sequence[str], deepest: int) -> int | None:
    """Return how many characters lead to the first sign that more than `deepest` levels hold.

    None if nothing is that deep. Brackets within words and the lines of `|` blocks are counted as
    if they were structure, so this is a suspicion, for the parser to decide.
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
    """Each dash, the first key or value, and each bracket of a line: its column, sign and end."""
    start = len(line) - len(line.lstrip(BEFORE_A_NODE))
    for column, sign in enumerate(line[:start]):
        if not sign.isspace():
            yield column, "-", column + 1
    rest = line[start:]
    if not rest or rest[0] == "#":
        return
    if rest[0] not in _OPENING:
        # A key is one by its colon, which stands before any bracket of its value.
        bracket = re.search(r"[][{}]", rest)
        yield start, "key", start + (bracket.start() if bracket else len(rest))
    for bracket in re.finditer(r"[][{}]", rest):
        yield start + bracket.start(), bracket[0], start + bracket.end()
