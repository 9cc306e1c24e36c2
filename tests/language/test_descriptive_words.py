"""Words that tell nothing to people who do not see the slide, and signs that somebody typed."""

from collections.abc import Callable

import pytest

from deckgen.language.descriptive_words import (
    describes_nothing,
    is_automatic_description,
    is_bare_address,
    is_file_name,
    leads_nowhere,
    typed_mark,
    typed_number,
)

LONG_ADDRESS = "https://altenburg.example/plan/of/2030"


@pytest.mark.parametrize(
    ("says_nothing", "empty", "telling"),
    [
        (
            is_file_name,
            ["IMG_1.JPG", " plan.pdf ", r"K:\plan", "https://a.example/b", "/plans/b"],
            ["A plan", "plan.pdf of 2020", "3.5", "c:"],
        ),
        (
            describes_nothing,
            ["", "Bild 3", "  ALT   text ", "Figure 1.2:"],
            ["Bild von Gera", "b7"],
        ),
        (
            is_automatic_description,
            [
                "A dog\n\nDescription automatically generated",
                "(AI-generated content may be incorrect)",
            ],
            ["A description that Ada wrote"],
        ),
        (leads_nowhere, ["hier", "Read more …", "«Click  here»"], ["here is the plan", ""]),
        (
            is_bare_address,
            [LONG_ADDRESS, f" {LONG_ADDRESS} ", "altenburg.example/plan/of/the/year/of/2030"],
            # 36 letters are short enough to be remembered.
            ["https://altenburg.example/plan/2030/", f"Plan: {LONG_ADDRESS}"],
        ),
    ],
)
def test_what_says_nothing(
    says_nothing: Callable[[str], bool], empty: list[str], telling: list[str]
) -> None:
    assert [text for text in empty if not says_nothing(text)] == []
    assert [text for text in telling if says_nothing(text)] == []


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("- a", "-", ""),
        ("  •a", "•", ""),
        ("-a", "", ""),
        ("- ", "", ""),
        ("1. a", "", "1."),
        (" (12) a", "", "(12)"),
        ("b) a", "", "b)"),
        ("b. a", "", ""),
        ("1.a", "", ""),
        ("2024) a", "", ""),
    ],
)
def test_signs_that_somebody_typed(text: str, mark: str, number: str) -> None:
    assert (typed_mark(text), typed_number(text)) == (mark, number)
