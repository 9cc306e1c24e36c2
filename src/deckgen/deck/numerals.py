"""Numbers as people write them: “1.234,5 €”, “12 %”, “– 3,0”; and where their decimals begin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckgen.deck.numbers import separators

_NUMERAL = re.compile(
    r"(?P<before>(?:[+\-−–±≈~<>≤≥][ \u00a0\u202f]?)?(?:(?:[€$£¥]|CHF|EUR|USD)[ \u00a0\u202f]?)?)"
    r"(?P<number>\d{1,20}(?:[.,'’ \u00a0\u202f]\d{1,20}){0,9})"
    r"(?P<unit>[ \u00a0\u202f]?[^\d\s.,:;/\-–][^\d]{0,11})?"
)
_ABSENT = frozenset(
    {"", "-", "–", "—", "−", "…", ".", "?", "x", "k. a.", "k.a.", "n. a.", "n/a", "na", "n. v."}
)
"""What stands in a column of numbers where there is none."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


def decimals_at(text: str, lang: str) -> int | None:
    """Return where the decimals, or the unit, of a number begin; None if the text is no number.

    “1,234” is a whole number in English and has three decimals in German. What has leading zeros
    (postcodes) and what is grouped in no way (dates) is no number.
    """
    found = _NUMERAL.fullmatch(text)
    if found is None:
        return None
    number = found["number"]
    signs = re.findall(r"\D", number)
    groups = re.split(r"\D", number)
    decimals = ""
    if signs and _has_decimals(signs, groups[-1], lang):
        decimals = groups.pop()
        signs.pop()
    if len(set(signs)) > 1 or any(len(group) != 3 for group in groups[1:]):
        return None
    if len(groups[0]) > 3 and len(groups) > 1:
        return None
    if groups[0].startswith("0") and (len(groups[0]) > 1 or len(groups) > 1):
        return None
    length = len(number) - (len(decimals) + 1 if decimals else 0)
    return len(found["before"]) + length


def are_numbers(texts: Iterable[str], lang: str, *, first: bool) -> bool:
    """Return whether a column holds numbers, and nothing else but signs that there is none.

    Years in the first column are names of the rows.
    """
    said = [text for text in texts if text.casefold() not in _ABSENT]
    if not said or (first and all(_YEAR.fullmatch(text) for text in said)):
        return False
    return all(decimals_at(text, lang) is not None for text in said)


def _has_decimals(signs: list[str], last: str, lang: str) -> bool:
    """Return whether the last sign within a number is its decimal sign."""
    sign = signs[-1]
    if sign not in ".," or signs.count(sign) > 1:
        return False
    return len(signs) > 1 or len(last) != 3 or sign == separators(lang)[0]
