"""The values and the fixed phrases of a protocol: the same for the page and for paper."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from deckgen.audit.protocol import Outcome
from deckgen.render.renderer import SlideImage

ProtocolLanguage: TypeAlias = Literal["en", "de"]

_PHRASES: Mapping[str, tuple[str, str]] = {
    "protocol": ("Test protocol", "Prüfprotokoll"),
    "subtitle": (
        "Accessibility and quality of a presentation",
        "Barrierefreiheit und Qualität einer Präsentation",
    ),
    "contents": ("Contents", "Inhalt"),
    "examined": ("What was examined", "Prüfgegenstand"),
    "title": ("Title", "Titel"),
    "file": ("File", "Datei"),
    "size": ("Size", "Größe"),
    "checksum": ("Checksum (SHA-256)", "Prüfsumme (SHA-256)"),
    "author": ("Author", "Verfasst von"),
    "language": ("Language", "Sprache"),
    "program": ("Written by", "Geschrieben mit"),
    "slides": ("Slides", "Folien"),
    "hidden": ("hidden", "ausgeblendet"),
    "date": ("Examined on", "Geprüft am"),
    "basis": ("Basis", "Grundlage"),
    "basis-text": (
        "EN 301 549 V3.2.1, chapter 10 (documents); WCAG 2.1, levels A and AA",
        "EN 301 549 V3.2.1, Kapitel 10 (Dokumente), nach BITV 2.0 § 3; WCAG 2.1, Stufen A und AA",
    ),
    "made-by": ("Examined with", "Geprüft mit"),
    "none": ("not stated", "nicht angegeben"),
    "result": ("Result", "Ergebnis"),
    "failed-rules": (
        "Faults in {failed} of {all} automatic checks, {barriers} of them barriers.",
        "Mängel in {failed} von {all} automatischen Prüfungen, {barriers} davon sind Barrieren.",
    ),
    "nothing-failed": (
        "The automatic checks found no fault.",
        "Die automatischen Prüfungen haben keinen Mangel gefunden.",
    ),
    "unreadable": (
        "The file cannot be read, so nothing in it could be checked.",
        "Die Datei lässt sich nicht lesen, darum konnte in ihr nichts geprüft werden.",
    ),
    "person-decides": (
        "Whether the presentation is accessible is decided together with the checks of part 3.",
        (
            "Ob die Präsentation barrierefrei ist, entscheidet sich zusammen mit den Prüfungen "
            "in Teil 3."
        ),
    ),
    "signed": ("Assessment and signature", "Bewertung und Unterschrift"),
    "checked-by": ("Examined by", "Geprüft von"),
    "organisation": ("Organisation", "Organisation"),
    "checked-on": ("Date", "Datum"),
    "signature": ("Signature", "Unterschrift"),
    "overall": ("Assessment", "Bewertung"),
    "conforming": ("accessible", "barrierefrei"),
    "partly": ("partly accessible", "teilweise barrierefrei"),
    "not-conforming": ("not accessible", "nicht barrierefrei"),
    "remarks": ("Remarks", "Bemerkungen"),
    "rules": ("Automatic checks", "Automatische Prüfungen"),
    "rules-text": (
        (
            "Each rule was applied to every slide, with all that the slide inherits from its "
            "layout, its master and its theme. A rule does not apply where the presentation has "
            "no such thing."
        ),
        (
            "Jede Regel wurde auf jede Folie angewandt, mit allem, was die Folie von Layout, "
            "Master und Design übernimmt. Eine Regel entfällt, wo es in der Präsentation nichts "
            "dergleichen gibt."
        ),
    ),
    "rule": ("Rule", "Regel"),
    "outcome": ("Outcome", "Ergebnis"),
    "remedy": ("What to do:", "Was zu tun ist:"),
    "whole-deck": ("The whole file", "Die ganze Datei"),
    "places": ("places", "Stellen"),
    "place": ("place", "Stelle"),
    "by-person": ("Checks by a person", "Prüfungen durch einen Menschen"),
    "by-person-text": (
        (
            "No program can decide these. Tick the outcome of each; what does not apply to this "
            "presentation is marked as such."
        ),
        (
            "Diese kann kein Programm entscheiden. Bei jeder das Ergebnis ankreuzen; was es in "
            "dieser Präsentation nicht gibt, ist als entfallend gekennzeichnet."
        ),
    ),
    "met": ("met", "erfüllt"),
    "unmet": ("not met", "nicht erfüllt"),
    "void": ("does not apply", "entfällt"),
    "found": ("Places", "Fundstellen"),
    "found-text": (
        "Each number in a picture is that of the entry beside it.",
        "Jede Nummer in einem Bild ist die des Eintrags daneben.",
    ),
    "marked": ("places marked: {marks}", "markierte Stellen: {marks}"),
    "without-title": ("Without a title", "Ohne Titel"),
    "more": (
        "More slides with faults, which are named in part 2: {count}.",
        "Weitere Folien mit Mängeln, die in Teil 2 genannt sind: {count}.",
    ),
    "method": ("Method", "Verfahren"),
    "method-text": (
        (
            "The checks were made by a program, without PowerPoint. Contrast is calculated from "
            "the colours in the file; over pictures and gradients a person must look. {remark}"
        ),
        (
            "Geprüft hat ein Programm, ohne PowerPoint. Kontraste sind aus den Farben der Datei "
            "berechnet; über Bildern und Verläufen muss ein Mensch hinsehen. {remark}"
        ),
    ),
    "pictures-by": (
        "The pictures are made by {program}; PowerPoint may differ a little.",
        "Die Bilder hat {program} gezeichnet; PowerPoint kann ein wenig abweichen.",
    ),
    "no-pictures": ("There are no pictures.", "Es gibt keine Bilder."),
    "failed": ("not met", "nicht erfüllt"),
    "person": ("a person must judge", "ein Mensch muss urteilen"),
    "passed": ("met", "erfüllt"),
    "not-applicable": ("does not apply", "entfällt"),
    "accessibility": ("Accessibility", "Barrierefreiheit"),
    "legibility": ("Legibility", "Lesbarkeit"),
    "validity": ("Soundness of the file", "Unversehrtheit der Datei"),
    "privacy": ("Privacy", "Vertraulichkeit"),
}
"""In English and in German: the phrases by name, then the outcomes and the groups of rules."""


def protocol_language(lang: str) -> ProtocolLanguage:
    """Return the language of a protocol on a deck in a language (BCP 47)."""
    return "de" if lang.partition("-")[0].lower() == "de" else "en"


def protocol_phrases(lang: ProtocolLanguage) -> dict[str, str]:
    """Return all phrases in a language."""
    return {name: each[lang == "de"] for name, each in _PHRASES.items()}


class ProtocolRule(NamedTuple):
    """A rule in the table of its group."""

    code: str
    name: str
    clauses: str
    """As `clause_line` has them."""
    outcome: Outcome
    where: str
    """In words: “slides 3, 5”, or the whole file; empty where nothing was found."""
    slides: tuple[int, ...]
    why: str
    """Empty where nothing was found; so is `remedy`."""
    remedy: str
    lang: ProtocolLanguage


class ProtocolCheck(NamedTuple):
    """A check by a person."""

    code: str
    name: str
    how: str
    clauses: str
    applies: bool


class ProtocolPlace(NamedTuple):
    """A place that breaks a rule."""

    mark: int
    """The number in the picture; 0 without one."""
    outcome: Outcome
    code: str
    message: str
    lang: ProtocolLanguage


class MarkedBox(NamedTuple):
    """A place in a picture, in shares of its width and its height, from 0 to 1."""

    mark: int
    x: float
    y: float
    width: float
    height: float


class ProtocolSlide(NamedTuple):
    """A slide with what was found on it."""

    number: int
    title: str
    is_untitled: bool
    places: tuple[ProtocolPlace, ...]
    more: int
    """How many further places are not listed."""
    boxes: tuple[MarkedBox, ...]
    image: SlideImage | None


class AuditProtocol(NamedTuple):
    """A protocol."""

    lang: ProtocolLanguage
    deck_lang: str
    """Of the titles of slides; empty if unknown."""
    title: str
    """That of the deck, or else the name of its file."""
    facts: tuple[tuple[str, str], ...]
    """Labels and values."""
    verdict: str
    counts: Mapping[Outcome, int]
    """How many automatic checks end so."""
    groups: Mapping[str, Sequence[ProtocolRule]]
    """The rules by the names of their groups."""
    checks: tuple[ProtocolCheck, ...]
    whole: tuple[ProtocolPlace, ...]
    """What was found in the whole file."""
    slides: tuple[ProtocolSlide, ...]
    unshown: int
    """Slides with faults that are not in `slides`."""
    method: str
