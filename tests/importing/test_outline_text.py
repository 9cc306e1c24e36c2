"""Paragraphs as one line: where commas stand, and what goes on."""

import pytest

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.outline_text import lines_of, running_text, title_text
from deckgen.importing.outline_yaml import LiteralBlock


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Anna Muster", "Town of Gera"], "Anna Muster, Town of Gera"),
        (["What we learned", "from research"], "What we learned from research"),
        (["Anna,", "Bob"], "Anna, Bob"),
        (["@anna", "example.org/anna", "example.org"], "@anna, example.org/anna, example.org"),
        (["A house", "e.g. of cards"], "A house e.g. of cards"),
    ],
)
def test_lines_become_one_line(lines: list[str], expected: str) -> None:
    assert title_text([SourceParagraph((SourceRun(line),)) for line in lines], ", ") == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Trees ", "What we counted"], "Trees<br>What we counted"),
        (["Trees that", "we counted"], "Trees that we counted"),
        (["Trees:", "What we counted"], "Trees: What we counted"),
    ],
)
def test_a_line_break_between_two_lines_is_written_as_one(lines: list[str], expected: str) -> None:
    assert title_text([SourceParagraph((SourceRun(line),)) for line in lines], "\n") == expected


def test_line_breaks_part_a_paragraph_into_lines_and_keep_its_formats() -> None:
    runs = SourceRun("Anna\nTown "), SourceRun("of\n\nGera", bold=True)
    made = [line.runs for line in lines_of([SourceParagraph(runs)])]
    assert made == [
        (SourceRun("Anna"),),
        (SourceRun("Town "), SourceRun("of", bold=True)),
        (SourceRun("Gera", bold=True),),
    ]


def test_items_of_a_list_in_a_text_begin_with_their_words() -> None:
    lines = (
        SourceParagraph((SourceRun("Trees"),)),
        SourceParagraph((SourceRun(" Limes "),), mark="bullet"),
    )
    assert running_text(lines) == LiteralBlock("Trees\n\n- Limes")


def test_the_highest_items_of_a_list_in_a_text_are_not_indented() -> None:
    lines = [
        SourceParagraph((SourceRun(words),), level, mark="bullet")
        for words, level in (("Trees", 1), ("Limes", 2))
    ]
    text = SourceParagraph((SourceRun("Eleven"),))
    assert running_text([*lines, text]) == LiteralBlock("- Trees\n  - Limes\n\nEleven")
