"""Numbers that are typed before bullets: a list that counts, where they count."""

import pytest

from deckgen.outline.markup.typed_numbers import typed_numbers
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Span
from tests.present import present
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
    found = present(typed_numbers(texts))
    first, bare = found
    assert first == start
    assert [text.text for text in bare] == words
    assert [text.span for text in bare] == [
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


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (["1. a", "2. b", "c", "1. d", "2. e"], [("a", 1), ("b", 1), ("c", 0), ("d", 1), ("e", 1)]),
        (["c", "4. d", "5. e"], [("c", 0), ("d", 4), ("e", 4)]),
        (["1. a", "b", "2. c"], [("1. a", 0), ("b", 0), ("2. c", 0)]),
        (["1. a", "2. b", "1. c", "2. d"], [("1. a", 0), ("2. b", 0), ("1. c", 0), ("2. d", 0)]),
        (["• a", "1. b", "2. c"], [("a", 0), ("b", 1), ("c", 1)]),
    ],
)
def test_lists_that_count_between_bullets(typed: list[str], found: list[tuple[str, int]]) -> None:
    bullets = ", ".join(f"'{each}'" for each in typed)
    slide = talk(f"- {{title: F, bullets: [{bullets}]}}\n").compiled.deck.slides[0]
    lines = dict(slide.placeholders)["body"].paragraphs
    starts = [(one.text, one.start_at if one.bullet == "number" else 0) for one in lines]
    assert starts == found


def test_bullets_overviews_and_what_stands_below_them_count() -> None:
    found = talk(
        "- title: F\n"
        "  bullets:\n"
        "    - 1. first\n"
        "    - 2. second:\n"
        "        - 2) a\n"
        "        - 3) b\n"
        "- title: G\n"
        "  bullets: [•\u00a0first, \uf0b7 second, third · so]\n"
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
