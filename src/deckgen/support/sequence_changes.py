"""How one sequence becomes another, in about linear time, however much of it is changed."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, TypeAlias

_MOST_COMPARED = 100_000
"""Items times items, up to which the longest equal stretches are looked for."""
_DEEPEST = 20
"""Levels of stretches between what stands once."""
What: TypeAlias = Literal["equal", "replace", "insert", "delete"]


class Opcode(NamedTuple):
    """What is done with `old[start:end]`, which becomes `new[new_start:new_end]`."""

    what: What
    start: int
    end: int
    new_start: int
    new_end: int


def opcodes(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Opcode]:
    """Return what leads from one sequence to the other, in order.

    Short sequences are compared as `difflib` does. In longer ones, what stands once in both is
    found first, in one order (patience diff); only the stretches between are compared that way.
    """
    blocks: list[tuple[int, int, int]] = []
    for block in (*_blocks(old, new, (0, len(old), 0, len(new))), (len(old), len(new), 0)):
        if blocks and (blocks[-1][0] + blocks[-1][2], blocks[-1][1] + blocks[-1][2]) == block[:2]:
            blocks[-1] = blocks[-1][0], blocks[-1][1], blocks[-1][2] + block[2]
        else:
            blocks.append(block)
    found: list[Opcode] = []
    i = k = 0
    for start, new_start, size in blocks:
        if i < start or k < new_start:
            what: What = "insert" if i == start else "delete" if k == new_start else "replace"
            found.append(Opcode(what, i, start, k, new_start))
        i, k = start + size, new_start + size
        if size:
            found.append(Opcode("equal", start, i, new_start, k))
    return found


def _blocks(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    within: tuple[int, int, int, int],
    depth: int = 0,
) -> Iterator[tuple[int, int, int]]:
    """Yield start in both, and length, of what is equal within stretches of both, in order."""
    start, end, new_start, new_end = within
    if start == end or new_start == new_end:
        return
    if (end - start) * (new_end - new_start) <= _MOST_COMPARED:
        matcher = SequenceMatcher(None, old[start:end], new[new_start:new_end], autojunk=False)
        yield from (
            (start + i, new_start + k, size) for i, k, size in matcher.get_matching_blocks() if size
        )
        return
    i, k = start, new_start
    anchors = _common_ends(old, new, within) or _unique_in_order(old, new, within)
    if not anchors or depth == _DEEPEST:
        return
    for at, there, size in anchors:
        yield from _blocks(old, new, (i, at, k, there), depth + 1)
        yield at, there, size
        i, k = at + size, there + size
    yield from _blocks(old, new, (i, end, k, new_end), depth + 1)


def _common_ends(
    old: Sequence[Hashable], new: Sequence[Hashable], within: tuple[int, int, int, int]
) -> list[tuple[int, int, int]]:
    """Return what both stretches begin and end with."""
    start, end, new_start, new_end = within
    most = min(end - start, new_end - new_start)
    lead = next((at for at in range(most) if old[start + at] != new[new_start + at]), most)
    rest = most - lead
    tail = next((at for at in range(rest) if old[end - 1 - at] != new[new_end - 1 - at]), rest)
    ends = (start, new_start, lead), (end - tail, new_end - tail, tail)
    return [each for each in ends if each[2]]


def _unique_in_order(
    old: Sequence[Hashable], new: Sequence[Hashable], within: tuple[int, int, int, int]
) -> list[tuple[int, int, int]]:
    """Return the most items that stand once in both stretches, and in the same order in both."""
    start, end, new_start, new_end = within
    counts, new_counts = Counter(old[start:end]), Counter(new[new_start:new_end])
    places = {new[at]: at for at in range(new_start, new_end) if new_counts[new[at]] == 1}
    pairs = [
        (at, places[old[at]])
        for at in range(start, end)
        if counts[old[at]] == 1 and old[at] in places
    ]
    return [(*pairs[index], 1) for index in longest_rising([there for _, there in pairs])]


def longest_rising(numbers: Iterable[int]) -> list[int]:
    """Return the indices of as many numbers as possible that rise, in order."""
    tails: list[int] = []  # the least end of the rising numbers of each length
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        ends[length : length + 1] = [index]
    kept: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.append(index)
        index = before[index]
    return kept[::-1]
