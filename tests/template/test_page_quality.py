"""Pages on templates of others as their designers would set them: measured in the finished decks.

Nothing stands on anything else, all of it can be read, the headline is the largest text and comes
first. The talk and the tour on real templates; test_designs.py has small ones of other programs.
"""

from functools import cache

import pytest

from tests.building import ROOT, TOUR
from tests.template.measured_pages import Page, measured_pages
from tests.template.page_faults import RULES
from tests.template.test_any_template import FILES, GOOD, deck

OUTLINES = {"talk": ROOT / "slides.yaml", "tour": TOUR}

each = pytest.mark.parametrize("name", GOOD)
by_rule = pytest.mark.parametrize("rule", RULES)


@cache
def pages_of(name: str, outline: str) -> tuple[Page, ...]:
    return tuple(measured_pages(deck(OUTLINES[outline], FILES[name])))


def faults(pages: tuple[Page, ...], rule: str) -> list[str]:
    """Return what a rule finds, with the number of the page and its layout."""
    return [
        f"{page.number} ({page.layout}): {fault}" for page in pages for fault in RULES[rule](page)
    ]


@pytest.mark.slow
@each
@by_rule
def test_the_talk_on_a_real_template(name: str, rule: str) -> None:
    assert faults(pages_of(name, "talk"), rule) == []


@pytest.mark.slow
@each
@by_rule
def test_the_tour_on_a_real_template(name: str, rule: str) -> None:
    assert faults(pages_of(name, "tour"), rule) == []
