"""Mathematics on one line, as search and alternative texts have it."""

import pytest

from deckgen.deck import equation as eq
from deckgen.deck.equation import Letters, Math, Sign
from deckgen.deck.equation_text import linear_parts, linear_text

A, B, N = Letters("a"), Letters("b"), Letters("n")
SUM: Math = (A, Sign("+", "binary"), B)


@pytest.mark.parametrize(
    ("math", "expected"),
    [
        (SUM, "a + b"),
        ((Sign("−", "binary"), A), "−a"),
        ((eq.Fraction(SUM, (B,)),), "(a + b)/b"),
        ((eq.Fraction((A, B), (A, B)),), "ab/(ab)"),
        ((eq.Fraction((A,), (B,), bar=False),), "a; b"),
        ((eq.Root(SUM),), "√(a + b)"),
        ((eq.Root((A,), (Letters("3"),)),), "∛a"),
        ((eq.Root((A,), (Letters("5"),)),), "⁵√a"),
        ((eq.Root((A,), SUM),), "(a+b)√a"),
        ((eq.Scripts((A,), above=(Letters("2"),)),), "a²"),
        ((eq.Scripts((A,), below=(Letters("2"),)),), "a₂"),
        ((eq.Scripts((A,), above=(Letters("X"),)),), "a^X"),
        ((eq.Scripts((A,), below=SUM),), "a_(a+b)"),
        ((eq.Scripts((eq.Scripts((A,), above=(N,)),), above=(Letters("2"),)),), "(aⁿ)²"),
        ((eq.Function((Letters("sin"),), (A,)),), "sin a"),
        ((eq.Function((Letters("sin"),), (eq.Delimited("(", (SUM,), ")"),)),), "sin(a + b)"),
        ((eq.Function((Letters("sin"),), ()),), "sin"),
        ((eq.Bar((A, B)),), "a\u0305b\u0305"),
        ((eq.Bar((A,), over=False),), "a\u0332"),
        ((Letters("R", "blackboard"),), "ℝ"),
        ((A, eq.Space(1), B), "a b"),
        ((A, Sign(",", "punctuation"), B, Sign(".", "punctuation")), "a, b."),
        ((eq.Accent((A, B), "\u0302"),), "(ab)\u0302"),
    ],
)
def test_on_one_line(math: Math, expected: str) -> None:
    assert linear_text(math) == expected


def test_without_blanks_around_signs() -> None:
    assert linear_text(SUM, tight=True) == "a+b"


@pytest.mark.parametrize(
    ("math", "expected"),
    [
        (
            (eq.Scripts((A,), above=(Letters("X"),)), B),
            [("a", "normal"), ("X", "superscript"), ("b", "normal")],
        ),
        ((eq.Scripts((A,), below=SUM),), [("a", "normal"), ("a+b", "subscript")]),
        ((eq.Scripts((A,), above=(Letters("2"),)), B), [("a²b", "normal")]),
        ((eq.Scripts((A,), below=(Letters("hot"),)),), [("a", "normal"), ("hot", "subscript")]),
    ],
)
def test_in_pieces_with_their_baselines(math: Math, expected: list[tuple[str, str]]) -> None:
    assert list(linear_parts(math)) == expected
