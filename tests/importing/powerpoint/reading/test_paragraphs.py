"""The paragraphs of a text frame begin and end with words."""

import pytest

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.paragraphs import (
    source_paragraphs,
    without_common_format,
)
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
