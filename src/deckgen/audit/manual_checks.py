"""What no program can decide: the checks of EN 301 549, chapter 10, that need a person.

Criteria of WCAG 2.1, A and AA, that apply to slides; those about forms and about pages of a
website are left out. Sources: EN 301 549 V3.2.1, chapter 10; BITV 2.0, section 3.
"""

from typing import NamedTuple

from deckgen.audit.finding import Subject, wcag
from deckgen.audit.rules import coded_lines


class ManualCheck(NamedTuple):
    """Something that a person looks at."""

    code: str
    """Stable and kebab-case."""
    subject: Subject
    """What it is about; it does not apply to a deck that has no such thing."""
    clauses: tuple[str, ...]
    name: str
    """What holds where it is kept."""
    how: str
    """What the person does."""
    german_name: str
    german_how: str


_WORDS = dict(coded_lines("manual_checks.txt"))


def _check(code: str, subject: Subject, *clauses: str) -> ManualCheck:
    return ManualCheck(code, subject, clauses, *_WORDS[code])


MANUAL_CHECKS: tuple[ManualCheck, ...] = (
    _check("alternative-texts-mean-it", "graphics", wcag("1.1.1")),
    _check("graphics-told-in-words", "graphics", wcag("1.1.1")),
    _check("no-words-in-pictures", "graphics", wcag("1.4.5")),
    _check("films-have-captions", "media", wcag("1.2.1"), wcag("1.2.2"), "EN 301 549 10.5"),
    _check("films-are-described", "media", wcag("1.2.3"), wcag("1.2.5"), "EN 301 549 10.6"),
    _check("sound-can-be-stopped", "media", wcag("1.4.2")),
    _check("structure-is-real", "text", wcag("1.3.1")),
    _check("reading-order-makes-sense", "slides", wcag("1.3.2")),
    _check("no-place-or-shape-alone", "text", wcag("1.3.3")),
    _check("not-by-colour-alone", "slides", wcag("1.4.1")),
    _check("graphics-have-contrast", "graphics", wcag("1.4.11")),
    _check("keyboard-is-enough", "links", wcag("2.1.1"), wcag("2.1.2"), wcag("2.4.3")),
    _check("links-say-where", "links", wcag("2.4.4")),
    _check("movement-can-be-stopped", "movement", wcag("2.2.1"), wcag("2.2.2")),
    _check("nothing-flashes", "slides", wcag("2.3.1")),
    _check("titles-say-what-follows", "slides", wcag("2.4.2"), wcag("2.4.6")),
    _check("languages-are-right", "text", wcag("3.1.1"), wcag("3.1.2")),
    _check("notes-say-no-more-than-known", "notes"),
)
