"""Names of months: whole, or cut to their first letters."""

from collections.abc import Sequence
from itertools import pairwise

from deckgen.language.day_reader import month_number


def are_months_in_order(names: Sequence[str], lang: str) -> bool:
    """Return whether names are months of `lang`, German or English, each the one after the last."""
    numbers = [month_number(name, lang) for name in names]
    if len(numbers) < 2 or None in numbers:
        return False
    return all((second or 0) == (first or 0) % 12 + 1 for first, second in pairwise(numbers))
