"""Where things stand in the text of an outline, also when it has changed meanwhile."""

from __future__ import annotations

from collections.abc import Sequence


def last_line(lines: Sequence[str], first: int) -> int:
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


def moved(line: int, old: Sequence[str], new: Sequence[str]) -> int:
    """Return where a line of an old text stands in the new one.

    What is alike at the beginning and at the end counts as unchanged; what lies between is taken to
    be at most where the change ends.
    """
    before = _alike(old, new)
    after = _alike(old[before:][::-1], new[before:][::-1])
    if line <= before:
        return line
    if line > len(old) - after:
        return line + len(new) - len(old)
    return max(1, min(line, len(new) - after))


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
