"""LaTeX becomes Office Math as PowerPoint writes it, with text for other programs."""

import io
import re
import zipfile
from pathlib import Path
from typing import get_args

import pptx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from deckgen.deck.equation import Decorated, Plain, Structure
from deckgen.deck.equation_text import linear_text
from deckgen.deck.text_body import Formula
from deckgen.dump.equation_line import equation_line, find_equation
from deckgen.fit.text.equation_size import math_size
from deckgen.ooxml.text.equation import formula_xml, in_alphabet
from deckgen.outline.markup.latex.parser import parse_latex
from deckgen.pipeline.compile import deck_bytes
from deckgen.render.light.plainer_slides import plainer_deck
from deckgen.support.xml_text import extension_namespaces
from tests.building import FORMULAS, built
from tests.outline.markup.latex.test_parser import PIECES, tried
from tests.talks import complaints, talk
from tests.tools import libreoffice, rendering, validator
from tests.tools.needs import need

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

EQUATIONS = {
    # As typed, and as it is read back from the XML
    r"E = mc^2": "E=mc^{2}",
    r"\alpha \le 5\,\%": "α≤5\u2009%",
    r"\frac{a+b}{c}": r"\frac{a+b}{c}",
    r"\binom{n}{k}": r"(\binom{n}{k})",
    r"\sqrt{2} + \sqrt[3]{x}": r"\sqrt{2}+\sqrt[3]{x}",
    r"x_i + x^2 + x_i^2": "x_{i}+x^{2}+x_{i}^{2}",
    r"\sum_{i=1}^n x_i + c": "∑_{i=1}^{n}{x_{i}}+c",
    r"\int f": "∫{f}",
    r"\left( \frac{a}{b} \right)": r"(\frac{a}{b})",
    r"\left. x \middle| y \right\}": "x|y}",
    r"\sin^2 x": r"\mathrm{sin}^{2}{x}",
    r"\lim_{x \to 0} f(x)": r"\underset{x→0}{\mathrm{lim}}{f(x)}",
    r"\overset{!}{\underset{n}{=}}": r"\overset{!}{\underset{n}{=}}",
    r"\vec{v} \hat{n} \bar{x} \dot{y}": r"\vec{v}\hat{n}\bar{x}\dot{y}",
    r"\overline{AB} + \underline{C}": r"\overline{AB}+\underline{C}",
    r"\overbrace{a}^n \underbrace{b}_m": r"\overset{n}{\overbrace{a}}\underset{m}{\underbrace{b}}",
    r"\begin{bmatrix} a & b \\ c & d \end{bmatrix}": (
        r"[\begin{matrix} a & b \\ c & d \end{matrix}]"
    ),
    r"\begin{cases} 1 & x \\ 0 & \text{else} \end{cases}": (
        r"{\begin{matrix} 1 & x \\ 0 & \text{else} \end{matrix}"
    ),
    r"\begin{aligned} y &= 2x \\ &= 4 \end{aligned}": (
        r"\begin{aligned} y&=2x \\ &=4 \end{aligned}"
    ),
    r"\begin{cases}\end{cases}": r"{\begin{matrix}  \end{matrix}",
    r"\begin{matrix} \\ \end{matrix}": r"\begin{matrix}  \end{matrix}",
    r"\begin{aligned}\end{aligned}": r"\begin{aligned}  \end{aligned}",
    r"\mathbb{R} \mathrm{d} \mathbf{x} \bm{y} \mathcal{L}": r"ℝ\mathrm{d}𝐱\bm{y}ℒ",
    r"a < b \text{ & } \{c\}": r"a<b\text{ & }{c}",
}


def equation(latex: str, **given: bool) -> etree._Element:
    xml = formula_xml(
        Formula(linear_text(parse_latex(latex)), parse_latex(latex), **given),
        'lang="de-DE" sz="2000"',
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>',
        "<a:r><a:t>words</a:t></a:r>",
        "left",
    )
    names = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    names += extension_namespaces(xml)
    return etree.fromstring(f"<a:p {names}>{xml}</a:p>")


