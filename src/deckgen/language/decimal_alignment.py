"""Columns of numbers, such as “1.234,5 €”, “12 %”, “– 3,0”: where they are aligned."""

import re
from collections.abc import Iterable

from deckgen.language.number_formats import is_gap
from deckgen.language.number_reader import AmbiguousNumber, choose_reading, readings

_NUMERAL = re.compile(
    r"(?P<before>(?:[+\-−–±≈~<>≤≥][ \u00a0\u202f]?)?(?:(?:[€$£¥]|CHF|EUR|USD)[ \u00a0\u202f]?)?)"
    r"(?P<number>\d{1,20}(?:[.,'’ \u00a0\u202f]\d{1,20}){0,9})"
    r"(?P<unit>[ \u00a0\u202f]?[^\d\s.,:;/\-–][^\d]{0,11})?"
)
_ABSENT = frozenset({".", "x"})
"""What statistical offices write for a missing number; in a chart it is an error."""
_LONGEST_WORD = 7
"""Letters of a word that stands for a number, such as “gratuit”."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def decimal_offset(text: str, lang: str) -> int | None:
    """Return the index at which the decimals, or the unit, of a number begin; None if it is none.

    “1,234” is a whole number in English and has three decimals in German. A leading zero
    (postcodes) and groups of other sizes (dates) make no number.
    """
    match = _NUMERAL.fullmatch(text)
    if match is None:
        return None
    number = match["number"]
    meant = choose_reading(readings(number, lang), lang)
    if isinstance(meant, AmbiguousNumber):  # the text stays the same; only its place depends on it
        meant = meant.thousands
    if meant is None or (meant.whole.startswith("0") and len(meant.whole) > 1):
        return None
    behind = len(meant.decimals) + 1 if meant.decimals else 0
    return len(match["before"]) + len(number) - behind


def number_unit(text: str) -> str:
    """Return the unit behind a number; an empty text if it has none or is no number."""
    match = _NUMERAL.fullmatch(text)
    return (match["unit"] or "").strip() if match else ""


def is_number_column(texts: Iterable[str], lang: str, *, first: bool) -> bool:
    """Return whether a column holds numbers, and else only what stands for missing numbers.

    That are signs, and one short word in less than half of its cells (“free”). In the first column,
    years do not count: they are names of the rows.
    """
    filled = [text for text in texts if not is_gap(text) and text.casefold() not in _ABSENT]
    numbers = [text for text in filled if decimal_offset(text, lang) is not None]
    if not numbers or (first and all(_YEAR.fullmatch(text) for text in filled)):
        return False
    words = {text for text in filled if text not in numbers}
    if not words:
        return True
    (word, *others) = words
    is_short = len(word) <= _LONGEST_WORD and word.isalpha()
    return is_short and not others and not first and len(filled) < 2 * len(numbers)
