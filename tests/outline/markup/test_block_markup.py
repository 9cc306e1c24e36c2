"""Running text: paragraphs, line breaks, nested lists."""

import pytest

from deckgen.deck.text_body import LineBreak
from deckgen.outline.markup.block_markup import parse_blocks
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Diagnostics, Span


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Ein Satz.\n", [("Ein Satz.", 0, "layout", 7)]),
        ("eins\nzwei\n", [("eins zwei", 0, "layout", 7)]),
        ("eins\n\n\nzwei\n", [("eins", 0, "layout", 7), ("zwei", 0, "layout", 10)]),
        (
            "vor\n- a\n- b\n  - c\n    - d\n- e\n",
            [
                ("vor", 0, "layout", 7),
                ("a", 0, "disc", 8),
                ("b", 0, "disc", 9),
                ("c", 1, "disc", 10),
                ("d", 2, "disc", 11),
                ("e", 0, "disc", 12),
            ],
        ),
        ("1. a\n2. b\n", [("a", 0, "number", 7), ("b", 0, "number", 8)]),
        ("* a\n  weiter\n", [("a weiter", 0, "disc", 7)]),
        ("*kursiv* ist kein Punkt", [("kursiv ist kein Punkt", 0, "layout", 7)]),
        ("-5 Grad\n3.5 Liter", [("-5 Grad 3.5 Liter", 0, "layout", 7)]),
        ("- a\nb", [("a", 0, "disc", 7), ("b", 0, "layout", 8)]),
        ("", [("", 0, "layout", 7)]),
    ],
)
def test_blocks(raw: str, expected: list[tuple[str, int, str, int]]) -> None:
    text = Text(raw, Span("talk.yaml", 7, 9, len(raw.split("\n", maxsplit=1)[0])))
    body = parse_blocks(text, Diagnostics())
    assert [
        (each.text, each.level, each.bullet, each.span and each.span.line)
        for each in body.paragraphs
    ] == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1. a\n2. b", ["1 a", "1 b"]),
        ("3. a\n4. b", ["3 a", "3 b"]),
        ("1. a\n1. b\n1. c", ["1 a", "1 b", "1 c"]),  # as Markdown counts
        ("3. October: a", ["3 October: a"]),
        ("3. October\n9. November\n10. December", ["3 October", "9 November", "9 December"]),
        ("3. October\n3. October", ["3 October", "3. October"]),
        ("1. a\n\nso\n\n2. b", ["1 a", "so", "2 b"]),
        ("1. a\n   5. b\n   6. c\n2. d", ["1 a", "5 b", "5 c", "1 d"]),
        ("0. a", ["0. a"]),
    ],
)
def test_a_list_shows_the_numbers_that_were_typed(raw: str, expected: list[str]) -> None:
    body = parse_blocks(Text(raw, Span("talk.yaml", 7, 9)), Diagnostics())
    shown = [
        f"{each.start_at} {each.text}" if each.bullet == "number" else each.text
        for each in body.paragraphs
    ]
    assert shown == expected


@pytest.mark.parametrize(
    ("raw", "breaks"),
    [
        ("Anna Muster\nanna@example.org", 1),
        ("- a bullet that goes on\n  in the next line\n  and in one more", 0),
        ("- a bullet\nthen a line\nand another", 1),
    ],
)
def test_lines_break_in_running_text_but_go_on_in_a_list_item(raw: str, breaks: int) -> None:
    body = parse_blocks(Text(raw, Span("talk.yaml", 7, 9)), Diagnostics())
    runs = [run for paragraph in body.paragraphs for run in paragraph.runs]
    assert sum(isinstance(run, LineBreak) for run in runs) == breaks
