"""Slides of other decks that a talk includes are mended, or told, as templates are."""

import pytest

from tests.merge.decks import including, on_first_slide
from tests.sampled import sampled

SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="70" name="More"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:lstStyle/>{}</p:txBody></p:sp>"
)
INCLUDED = [
    (
        "a language that is none",
        SHAPE.format('<a:p><a:r><a:rPr lang="0"/><a:t>Words</a:t></a:r></a:p>'),
        [("content-mended", "Slide 1 of partner.pptx: `lang` is “0”, which is no language")],
    ),
    (
        "no paragraph",
        SHAPE.format(""),
        [("content-mended", "Slide 1 of partner.pptx: a text has no paragraph")],
    ),
    (
        "a child that nobody knows",
        SHAPE.format("<a:p><a:words/></a:p>"),
        [("kept-fault", "slide1.xml: words may not stand in a:p [unexpected-child]")],
    ),
]


@pytest.mark.faulty("unexpected-child")
@pytest.mark.parametrize(
    ("xml", "expected"),
    sampled([case[1:] for case in INCLUDED]),
    ids=[case[0] for case in INCLUDED],
)
def test_what_is_wrong_on_them_is_mended_or_told(xml: str, expected: list[tuple[str, str]]) -> None:
    partner = on_first_slide(xml)
    made = including("- include: partner.pptx", "  slides: 1", files={"partner.pptx": partner})
    assert made.data
    found = [one for one in made.diagnostics if one.code in {"content-mended", "kept-fault"}]
    assert [one.code for one in found] == [code for code, _ in expected]
    assert all(words in one.message for one, (_, words) in zip(found, expected, strict=True))
    assert all(one.span and one.span.file == "slides.yaml" for one in found)


def test_slides_that_stay_where_they_are_are_not_told_of() -> None:
    partner = on_first_slide(INCLUDED[0][1])
    made = including("- include: partner.pptx", "  slides: 2", files={"partner.pptx": partner})
    assert made.data
    assert "content-mended" not in made.codes
