"""Paragraphs of all kinds, the same on every run: what talks say, and what is hard to break."""

import random

SHORT = [
    *("die", "der", "und", "in", "zu", "den", "das", "nicht", "von", "sie", "ist", "des", "sich"),
    *("mit", "dem", "dass", "er", "es", "ein", "ich", "auf", "so", "eine", "auch", "als", "an"),
    *("nach", "wie", "im", "für", "man", "aber", "aus", "durch", "wenn", "nur", "war", "noch"),
    *("werden", "bei", "hat", "wir", "was", "wird", "sein", "einen", "welche", "sind", "oder"),
    *("zur", "um", "haben", "einer", "mir", "über", "ihm", "diese", "einem", "ihr", "uns", "da"),
    *("zum", "kann", "doch", "vor", "dieser", "mich", "ihn", "du", "hatte", "seine", "mehr", "am"),
    *("denn", "nun", "unter", "sehr", "selbst", "schon", "hier", "bis"),
]
LONG = [
    "Verwaltungsstrukturen",
    "Wohnungswirtschaft",
    "Perspektivwechsel",
    "Beteiligungsverfahren",
    "Stadtgesellschaft",
    "Nachbarkommune",
    "Haushaltsausgleich",
    "Kosten-Nutzen-Rechnung",
    "Verkehrswegeplanungsbeschleunigungsgesetz",
    "Ost-West-Beziehung",
    "E-Mail-Adresse",
    "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
]
SIGNS = [
    *("und/oder", "Bürger/innen", "2026/27", "10-15", "3,5", "1.234,56", "§\xa05", "–", "—"),
    *("„Zitat“", "(Klammer)", "z.\xa0B.", "24/7", "100\xa0%", "AT&T", "Straße,", "Größe;", "Füße:"),
    *("Öl!", "Warum?", "Ja…", "AVATAR", "Tafel", "Wien", "VW", "Yvonne", "Téléphone", "naïve"),
    *("Łódź", "Čapek", "Ελλάδα", "Москва"),
]
ADDRESSES = (
    "https://www.beispiel-stadt.de/verwaltung/aemter/projekte-und-beteiligung?seite=12&art=liste",
    "https://stadtlabor.example/2026/11/ergebnisse/abschlusskonferenz.pdf",
    "https://example.org/wiki/Wirklichkeitslabor_(Stadtforschung)#Geschichte",
    "www.altenburg.example/reallabore/charrette.html",
    "stadtrat.example/anfragen/2026",
    "https://example.org",
    "kontakt@verwaltung.altenburg.example",
    "buero@rathaus.example",
)
EMOJI = ("😊", "👍🏽", "🚀", "✅")
CHINESE = "今天我们讨论城市的未来、管理与合作。每个人都可以参与！"

_MOST_LETTERS = 360


def paragraphs(count: int, *, seed: int, chinese: bool) -> list[str]:
    """Return `count` texts of three to 32 words, none much longer than 400 letters."""
    chance = random.Random(seed)  # noqa: S311 — nothing secret: the same texts on every run
    return [_text(chance, chinese=chinese) for _ in range(count)]


def _text(chance: random.Random, *, chinese: bool) -> str:
    words: list[str] = []
    for _ in range(chance.randint(3, 32)):
        words.append(_word(chance, chinese=chinese))
        if sum(map(len, words)) > _MOST_LETTERS:
            break
    return " ".join(words)


def _word(chance: random.Random, *, chinese: bool) -> str:
    dice = chance.random()
    if dice < 0.01:
        return chance.choice(EMOJI)
    if dice < 0.03:
        return chance.choice(ADDRESSES)
    if dice < 0.04 and chinese:
        start = chance.randrange(10)
        return CHINESE[start : start + chance.randint(2, 16)]
    if dice < 0.18:
        return chance.choice(LONG)
    return chance.choice(SIGNS if dice < 0.3 else SHORT)
