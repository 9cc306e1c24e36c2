"""The few words that deckgen itself puts on a slide, in the language of that slide."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

Phrase: TypeAlias = Literal["agenda", "introduction", "questions", "thanks"]

_PHRASES: dict[str, dict[Phrase, str]] = {
    "cs": {
        "agenda": "Program",
        "introduction": "Úvod",
        "questions": "Otázky",
        "thanks": "Děkujeme",
    },
    "da": {
        "agenda": "Program",
        "introduction": "Indledning",
        "questions": "Spørgsmålene",
        "thanks": "Tak",
    },
    "de": {
        "agenda": "Agenda",
        "introduction": "Einleitung",
        "questions": "Die Fragen",
        "thanks": "Vielen Dank",
    },
    "en": {
        "agenda": "Agenda",
        "introduction": "Introduction",
        "questions": "The questions",
        "thanks": "Thank you",
    },
    "es": {
        "agenda": "Índice",
        "introduction": "Introducción",
        "questions": "Las preguntas",
        "thanks": "Gracias",
    },
    "fi": {
        "agenda": "Sisältö",
        "introduction": "Johdanto",
        "questions": "Kysymykset",
        "thanks": "Kiitos",
    },
    "fr": {
        "agenda": "Sommaire",
        "introduction": "Introduction",
        "questions": "Les questions",
        "thanks": "Merci",
    },
    "it": {
        "agenda": "Sommario",
        "introduction": "Introduzione",
        "questions": "Le domande",
        "thanks": "Grazie",
    },
    "nb": {
        "agenda": "Agenda",
        "introduction": "Innledning",
        "questions": "Spørsmålene",
        "thanks": "Takk",
    },
    "nl": {
        "agenda": "Agenda",
        "introduction": "Inleiding",
        "questions": "De vragen",
        "thanks": "Dank u wel",
    },
    "pl": {
        "agenda": "Plan",
        "introduction": "Wprowadzenie",
        "questions": "Pytania",
        "thanks": "Dziękujemy",
    },
    "pt": {
        "agenda": "Agenda",
        "introduction": "Introdução",
        "questions": "As perguntas",
        "thanks": "Obrigado",
    },
    "sv": {
        "agenda": "Agenda",
        "introduction": "Inledning",
        "questions": "Frågorna",
        "thanks": "Tack",
    },
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
