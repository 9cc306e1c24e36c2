"""The outcome of each rule, as a protocol says it, and the checks that need a person."""

import string

import pytest

from deckgen.audit.audit import RULES, audit_deck
from deckgen.audit.finding import AuditReport, DeckFacts, Finding, Rule, Subject
from deckgen.audit.protocol import MANUAL_CHECKS, Outcome, protocol_lines
from deckgen.audit.rules import GERMAN_TEXTS
from deckgen.support.diagnostics import Severity
from tests.audit.corpus.fault import related
from tests.audit.film_faults import playing
from tests.tools.packages import Edit, clean_deck, edited, replace

TABLES = Rule("table", "n", "m", "w", "r", "accessibility", Severity.ERROR, "tables")

WITH_TABLE = frozenset[Subject]({"file", "tables"})


@pytest.mark.parametrize(
    ("rule", "subjects", "places", "outcome"),
    [
        (TABLES, WITH_TABLE, 0, "passed"),
        (TABLES, frozenset({"file"}), 0, "not-applicable"),
        (TABLES, WITH_TABLE, 2, "failed"),
        (TABLES._replace(severity=Severity.WARNING), WITH_TABLE, 2, "failed"),
        (TABLES._replace(severity=Severity.NOTE), WITH_TABLE, 2, "person"),
        (TABLES._replace(needs_person=True), WITH_TABLE, 2, "person"),
        (TABLES._replace(needs_person=True), WITH_TABLE, 0, "passed"),
    ],
)
def test_how_a_check_ends(
    rule: Rule, subjects: frozenset[Subject], places: int, outcome: Outcome
) -> None:
    found = tuple(Finding(rule, number) for number in range(places, 0, -1))
    report = AuditReport("a.pptx", (), found, {"table": places} if places else {}, subjects)
    (line,) = protocol_lines(report, [rule])
    assert (line.outcome, line.places, line.slides) == (
        outcome,
        places,
        tuple(range(1, places + 1)),
    )


def test_a_file_that_cannot_be_read_is_checked_for_nothing_else() -> None:
    outcomes = {
        line.rule.code: line.outcome
        for line in protocol_lines(audit_deck(b"", "a.pptx"), RULES)
        if line.outcome != "not-applicable"
    }
    assert outcomes == {"not-a-package": "failed"}


@pytest.mark.parametrize(
    ("edits", "more"),
    [
        ([], set()),
        (playing(), {"media", "movement"}),
        ([related("ppt/slides/slide1.xml", "comments", "../docProps/app.xml")], {"comments"}),
    ],
    ids=["as it is", "with a film", "with comments"],
)
def test_only_checks_of_what_a_deck_has_apply(edits: list[Edit], more: set[str]) -> None:
    found = audit_deck(edited(clean_deck(), edits), "a.pptx").subjects
    usual = {"file", "slides", "sections", "text", "notes", "links", "tables", "charts", "graphics"}
    assert found == usual | more


def test_a_deck_says_what_it_is() -> None:
    facts = audit_deck(clean_deck(), "a.pptx").facts
    assert facts._replace(program="") == DeckFacts(
        "A clean deck", "Ada", "en-GB", "", 9_144_000, 6_858_000
    )


def test_every_rule_has_its_words_in_german_with_the_same_values() -> None:
    rules = {rule.code: rule for rule in RULES}
    assert set(GERMAN_TEXTS) == set(rules)
    for code, german in GERMAN_TEXTS.items():
        english = rules[code]
        # What is wrong inside the file is told in German without the names of its elements.
        fields = _fields(english.message)
        if "fault" in fields:
            assert _fields(german.message) <= {"where"}, code
        else:
            assert _fields(german.message) == fields, code
        assert _fields(german.remedy) <= _fields(english.remedy), code
        assert all(german), code


def test_checks_by_a_person_have_their_words_in_both_languages() -> None:
    codes = [check.code for check in MANUAL_CHECKS]
    assert len(codes) == len({*codes} - {rule.code for rule in RULES})
    for check in MANUAL_CHECKS:
        assert all((check.name, check.how, check.german_name, check.german_how)), check.code
        assert check.name != check.german_name


def _fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_faults_inside_the_file_are_told_in_german() -> None:
    deck = edited(clean_deck(), [replace("ppt/slides/slide1.xml", "<a:bodyPr/>", "")])
    (finding,) = (
        each for each in audit_deck(deck, "a.pptx").findings if each.rule.group == "validity"
    )
    german = GERMAN_TEXTS[finding.rule.code]
    assert finding.filled(german.message) == (
        "/ppt/slides/slide1.xml: Einem Textrahmen fehlen seine Eigenschaften."
    )
