"""The paragraphs of a text frame begin and end with words."""

import pytest

from deckgen.importing.powerpoint.reading.paragraphs import source_paragraphs
from deckgen.opc.xml_parser import NAMESPACES, parse_xml


@pytest.mark.parametrize(
    ("written", "read"),
    [(["", "One", "", "Two", " ", ""], ["One", "", "Two"]), (["", " "], []), ([], [])],
)
def test_empty_paragraphs_at_both_ends_are_left_out(written: list[str], read: list[str]) -> None:
    inside = "".join(f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p>" for words in written)
    xml = f'<a:txBody xmlns:a="{NAMESPACES["a"]}">{inside}</a:txBody>'
    paragraphs = source_paragraphs(parse_xml(xml.encode()), (), {})
    assert [each.words for each in paragraphs] == read
