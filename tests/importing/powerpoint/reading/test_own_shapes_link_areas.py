"""Links on transparent areas of a slide come back as links of the lines that they describe."""

import pytest

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.own_shapes import link_areas, with_linked_lines
from deckgen.importing.powerpoint.reading.source_slide import SlideText, SourceShape, paragraphs_in
from deckgen.opc.xml_parser import NAMESPACES, parse_xml

DECLARED = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("a", "p", "r"))
LINKS = {"rId2": "#costs"}


def area(alpha: str, words: str = "", click: str = '<a:hlinkClick r:id="rId2"/>') -> str:
    return (
        f'<p:spTree {DECLARED}><p:sp><p:nvSpPr><p:cNvPr id="2" name="Link" descr="What it costs">'
        f'{click}</p:cNvPr></p:nvSpPr><p:spPr><a:solidFill><a:schemeClr val="tx1">{alpha}'
        f"</a:schemeClr></a:solidFill></p:spPr><p:txBody><a:p><a:r><a:t>{words}</a:t></a:r></a:p>"
        "</p:txBody></p:sp></p:spTree>"
    )


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (area('<a:alpha val="0"/>'), [("What it costs", "#costs")]),
        (area('<a:alpha val="0"/>', click=""), []),
        (area('<a:alpha val="0"/>', words="Seen"), []),
        (area('<a:alpha val="50000"/>'), []),
        (area(""), []),
        (area('<a:alpha val="0"/>').replace("rId2", "rId9"), [("What it costs", "")]),
    ],
    ids=["area", "no link", "words", "half seen", "seen", "lost relationship"],
)
def test_an_area_is_transparent_without_words_and_has_a_link(
    xml: str, expected: list[tuple[str, str]]
) -> None:
    assert list(link_areas(parse_xml(xml.encode()), LINKS)) == expected


@pytest.mark.parametrize(
    ("areas", "run", "expected"),
    [
        ({"What it costs": "#costs"}, SourceRun("What  it costs"), "#costs"),
        ({"What it costs": "#costs"}, SourceRun("What it costs", link="#own"), "#own"),
        ({"What it costs": "#costs"}, SourceRun("What it is"), ""),
        ({"What it costs": ""}, SourceRun("What it costs"), ""),
        ({}, SourceRun("What it costs"), ""),
    ],
)
def test_a_line_with_the_words_of_an_area_has_its_link(
    areas: dict[str, str], run: SourceRun, expected: str
) -> None:
    shape = SourceShape(SlideText((SourceParagraph((run,)),)))
    (linked,) = with_linked_lines([shape], areas)
    assert [each.link for line in paragraphs_in(linked) for each in line.runs] == [expected]
