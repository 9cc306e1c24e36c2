"""What runs and paragraphs set themselves, in all notations; nonsense is as if nothing was set."""

import pytest

from deckgen.ooxml_rules.text_formats import (
    RunFormat,
    first_list_number,
    paragraph_level,
    run_format,
)
from deckgen.opc.xml_parser import Element, parse_xml

_NAMESPACE = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ("", RunFormat()),
        ('b="1" i="true"', RunFormat(bold=True, italic=True)),
        ('b="0" i="no" strike="noStrike"', RunFormat()),
        ('strike="dblStrike"', RunFormat(strike=True)),
        ('baseline="30000"', RunFormat(baseline="superscript")),
        ('baseline="+30%"', RunFormat(baseline="superscript")),
        ('baseline="-25000"', RunFormat(baseline="subscript")),
        ('baseline="-0%"', RunFormat()),
        ('baseline="0"', RunFormat()),
    ],
)
def test_formats_of_runs(attributes: str, expected: RunFormat) -> None:
    assert run_format(parse_xml(f"<a:rPr {_NAMESPACE} {attributes}/>".encode())) == expected


def test_a_run_without_properties_has_no_format() -> None:
    assert run_format(None) == RunFormat()


@pytest.mark.parametrize(
    ("properties", "level", "number"),
    [
        ("", 0, 1),
        ('<a:pPr lvl="2"/>', 2, 1),
        ('<a:pPr lvl="9"/>', 0, 1),
        ('<a:pPr lvl="-1"><a:buAutoNum startAt="4"/></a:pPr>', 0, 4),
        ('<a:pPr lvl=""><a:buAutoNum startAt="0"/></a:pPr>', 0, 1),
        ('<a:pPr><a:buAutoNum startAt="123456"/></a:pPr>', 0, 1),
    ],
)
def test_levels_and_numbers_of_paragraphs(properties: str, level: int, number: int) -> None:
    paragraph: Element = parse_xml(f"<a:p {_NAMESPACE}>{properties}</a:p>".encode())
    assert (paragraph_level(paragraph), first_list_number(paragraph)) == (level, number)
