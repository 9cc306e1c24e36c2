"""Which changes go together, found by halves."""

from collections.abc import Callable, Sequence
from typing import TypeVar

MOST_TRIALS = 64
"""Groups that are tried; what is left then is left out, so that the time stays in bounds."""

_T = TypeVar("_T")


def most_together(changes: Sequence[_T], fits: Callable[[Sequence[_T]], bool]) -> list[_T]:
    """Return the changes that fit together, in their order; each part is tried with those kept."""
    kept: list[_T] = []
    parts = [list(changes)]
    for _ in range(MOST_TRIALS):
        if not parts:
            break
        part = parts.pop()
        if fits([*kept, *part]):
            kept += part
        elif len(part) > 1:
            middle = len(part) // 2
            parts += [part[middle:], part[:middle]]
    return kept
