"""How a number is shown, as an Excel format code (ECMA-376 Part 1, 18.8.31)."""

from deckgen.language.number_formats import MINUS, NumberFormat, percent_sign
from deckgen.language.spaces import NO_BREAK

_LANGUAGES = {
    "cs": "405",
    "da": "406",
    "de": "407",
    "de-AT": "C07",
    "de-CH": "807",
    "en": "409",
    "en-GB": "809",
    "es": "C0A",
    "fi": "40B",
    "fr": "40C",
    "it": "410",
    "nb": "414",
    "nl": "413",
    "pl": "415",
    "pt": "816",
    "pt-BR": "416",
    "sv": "41D",
}
"""Windows' numbers of languages, in hexadecimal digits (MS-LCID)."""


def format_code(number_format: NumberFormat, lang: str, after: str = "") -> str:
    """Return the code, whose second part sets a minus sign instead of a hyphen.

    It names the language, so that its separators do not depend on the PC. PowerPoint takes them
    from the PC's own settings all the same; LibreOffice obeys the code. `after` stands behind each
    number.
    """
    locale = _LANGUAGES.get(lang) or _LANGUAGES.get(lang.partition("-")[0].lower())
    language = f"[$-{locale}]" if locale else ""
    digits = "0." + "0" * number_format.decimals if number_format.decimals else "0"
    if number_format.percent:
        blank = f'"{NO_BREAK}"' if percent_sign(lang).startswith(NO_BREAK) else ""
        digits = f"{digits}{blank}%"
    else:
        digits = f"#,##{digits}"
    after = f'"{after}"' if after else ""
    return f'{language}{digits}{after};{language}"{MINUS}"{digits}{after}'
