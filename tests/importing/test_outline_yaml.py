"""An outline is written as a person would type it."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.importing.outline_yaml import (
    Item,
    LiteralBlock,
    OutlineEntry,
    Rows,
    mapping_yaml,
    outline_yaml,
)
from deckgen.outline.syntax.decoding import has_control_characters
from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.support.diagnostics import Diagnostics


def test_an_outline() -> None:
    entries = [
        OutlineEntry({"cover": "Die Stadt: ein Anfang"}, 1),
        OutlineEntry(
            {
                "title": "Was wir tun",
                "bullets": (Item("Fragen"), Item("Bauen", (Item("Brücken"), Item("yes")))),
                "image": {"file": "pictures/a.png", "alt": ""},
                "notes": LiteralBlock("Kurz.\n\n- Dann"),
            },
            2,
            ("Slide 2 is this.",),
        ),
        OutlineEntry(
            {"title": "Weg", "steps": ({"title": "Fragen"}, {"title": "A", "text": "B"})}, 3
        ),
        OutlineEntry({"title": "Zahlen", "table": Rows((("Ort", "Zahl"), ("Gera, Ost", "9")))}, 3),
    ]
    assert (
        outline_yaml({"title": "Die Stadt", "lang": "de-DE", "event": ""}, entries)
        == """title: Die Stadt
lang: de-DE
event: ""

slides:
  - cover: 'Die Stadt: ein Anfang'
  # Slide 2 is this.
  - title: Was wir tun
    bullets:
      - Fragen
      - Bauen:
          - Brücken
          - 'yes'
    image: {file: pictures/a.png, alt: ""}
    notes: |
      Kurz.

      - Dann
  - title: Weg
    steps:
      - title: Fragen
      - {title: A, text: B}
  - title: Zahlen
    table:
      - [Ort, Zahl]
      - ['Gera, Ost', 9]
"""
    )


LETTERS = st.characters(exclude_categories=["Cc", "Cs"]).filter(
    lambda letter: not has_control_characters(letter)
)


@example("?>")
@example(":/")
@example("0:")
@given(st.text(LETTERS, max_size=40).filter(lambda text: text.strip() != ""))
def test_any_text_is_read_again_as_it_was(text: str) -> None:
    for value in (text, Rows(((text, "x"),)), (Item(text),), {"file": text, "alt": ""}):
        diagnostics = Diagnostics()
        written = outline_yaml({"key": value}, [OutlineEntry({"cover": "T"}, 1)])
        node = parse("t", written.encode("utf-8", "surrogatepass"), diagnostics)
        assert isinstance(node, Mapping), written
        assert text in list(_texts(node.pairs[0][1])), written


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("if x:\n\ty", "|\n  if x:\n  \ty"),
        ("  deep\nout", "|2\n    deep\n  out"),
        ("\n\tdeep\nout", "|2\n\n  \tdeep\n  out"),
        ("a\x0bb\nc", '"a\\u000Bb\\u000Ac"'),
    ],
)
def test_lines_of_code_stay_lines(code: str, written: str) -> None:
    assert mapping_yaml({"code": LiteralBlock(code)}) == f"code: {written}\n"


@given(st.text("ab \t\n", max_size=20).filter(lambda text: text.strip() != ""))
def test_any_block_is_read_again_as_it_was(text: str) -> None:
    written = outline_yaml({}, [OutlineEntry({"code": LiteralBlock(text)}, 1)])
    node = parse("t", written.encode(), Diagnostics())
    assert isinstance(node, Mapping), written
    (read,) = _texts(node.pairs[0][1])
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    assert read.rstrip("\n") == lines.rstrip("\n"), written


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    else:
        for _, value in node.pairs:
            yield from _texts(value)
