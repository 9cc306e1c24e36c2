"""The words of rules by their codes, from the tables `english_texts.txt`, `german_texts.txt`."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

from deckgen.audit.finding import Group, Rule, RuleText, Subject
from deckgen.support.diagnostics import Severity


def coded_lines(table: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each code of a table with the text behind it, and those of the lines below it."""
    lines = files("deckgen.audit").joinpath(table).read_text(encoding="utf-8")
    for each in re.split(r"^(?=[a-z])", lines, flags=re.MULTILINE)[1:]:
        first, *others = each.splitlines()
        code, _, name = first.partition(": ")
        yield code, [name, *map(str.strip, others)]


def _texts(table: str) -> Iterator[tuple[str, RuleText]]:
    """Yield the code and the words of each rule: what it leaves out is as in the rule above it."""
    words = RuleText("", "", "", "")
    for code, own in coded_lines(table):
        words = RuleText(*own, *words[len(own) :])
        yield code, words


ENGLISH_TEXTS: Mapping[str, RuleText] = dict(_texts("english_texts.txt"))
"""Those of all rules but validity."""
GERMAN_TEXTS: Mapping[str, RuleText] = dict(_texts("german_texts.txt"))


def worded_rule(
    code: str,
    *,
    group: Group,
    severity: Severity,
    subject: Subject,
    clauses: tuple[str, ...] = (),
    needs_person: bool = False,
) -> Rule:
    """Return a rule with its words in English."""
    return Rule(code, *ENGLISH_TEXTS[code], group, severity, subject, clauses, needs_person)
