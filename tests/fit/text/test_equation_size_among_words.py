"""Equations are measured: nothing that holds one flows over its frame, and none is cut in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.layout import EMU_PER_POINT, TextStyle
from deckgen.deck.text_body import Formula, Inline, Paragraph, Run
from deckgen.fit.text.equation_size import math_size
from deckgen.fit.text.line_breaking import typeset
from deckgen.fit.text.paragraph_parts import sentences, stretch_as_paragraph
from deckgen.fonts.text_width import Fonts
from deckgen.outline.markup.latex.parser import parse_latex
from tests.fit.set_lines import paragraph_lines
from tests.talks import talk

FONTS = Fonts("Calibri", "Calibri", "Consolas")
STYLE = TextStyle(20, "tx1")

TALLER = [
    # The second is higher than the first
    ("x", r"\frac{a}{b}"),
    ("x", "x^2_i"),
    ("x", r"\hat{x}"),
    ("x", r"\sum x"),
    ("x", r"\overbrace{x}"),
    (r"\frac{a}{b}", r"\frac{a}{\frac{b}{c}}"),
    (r"\frac{a}{b}", r"\sqrt{\frac{a}{b}}"),
    (r"\lim x", r"\lim_{n \to 0} x"),
    (r"\begin{matrix} a \\ b \end{matrix}", r"\begin{pmatrix} a \\ b \\ c \end{pmatrix}"),
]


def formula(latex: str, *, display: bool = False) -> Formula:
    return Formula("…", parse_latex(latex), display=display)


@pytest.mark.parametrize(("low", "high"), TALLER)
@pytest.mark.parametrize("display", [False, True])
def test_what_is_taller(low: str, high: str, *, display: bool) -> None:
    one, other = (math_size(parse_latex(latex), display=display) for latex in (low, high))
    assert one.height < other.height


@pytest.mark.parametrize("latex", [r"\frac{a}{b}", r"\int_{i=1}^n x", r"a = \frac{1}{n} \sum x"])
def test_what_is_displayed_takes_more_room(latex: str) -> None:
    math = parse_latex(latex)
    small, large = (math_size(math, display=display) for display in (False, True))
    assert small.height < large.height
    assert small.width < large.width


def test_limits_of_a_displayed_sum_stand_above_and_below_it_those_of_an_integral_beside_it() -> (
    None
):
    total, area = (
        math_size(parse_latex(rf"\{sign}_{{n = 0}}^{{N - 1}} x"), display=True)
        for sign in ("sum", "int")
    )
    assert total.width < area.width
    assert total.height > area.height


@pytest.mark.parametrize(
    "latex", [r"x^{\frac{a}{b}}", r"\lim_{\frac{a}{b}} x", r"\overset{\frac{a}{b}}{=}"]
)
def test_what_stands_above_or_below_is_small_also_where_the_rest_is_displayed(latex: str) -> None:
    math = parse_latex(latex)
    assert math_size(math, display=True) == math_size(math, display=False)


@pytest.mark.parametrize(
    ("latex", "above", "below"),
    [
        ("x^2", True, False),
        ("x_2", False, True),
        (r"\overset{a}{=}", True, False),
        (r"\lim_n", False, True),
    ],
)
def test_what_stands_on_one_side_takes_no_room_on_the_other(
    latex: str, *, above: bool, below: bool
) -> None:
    line, size = (
        math_size(parse_latex("x"), display=True),
        math_size(parse_latex(latex), display=True),
    )
    assert (size.ascent > line.ascent, size.descent > line.descent) == (above, below)


def test_a_line_is_as_high_as_the_equation_in_it() -> None:
    plain = typeset(Paragraph((Run("Costs "),)), STYLE, FONTS)
    mixed = typeset(Paragraph((Run("Costs "), formula(r"\frac{a}{b}"))), STYLE, FONTS)
    assert plain.line_height < 1.5 < mixed.line_height < 2.2


def test_an_equation_has_room_for_its_words_too() -> None:
    spoken = Formula("something that takes many words to say", parse_latex("x"))
    said = Paragraph((Run(spoken.text),))
    width = typeset(Paragraph((spoken,)), STYLE, FONTS).width
    assert width == pytest.approx(typeset(said, STYLE, FONTS).width, abs=0.05)


def test_lines_end_around_equations_not_in_them() -> None:
    runs = (Run("One two "), formula("a+b+c+d+e"), Run(", three"))
    whole = typeset(Paragraph(runs), STYLE, FONTS).width * 20
    broken = paragraph_lines(Paragraph(runs), STYLE, 20, round((whole - 5) * EMU_PER_POINT), FONTS)
    assert [line.text.strip("\ufffc") for line in broken][-1] == "three"
    assert len(broken) == 2


def test_one_that_is_wider_than_its_frame_takes_several_lines() -> None:
    wide = Paragraph((formula("+".join("abcdefghijklm")),))
    width = typeset(wide, STYLE, FONTS).width * 20
    broken = paragraph_lines(wide, STYLE, 20, round(width / 2.5 * EMU_PER_POINT), FONTS)
    assert len(broken) == 3
    assert all(line.width <= width / 2.5 + 1 for line in broken)


def test_bullets_with_tall_equations_go_on_over_further_slides() -> None:
    tall = r"$\begin{pmatrix} a \\ b \\ c \end{pmatrix} = \frac{\frac{a}{b}}{\frac{c}{d}}$"
    bullets = "\n".join(f"    - '{tall}'" for _ in range(12))
    made = talk(f"- title: T\n  bullets:\n{bullets}")
    slides = made.compiled.deck.slides
    held = [len(dict(slide.placeholders)["body"].paragraphs) for slide in slides]
    assert sum(held) == 12
    assert 3 <= len(slides) <= 6


PIECES: list[Inline] = [Run("Costs. "), Run("All of them. "), formula("x"), Formula("a. B", ())]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map(tuple))
def test_sentences_keep_each_equation_whole_and_once(runs: tuple[Inline, ...]) -> None:
    parts = [stretch_as_paragraph(sentence) for sentence in sentences(Paragraph(runs))]
    kept = [run for part in parts for run in part.runs if isinstance(run, Formula)]
    assert kept == [run for run in runs if isinstance(run, Formula)]
