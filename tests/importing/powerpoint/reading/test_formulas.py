"""Equations that we write come back as the LaTeX that they were made from."""

import pytest

from deckgen.deck.text_body import Formula
from deckgen.importing.powerpoint.reading.formulas import latex_of
from deckgen.ooxml.text.equation import formula_xml
from deckgen.opc.xml_parser import NAMESPACES, Element, parse_xml
from deckgen.outline.markup.latex.parser import parse_latex


def equation(inside: str) -> Element:
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return parse_xml(f"<m:oMath {names}>{inside}</m:oMath>".encode())


def written(latex: str, *, bold: bool) -> Element:
    xml = formula_xml(Formula("", parse_latex(latex), bold=bold), "", "", "", "left")
    return equation(xml.partition("<m:oMath>")[2].partition("</m:oMath>")[0])


@pytest.mark.parametrize("bold", [False, True], ids=["plain", "bold"])
@pytest.mark.parametrize(
    "latex",
    [
        *("a+b", r"\alpha \leq \beta", r"50\%", r"\frac{a}{b+1}", r"\binom{n}{k}", r"\sqrt{2}"),
        *(r"\sqrt[3]{x}", "x_{i}", "x^{2}", "x_{i}^{2}", r"\sum_{i=1}^{n} i", r"\prod_{i} x"),
        *(r"\int_{0}^{1} x", r"\left( \frac{a}{b} \right)", "(a+b)", r"\sin x", r"\hat{x}"),
        *(r"\vec{v}", r"\overline{ab}", r"\underbrace{ab}"),
        *(r"\begin{matrix} a & b \\ c & d \end{matrix}", r"\lim_{x\to 0} f", r"a\quad b"),
        *(r"\left\lfloor x \right\rfloor", r"\mathrm{kg}"),
    ],
)
def test_latex_comes_back(latex: str, *, bold: bool) -> None:
    assert latex_of(written(latex, bold=bold)).replace(" ", "") == latex.replace(" ", "")


@pytest.mark.parametrize("latex", [r"a\mathbf{v}", r"\text{ if }x"])
def test_other_letters_and_words_beside_some_are_commands(latex: str) -> None:
    assert latex_of(written(latex, bold=False)) == latex


@pytest.mark.parametrize(
    "inside",
    [
        # A structure, an operator, an accent and a sign that LaTeX does not know.
        "<m:sPre><m:e><m:r><m:t>a</m:t></m:r></m:e></m:sPre>",
        '<m:nary><m:naryPr><m:chr m:val="x"/></m:naryPr><m:e/></m:nary>',
        '<m:acc><m:accPr><m:chr m:val="x"/></m:accPr><m:e/></m:acc>',
        "<m:r><m:t>\x7f</m:t></m:r>",
    ],
)
def test_what_has_no_equal_gives_nothing(inside: str) -> None:
    assert latex_of(equation(inside)) == ""
