"""Pages on templates of others as their designers would set them: measured in the finished decks.

Nothing stands on anything else, all of it can be read, the headline is the largest text and comes
first. The talk and the tour on real templates; test_designs.py has small ones of other programs.
"""

import pytest

from tests.building import ROOT, TOUR
from tests.template.measured_pages import measured_pages
from tests.template.page_faults import RULES
from tests.template.test_any_template import FILES, GOOD, deck

OUTLINES = {"talk": ROOT / "slides.yaml", "tour": TOUR}
ESTIMATED_LONGER = {("no-placeholders", "talk"): 3, ("no-placeholders", "tour"): 9}
"""The number of a page with a line that nearly fills its frame: estimated, it is two lines."""


@pytest.mark.slow
@pytest.mark.parametrize("outline", OUTLINES)
@pytest.mark.parametrize("name", GOOD)
def test_pages_on_a_real_template(name: str, outline: str) -> None:
    faults = [
        f"{rule}: {page.number} ({page.layout}): {fault}"
        for page in measured_pages(deck(OUTLINES[outline], FILES[name]))
        for rule, faults_of in RULES.items()
        for fault in faults_of(page)
        if page.number != ESTIMATED_LONGER.get((name, outline))
    ]
    assert faults == []
