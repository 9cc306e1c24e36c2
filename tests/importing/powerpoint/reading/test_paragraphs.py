"""The paragraphs of a text frame begin and end with words."""

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.paragraphs import (
    source_paragraphs,
    text_looks,
    without_common_format,
)
from deckgen.opc.xml_parser import NAMESPACES, parse_xml
from tests.importing.powerpoint.old_slides import BLANK, add_box, add_slide


@pytest.mark.parametrize(
    ("written", "read"),
    [(["", "One", "", "Two", " ", ""], ["One", "", "Two"]), (["", " "], []), ([], [])],
)
def test_empty_paragraphs_at_both_ends_are_left_out(written: list[str], read: list[str]) -> None:
    inside = "".join(f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p>" for words in written)
    xml = f'<a:txBody xmlns:a="{NAMESPACES["a"]}">{inside}</a:txBody>'
    paragraphs = source_paragraphs(parse_xml(xml.encode()), (), {})
    assert [each.words for each in paragraphs] == read


@pytest.mark.parametrize("break_", ["_x000B_", "<a:br/>"])
def test_a_line_may_be_broken_by_a_sign(break_: str) -> None:
    """So it is in decks of python-pptx and others, escaped as ISO/IEC 29500-1, 22.9.2.19 says."""
    runs = f"<a:r><a:t>One{break_}two</a:t></a:r>".replace(
        "<a:br/>", "</a:t></a:r><a:br/><a:r><a:t>"
    )
    xml = f'<a:txBody xmlns:a="{NAMESPACES["a"]}"><a:p>{runs}</a:p></a:txBody>'
    (paragraph,) = source_paragraphs(parse_xml(xml.encode()), (), {})
    assert paragraph.words == "One\ntwo"


PLAIN, FORMULA = SourceRun("a"), SourceRun("x", latex="x")
BOLD, ITALIC, CODE = (
    PLAIN._replace(bold=True),
    PLAIN._replace(italic=True),
    PLAIN._replace(code=True),
)


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([BOLD, BOLD], [PLAIN, PLAIN]),
        ([ITALIC], [PLAIN]),
        ([CODE], [PLAIN]),
        ([BOLD._replace(italic=True), BOLD], [ITALIC, PLAIN]),
        ([BOLD, PLAIN], [BOLD, PLAIN]),
        # Blanks and formulas have no say, and lose it as well.
        ([BOLD, SourceRun(" "), FORMULA], [PLAIN, SourceRun(" "), FORMULA]),
    ],
    ids=["bold", "italic", "code", "both", "one of two", "beside others"],
)
def test_what_all_words_have_is_no_emphasis(
    runs: list[SourceRun], expected: list[SourceRun]
) -> None:
    made = without_common_format([SourceParagraph((run,)) for run in runs])
    assert [run for each in made for run in each.runs] == expected


@pytest.mark.parametrize(
    ("size", "usual"), [("2400", 24.0), ("²", 18.0), ("-100", 18.0), ("9" * 5000, 18.0)]
)
def test_a_size_that_is_no_number_is_none(size: str, usual: float) -> None:
    slide = add_slide(Presentation(), BLANK)
    add_box(slide, "Trees", top=1, size=24)
    next(slide.element.iter(qn("a:rPr"))).set("sz", size)
    assert text_looks(slide.shapes[0], "") == (usual, usual, False)


def test_words_marked_with_a_colour_are_bold() -> None:
    marked = '<a:r><a:rPr><a:highlight><a:srgbClr val="FFFF00"/></a:highlight></a:rPr><a:t>b</a:t>'
    xml = f"""<a:txBody xmlns:a="{NAMESPACES["a"]}">
        <a:p><a:r><a:t>a</a:t></a:r>{marked}</a:r></a:p></a:txBody>"""
    (line,) = source_paragraphs(parse_xml(xml.encode()), (), {})
    assert [(run.text, run.bold) for run in line.runs] == [("a", False), ("b", True)]


@pytest.mark.parametrize(
    ("lines", "is_code"),
    [
        (["if a:", "  b = (1)", "  c = (2)"], True),
        (["<a>", "\u00a0<b/>", "\u00a0<c/>", "</a>"], True),
        # One indented line, none that is not indented, few signs of code, a typed list.
        (["if (a):", "  b = 1"], False),
        (["  f(a)", "  f(b)"], False),
        (["Twelve benches:", "  red ones", "  new ones (4)"], False),
        (["f(a)", "  - f(b)", "  - f(c)"], False),
    ],
)
def test_a_listing_has_indented_lines_and_signs_of_code(lines: list[str], *, is_code: bool) -> None:
    slide = add_slide(Presentation(), BLANK)
    add_box(slide, "\n".join(lines), top=1, size=18)
    assert text_looks(slide.shapes[0], "")[2] is is_code
