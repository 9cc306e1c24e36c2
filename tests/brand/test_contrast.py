"""Colours of a brand: what can be read, what is refused, what is made."""

from __future__ import annotations

import pytest

from deckgen.brand.contrast import MINIMUM, PAIRS, contrast, mixed, palette
from deckgen.brand.tokens import Colors
from deckgen.diagnostics import Diagnostics, Span
from deckgen.record import changed

SPAN = Span("brand.yaml", 1, 1)
GOOD = Colors(
    ink="1B2A2E",
    paper="FFFFFF",
    deep="0F4A50",
    sand="F4ECE0",
    accent="A8431C",
    span=SPAN,
    spans={name: Span("brand.yaml", line, 3) for line, name in enumerate(("ink", "accent"), 3)},
)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        # Ratios as published for WCAG: black on white, and the well-known grey at the edge of AA.
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("767676", "FFFFFF", 4.54),
        ("777777", "FFFFFF", 4.48),
        ("FF0000", "FFFFFF", 4.00),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_colours_mix_by_share() -> None:
    assert mixed("000000", "FFFFFF", 0.5) == "808080"
    assert mixed("102030", "FFFFFF", 0) == "102030"


def test_open_colours_are_made_readable() -> None:
    diagnostics = Diagnostics()
    made = palette(GOOD, diagnostics)
    assert not len(diagnostics)
    assert made.highlight != made.accent
    for text, background in PAIRS:
        assert contrast(getattr(made, text), getattr(made, background)) >= MINIMUM


@pytest.mark.parametrize(
    ("colors", "message"),
    [
        (
            changed(GOOD, accent="F08050"),
            "accent (F08050) on paper (FFFFFF) has a contrast of 2.65 : 1; text needs 4.5 : 1.",
        ),
        (
            changed(GOOD, ink="#9A9A9A"),
            "ink (9A9A9A) on paper (FFFFFF) has a contrast of 2.81 : 1; text needs 4.5 : 1.",
        ),
        (
            changed(GOOD, highlight="A8431C"),
            "highlight (A8431C) on deep (0F4A50) has a contrast of 1.64 : 1; text needs 4.5 : 1.",
        ),
    ],
)
def test_a_pair_below_aa_is_an_error_that_names_both(colors: Colors, message: str) -> None:
    diagnostics = Diagnostics()
    palette(colors, diagnostics)
    found = [found for found in diagnostics if found.message == message]
    assert [(one.severity, one.code) for one in found] == [("error", "low-contrast")]
    assert found[0].hint


def test_the_error_stands_at_the_token() -> None:
    diagnostics = Diagnostics()
    palette(changed(GOOD, accent="F08050"), diagnostics)
    assert {found.span for found in diagnostics} == {Span("brand.yaml", 4, 3)}
