"""Fixed phrases of handouts, scripts and pages for the browser, by language."""

from typing import Literal, TypeAlias, get_args

Phrase: TypeAlias = Literal[
    "slide",
    "of",
    "back",
    "next",
    "overview",
    "full",
    "text",
    "notes",
    "links",
    "optional",
    "without-optional",
    "silent",
    "over",
    "differs",
]

_ORDER: tuple[Phrase, ...] = get_args(Phrase)
_WORDS = {
    "cs": "Snímek|z|Zpět|Další|Přehled|Celá obrazovka|Text|Poznámky|Odkazy|volitelné|"
    "bez volitelných snímků|snímky bez údaje o čase|příliš dlouhé o|"
    "V PowerPointu vypadá tento snímek jinak",
    "da": "Dias|af|Tilbage|Næste|Oversigt|Fuld skærm|Tekst|Noter|Links|valgfrit|"
    "uden de valgfrie dias|dias uden tid|for langt med|"
    "I PowerPoint ser dette dias anderledes ud",
    "de": "Folie|von|Zurück|Weiter|Übersicht|Vollbild|Text|Notizen|Links|entbehrlich|"
    "ohne die entbehrlichen Folien|Folien ohne Zeitangabe|zu lang um|"
    "In PowerPoint sieht diese Folie anders aus",
    "en": "Slide|of|Back|Next|Overview|Full screen|Text|Notes|Links|optional|"
    "without the optional slides|slides that say no minutes|too long by|"
    "PowerPoint shows this slide differently",
    "es": "Diapositiva|de|Atrás|Siguiente|Vista general|Pantalla completa|Texto|Notas|Enlaces|"
    "opcional|"
    "sin las diapositivas opcionales|diapositivas sin duración|sobran|"
    "En PowerPoint, esta diapositiva se ve de otra manera",
    "fi": "Dia|/|Takaisin|Seuraava|Yleiskuva|Koko näyttö|Teksti|Muistiinpanot|Linkit|valinnainen|"
    "ilman valinnaisia dioja|diat ilman aikaa|liian pitkä|"
    "PowerPointissa tämä dia näyttää erilaiselta",
    "fr": "Diapositive|sur|Précédent|Suivant|Vue d’ensemble|Plein écran|Texte|Notes|Liens|"
    "facultatif|"
    "sans les diapositives facultatives|diapositives sans durée|trop long de|"
    "Dans PowerPoint, cette diapositive a un autre aspect",
    "it": "Diapositiva|di|Indietro|Avanti|Panoramica|Schermo intero|Testo|Note|Link|facoltativo|"
    "senza le diapositive facoltative|diapositive senza durata|troppo lungo di|"
    "In PowerPoint questa diapositiva appare diversa",
    "nb": "Lysbilde|av|Tilbake|Neste|Oversikt|Fullskjerm|Tekst|Notater|Lenker|valgfritt|"
    "uten de valgfrie lysbildene|lysbilder uten tid|for langt med|"
    "I PowerPoint ser dette lysbildet annerledes ut",
    "nl": "Dia|van|Terug|Volgende|Overzicht|Volledig scherm|Tekst|Notities|Links|optioneel|"
    "zonder de optionele dia’s|dia’s zonder tijd|te lang met|"
    "In PowerPoint ziet deze dia er anders uit",
    "pl": "Slajd|z|Wstecz|Dalej|Przegląd|Pełny ekran|Tekst|Notatki|Odnośniki|opcjonalne|"
    "bez slajdów opcjonalnych|slajdy bez podanego czasu|za długo o|"
    "W programie PowerPoint ten slajd wygląda inaczej",
    "pt": "Diapositivo|de|Anterior|Seguinte|Visão geral|Ecrã inteiro|Texto|Notas|Ligações|opcional|"
    "sem os diapositivos opcionais|diapositivos sem duração|longo demais em|"
    "No PowerPoint, este diapositivo tem outro aspeto",
    "sv": "Bild|av|Tillbaka|Nästa|Översikt|Helskärm|Text|Anteckningar|Länkar|valfritt|"
    "utan de valfria bilderna|bilder utan tid|för långt med|"
    "I PowerPoint ser bilden annorlunda ut",
}


def phrases(lang: str) -> dict[Phrase, str]:
    """Return all phrases in `lang` (a BCP 47 tag), or in English for other languages."""
    return dict(zip(_ORDER, _WORDS[phrase_language(lang)].split("|"), strict=True))


def phrase_language(lang: str) -> str:
    """Return the language of the phrases for `lang`: the same, or English."""
    language = lang.partition("-")[0].lower()
    return language if language in _WORDS else "en"
