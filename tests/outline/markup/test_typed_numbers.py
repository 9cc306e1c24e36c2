"""Numbers that are typed before bullets: a list that counts, where they count."""

import pytest

from deckgen.outline.markup.typed_numbers import typed_numbers
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Span
from tests.talks import talk


@pytest.mark.parametrize(
    ("typed", "start", "words"),
    [
        (["1. first", "2. second"], 1, ["first", "second"]),
        (["1) first", "2) second", "3) third"], 1, ["first", "second", "third"]),
        (["3. first", "4. second"], 3, ["first", "second"]),
        (["1. Mai: Kundgebung", "2. Mai: Markt"], 1, ["Mai: Kundgebung", "Mai: Markt"]),
    ],
)
def test_numbers_that_count_are_the_lists(typed: list[str], start: int, words: list[str]) -> None:
    texts = [Text(each, Span("f", line, 9, len(each))) for line, each in enumerate(typed, 5)]
    found = typed_numbers(texts)
    assert found is not None
    assert found.start == start
    assert [text.raw for text in found.texts] == words
    assert [text.span for text in found.texts] == [
        Span("f", line, 9 + 3, len(each)) for line, each in enumerate(words, 5)
    ]


@pytest.mark.parametrize(
    "typed",
    [
        ["1. Preis"],
        ["1. Mai", "3. Mai"],
        ["1. Preis", "1. Preis"],
        ["1. first", "second"],
        ["first", "2. second"],
        ["1.5 Liter", "2.5 Liter"],
        ["1.", "2."],
        ["2026. a", "2027. b"],
        ["٣. a", "٤. b"],
        [],
    ],
)
def test_other_numbers_are_words(typed: list[str]) -> None:
    assert typed_numbers([Text(each, Span("f", 1, 1, len(each))) for each in typed]) is None


def test_bullets_overviews_and_what_stands_below_them_count() -> None:
    found = talk(
        "- title: F\n"
        "  bullets:\n"
        "    - 1. first\n"
        "    - 2. second:\n"
        "        - 2) a\n"
        "        - 3) b\n"
        "- title: G\n"
        "  bullets: [•\u00a0first, • second, third · so]\n"
        "- questions: [1. What?, 2. Why?]\n"
        "- {question: What?, bullets: [a]}\n"
        "- {question: Why?, bullets: [a]}\n"
    )
    bodies = (dict(one.placeholders)["body"] for one in found.compiled.deck.slides[:3])
    bullets, marked, questions = bodies
    assert [(one.text, one.bullet, one.start_at) for one in bullets.paragraphs] == [
        ("first", "number", 1),
        ("second", "number", 1),
        ("a", "number", 2),
        ("b", "number", 2),
    ]
    assert [one.text for one in marked.paragraphs] == ["first", "second", "third · so"]
    assert [one.text for one in questions.paragraphs] == ["What?", "Why?"]
    assert found.codes == [], "both lead to their slides"
