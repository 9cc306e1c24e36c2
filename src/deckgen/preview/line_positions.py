"""Line numbers in an outline, also after it has changed."""

from collections.abc import Sequence

from deckgen.support.sequence_changes import opcodes


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
    lines = []
    for _, begin, end, to, to_end in opcodes(old, new):
        last = max(to_end - 1, to - 1, 0)
        lines += [min(to + at, last) + 1 for at in range(end - begin)]
    return lines


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
