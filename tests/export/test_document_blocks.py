"""Paragraphs with levels as blocks: what is a paragraph, what a list, what lies within it."""

import pytest

from deckgen.deck.text_body import Bullet, Formula, Paragraph, Run
from deckgen.export.document_blocks import (
    ImageDescription,
    ListBlock,
    SlideBlock,
    TableBlock,
    TextBlock,
    document_blocks,
    text_lines,
)
from deckgen.outline.markup.latex.parser import parse_latex


def paragraph(said: str) -> Paragraph:
    """Two blanks a level, then a mark: “-”, a number, “.” for what the layout says, or none."""
    level = (len(said) - len(said.lstrip())) // 2
    mark, _, text = said.strip().partition(" ")
    marks: dict[str, Bullet] = {"-": "disc", ".": "layout", "1": "number", "4": "number"}
    if mark not in marks:
        return Paragraph((Run(said.strip()),), level, "none")
    start = int(mark) if mark.isdecimal() else 1
    return Paragraph((Run(text),), level, marks[mark], start_at=start)


def shown(found: SlideBlock) -> str:
    match found:
        case TextBlock(runs):
            return f"p:{Paragraph(runs).text}"
        case ListBlock(items, start):
            inner = ",".join(
                Paragraph(item.runs).text + "".join(shown(one) for one in item.lists)
                for item in items
            )
            return f"{'' if start is None else start}[{inner}]"
        case _:
            raise AssertionError(found)


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ([], ""),
        (["a", "b"], "p:a p:b"),
        (["- a", "- b"], "[a,b]"),
        (["a", "- b", "c"], "p:a [b] p:c"),
        (["- a", "  - b", "  - c", "- d"], "[a[b,c],d]"),
        (["- a", "  1 b", "  1 c"], "[a1[b,c]]"),
        (["4 a", "4 b"], "4[a,b]"),
        (["1 a", "4 b"], "1[a] 4[b]"),
        (["1 a", "- b"], "1[a] [b]"),
        (["    - a", "- b"], "[a,b]"),
        (["- a", "    - b", "  - c"], "[a[b,c]]"),
        ([". a", "  . b"], "[a[b]]"),
        (["- a", "", "- b"], "[a,b]"),
    ],
)
def test_blocks(paragraphs: list[str], expected: str) -> None:
    found = document_blocks([paragraph(one) for one in paragraphs], ["disc"])
    assert " ".join(map(shown, found)) == expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [(["none"], "p:a p:b"), (["disc"], "[a[b]]"), (["none", "disc"], "p:a [b]")],
)
def test_the_layout_says_which_levels_are_lists(marks: list[Bullet], expected: str) -> None:
    found = document_blocks([paragraph(". a"), paragraph("  . b")], marks)
    assert " ".join(map(shown, found)) == expected


def test_formulas_are_words() -> None:
    formula = Formula("e^(−x)", parse_latex("e^{-x}"))
    (found,) = document_blocks([Paragraph((Run("so "), formula))])
    assert found == TextBlock((Run("so "), Run("e"), Run("−x", baseline="superscript")))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (TextBlock((Run("a "), Run("b", bold=True))), ["a b"]),
        (ImageDescription("A market"), ["A market"]),
        (TableBlock(("Year", ""), (("2021", "13"),)), ["Year", "2021, 13"]),
        (TableBlock(("Year", ""), (("2021", "13"),), "In 2021 13"), ["In 2021 13"]),
        (TableBlock((), (("a", "b"), ("c", "d"))), ["a, b", "c, d"]),
    ],
)
def test_the_words_alone(told: SlideBlock, expected: list[str]) -> None:
    assert list(text_lines([told])) == expected
