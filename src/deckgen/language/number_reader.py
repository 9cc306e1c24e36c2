"""Numbers as people write them, read: by their language where their shape leaves a choice.

Every number that deckgen reads is read here, so that one text means one thing everywhere.
docs/numbers.md teaches the rules, docs/decisions/numbers-and-dates.md tells why they are so.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from deckgen.language.number_formats import (
    BLANKS,
    LAKHS,
    MINUS,
    Number,
    NumberFormat,
    group_digits,
    separators,
)

_APOSTROPHES = "'’"
_SIGNS = f"+-–‐‑{MINUS}"
_CURRENCY = (
    r"[€$£¥₹₺₽₴₩]|(?:CHF|EUR|USD|GBP|DKK|SEK|NOK|PLN|CZK|HUF|RON|BGN|Fr\.|kr|zł|Kč|Ft)(?![a-z])"
)
_PARTS = re.compile(
    rf"(?P<before>(?:{_CURRENCY})?[{BLANKS}]?(?P<sign>[{re.escape(_SIGNS)}]?)[{BLANKS}]?(?:{_CURRENCY})?[{BLANKS}]?)"
    rf"(?P<digits>[.,]?[0-9](?:[0-9.,{_APOSTROPHES}{BLANKS}]{{0,58}}[0-9])?)"
    rf"(?P<after>[{BLANKS}]*(?:(?P<percent>%)|{_CURRENCY})?)"
)
_MOST_DIGITS = 15
"""More than these a computer does not keep exactly."""


DecimalMarks: TypeAlias = Mapping[str, str]
"""The signs that stand before decimals in some texts, each with a text that shows it for sure."""
NO_MARKS: DecimalMarks = MappingProxyType({})


class Reading(NamedTuple):
    """One thing that digits, with the marks between them, may mean."""

    whole: str
    """Digits alone."""
    decimals: str
    """Digits alone; empty if it is a whole number."""
    point: str
    """What stands before decimals where numbers are written like this; empty if it tells not."""


class AmbiguousNumber(NamedTuple):
    """What can be read in two ways, and neither its language nor its company says which."""

    thousands: Reading
    decimals: Reading


class NumberParts(NamedTuple):
    """A text that is a number, taken apart; `before + digits + after` is the text."""

    before: str
    """A sign, a currency, or both."""
    digits: str
    after: str
    """A per cent sign or a currency, or nothing; with the blank before it."""
    negative: bool
    percent: bool

    @property
    def is_bare(self) -> bool:
        """Whether it is a number without a currency."""
        return not self.before.strip(_SIGNS + BLANKS) and self.after.strip() in {"", "%"}


def split_number(text: str) -> NumberParts | None:
    """Take a number apart; None if the text is none, whatever its language."""
    found = _PARTS.fullmatch(text.strip())
    if found is None:
        return None
    before, digits, after = found["before"], found["digits"], found["after"]
    negative = found["sign"] not in {"", "+"}
    return NumberParts(before, digits, after, negative, bool(found["percent"]))


def readings(digits: str, lang: str) -> tuple[Reading, ...]:
    """Return what digits may mean by their shape alone: nothing, one thing, or two.

    They are two where one point or comma stands before the last three of four to six digits: then
    the first takes it for the thousands, the second for decimals. `lang` only says whether lakhs
    are known.
    """
    marks, groups = re.findall(r"\D", digits), re.split(r"\D", digits)
    if not marks:
        return (Reading(digits, "", ""),)
    found = []
    last = marks[-1]
    if _are_thousands(groups, marks, lang):
        found.append(Reading("".join(groups), "", {".": ",", ",": "."}.get(last, "")))
    if last in ".," and marks.count(last) == 1:
        *whole, decimals = groups
        if len(whole) == 1 or _are_thousands(whole, marks[:-1], lang):
            found.append(Reading("".join(whole) or "0", decimals, last))
    return tuple(found)


def _are_thousands(groups: list[str], marks: list[str], lang: str) -> bool:
    """Return whether the same mark parts a whole number at its thousands, or at its lakhs."""
    first, *others = groups
    if len(set(marks)) != 1 or not 1 <= len(first) <= 3 or first.startswith("0"):
        return False
    if all(len(group) == 3 for group in others):
        return True
    *lakhs, thousands = others
    known = lang.partition("-")[0].lower() in LAKHS | {"en"}
    shaped = len(first) < 3 and len(thousands) == 3 and all(len(group) == 2 for group in lakhs)
    return known and shaped and marks[0] == ","


def choose_reading(
    found: tuple[Reading, ...], lang: str, points: DecimalMarks = NO_MARKS
) -> Reading | AmbiguousNumber | None:
    """Return the reading that a language has for digits.

    `points` tells of the numbers beside this one, as `decimal_marks` finds it. Digits that may mean
    two things are ambiguous where those say otherwise than the language; and where the language
    knows neither reading, unless those say one thing.
    """
    if len(found) < 2:
        return found[0] if found else None
    thousands, decimals = found
    point, group = separators(lang)
    by_language = {point: point, group: thousands.point}.get(decimals.point, "")
    meant = {*points, by_language} - {""}
    if meant == {decimals.point}:
        return decimals
    return thousands if meant == {thousands.point} else AmbiguousNumber(thousands, decimals)


def decimal_marks(texts: Iterable[str], lang: str) -> DecimalMarks:
    """Return what stands before decimals in these texts, as far as the shape of each is sure."""
    points: dict[str, str] = {}
    for text in texts:
        parts = split_number(text)
        found = readings(parts.digits, lang) if parts else ()
        if len(found) == 1 and found[0].point:
            points.setdefault(found[0].point, text.strip())
    return points


def read_number(
    text: str, lang: str, points: DecimalMarks = NO_MARKS
) -> Number | AmbiguousNumber | None:
    """Read a number as `lang` writes it: 1.234,5 in German, 1,234.5 in English; 12 % is 0.12.

    What cannot mean anything else is read in any language, such as 3.5 or 1.234.567. None if it
    is no number, or has more digits than are kept exactly. `points`: see `choose_reading`.
    """
    parts = split_number(text)
    if parts is None or not parts.is_bare:
        return None
    meant = choose_reading(readings(parts.digits, lang), lang, points)
    if not isinstance(meant, Reading):
        return meant
    if len(meant.whole) > _MOST_DIGITS or len(meant.decimals) > _MOST_DIGITS:
        return None
    exact = float(f"{'-' if parts.negative else ''}{meant.whole}.{meant.decimals or 0}")
    value = float(f"{exact / 100:.15g}") if parts.percent else exact
    return Number(value, NumberFormat(len(meant.decimals), parts.percent))


def localized_number(text: str, lang: str) -> str | AmbiguousNumber | None:
    """Return a number with its digits as `lang` writes them; its sign, unit and decimals stay.

    None if it is no number, or one that begins with a zero: a postcode, or a key.
    """
    parts = split_number(text)
    if parts is None:
        return None
    meant = choose_reading(readings(parts.digits, lang), lang)
    if not isinstance(meant, Reading):
        return meant
    if meant.whole.startswith("0") and len(meant.whole) > 1:
        return None
    return f"{parts.before}{format_reading(meant, lang)}{parts.after}"


def format_reading(meant: Reading, lang: str) -> str:
    """Return a reading as `lang` writes it."""
    point, _ = separators(lang)
    return group_digits(meant.whole, lang) + (f"{point}{meant.decimals}" if meant.decimals else "")


def ambiguity_message(
    text: str, found: AmbiguousNumber, lang: str, points: DecimalMarks = NO_MARKS
) -> tuple[str, str]:
    """Return what to tell of an ambiguous number, and the way out."""
    whole, decimals = found.thousands.whole, format_reading(found.decimals, lang)
    message = f"“{text}” can be read in two ways: as {whole}, or with decimals, as {decimals}."
    if not points:
        return message, f"Type {whole}, or {decimals} if decimals are meant."
    point, _ = separators(lang)
    beside = " and ".join(f"“{one}”" for one in points.values())
    hint = (
        f"Type {whole}; or, if decimals are meant, write all numbers here with a {_NAMES[point]} "
        f"before their decimals, as {decimals}."
    )
    return f"{message} Beside it stands {beside}.", hint


_NAMES = {".": "point", ",": "comma"}
