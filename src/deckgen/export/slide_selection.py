"""The slides that `--slides` selects: “3,5-7”, or ids."""

import re
import sys
from collections.abc import Sequence

from deckgen.support.exit_codes import RequestError
from deckgen.support.nearest import did_you_mean

_MOST_DIGITS = 10
_RANGE = re.compile(r"(\d+)?\s*[-–]\s*(\d+)?")


def selected_slides(selection: str, ids: Sequence[str], count: int) -> list[int]:
    """Return the numbers of the selected slides, sorted, each once.

    A selection has numbers from 1, ranges (“5-7”, “5-” to the last, “-3” from the first) and ids.
    `ids` are those of all slides, or empty. Raises RequestError.
    """
    numbers: set[int] = set()
    for word in filter(None, (word.strip() for word in selection.split(","))):
        numbers.update(_named(word, ids, count))
    if not numbers:
        raise RequestError("--slides names no slide.", "Type --slides 3,5-7.")
    return sorted(numbers)


def _named(word: str, ids: Sequence[str], count: int) -> Sequence[int]:
    if word in ids:
        return [ids.index(word) + 1]
    if word.isdecimal():
        first = last = _number(word)
    elif (match := _RANGE.fullmatch(word)) and any(match.groups()):
        first, last = _number(match[1] or "1"), _number(match[2] or str(count))
    else:
        hint = did_you_mean(word, ids, f"Type numbers from 1 to {count}, or ids.")
        raise RequestError(f"There is no slide with the id “{word}”.", hint)
    if not 1 <= first <= last <= count:
        way_out = f"{last}-{first}" if 1 <= last < first <= count else f"1-{count}"
        raise RequestError(f"There is no slide {word}: the deck has {count}.", f"Type {way_out}.")
    return range(first, last + 1)


def _number(digits: str) -> int:
    """Return a number; of one that no deck has, the largest: Python reads 4,300 digits at most."""
    return int(digits) if len(digits) < _MOST_DIGITS else sys.maxsize
