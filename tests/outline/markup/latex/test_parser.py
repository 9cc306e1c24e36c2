"""LaTeX's formulas, on one line and as errors: what is understood, and that nothing is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.equation import Delimited, Fraction, Function, Letters, Nary, Scripts, Sign
from deckgen.deck.equation_text import linear_parts, linear_text
from deckgen.deck.text_body import Baseline
from deckgen.outline.markup.latex import symbols as signs
from deckgen.outline.markup.latex.commands import COMMANDS
from deckgen.outline.markup.latex.cursor import DEEPEST, LatexError
from deckgen.outline.markup.latex.parser import LONGEST, parse_latex
from tests.sampled import sampled

LINES = {
    # Letters, numbers, signs
    r"E = mc^2": "E = mc²",
    r"-5": "−5",
    r"a = -b - c": "a = −b − c",
    r"a:b": "a : b",
    r"3{,}5 + 3,5 + 1.000": "3,5 + 3,5 + 1.000",
    r"5\%": "5%",
    r"12{,}50\,\text{€}": "12,50\u202f€",
    r"\alpha \le \beta \to \infty": "α ≤ β → ∞",
    r"x \in \mathbb{R}, \mathcal{L}": "x ∈ ℝ, L",
    r"\text{if } x \ne y": "if x ≠ y",
    r"x \not= y \not\in M": "x ≠ y ∉ M",
    r"a \bmod b": "a mod b",
    # Fractions and roots
    r"\frac{a+b}{c}": "(a + b)/c",
    r"\frac12": "1/2",
    r"\frac{\frac{a}{b}}{c}": "(a/b)/c",
    r"\frac{\text{costs}}{\text{visits a year}}": "costs/(visits a year)",
    r"\sqrt{2} + \sqrt{a+b}": "√2 + √(a + b)",
    r"\sqrt[3]{x} + \sqrt[n]{x} + \sqrt[x]{y}": "∛x + ⁿ√x + (x)√y",
    r"\binom{n}{k}": "(n; k)",
    # Above and below
    r"x_i^2 + x_{1,2} + x_{\max}": "xᵢ² + x_(1,2) + xₘₐₓ",
    r"10^23": "10²³",
    r"e^{-x^2} + 2^x": "e^(−x²) + 2^x",
    r"f'(x) + f''": "f′(x) + f′′",
    r"(a+b)^2": "(a + b)²",
    r"{}^{14}C": "¹⁴C",
    r"\mathrm{CO_2}": "CO₂",
    r"\vec{v} \cdot \hat n": "v⃗ ⋅ n̂",
    r"\bar{x}": "x̄",
    r"\overline{AB}": "A̅B̅",
    r"\underbrace{a+b}_{n}": "a + b (n)",
    r"\overset{!}{=}": "=^!",
    # Sums, functions, limits
    r"\sum_{i=1}^n x_i + c": "∑ᵢ₌₁ⁿ xᵢ + c",
    r"\int_0^\infty f(x)\,dx": "∫₀^∞ f(x)\u202fdx",
    r"\sin^2 x + \cos(x)": "sin² x + cos(x)",
    r"2\sin x": "2 sin x",
    r"\lim_{x \to 0} f(x) = 1": "lim_(x→0) f(x) = 1",
    r"\log_2 n": "log₂ n",
    r"\operatorname{rank} A": "rank A",
    # Brackets
    r"\left( \frac{a}{b} \right)": "(a/b)",
    r"\left\{ x \middle| x > 0 \right\}": "{x | x > 0}",
    r"[0, 1)": "[0, 1)",
    r"|x| + \lvert y \rvert": "|x| + |y|",
    r"\left.x\right|_{0}": "x|₀",
    # Rows and columns
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}": "(a, b; c, d)",
    r"\begin{pmatrix} a \\ \end{pmatrix}": "(a)",
    r"\begin{pmatrix} \end{pmatrix}": "()",
    r"\begin{cases} 1 & x > 0 \\ 0 & \text{else} \end{cases}": "{1, x > 0; 0, else",
    r"\begin{aligned} y &= 2x \\ &= 4 \end{aligned}": "y = 2x; = 4",
}


@pytest.mark.parametrize(("latex", "line"), LINES.items(), ids=list(LINES))
def test_a_formula_on_one_line(latex: str, line: str) -> None:
    assert linear_text(parse_latex(latex)) == line


ERRORS = [
    # The formula, where the error is, its code, what the hint names
    (r"a + \foo b", 4, "unknown-command", "docs/formulas.md"),
    (r"\fraq{a}{b}", 0, "unknown-command", r"\frac"),
    (r"\begin{pmatric} a \end{pmatric}", 0, "unknown-command", "pmatrix"),
    (r"\frac{a", 5, "unbalanced-braces", "}"),
    (r"a}", 1, "unbalanced-braces", "{"),
    (r"\text{a", 5, "unbalanced-braces", "}"),
    (r"\frac{a}", 0, "missing-argument", r"\frac{…}"),
    (r"x^", 1, "missing-argument", "^{…}"),
    (r"\sqrt", 0, "missing-argument", r"\sqrt{…}"),
    (r"\text a", 0, "missing-argument", r"\text{…}"),
    (r"^2", 0, "missing-base", "before it"),
    (r"x^2^3", 3, "double-script", "^{…}"),
    (r"x_a_b", 3, "double-script", "_{…}"),
    (r"\left( a", 0, "missing-right", r"\right"),
    (r"\left a \right)", 0, "missing-bracket", r"\left("),
    (r"\begin{cases} a", 0, "missing-end", r"\end{cases}"),
    (r"\begin{cases} a \end{matrix}", 0, "missing-end", r"\end{cases}"),
    (r"a \end{cases}", 2, "misplaced-sign", r"\begin"),
    (r"a & b", 2, "misplaced-sign", r"\&"),
    (r"a \\ b", 2, "misplaced-sign", "aligned"),
    ("a \\", 2, "misplaced-sign", "aligned"),
    (r"a + \frac{cost of all}{b}", 10, "words-in-formula", r"\text{cost of}"),
    (r"\text{a \frac b}", 8, "command-in-words", "brace"),
    (r"\not x", 0, "cannot-negate", "≠"),
    ("{" * (DEEPEST + 1) + "}" * (DEEPEST + 1), DEEPEST + 1, "formula-too-deep", "several"),
    ("x" * (LONGEST + 1), 0, "formula-too-long", "several"),
]


@pytest.mark.parametrize(
    ("latex", "at", "code", "hint"), ERRORS, ids=[each[0][:20] for each in ERRORS]
)
def test_what_is_not_understood_is_an_error(latex: str, at: int, code: str, hint: str) -> None:
    with pytest.raises(LatexError) as caught:
        parse_latex(latex)
    assert (caught.value.at, caught.value.code) == (at, code)
    assert hint in caught.value.hint


def test_sums_and_functions_hold_what_they_are_taken_of() -> None:
    total, plus, _ = parse_latex(r"\sum_i x y + c")
    assert isinstance(total, Nary)
    assert total.body == (Letters("x"), Letters("y"))
    assert plus == Sign("+", "binary")
    (limit,) = parse_latex(r"\lim_{n} f(n)")
    assert isinstance(limit, Function)
    assert limit.of == (Letters("f"), Delimited("(", ((Letters("n"),),), ")"))


def test_scripts_belong_to_the_last_letter_and_to_the_whole_number() -> None:
    assert parse_latex("ab_1") == (Letters("a"), Scripts((Letters("b"),), (Letters("1"),)))
    assert parse_latex("10^2") == (Scripts((Letters("10"),), above=(Letters("2"),)),)
    assert parse_latex(r"\frac 12") == (Fraction((Letters("1"),), (Letters("2"),)),)


def every_command() -> list[str]:
    tables = (signs.GREEK, signs.UPRIGHT, signs.SIGNS, signs.LARGE, signs.FUNCTIONS, signs.LIMITS)
    plain = [f"\\{name} x" for table in tables for name in table]
    with_words = [f"\\{name}{{x}}" for name in (*signs.WORDS, *signs.ALPHABETS)]
    with_math = [f"\\{name}{'{x}' * count}" for name, (count, _) in COMMANDS.items()]
    spaces = [f"a\\{name} b" for name in signs.SPACES]
    return [*plain, *with_words, *with_math, *spaces, *(f"\\{sign}" for sign in signs.ESCAPED)]


def test_every_command_that_is_known_says_something() -> None:
    assert [latex for latex in every_command() if not linear_text(parse_latex(latex))] == []


PIECES = [*"a1+^_{}()[]|&,'=", r"\\", r"\frac", r"\sqrt", r"\text", r"\left", r"\right", r"\middle"]
PIECES += [
    *(r"\begin{cases}", r"\end{cases}", r"\sum", r"\sin", r"\lim", r"\hat", r"\mathbb", r"\not"),
]


def tried(text: str) -> LatexError | None:
    """Return what is wrong with a formula."""
    try:
        parse_latex(text)
    except LatexError as error:
        return error
    return None


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_anything_is_a_formula_or_an_error_within_it(text: str) -> None:
    error = tried(text)
    assert error is None or (0 <= error.at <= len(text) and error.hint)


@pytest.mark.parametrize("piece", sampled([*PIECES, "((a)", r"\left(", r"\frac{", "x^{"], every=2))
def test_formulas_that_mean_harm_end_as_any_other(piece: str) -> None:
    text = piece * (LONGEST // len(piece))
    error = tried(text)
    assert error is None or error.at <= len(text)


RAISED = [
    ("x^2", [("x²", "normal")]),
    ("e^{-x^2} + 1", [("e", "normal"), ("−x²", "superscript"), (" + 1", "normal")]),
    (r"\lim_{x \to 0} a", [("lim", "normal"), ("x→0", "subscript"), (" a", "normal")]),
    (r"\overline{2^x}", [("2̅^̅x̅", "normal")]),
    (r"\frac{a^x}{2}", [("a", "normal"), ("x", "superscript"), ("/2", "normal")]),
]


@pytest.mark.parametrize(("latex", "found"), RAISED, ids=[latex for latex, _ in RAISED])
def test_what_has_no_small_characters_is_raised(
    latex: str, found: list[tuple[str, Baseline]]
) -> None:
    assert list(linear_parts(parse_latex(latex))) == found
