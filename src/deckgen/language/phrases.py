"""The words that deckgen itself puts on slides, in the language of the slide."""

from typing import Literal, TypeAlias

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
cs;Program;Úvod;Otázky;Děkujeme;Tabulka;Sloupce;Řádky;Zdroj:;Přepis;Celkem
da;Program;Indledning;Spørgsmålene;Tak;Tabel;Kolonner;Rækker;Kilde:;Udskrift;I alt
de;Agenda;Einleitung;Die Fragen;Vielen Dank;Tabelle;Spalten;Zeilen;Quelle:;Wortlaut;Summe
en;Agenda;Introduction;The questions;Thank you;Table;Columns;Rows;Source:;Transcript;Total
es;Índice;Introducción;Las preguntas;Gracias;Tabla;Columnas;Filas;Fuente:;Transcripción;Total
fi;Sisältö;Johdanto;Kysymykset;Kiitos;Taulukko;Sarakkeet;Rivit;Lähde:;Tekstivastine;Yhteensä
fr;Sommaire;Introduction;Les questions;Merci;Tableau;Colonnes;Lignes;Source :;Transcription;Total
it;Sommario;Introduzione;Le domande;Grazie;Tabella;Colonne;Righe;Fonte:;Trascrizione;Totale
nb;Agenda;Innledning;Spørsmålene;Takk;Tabell;Kolonner;Rader;Kilde:;Utskrift;Totalt
nl;Agenda;Inleiding;De vragen;Dank u wel;Tabel;Kolommen;Rijen;Bron:;Uitgeschreven tekst;Totaal
pl;Plan;Wprowadzenie;Pytania;Dziękujemy;Tabela;Kolumny;Wiersze;Źródło:;Transkrypcja;Razem
pt;Agenda;Introdução;As perguntas;Obrigado;Tabela;Colunas;Linhas;Fonte:;Transcrição;Total
sv;Agenda;Inledning;Frågorna;Tack;Tabell;Kolumner;Rader;Källa:;Transkription;Totalt
"""


(_, *_NAMES), *_ROWS = (line.split(";") for line in _TABLE.splitlines())
_PHRASES = {lang: dict(zip(_NAMES, phrases, strict=True)) for lang, *phrases in _ROWS}


def phrase(name: Phrase, lang: str) -> str:
    """Return the phrase in `lang`, a BCP 47 tag; in English if the language is unknown."""
    return _PHRASES.get(lang.split("-", maxsplit=1)[0].lower(), _PHRASES["en"])[name]


def phrase_in_all_languages(name: Phrase) -> frozenset[str]:
    """Return a phrase in every language, case-folded: what earlier decks of ours may say."""
    return frozenset(phrases[name].casefold() for phrases in _PHRASES.values())
