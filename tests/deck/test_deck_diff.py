"""The differences between two decks, as lines of text."""

import pytest

from deckgen.deck.deck_diff import deck_differences
from deckgen.deck.slide import Deck, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.support.diagnostics import Span


def body(text: str) -> TextBody:
    return TextBody(tuple(Paragraph((Run(line),)) for line in text.split("/")))


def deck(*slides: str, footer: str = "") -> Deck:
    """Each slide is `id: title/second line`; those whose ids begin alike are of one entry."""
    return Deck(
        "T",
        "en-GB",
        tuple(
            Slide(
                name,
                "bullets",
                "light",
                "en-GB",
                (("title", body(text)),),
                Span("slides.yaml", ord(name[0]), 1),
                footer=body(footer) if footer else None,
            )
            for name, text in (each.split(": ") for each in slides)
        ),
    )


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        (deck("a: A"), deck("a: A"), []),
        (deck("a: A"), deck("a: B"), ["a:", "  - title: A", "  + title: B"]),
        (
            deck("a: A/x"),
            deck("a: A/y", "b: B"),
            ["a:", "  - title: x", "  + title: y", "b: only in jena", "  title: B"],
        ),
        (
            deck("a: A", "b: B", "c: C"),
            deck("c: C", "a: A"),
            ["b: only in gera", "  title: B", "order:", "  - gera: a, c", "  + jena: c, a"],
        ),
        # What is gone stands between the slides that stay; a paragraph without words is none.
        (
            deck("a: A", "b: B", "c: C"),
            deck("a: A/", "c: C", "d: D"),
            ["b: only in gera", "  title: B", "d: only in jena", "  title: D"],
        ),
        (
            deck("a-gera: A", "b: B", "c: C"),
            deck("b: B", "a-jena: D"),
            [
                *("a-gera:", "  - title: A", "  + title: D", "c: only in gera", "  title: C"),
                *("order:", "  - gera: a-gera, b", "  + jena: b, a-gera"),
            ],
        ),
        (
            deck("a: A", "b: B", footer="x"),
            deck("a: A", "b: B", footer="y"),
            ["a:", "  - footer: x", "  + footer: y"],
        ),
    ],
)
def test_differences(first: Deck, second: Deck, lines: list[str]) -> None:
    assert list(deck_differences(first, second, ("gera", "jena"))) == lines
