"""Figures have numbers as large as their place allows; no label ends with one lost word."""

import pytest

from deckgen.deck.graphics.drawing import Drawing
from tests.talks import talk

NUMBERS = {
    "one": ("{number: 78, label: tests}", (199, 28)),
    "two": ("{number: 78, label: tests}, {number: 9, label: shops}", (160, 28)),
    "three": (", ".join(["{number: 78, label: tests of ours}"] * 3), (132, 28)),
    "four": (", ".join(["{number: 78, label: tests}"] * 4), (104, 28)),
    "a wide number among three": (
        "{number: '3,900', label: visits}, {number: 9, label: shops}, {number: 1, label: town}",
        (102, 28),
    ),
}


def drawing_of(figures: str) -> Drawing:
    """Return the drawing of a slide with these figures."""
    made = talk(f"- {{title: T, figures: [{figures}]}}")
    assert not made.diagnostics.has_errors
    ((_, drawing),) = made.compiled.fitted.slides[0].slide.graphics
    assert isinstance(drawing, Drawing)
    return drawing


@pytest.mark.parametrize("case", NUMBERS)
def test_numbers_and_labels_are_as_large_as_their_place_allows(case: str) -> None:
    figures, sizes = NUMBERS[case]
    for shape in drawing_of(figures).shapes:
        assert tuple(style.size for style in shape.styles) == sizes


LABELS = {
    "a lost word": ("evenings in the market hall", "evenings in the market\u00a0hall"),
    "two words": ("people who came and said what they think", None),
    "one line": ("in a market hall", None),
    "few words": ("Landesgartenschau in Brandenburg", None),
    "one word before": ("a Landesgartenschau in Brandenburg then", None),
}


@pytest.mark.parametrize("case", LABELS)
def test_no_label_ends_with_one_lost_word(case: str) -> None:
    label, expected = LABELS[case]
    figures = f"{{number: 41, label: {label}}}, {{number: 5, label: a}}, {{number: 6, label: b}}"
    body = drawing_of(figures).shapes[0].body
    assert body is not None
    assert body.paragraphs[-1].text == (expected or label)
