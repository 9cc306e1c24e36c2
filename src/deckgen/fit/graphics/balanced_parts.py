"""The rows of a long table in parts, one for each slide."""

from collections.abc import Sequence
from itertools import accumulate


def balanced(heights: Sequence[int], space: int) -> list[tuple[int, int]] | None:
    """Return the first row and the end of each of the fewest parts that fit, of like height.

    None if a single row is too high.
    """
    if not heights or max(heights) > space:
        return None
    above = [0, *accumulate(heights)]
    count = len(heights)
    ends = [0] * count
    end = 0
    for start in range(count):
        while end < count and above[end + 1] - above[start] <= space:
            end += 1
        ends[start] = end
    needed = [0] * (count + 1)
    for start in reversed(range(count)):
        needed[start] = 1 + needed[ends[start]]
    parts = []
    start = 0
    for left in range(needed[0], 0, -1):
        wanted = above[start] + (above[count] - above[start]) / left
        end = min(
            (at for at in range(start + 1, ends[start] + 1) if needed[at] < left),
            key=lambda at: (abs(above[at] - wanted), -at),
        )
        parts.append((start, end))
        start = end
    return parts
