"""Each fault of the corpus is found: by its rule, at its slide and its shape, and no other."""

import pytest

from deckgen.audit.audit import RULES, audit_deck
from deckgen.audit.finding import AuditReport
from deckgen.support.diagnostics import Severity
from tests.audit.corpus.accessibility_faults import ACCESSIBILITY
from tests.audit.corpus.chart_faults import CHARTS
from tests.audit.corpus.fault import Fault, base_deck
from tests.audit.corpus.other_faults import LEGIBILITY, PRIVACY, SIZE
from tests.audit.test_validity import FAULTS as CAUSES_OF_REPAIRS
from tests.sampled import sampled
from tests.tools.packages import edited

FAULTS = (*ACCESSIBILITY, *CHARTS, *LEGIBILITY, *PRIVACY, *SIZE)
Found = set[tuple[str, int | None, str | None]]


def found(report: AuditReport) -> Found:
    """Return what a report tells: code, slide and the name of the shape."""
    return {
        (each.rule.code, each.slide, each.shape.name if each.shape else None)
        for each in report.findings
    }


CLEAN = found(audit_deck(base_deck(), "clean.pptx"))


def test_the_clean_deck_has_only_what_its_makers_meant() -> None:
    report = audit_deck(base_deck(), "clean.pptx")
    assert [each for each in report.findings if each.rule.severity is not Severity.NOTE] == []
    assert {
        ("authors", None, None),
        ("notes", None, None),
        ("embedded-file", None, None),
        ("hidden-slide", 3, None),
    } == CLEAN


@pytest.mark.parametrize(
    "fault", sampled(((case,) for case in FAULTS), every=4), ids=[fault.code for fault in FAULTS]
)
def test_fault(fault: Fault) -> None:
    report = audit_deck(edited(base_deck(), fault.edits), "deck.pptx")
    assert found(report) - CLEAN == {(fault.code, fault.slide, fault.shape)}


def test_every_rule_has_a_fault() -> None:
    seeded = {fault.code for fault in FAULTS} | {code for code, _ in CAUSES_OF_REPAIRS}
    of_the_clean_deck = {code for code, _, _ in CLEAN}
    elsewhere = {
        # test_validity.py, test_audit.py, and tests of the package reader
        *("duplicate-zip-entry", "not-a-zip", "not-a-package", "encrypted-or-old", "too-large"),
        *("xml-too-deep",),
    }
    codes = {rule.code for rule in RULES}
    assert codes - seeded - of_the_clean_deck - elsewhere == set()


def test_the_corpus_has_the_33_causes_of_repairs_and_more() -> None:
    assert len({code for code, _ in CAUSES_OF_REPAIRS}) >= 33