@pytest.mark.parametrize(("latex", "line"), EQUATIONS.items(), ids=list(EQUATIONS))
def test_an_equation_and_how_it_is_read(latex: str, line: str) -> None:
    math = find_equation(equation(latex))
    assert math is not None
    assert equation_line(math) == line


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))
def test_whatever_is_a_formula_can_be_written(latex: str) -> None:
    if tried(latex) is None:
        assert find_equation(equation(latex)) is not None
        assert math_size(parse_latex(latex), display=True).width > 0


def test_the_equations_above_have_everything_that_mathematics_has() -> None:
    used: set[type] = set()

    def look(value: object) -> None:
        if isinstance(value, tuple):
            used.add(type(value))
            for inner in value:
                look(inner)

    for latex in EQUATIONS:
        look(parse_latex(latex))
    assert set(get_args(Plain) + get_args(Decorated) + get_args(Structure)) - used == set()


def test_a_fraction_as_powerpoint_writes_it() -> None:
    run = (
        '<a:rPr lang="de-DE" sz="2000" i="1"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" '
        'charset="0"/></a:rPr>'
    )
    math = find_equation(equation(r"\frac{a}{2}"))
    assert math is not None
    assert re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(math, encoding="unicode")) == (
        f"<m:oMath><m:f><m:fPr><m:ctrlPr>{run}</m:ctrlPr></m:fPr>"
        f"<m:num><m:r>{run}<m:t>𝑎</m:t></m:r></m:num>"
        f"<m:den><m:r>{run}<m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
    )


def test_it_stands_in_a_choice_that_only_powerpoint_makes() -> None:
    (content,) = equation("x")
    choice, fallback = content
    required = choice.get("Requires")
    assert choice.nsmap[required] == "http://schemas.microsoft.com/office/drawing/2010/main"
    assert required != "a14", "LibreOffice takes a choice by its prefix, and shows nothing"
    assert [child.tag for child in choice] == [f"{{{choice.nsmap[required]}}}m"]
    assert "".join(map(str, fallback.itertext())) == "words"


def test_only_an_equation_that_is_a_paragraph_is_displayed() -> None:
    assert equation("x").find(f".//{MATH}oMathPara") is None
    (side,) = equation("x", display=True).iter(f"{MATH}jc")
    assert side.get(f"{MATH}val") == "left"


def test_a_bold_equation_has_bold_letters() -> None:
    runs = list(equation(r"x \text{y}", bold=True).iter(f"{MATH}r"))
    assert ["".join(map(str, run.itertext())) for run in runs] == ["𝒙", "y"]
    assert all(run.find("{*}rPr[@b='1']") is not None for run in runs)


@pytest.mark.parametrize(
    ("alphabet", "letters"),
    [
        ("italic", "𝐴𝑧ℎ𝛼𝜔𝜕1ä"),
        ("upright", "Azhαω∂1ä"),
        ("bold", "𝐀𝐳𝐡𝛂𝛚𝛛𝟏ä"),
        ("bold-italic", "𝑨𝒛𝒉𝜶𝝎𝝏𝟏ä"),
        ("blackboard", "𝔸𝕫𝕙αω∂𝟙ä"),
        ("script", "𝒜𝓏𝒽αω∂1ä"),
        ("fraktur", "𝔄𝔷𝔥αω∂1ä"),
        ("sans", "𝖠𝗓𝗁αω∂𝟣ä"),
        ("monospace", "𝙰𝚣𝚑αω∂𝟷ä"),
        ("words", "Azhαω∂1ä"),
    ],
)
def test_the_letters_of_the_alphabets(alphabet: str, letters: str) -> None:
    assert in_alphabet("Azhαω∂1ä", alphabet) == letters  # type: ignore[arg-type]


def test_no_part_of_an_equation_is_an_empty_box() -> None:
    empty = equation(r"\frac{}{b} + {}^2 + \sum + \sqrt{} + \begin{matrix} a & b \\ c \end{matrix}")
    parts = {f"{MATH}{name}" for name in ("e", "num", "den", "lim", "fName")}
    assert [each.tag for each in empty.iter() if each.tag in parts and not len(each)] == []


WORD = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
        'officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
}


