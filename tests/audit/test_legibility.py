"""Which lines stand too close together: in running text, not in headlines and points."""

import pytest

from deckgen.audit.audit import audit_deck
from tests.audit.corpus.fault import LONG, WORDS, base_deck, body, paragraph
from tests.tools.packages import edited, replace

NEAR = '<a:pPr><a:lnSpc><a:spcPct val="{}"/></a:lnSpc>{}</a:pPr>'
NO_MARK = "<a:buNone/>"


@pytest.mark.parametrize(
    ("words", "per_cent", "size", "is_tight"),
    [
        (f"{LONG} {LONG} {LONG}", "100000", 1800, True),
        (f"{LONG} {LONG} {LONG}", "115000", 1800, False),
        (f"{LONG} {LONG} {LONG}", "100000", 2800, False),
        # Two lines make no running text, however many points a list has.
        (LONG, "100000", 1800, False),
    ],
)
def test_lines_of_running_text(words: str, per_cent: str, size: int, *, is_tight: bool) -> None:
    near = NEAR.format(per_cent, NO_MARK)
    paragraphs = [paragraph(words, near, run=f'lang="en-GB" sz="{size}"')] * 2
    report = audit_deck(edited(base_deck(), [body(*paragraphs)]), "a.pptx")
    assert ("lines-tight" in report.counts) == is_tight


@pytest.mark.parametrize(("fitting", "is_told"), [("", True), ("<a:spAutoFit/>", False)])
def test_a_box_that_grows_with_its_text_does_not_overflow(fitting: str, *, is_told: bool) -> None:
    lines = body(*[paragraph("A line of its own")] * 12)
    fitted = replace(WORDS, "<a:bodyPr/>", f"<a:bodyPr>{fitting}</a:bodyPr>", 2)
    report = audit_deck(edited(base_deck(), [lines, fitted]), "a.pptx")
    assert ("text-overflow" in report.counts) == is_told
