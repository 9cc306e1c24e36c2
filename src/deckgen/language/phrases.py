"""The words that deckgen itself puts on slides, in the language of the slide: phrases, and days."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from babel import Locale

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
    "total",
]

# The colon in French has a narrow no-break space before it.
_TABLE = """\
lang;agenda;introduction;questions;thanks;table;columns;rows;source;transcript;total
ar;المحتويات;مقدمة;الأسئلة;شكرًا لكم;جدول;الأعمدة;الصفوف;المصدر:;النص المكتوب;المجموع
cs;Program;Úvod;Otázky;Děkujeme;Tabulka;Sloupce;Řádky;Zdroj:;Přepis;Celkem
da;Program;Indledning;Spørgsmålene;Tak;Tabel;Kolonner;Rækker;Kilde:;Udskrift;I alt
de;Agenda;Einleitung;Die Fragen;Vielen Dank;Tabelle;Spalten;Zeilen;Quelle:;Wortlaut;Summe
en;Agenda;Introduction;The questions;Thank you;Table;Columns;Rows;Source:;Transcript;Total
es;Índice;Introducción;Las preguntas;Gracias;Tabla;Columnas;Filas;Fuente:;Transcripción;Total
fa;فهرست;مقدمه;پرسش‌ها;سپاسگزاریم;جدول;ستون‌ها;ردیف‌ها;منبع:;متن گفتار;جمع
fi;Sisältö;Johdanto;Kysymykset;Kiitos;Taulukko;Sarakkeet;Rivit;Lähde:;Tekstivastine;Yhteensä
fr;Sommaire;Introduction;Les questions;Merci;Tableau;Colonnes;Lignes;Source :;Transcription;Total
he;תוכן העניינים;מבוא;השאלות;תודה רבה;טבלה;עמודות;שורות;מקור:;תמליל;סך הכול
it;Sommario;Introduzione;Le domande;Grazie;Tabella;Colonne;Righe;Fonte:;Trascrizione;Totale
nb;Agenda;Innledning;Spørsmålene;Takk;Tabell;Kolonner;Rader;Kilde:;Utskrift;Totalt
nl;Agenda;Inleiding;De vragen;Dank u wel;Tabel;Kolommen;Rijen;Bron:;Uitgeschreven tekst;Totaal
pl;Plan;Wprowadzenie;Pytania;Dziękujemy;Tabela;Kolumny;Wiersze;Źródło:;Transkrypcja;Razem
pt;Agenda;Introdução;As perguntas;Obrigado;Tabela;Colunas;Linhas;Fonte:;Transcrição;Total
sv;Agenda;Inledning;Frågorna;Tack;Tabell;Kolumner;Rader;Källa:;Transkription;Totalt
"""


_ARABIC_SCRIPT = frozenset({"ar", "ckb", "fa", "ps", "sd", "ug", "ur"})

(_, *_NAMES), *_ROWS = (line.split(";") for line in _TABLE.splitlines())
_PHRASES = {lang: dict(zip(_NAMES, phrases, strict=True)) for lang, *phrases in _ROWS}


def phrase(name: Phrase, lang: str) -> str:
    """Return the phrase in `lang`, a BCP 47 tag; in English if the language is unknown."""
    return _PHRASES.get(lang.split("-", maxsplit=1)[0].lower(), _PHRASES["en"])[name]


def comma(lang: str) -> str:
    """Return the comma of a language, a BCP 47 tag, with the space behind it."""
    return "، " if lang.split("-", maxsplit=1)[0].lower() in _ARABIC_SCRIPT else ", "


def phrase_in_all_languages(name: Phrase) -> frozenset[str]:
    """Return a phrase in every language, case-folded: what earlier decks of ours may say."""
    return frozenset(phrases[name].casefold() for phrases in _PHRASES.values())


# The languages of most talks. For others Babel is loaded, which takes as long as writing a talk.
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
_LONG_DATES["de-DE"] = _LONG_DATES["de"]


def long_date(day: date, lang: str) -> str:
    """Return the day written out in `lang`: “22. November 2026”."""
    own = _LONG_DATES.get(lang)
    if own is None:
        from babel.dates import format_date

        return format_date(day, format="long", locale=babel_locale(lang))
    pattern, months = own
    return pattern.format(day=day.day, month=months.split()[day.month - 1], year=day.year)


def language_tag(text: str) -> str | None:
    """Return the tag that a text means: de-DE of de_DE, de of “Deutsch” or “German”; else None."""
    tag = text.replace("_", "-")
    if re.fullmatch("[A-Za-z]{2}-[A-Za-z]{2}", tag):
        return tag
    names = [babel_locale(lang).languages.items() for lang in ("en", *_PHRASES)]
    return next((tag for each in names for tag, name in each if name.lower() == text.lower()), None)


def babel_locale(lang: str) -> Locale:
    """Return Babel's locale of a language; that of English for an unknown language."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
