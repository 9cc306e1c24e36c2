"""The few words that deckgen itself puts on a slide, in the language of that slide."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from babel import Locale

    from deckgen.language.day_reader import AmbiguousDay

Phrase: TypeAlias = Literal[
    "agenda",
    "introduction",
    "questions",
    "thanks",
    "table",
    "columns",
    "rows",
    "source",
    "transcript",
]

_PHRASES: dict[str, dict[Phrase, str]] = {
    "cs": {
        "agenda": "Program",
        "introduction": "Úvod",
        "questions": "Otázky",
        "thanks": "Děkujeme",
        "table": "Tabulka",
        "columns": "Sloupce",
        "rows": "Řádky",
        "source": "Zdroj:",
        "transcript": "Přepis",
    },
    "da": {
        "agenda": "Program",
        "introduction": "Indledning",
        "questions": "Spørgsmålene",
        "thanks": "Tak",
        "table": "Tabel",
        "columns": "Kolonner",
        "rows": "Rækker",
        "source": "Kilde:",
        "transcript": "Udskrift",
    },
    "de": {
        "agenda": "Agenda",
        "introduction": "Einleitung",
        "questions": "Die Fragen",
        "thanks": "Vielen Dank",
        "table": "Tabelle",
        "columns": "Spalten",
        "rows": "Zeilen",
        "source": "Quelle:",
        "transcript": "Wortlaut",
    },
    "en": {
        "agenda": "Agenda",
        "introduction": "Introduction",
        "questions": "The questions",
        "thanks": "Thank you",
        "table": "Table",
        "columns": "Columns",
        "rows": "Rows",
        "source": "Source:",
        "transcript": "Transcript",
    },
    "es": {
        "agenda": "Índice",
        "introduction": "Introducción",
        "questions": "Las preguntas",
        "thanks": "Gracias",
        "table": "Tabla",
        "columns": "Columnas",
        "rows": "Filas",
        "source": "Fuente:",
        "transcript": "Transcripción",
    },
    "fi": {
        "agenda": "Sisältö",
        "introduction": "Johdanto",
        "questions": "Kysymykset",
        "thanks": "Kiitos",
        "table": "Taulukko",
        "columns": "Sarakkeet",
        "rows": "Rivit",
        "source": "Lähde:",
        "transcript": "Tekstivastine",
    },
    "fr": {
        "agenda": "Sommaire",
        "introduction": "Introduction",
        "questions": "Les questions",
        "thanks": "Merci",
        "table": "Tableau",
        "columns": "Colonnes",
        "rows": "Lignes",
        "source": "Source :",
        "transcript": "Transcription",
    },
    "it": {
        "agenda": "Sommario",
        "introduction": "Introduzione",
        "questions": "Le domande",
        "thanks": "Grazie",
        "table": "Tabella",
        "columns": "Colonne",
        "rows": "Righe",
        "source": "Fonte:",
        "transcript": "Trascrizione",
    },
    "nb": {
        "agenda": "Agenda",
        "introduction": "Innledning",
        "questions": "Spørsmålene",
        "thanks": "Takk",
        "table": "Tabell",
        "columns": "Kolonner",
        "rows": "Rader",
        "source": "Kilde:",
        "transcript": "Utskrift",
    },
    "nl": {
        "agenda": "Agenda",
        "introduction": "Inleiding",
        "questions": "De vragen",
        "thanks": "Dank u wel",
        "table": "Tabel",
        "columns": "Kolommen",
        "rows": "Rijen",
        "source": "Bron:",
        "transcript": "Uitgeschreven tekst",
    },
    "pl": {
        "agenda": "Plan",
        "introduction": "Wprowadzenie",
        "questions": "Pytania",
        "thanks": "Dziękujemy",
        "table": "Tabela",
        "columns": "Kolumny",
        "rows": "Wiersze",
        "source": "Źródło:",
        "transcript": "Transkrypcja",
    },
    "pt": {
        "agenda": "Agenda",
        "introduction": "Introdução",
        "questions": "As perguntas",
        "thanks": "Obrigado",
        "table": "Tabela",
        "columns": "Colunas",
        "rows": "Linhas",
        "source": "Fonte:",
        "transcript": "Transcrição",
    },
    "sv": {
        "agenda": "Agenda",
        "introduction": "Inledning",
        "questions": "Frågorna",
        "thanks": "Tack",
        "table": "Tabell",
        "columns": "Kolumner",
        "rows": "Rader",
        "source": "Källa:",
        "transcript": "Transkription",
    },
}

# The long dates of the two languages that most talks here are given in. Every other one is asked of
# Babel, whose start costs a talk as much as writing it.
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
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


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


def localized_date(text: str, lang: str) -> str | AmbiguousDay | None:
    """Return the day that a text means, written out in `lang`; None if it means none.

    A text that means two days is returned as these.
    """
    if _ISO.fullmatch(text):  # as most are written; the rest need not be imported for it
        with suppress(ValueError):
            return long_date(date.fromisoformat(text), lang)
    from deckgen.language.day_reader import AmbiguousDay, read_day

    day = read_day(text, lang)
    return day if day is None or isinstance(day, AmbiguousDay) else long_date(day, lang)


def _long_date_by_babel(day: date, lang: str) -> str:
    from babel.dates import format_date

    return format_date(day, format="long", locale=babel_locale(lang))


def babel_locale(lang: str) -> Locale:
    """Return what Babel knows of a language; of English, where it knows nothing of it."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
