"""The few words that deckgen itself puts on a slide, in the language of that slide."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

Phrase: TypeAlias = Literal["questions", "thanks", "table", "columns", "rows", "source"]

_PHRASES: dict[str, dict[Phrase, str]] = {
    "cs": {
        "questions": "Otázky",
        "thanks": "Děkujeme",
        "table": "Tabulka",
        "columns": "Sloupce",
        "rows": "Řádky",
        "source": "Zdroj:",
    },
    "da": {
        "questions": "Spørgsmålene",
        "thanks": "Tak",
        "table": "Tabel",
        "columns": "Kolonner",
        "rows": "Rækker",
        "source": "Kilde:",
    },
    "de": {
        "questions": "Die Fragen",
        "thanks": "Vielen Dank",
        "table": "Tabelle",
        "columns": "Spalten",
        "rows": "Zeilen",
        "source": "Quelle:",
    },
    "en": {
        "questions": "The questions",
        "thanks": "Thank you",
        "table": "Table",
        "columns": "Columns",
        "rows": "Rows",
        "source": "Source:",
    },
    "es": {
        "questions": "Las preguntas",
        "thanks": "Gracias",
        "table": "Tabla",
        "columns": "Columnas",
        "rows": "Filas",
        "source": "Fuente:",
    },
    "fi": {
        "questions": "Kysymykset",
        "thanks": "Kiitos",
        "table": "Taulukko",
        "columns": "Sarakkeet",
        "rows": "Rivit",
        "source": "Lähde:",
    },
    "fr": {
        "questions": "Les questions",
        "thanks": "Merci",
        "table": "Tableau",
        "columns": "Colonnes",
        "rows": "Lignes",
        "source": "Source :",
    },
    "it": {
        "questions": "Le domande",
        "thanks": "Grazie",
        "table": "Tabella",
        "columns": "Colonne",
        "rows": "Righe",
        "source": "Fonte:",
    },
    "nb": {
        "questions": "Spørsmålene",
        "thanks": "Takk",
        "table": "Tabell",
        "columns": "Kolonner",
        "rows": "Rader",
        "source": "Kilde:",
    },
    "nl": {
        "questions": "De vragen",
        "thanks": "Dank u wel",
        "table": "Tabel",
        "columns": "Kolommen",
        "rows": "Rijen",
        "source": "Bron:",
    },
    "pl": {
        "questions": "Pytania",
        "thanks": "Dziękujemy",
        "table": "Tabela",
        "columns": "Kolumny",
        "rows": "Wiersze",
        "source": "Źródło:",
    },
    "pt": {
        "questions": "As perguntas",
        "thanks": "Obrigado",
        "table": "Tabela",
        "columns": "Colunas",
        "rows": "Linhas",
        "source": "Fonte:",
    },
    "sv": {
        "questions": "Frågorna",
        "thanks": "Tack",
        "table": "Tabell",
        "columns": "Kolumner",
        "rows": "Rader",
        "source": "Källa:",
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
