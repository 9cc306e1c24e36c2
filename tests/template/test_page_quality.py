"""Pages on templates of others as their designers would set them: measured in the finished decks.

Nothing stands on anything else, all of it can be read, the headline is the largest text and comes
first. The talk and the tour, on real templates and on small ones as other programs write them.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.building import ROOT, TOUR
from tests.template.measured_pages import Page, measured_pages
from tests.template.page_faults import RULES
from tests.template.test_any_template import FILES, GOOD, deck

OUTLINES = {"talk": ROOT / "slides.yaml", "tour": TOUR}
EXPECTED = {
    ("seven-masters", "talk", "weak contrasts"),
    ("seven-masters", "tour", "weak contrasts"),
}
"""What is still wrong, by template, outline and rule: to become empty."""


def cases(outline: str) -> list[object]:
    return [
        pytest.param(name, rule, marks=marks(name, outline, rule), id=f"{name}-{rule}")
        for name in GOOD
        for rule in RULES
    ]


def marks(*case: str) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason="not yet mended")] if case in EXPECTED else []


@cache
def pages_of(name: str, outline: str) -> tuple[Page, ...]:
    return tuple(measured_pages(deck(OUTLINES[outline], FILES[name])))


def faults(pages: tuple[Page, ...], rule: str) -> list[str]:
    """Return what a rule finds, with the number of the page and its layout."""
    return [
        f"{page.number} ({page.layout}): {fault}" for page in pages for fault in RULES[rule](page)
    ]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "rule"), cases("talk"))
def test_the_talk_on_a_real_template(name: str, rule: str) -> None:
    assert faults(pages_of(name, "talk"), rule) == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "rule"), cases("tour"))
def test_the_tour_on_a_real_template(name: str, rule: str) -> None:
    assert faults(pages_of(name, "tour"), rule) == []
