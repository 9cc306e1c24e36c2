"""Where things stand in the text of an outline, also when it has changed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

_MOST_COMPARED = 1000
"""Lines that are compared with each other; the time grows with their square."""


def last_entry_line(lines: Sequence[str], first: int) -> int:
    """Return the last line of the list entry that begins in line `first`, counted from 1.

    That is the last one before anything that stands as far left as its dash; blank lines and
    comments at its end are not counted.
    """
    if not 1 <= first <= len(lines):
        return first
    dash = _indent(lines[first - 1])
    last = first
    for number, line in enumerate(lines[first:], first + 1):
        words = line.strip()
        if not words:
            continue
        if _indent(line) <= dash:
            break
        if not words.startswith("#"):
            last = number
    return last


def moved_lines(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """Return where each line of an old text stands in the new one, counted from 1.

    One that is gone is taken to stand where the lines around it are.
    """
    before = _alike(old, new)
    after = _alike(old[before:][::-1], new[before:][::-1])
    old_end, new_end = len(old) - after, len(new) - after
    middle = SequenceMatcher(None, old[before:old_end], new[before:new_end], autojunk=False)
    found = list(range(1, before + 1))
    if max(old_end, new_end) - before > _MOST_COMPARED:
        found += [min(line, new_end) for line in range(before + 1, old_end + 1)]
    else:
        for _, begin, end, to, to_end in middle.get_opcodes():
            last = max(before + to_end - 1, before + to - 1, 0)
            found += [min(before + to + at, last) + 1 for at in range(end - begin)]
    return found + list(range(new_end + 1, len(new) + 1))


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines from the beginning are alike."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
