"""Rules by their codes, from the tables `rules.txt` and `german_texts.txt`, and their findings."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import get_args

from deckgen.audit.finding import GROUPS, Finding, Group, Rule, RuleText, ShapePlace, Subject, wcag
from deckgen.audit.slide_facts.audited_deck import SlideFacts
from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.support.diagnostics import Severity

_GROUPS: Mapping[str, Group] = {name: name for name in GROUPS}
_SUBJECTS: Mapping[str, Subject] = {name: name for name in get_args(Subject)}


def coded_lines(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each code of a table with the text behind it, and those of the lines below it."""
    lines = files("deckgen.audit").joinpath(table).read_text(encoding="utf-8")
    for each in re.split(r"^(?=[a-z])", lines, flags=re.MULTILINE)[1:]:
        first, *others = each.splitlines()
        code, _, name = first.partition(": ")
        yield code, [name, *map(str.strip, others)]


def _rules() -> Iterator[Rule]:
    """Yield the rules of the table: what one leaves out is as in the rule above it."""
    words = RuleText("", "", "", "")
    for code, (name, attributes, *own) in coded_lines("rules.txt"):
        words = RuleText(name, *own, *words[len(own) + 1 :])
        group, severity, subject, *clauses = attributes.split()
        needs_person = clauses[-1:] == ["person"]
        yield Rule(
            code,
            *words,
            _GROUPS[group],
            Severity(severity),
            _SUBJECTS[subject],
            tuple(map(wcag, clauses[: len(clauses) - needs_person])),
            needs_person,
        )


def _german_texts() -> Iterator[tuple[str, RuleText]]:
    """Yield the code and the words of each rule: what one leaves out is as in the rule above it."""
    words = RuleText("", "", "", "")
    for code, own in coded_lines("german_texts.txt"):
        words = RuleText(*own, *words[len(own) :])
        yield code, words


WORDED_RULES: Mapping[str, Rule] = {rule.code: rule for rule in _rules()}
"""All rules but those of validity, by their codes, in the order of reports."""
GERMAN_TEXTS: Mapping[str, RuleText] = dict(_german_texts())
"""The words of rules in German, by their codes."""


def at_shape(
    code: str, slide: AuditedSlide | SlideFacts, shape: ShapePlace | None, **values: str | int
) -> Finding:
    """Return a finding of a rule at a shape of a slide, or on all of the slide."""
    return Finding(WORDED_RULES[code], slide.number, shape, values, slide.part_name)


def in_deck(code: str, part: str = "", **values: str | int) -> Finding:
    """Return a finding of a rule about the whole deck, or about a part of it that is no slide."""
    return Finding(WORDED_RULES[code], None, None, values, part)
