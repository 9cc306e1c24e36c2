"""A question with a word that would be cut beside its answers stands across the page."""

import pytest

from tests.present import present
from tests.talks import talk


@pytest.mark.parametrize(
    ("question", "role", "style"),
    [
        ("Grundstücksverkehrsgenehmigungszuständigkeit?", "two-contents", "bold"),
        ("Grundstücksverkehrsgenehmigungszuständigkeit?", "question", "panel"),
        ("Straßenbahnhaltestelle?", "question", "bold"),
        ("Was kostet uns das?", "question", "bold"),
    ],
    ids=["too wide", "across the page already", "long, but fits", "short"],
)
def test_a_question_stands_across_the_page_only_for_a_word_that_would_be_cut(
    question: str, role: str, style: str
) -> None:
    entries = f"- {{question: {question}, bullets: [Ja, Nein]}}\n- {{question: Wann?, text: Nie.}}"
    made = talk(entries, lang="de-DE", style=style)
    slide = made.compiled.fitted.slides[0]
    assert slide.slide.role == role
    assert present(slide.text("title")).extent.lines <= 2
    assert slide.text("progress")
    assert "cut-word" not in made.codes
