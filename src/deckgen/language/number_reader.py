"""Reads numbers as people write them: by their shape, then by their language; and aligns them.

Every number of an outline is read here, so that a text means the same everywhere. docs/numbers.md
has the rules, docs/decisions/numbers-and-dates.md the reasons.
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
    is_gap,
    separators,
)

_APOSTROPHES = "'’"
_SIGNS = f"+-–‐‑{MINUS}"
CURRENCY = (
    r"[€$£¥₹₺₽₴₩]|(?:CHF|EUR|USD|GBP|DKK|SEK|NOK|PLN|CZK|HUF|RON|BGN|Fr\.|kr|zł|Kč|Ft)(?![a-z])"
)
_PARTS = re.compile(
    rf"(?P<before>(?:{CURRENCY})?[{BLANKS}]?(?P<sign>[{re.escape(_SIGNS)}]?)[{BLANKS}]?(?:{CURRENCY})?[{BLANKS}]?)"
    rf"(?P<digits>[.,]?[0-9](?:[0-9.,{_APOSTROPHES}{BLANKS}]{{0,58}}[0-9])?)"
    rf"(?P<after>[{BLANKS}]*(?:(?P<percent>%)|{CURRENCY})?)"
)
_NAMES = {".": "point", ",": "comma"}
"""Decimal marks in words."""
_MOST_DIGITS = 15
"""A floating-point number keeps no more digits exactly."""
_NUMERAL = re.compile(
    r"(?P<before>(?:[+\-−–±≈~<>≤≥][ \u00a0\u202f]?)?(?:(?:[€$£¥]|CHF|EUR|USD)[ \u00a0\u202f]?)?)"
    r"(?P<number>\d{1,20}(?:[.,'’ \u00a0\u202f]\d{1,20}){0,9})"
    r"(?P<unit>[ \u00a0\u202f]?[^\d\s.,:;/\-–][^\d]{0,11})?"
)
_ABSENT = frozenset({".", "x"})
"""What statistical offices write for a missing number; in a chart it is an error."""
_LONGEST = 8
"""Characters of what stands for a number, such as “gratuit” and “bis 40 %”."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")

DecimalMarks: TypeAlias = Mapping[str, str]
"""Decimal marks that some texts use, each with the first text that shows it clearly."""
NO_MARKS: DecimalMarks = MappingProxyType({})


class Reading(NamedTuple):
    """One meaning that digits with marks between them can have."""

    whole: str
    """Digits only."""
    decimals: str
    """Digits only; empty for a whole number."""
    point: str
    """The decimal mark that this meaning implies; empty if it implies none."""


class AmbiguousNumber(NamedTuple):
    """Digits with two meanings, between which neither language nor other numbers decide."""

    thousands: Reading
    decimals: Reading


class NumberParts(NamedTuple):
    """The parts of a number; `before + digits + after` is its text."""

    before: str
    """Sign and currency, or nothing."""
    digits: str
    after: str
    """A per cent sign or a currency, with the space before it, or nothing."""
    negative: bool
    percent: bool

    @property
    def is_bare(self) -> bool:
        """Whether it has no currency."""
        return not self.before.strip(_SIGNS + BLANKS) and self.after.strip() in {"", "%"}


def split_number(text: str) -> NumberParts | None:
    """Return the parts of a number; None if the text is a number in no language."""
    match = _PARTS.fullmatch(text.strip())
    if match is None:
        return None
    before, digits, after = match["before"], match["digits"], match["after"]
    negative = match["sign"] not in {"", "+"}
    return NumberParts(before, digits, after, negative, bool(match["percent"]))


def readings(digits: str, lang: str) -> tuple[Reading, ...]:
    """Return the meanings that digits can have by their shape: none, one or two.

    They have two where a single point or comma stands before the last three of four to six digits:
    first as thousands, then as decimals. `lang` only decides whether lakhs are known.
    """
    marks, groups = re.findall(r"\D", digits), re.split(r"\D", digits)
    if not marks:
        return (Reading(digits, "", ""),)
    meanings = []
    last = marks[-1]
    if _are_thousands(groups, marks, lang):
        meanings.append(Reading("".join(groups), "", {".": ",", ",": "."}.get(last, "")))
    if last in ".," and marks.count(last) == 1:
        *whole, decimals = groups
        if len(whole) == 1 or _are_thousands(whole, marks[:-1], lang):
            meanings.append(Reading("".join(whole) or "0", decimals, last))
    return tuple(meanings)


