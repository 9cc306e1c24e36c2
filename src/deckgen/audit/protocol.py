"""What a protocol says of each rule: whether the deck keeps to it, or a person must judge."""

from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias, get_args

from deckgen.audit.finding import AuditReport, Group, Rule
from deckgen.support.diagnostics import Severity

Outcome: TypeAlias = Literal["failed", "person", "passed", "not-applicable"]
"""How a check ends: the rule is broken; a person must judge; it is kept; the deck has no such
thing."""
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

PROTOCOL_GROUPS: tuple[Group, ...] = ("accessibility", "legibility", "validity", "privacy", "size")
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
    slides: dict[str, set[int]] = {}
    for finding in report.findings:
        numbers = slides.setdefault(finding.rule.code, set())
        if finding.slide is not None:
            numbers.add(finding.slide)
    every = {rule.code: rule for rule in rules} | broken
    ordered = sorted(every.values(), key=lambda rule: PROTOCOL_GROUPS.index(rule.group))
    return tuple(
        ProtocolLine(
            rule,
            _outcome(rule, report),
            report.counts.get(rule.code, 0),
            tuple(sorted(slides.get(rule.code, ()))),
        )
        for rule in ordered
    )


def _outcome(rule: Rule, report: AuditReport) -> Outcome:
    if report.counts.get(rule.code):
        is_fault = rule.severity is not Severity.NOTE and not rule.needs_person
        return "failed" if is_fault else "person"
    return "passed" if rule.subject in report.subjects else "not-applicable"
