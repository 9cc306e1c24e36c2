"""The map of a deck that was sent while maps had their first form is read as today's."""

import pytest

from deckgen.deck.deck_map import DeckMap
from deckgen.deck.slide import lasting_slide_number
from deckgen.opc.xml_parser import parse_xml
from deckgen.roundtrip.reading.read_map import read_map
from tests.roundtrip.small_map import SMALL_MAP

FIRST_FORM = f"""\
<map outline="talk.yaml" town="Gera"><tag>short</tag><variable name="slot">10</variable>
<slide id="a" number="300" layout="Title" hidden="1"
><shape id="2" place="title" box="1 2 3 4"><p>One\nand <![CDATA[<two>]]></p></shape
><shape id="3" place="body" box="5 6 7 8"
><p marks="0-3-bold 4-7-italic">Big and</p><p level="1" formulas="0-2">x²</p></shape
><shape id="4" place="table 1" box="1 1 1 1"><text place="alt 1"><p generated="1">A table</p></text
><text place="table 1 cell 1 1"><p>A</p></text
><text place="table 1 cell 1 2"><p>B</p><p></p></text></shape
><shape id="5" place="number" box="9 9 9 9"/><text place="notes"><p>Say it</p></text></slide
><slide id="b" number="{lasting_slide_number("b")}" layout="Title"
><shape id="2" place="title" box="1 2 3 4"><p>Two</p></shape
><shape id="3" place="picture 1" box="1 1 2 2" media="0a0b0c0d"/></slide
><slide id="c" number="{lasting_slide_number("c")}" layout="Theirs" included="01234567"/></map>"""


def test_every_part_of_a_map_is_read() -> None:
    assert _read(FIRST_FORM) == SMALL_MAP


DAMAGED = {
    "a slide without a number": '<slide id="a" layout="b"/>',
    "a number that is none": '<slide id="a" number="x" layout="b"/>',
    "a box of three sides": '<slide id="a" number="1" layout="b">'
    '<shape id="2" place="title" box="1 2 3"/></slide>',
    "a mark beyond the words": '<slide id="a" number="1" layout="b"><text place="notes">'
    '<p marks="0-9-bold">word</p></text></slide>',
    "a level that no paragraph has": '<slide id="a" number="1" layout="b">'
    '<text place="notes"><p level="-1">word</p></text></slide>',
    "a mark that nobody knows": '<slide id="a" number="1" layout="b"><text place="notes">'
    '<p marks="0-4-loud">word</p></text></slide>',
}


@pytest.mark.parametrize("slide", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_map_is_none(slide: str) -> None:
    assert _read(f"<map>{slide}</map>") is None


def _read(content: str) -> DeckMap | None:
    return read_map(parse_xml(f'<build xmlns="urn:deckgen:build">{content}</build>'.encode()))
