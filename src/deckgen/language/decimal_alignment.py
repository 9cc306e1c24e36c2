"""Numbers as people write them: “1.234,5 €”, “12 %”, “– 3,0”; and where their decimals begin."""

from __future__ import annotations

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
"""What offices of statistics write where there is no number; a chart wants to hear of it."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def decimal_offset(text: str, lang: str) -> int | None:
    """Return where the decimals, or the unit, of a number begin; None if the text is no number.

    “1,234” is a whole number in English and has three decimals in German. What has leading zeros
    (postcodes) and what is grouped in no way (dates) is no number.
    """
    found = _NUMERAL.fullmatch(text)
    if found is None:
        return None
    number = found["number"]
    meant = choose_reading(readings(number, lang), lang)
    if isinstance(meant, AmbiguousNumber):  # nothing is changed here: it only stands at its place
        meant = meant.thousands
    if meant is None or (meant.whole.startswith("0") and len(meant.whole) > 1):
        return None
    behind = len(meant.decimals) + 1 if meant.decimals else 0
    return len(found["before"]) + len(number) - behind


def is_number_column(texts: Iterable[str], lang: str, *, first: bool) -> bool:
    """Return whether a column holds numbers, and nothing else but signs that there is none.

    Years in the first column are names of the rows.
    """
    said = [text for text in texts if not is_gap(text) and text.casefold() not in _ABSENT]
    if not said or (first and all(_YEAR.fullmatch(text) for text in said)):
        return False
    return all(decimal_offset(text, lang) is not None for text in said)
