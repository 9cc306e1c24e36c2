"""Labels side by side or one above another, moved off each other and no further."""

from collections.abc import Sequence
from itertools import accumulate


def spread_positions(
    wanted: Sequence[float], sizes: Sequence[float], low: float, high: float
) -> list[float]:
    """Return middles near the wanted ones for labels of some sizes, none over another.

    They keep their order, and stand between `low` and `high` if all of them can.
    """
    blocks: list[tuple[list[int], float]] = []
    for at in sorted(range(len(wanted)), key=lambda index: wanted[index]):
        members = [at]
        while True:
            start = _start(members, wanted, sizes, low, high)
            if not blocks or _end(blocks[-1], sizes) <= start:
                break
            members = blocks.pop()[0] + members
        blocks.append((members, start))
    middles = [0.0] * len(wanted)
    for members, start in blocks:
        for at, before in zip(
            members, accumulate((sizes[at] for at in members), initial=start), strict=False
        ):
            middles[at] = before + sizes[at] / 2
    return middles


def _start(
    members: list[int], wanted: Sequence[float], sizes: Sequence[float], low: float, high: float
) -> float:
    """Return where labels without space between them begin, on average nearest to the wanted."""
    before, starts = 0.0, 0.0
    for at in members:
        starts += wanted[at] - before - sizes[at] / 2
        before += sizes[at]
    return max(min(starts / len(members), high - before), low)


def _end(block: tuple[list[int], float], sizes: Sequence[float]) -> float:
    members, start = block
    return start + sum(sizes[at] for at in members)
