"""The few words that deckgen itself puts on a slide, in the language of that slide."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

Phrase: TypeAlias = Literal["questions", "source", "thanks"]

_PHRASES: dict[str, dict[Phrase, str]] = {
    "cs": {"questions": "Otázky", "source": "Zdroj:", "thanks": "Děkujeme"},
    "da": {"questions": "Spørgsmålene", "source": "Kilde:", "thanks": "Tak"},
    "de": {"questions": "Die Fragen", "source": "Quelle:", "thanks": "Vielen Dank"},
    "en": {"questions": "The questions", "source": "Source:", "thanks": "Thank you"},
    "es": {"questions": "Las preguntas", "source": "Fuente:", "thanks": "Gracias"},
    "fi": {"questions": "Kysymykset", "source": "Lähde:", "thanks": "Kiitos"},
    "fr": {"questions": "Les questions", "source": "Source :", "thanks": "Merci"},
    "it": {"questions": "Le domande", "source": "Fonte:", "thanks": "Grazie"},
    "nb": {"questions": "Spørsmålene", "source": "Kilde:", "thanks": "Takk"},
    "nl": {"questions": "De vragen", "source": "Bron:", "thanks": "Dank u wel"},
    "pl": {"questions": "Pytania", "source": "Źródło:", "thanks": "Dziękujemy"},
    "pt": {"questions": "As perguntas", "source": "Fonte:", "thanks": "Obrigado"},
    "sv": {"questions": "Frågorna", "source": "Källa:", "thanks": "Tack"},
}

# The long dates of the two languages that most talks here are given in. Every other one is asked of
# Babel, whose start costs a talk as much as writing it; a test holds the two to say the same.
_LONG_DATES = {
    "de": (
        "{day}. {month} {year}",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    ),
    "en-GB": (
        "{day} {month} {year}",
        "January February March April May June July August September October November December",
    ),
}
_ALSO = {"de-DE": "de"}


def phrase(name: Phrase, lang: str) -> str:
    """Return the phrase in `lang` (a BCP 47 tag); in English where the language is not known."""
    return _PHRASES.get(lang.split("-", maxsplit=1)[0].lower(), _PHRASES["en"])[name]


def long_date(day: date, lang: str) -> str:
    """Return the day as it is written out in `lang`: “22. November 2026”."""
    known = _LONG_DATES.get(_ALSO.get(lang, lang))
    if known is None:
        return _long_date_by_babel(day, lang)
    pattern, months = known
    return pattern.format(day=day.day, month=months.split()[day.month - 1], year=day.year)


def _long_date_by_babel(day: date, lang: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return format_date(day, format="long", locale=locale)
