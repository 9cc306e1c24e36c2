"""How languages write numbers, and numbers as text; `number_reader` reads them.

Decimal marks and separators of groups are those of the Unicode CLDR, in a table of our own: a newer
CLDR must not change decks (one release writes de-CH with a straight apostrophe), and loading Babel
takes longer than drawing the chart.
"""

from typing import NamedTuple

from deckgen.language.spaces import NARROW, NO_BREAK
from deckgen.support.word_sets import word_set

BLANKS = f" {NO_BREAK}{NARROW}\u2009\u2007"
"""Spaces within numbers, and between a number and its unit."""
MINUS = "\u2212"


_POINT = word_set(
    "am ar as bn cy en fa fil ga gd gu ha he hi ig iw ja km kn ko mg ml mn mr ms mt my ne or pa si "
    "so sw ta te th ti tl ug ur yo yue zh zu"
)
"""Languages with a decimal point, and commas between groups: 1,234.5."""
_SPACE = word_set(
    "af be bg br cs et fi ht hu hy ka kk ky lt lv nb nn no pl ru se sk sq sv tg tk tt uk uz"
)
"""Languages with a decimal comma, and spaces between groups. All others write 1.234,5."""
_AMERICAN_SPANISH = ("419", "BZ", "CU", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US")
_OWN = {
    "de-ch": (".", "’"),
    "de-li": (".", "’"),
    "en-za": (",", NO_BREAK),
    "fr": (",", NARROW),
    "fr-ca": (",", NO_BREAK),
    "gsw": (".", "’"),
    "it-ch": (".", "’"),
    "pt-pt": (",", NO_BREAK),
    "rm": (".", "’"),
    **{f"es-{region}".lower(): (".", ",") for region in _AMERICAN_SPANISH},
}
LAKHS = word_set("as bn gu hi kn ml mr ne or pa ta te ur")
"""Languages that write 12,34,567; so does English in India."""
_TIGHT_PERCENT = word_set("en he hi it ja ko nl pt th zh")

_GAPS = frozenset(
    ["", "-", "–", "—", "−", "…", "?", "k. a.", "k.a.", "n. a.", "n.a.", "n/a", "na", "n. v."]
)
"""What stands for a missing number."""


class NumberFormat(NamedTuple):
    """How the numbers of a series are shown."""

    decimals: int = 0
    percent: bool = False
    """Whether 0.12 is shown as 12 %."""


class Number(NamedTuple):
    """A number that somebody wrote; 12 % is 0.12."""

    value: float
    number_format: NumberFormat


def separators(lang: str) -> tuple[str, str]:
    """Return the decimal mark of a language, and the separator of its groups of digits."""
    tag = lang.lower()
    language = tag.partition("-")[0]
    number_format = _OWN.get(tag) or _OWN.get(language)
    if number_format:
        return number_format
    if language in _POINT:
        return ".", ","
    return ",", NO_BREAK if language in _SPACE else "."


def is_gap(text: str) -> bool:
    """Return whether a text stands for a missing number: empty, a dash, n/a."""
    return text.strip().casefold() in _GAPS


def group_digits(whole: str, lang: str) -> str:
    """Return the digits of a whole number, grouped as `lang` groups them."""
    _, group = separators(lang)
    language, _, region = lang.lower().partition("-")
    lakhs = language in LAKHS or (language == "en" and region == "in")
    ends = [len(whole), *range(len(whole) - 3, 0, -2 if lakhs else -3)]
    parts = [whole[start:end] for start, end in zip([*ends[1:], 0], ends, strict=True)]
    return group.join(reversed(parts))


def format_number(value: float, number_format: NumberFormat, lang: str) -> str:
    """Return a number as `lang` writes it, rounded to the decimals of its format."""
    point, group = separators(lang)
    digits = f"{abs(value) * (100 if number_format.percent else 1):,.{number_format.decimals}f}"
    text = digits.translate({ord(","): group, ord("."): point})
    sign = MINUS if value < 0 and digits.strip("0.,") else ""
    return f"{sign}{text}{percent_sign(lang) if number_format.percent else ''}"


def percent_sign(lang: str) -> str:
    """Return the per cent sign, with the space that most languages set before it."""
    return "%" if lang.partition("-")[0].lower() in _TIGHT_PERCENT else f"{NO_BREAK}%"
