"""What a protocol says of each rule: whether the deck keeps to it; and what a person must judge.

Sources of the manual checks: EN 301 549 V3.2.1, chapter 10; BITV 2.0, section 3. They are the
criteria of WCAG 2.1, A and AA, for slides; those about forms and pages of a website are left out.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, get_args

from deckgen.audit.finding import AuditReport, Group, Rule, Subject, wcag
from deckgen.audit.rules import coded_lines
from deckgen.support.diagnostics import Severity

Outcome: TypeAlias = Literal["failed", "person", "passed", "not-applicable"]
"""How a check ends: the rule is broken; a person must judge; it is kept; nothing to check."""
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

_GROUPS: tuple[Group, ...] = ("accessibility", "legibility", "validity", "privacy", "size")
"""The groups of rules, in the order in which a protocol has them."""


class ProtocolLine(NamedTuple):
    """A rule, and what a deck makes of it."""

    rule: Rule
    outcome: Outcome
    places: int
    """How many places break it."""
    slides: tuple[int, ...]
    """The numbers of their slides, each once; none for the whole deck."""


def protocol_lines(report: AuditReport, rules: Iterable[Rule]) -> tuple[ProtocolLine, ...]:
    """Return a line for each rule, by group; those of a group in the order of `rules`."""
    broken = {finding.rule.code: finding.rule for finding in report.findings}
    slides = defaultdict[str, set[int]](set)
    for finding in report.findings:
        if finding.slide is not None:
            slides[finding.rule.code].add(finding.slide)
    every = {rule.code: rule for rule in rules} | broken
    ordered = sorted(every.values(), key=lambda rule: _GROUPS.index(rule.group))
    return tuple(
        ProtocolLine(
            rule,
            _outcome(rule, report),
            report.counts.get(rule.code, 0),
            tuple(sorted(slides[rule.code])),
        )
        for rule in ordered
    )


def _outcome(rule: Rule, report: AuditReport) -> Outcome:
    if report.counts.get(rule.code):
        is_fault = rule.severity is not Severity.NOTE and not rule.needs_person
        return "failed" if is_fault else "person"
    return "passed" if rule.subject in report.subjects else "not-applicable"


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
