"""Numbers as each language writes them: read from text, and shown as text.

Where the decimals begin and what parts the thousands is that of the Unicode CLDR, in a table of our
own: a newer CLDR must not change decks (one writes de-CH with a straight apostrophe), and to ask
Babel would cost more than drawing the chart.
"""

import re
from typing import NamedTuple

NARROW = "\u202f"
WIDE = "\u00a0"
"""The two blanks that do not break a line: a narrow one, and one as wide as any."""
MINUS = "\u2212"

_POINT = frozenset(
    [
        "bn",
        "cy",
        "en",
        "fil",
        "ga",
        "he",
        "hi",
        "iw",
        "ja",
        "ko",
        "ms",
        "mt",
        "sw",
        "ta",
        "te",
        "th",
        "tl",
        "ur",
        "zh",
    ]
)
_BLANK = {"bg", "cs", "et", "fi", "hu", "lt", "lv", "nb", "nn", "no", "pl", "ru", "sk", "sv", "uk"}
_OWN = {
    "de-ch": (".", "’"),
    "de-li": (".", "’"),
    "es-mx": (".", ","),
    "es-us": (".", ","),
    "fr": (",", NARROW),
    "it-ch": (".", "’"),
    "pt-pt": (",", WIDE),
}
_TIGHT_PERCENT = frozenset({"en", "he", "hi", "it", "ja", "ko", "nl", "pt", "th", "zh"})

_GAPS = frozenset({"", "-", "–", "—", "…", "?", "n/a", "na", "k. a.", "k.a."})
_BLANKS = f" '’{WIDE}{NARROW}\u2009"
_NEGATIVE = f"^[-–{MINUS}] ?(?=[0-9])"


class Style(NamedTuple):
    """How the numbers of a series are shown."""

    decimals: int = 0
    percent: bool = False
    """Whether 0.12 is shown as 12 %."""


class Number(NamedTuple):
    """A number that somebody wrote; 12 % is 0.12."""

    value: float
    style: Style


def separators(lang: str) -> tuple[str, str]:
    """Return what stands before the decimals, and what between the thousands."""
    tag = lang.lower()
    language = tag.partition("-")[0]
    found = _OWN.get(tag) or _OWN.get(language)
    if found:
        return found
    if language in _POINT:
        return ".", ","
    return ",", WIDE if language in _BLANK else "."


def is_gap(text: str) -> bool:
    """Return whether a text says that there is no number: nothing, a dash, n/a."""
    return text.strip().casefold() in _GAPS


def number(text: str, lang: str) -> Number | None:
    """Read a number as `lang` writes it: 1.234,5 in German, 1,234.5 in English; 12 % is 0.12.

    Blanks and apostrophes may part the thousands in any language. None if it is no number.
    """
    point, group = separators(lang)
    written = text.strip()
    percent = written.endswith("%")
    written = written.removesuffix("%").rstrip(_BLANKS)
    sign = "-" if re.match(_NEGATIVE, written) else ""
    written = re.sub(_NEGATIVE, "", written).removeprefix("+")
    whole, found, decimals = written.partition(point)
    groups = _groups(whole, group)
    if groups is None or (found and not re.fullmatch(r"[0-9]{1,12}", decimals)):
        return None
    if len(groups) > 15:
        return None
    exact = float(f"{sign}{groups}.{decimals or 0}")
    value = float(f"{exact / 100:.15g}") if percent else exact
    return Number(value, Style(len(decimals), percent))


def _groups(whole: str, group: str) -> str | None:
    """Return the digits of a whole number alone; None if it is parted but at the thousands."""
    if re.fullmatch(r"[0-9]+", whole):
        return whole
    for mark in {group, *_BLANKS}:
        if re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(mark)}[0-9]{{3}})+", whole):
            return whole.replace(mark, "")
    return None


def shown(value: float, style: Style, lang: str) -> str:
    """Return a number as `lang` writes it, rounded to the decimals of the style."""
    point, group = separators(lang)
    digits = f"{abs(value) * (100 if style.percent else 1):,.{style.decimals}f}"
    text = digits.translate({ord(","): group, ord("."): point})
    sign = MINUS if value < 0 and digits.strip("0.,") else ""
    return f"{sign}{text}{percent_sign(lang) if style.percent else ''}"


def percent_sign(lang: str) -> str:
    """Return the sign for per cent, with the blank that most languages set before it."""
    return "%" if lang.partition("-")[0].lower() in _TIGHT_PERCENT else f"{WIDE}%"
