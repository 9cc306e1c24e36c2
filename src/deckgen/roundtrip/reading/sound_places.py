"""Places in a map that a deck of ours can have: a forged map may name cells without end."""

import re
from collections import defaultdict

from deckgen.deck.deck_map import MappedSlide

_PLACE = re.compile(
    r"[a-z-]+|(?:alt|caption|picture|clip|link|table|chart|drawing) \d{1,6}"
    r"(?: (?:cell \d{1,6} \d{1,6}|value \d{1,6} \d{1,6}|(?:shape|category|series) \d{1,6}"
    r"|unit|source))?",
    re.ASCII,
)
_COUNTED = re.compile(r"(.+ (?:cell|value|category|series)) (\d+)(?: (\d+))?")
_MOST_NUMBERS = 100_000
"""As many numbers and gaps a chart may have (docs/performance.md)."""


def has_sound_places(slide: MappedSlide) -> bool:
    """Return whether the texts and boxes of a slide stand at places that `map_slides` gives.

    Cells fill their table; the values of a chart belong to its series and categories.
    """
    places = [text.place for text in slide.texts]
    if not all(map(_PLACE.fullmatch, (*places, *(box.place for box in slide.boxes)))):
        return False
    counted = defaultdict[str, set[tuple[int, int]]](set)
    for match in filter(None, map(_COUNTED.fullmatch, places)):
        counted[match[1]].add((int(match[2]), int(match[3] or 1)))
    return all(
        _is_whole(numbers)
        if not place.endswith(" value")
        else _are_in_chart(numbers, counted, place.removesuffix("value"))
        for place, numbers in tuple(counted.items())
    )


def _is_whole(numbers: set[tuple[int, int]]) -> bool:
    """Return whether the numbers are all from 1 to the last: of rows and columns, or of one."""
    rows, columns = (max(number[side] for number in numbers) for side in (0, 1))
    least = min(min(number) for number in numbers)
    return least == 1 and len(numbers) == rows * columns


def _are_in_chart(
    values: set[tuple[int, int]], counted: dict[str, set[tuple[int, int]]], chart: str
) -> bool:
    series, categories = (len(counted.get(f"{chart}{each}", ())) for each in ("series", "category"))
    return series * categories <= _MOST_NUMBERS and all(
        1 <= number <= series and 1 <= category <= categories for number, category in values
    )
