"""Line numbers in an outline, also after it has changed."""

from collections.abc import Sequence
from difflib import SequenceMatcher

_MOST_COMPARED = 1000
"""Lines that are compared; the time is quadratic in them."""


def last_entry_line(lines: Sequence[str], first: int) -> int:
    """Return the last line of the list entry that begins in line `first`, counted from 1.

    The entry ends before the next line that is not indented more than its dash; blank lines and
    comments at its end do not belong to it.
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
    """Return the line in the new text of each line of the old text, from 1.

    A deleted line gets the position of the lines around it.
    """
    before = _common_prefix(old, new)
    after = _common_prefix(old[before:][::-1], new[before:][::-1])
    old_end, new_end = len(old) - after, len(new) - after
    middle = SequenceMatcher(None, old[before:old_end], new[before:new_end], autojunk=False)
    lines = list(range(1, before + 1))
    if max(old_end, new_end) - before > _MOST_COMPARED:
        lines += [min(line, new_end) for line in range(before + 1, old_end + 1)]
    else:
        for _, begin, end, to, to_end in middle.get_opcodes():
            last = max(before + to_end - 1, before + to - 1, 0)
            lines += [min(before + to + at, last) + 1 for at in range(end - begin)]
    return lines + list(range(new_end + 1, len(new) + 1))


def _common_prefix(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the number of equal lines at the beginning."""
    count = 0
    for line, other in zip(first, second, strict=False):
        if line != other:
            break
        count += 1
    return count


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