def _are_thousands(groups: list[str], marks: list[str], lang: str) -> bool:
    """Return whether one mark groups a whole number by thousands, or by lakhs."""
    first, *others = groups
    if len(set(marks)) != 1 or not 1 <= len(first) <= 3 or first.startswith("0"):
        return False
    if all(len(group) == 3 for group in others):
        return True
    *lakhs, thousands = others
    is_known = lang.partition("-")[0].lower() in LAKHS | {"en"}
    shaped = len(first) < 3 and len(thousands) == 3 and all(len(group) == 2 for group in lakhs)
    return is_known and shaped and marks[0] == ","


def choose_reading(
    meanings: tuple[Reading, ...], lang: str, points: DecimalMarks = NO_MARKS
) -> Reading | AmbiguousNumber | None:
    """Return the meaning that digits have in a language; None if there is none.

    `points` are the decimal marks of the numbers beside this one. Two meanings stay ambiguous where
    these marks contradict the language; and where the language has neither, unless they decide.
    """
    if len(meanings) < 2:
        return meanings[0] if meanings else None
    thousands, decimals = meanings
    point, group = separators(lang)
    by_language = {point: point, group: thousands.point}.get(decimals.point, "")
    marks = {*points, by_language} - {""}
    if marks == {decimals.point}:
        return decimals
    return thousands if marks == {thousands.point} else AmbiguousNumber(thousands, decimals)


def decimal_marks(texts: Iterable[str], lang: str) -> DecimalMarks:
    """Return the decimal marks of these texts, from those that have one meaning only."""
    points: dict[str, str] = {}
    for text in texts:
        parts = split_number(text)
        numbers = readings(parts.digits, lang) if parts else ()
        if len(numbers) == 1 and numbers[0].point:
            points.setdefault(numbers[0].point, text.strip())
    return points


def read_number(
    text: str, lang: str, points: DecimalMarks = NO_MARKS
) -> Number | AmbiguousNumber | None:
    """Read a number as `lang` writes it: 1.234,5 in German, 1,234.5 in English; 12 % is 0.12.

    What has one meaning is read in any language, such as 3.5 or 1.234.567. None if it is no
    number, or has too many digits. `points`: see `choose_reading`.
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

    None if it is no number, or begins with a zero, as postcodes and keys do.
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
    """Return a meaning as `lang` writes it."""
    point, _ = separators(lang)
    return group_digits(meant.whole, lang) + (f"{point}{meant.decimals}" if meant.decimals else "")


def ambiguity_message(
    text: str, number: AmbiguousNumber, lang: str, points: DecimalMarks = NO_MARKS
) -> tuple[str, str]:
    """Return message and hint for an ambiguous number; `points` are those that made it so."""
    whole, decimals = number.thousands.whole, format_reading(number.decimals, lang)
    message = f"“{text}” can be read in two ways: as {whole}, or with decimals, as {decimals}."
    if not points:
        return message, f"Type {whole}, or {decimals} if decimals are meant."
    point, _ = separators(lang)
    beside = " and ".join(f"“{point}”" for point in points.values())
    hint = (
        f"Type {whole}; or, if decimals are meant, write all numbers here with a {_NAMES[point]} "
        f"before their decimals, as {decimals}."
    )
    return f"{message} Beside it stands {beside}.", hint


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

    That are signs; and amounts such as “bis 40 %” and one short word (“free”) in less than half of
    its cells, but not beside numbers of units as different as “£5 million”, “14 hectares” and
    “34 %”: such rows are read across. In the first column, years do not count: they are names of
    the rows.
    """
    filled = [text for text in texts if not is_gap(text) and text.casefold() not in _ABSENT]
    numbers = [text for text in filled if decimal_offset(text, lang) is not None]
    if not numbers or (first and all(_YEAR.fullmatch(text) for text in filled)):
        return False
    rest = {text for text in filled if text not in numbers}
    if not rest:
        return True
    words = [text for text in rest if text[0] == "0" or not any(map(str.isdecimal, text))]
    is_short = all(map(str.isalpha, words)) and max(map(len, rest)) <= _LONGEST
    if first or len(words) > 1 or not is_short:
        return False
    units = {unit for text in numbers if (unit := number_unit(text))}
    last = min(units, key=len, default="")
    alike = all(unit.endswith(last) or unit.startswith(last) for unit in units)
    return alike and len(filled) < 2 * len(numbers)