@pytest.mark.slow
def test_microsofts_validator_knows_the_equations_in_word(tmp_path: Path) -> None:
    """It passes over what stands in a choice of a slide, but not over the text of Word.

    There, only what a slide says of a run has no place.
    """
    need("validator")
    body = ""
    for latex in EQUATIONS:
        for display in (False, True):
            math = next(equation(latex, display=display).iter("{*}m"))[0]
            body += f"<w:p>{etree.tostring(math, encoding='unicode')}</w:p>"
    body = re.sub(r"<a:rPr.*?</a:rPr>", "", body)
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:body>{body}</w:body></w:document>"
    )
    broken = document.replace("<m:den>", "<m:deg>").replace("</m:den>", "</m:deg>")
    files = [tmp_path / "good.docx", tmp_path / "broken.docx"]
    for file, text in zip(files, (document, broken), strict=True):
        with zipfile.ZipFile(file, "w") as package:
            for name, part in (WORD | {"word/document.xml": text}).items():
                package.writestr(name, part)
    good, bad = (validator.validate(files)[file] for file in files)
    assert good == []
    assert bad, "it does look at equations"


@pytest.mark.slow
def test_a_deck_of_formulas_is_sound_and_the_same_each_time() -> None:
    made = talk("- title: T\n  bullets: [$x$, 'so $\\frac{a}{b}$']\n  notes: $y$", lang="ar")
    assert complaints(made.data) == {}
    assert deck_bytes(made.compiled, None) == made.data
    (slide,) = made.slides
    (side,) = slide.element.iter(f"{MATH}jc")
    assert side.get(f"{MATH}val") == "right"
    assert next(slide.notes_slide.element.iter(f"{MATH}oMath"), None) is None
    assert slide.notes_slide.notes_text_frame.text == "y"


@pytest.mark.slow
def test_libreoffice_shows_the_words_of_every_formula(tmp_path: Path) -> None:
    need("libreoffice")
    deck = tmp_path / "formulas.pptx"
    deck.write_bytes(built(FORMULAS))
    (pdf,) = libreoffice.to_pdf([deck], tmp_path)
    pages = rendering.page_texts(pdf)
    slides = pptx.Presentation(io.BytesIO(deck.read_bytes())).slides
    shown = 0
    for slide, page in zip(slides, pages, strict=True):
        for fallback in etree.fromstring(slide.part.blob).iter("{*}Fallback"):
            words = "".join("".join(map(str, fallback.itertext())).split())
            # What letters are made of, the text of a PDF does not always tell.
            if words.isascii():
                assert words in "".join(page.split())
                shown += 1
    assert shown > 5


def test_formulas_of_other_programs_are_read_without_end() -> None:
    deep = "<m:rad><m:e>" * 500 + "<m:r><m:t>x</m:t></m:r>" + "</m:e></m:rad>" * 500
    parser = etree.XMLParser(huge_tree=True)
    math = etree.fromstring(f'<m:oMath xmlns:m="{MATH[1:-1]}">{deep}<m:sPre/></m:oMath>', parser)
    assert equation_line(math).endswith("<sPre>")
    assert "…" in equation_line(math)


@pytest.mark.slow
def test_a_deck_for_programs_without_equations_has_words_in_their_place() -> None:
    made = talk("- title: T\n  bullets: ['so $e^{-x}$ is', '$\\frac{a}{b}$']")
    (slide,) = pptx.Presentation(io.BytesIO(plainer_deck(made.data, "Calibri"))).slides
    assert [one.text for one in slide.placeholders[1].text_frame.paragraphs] == ["so e−x is", "a/b"]
    assert complaints(plainer_deck(made.data, "Calibri")) == {}
    plain = talk("- title: T\n  bullets: [a, b]").data
    for untouched in (plain, b"no package", plain[:500]):
        assert plainer_deck(untouched, "Calibri") is untouched


@pytest.mark.slow
def test_the_light_renderer_shows_words() -> None:
    pytest.importorskip("betteroffice_pptx")
    from deckgen.render.light.light_renderer import light_renderer

    pages = [
        next(
            light_renderer().images(talk(f"- title: T\n  bullets: ['{words}']").data, [1], 400)
        ).png
        for words in ("a", "$a$", "b")
    ]
    assert pages[0] == pages[1] != pages[2]
