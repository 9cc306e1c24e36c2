"""Other characters for a scalar's: its quotation marks, its lines and all others stay."""

import pytest

from deckgen.outline.syntax.nodes import Mapping, Node, Scalar, Sequence
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.roundtrip.source_text.source_scalar import line_starts, locate_scalar
from deckgen.roundtrip.source_text.splice_scalar import TextEdit, edited_text, splice_scalar
from deckgen.support.diagnostics import Diagnostics

CASES = {
    "plain": ("title: Old words  # note\n", "Old", "New", "title: New words  # note\n"),
    "single quotes": ("title: 'It''s old'\n", "old", "Ann's", "title: 'It''s Ann''s'\n"),
    "double quotes": (
        'title: "A \\"B\\" \\u00e9 old"\n',
        "old",
        'n\\"',
        'title: "A \\"B\\" \\u00e9 n\\\\\\""\n',
    ),
    "plain that must be quoted": ("title: old one\n", "old", "a: b", "title: 'a: b one'\n"),
    "plain with a comment sign": ("title: one old\n", "old", "# 1", "title: 'one # 1'\n"),
    "plain on two lines": (
        "title: one\n  two old\nlang: de\n",
        "old",
        "three",
        "title: one\n  two three\nlang: de\n",
    ),
    "folded on two lines": (
        "title: >\n  one\n  two old\n\n  three\nlang: de\n",
        "old",
        "2",
        "title: >\n  one\n  two 2\n\n  three\nlang: de\n",
    ),
    "literal": (
        "title: |\n  one\n\n    two old\n",
        "two old",
        "2\n\n3",
        "title: |\n  one\n\n    2\n\n  3\n",
    ),
    "literal with Windows line ends": (
        "title: |\r\n  one\r\n  old\r\n",
        "old",
        "2\n3",
        "title: |\r\n  one\r\n  2\r\n  3\r\n",
    ),
    "in brackets": ("title: [one, old]\n", "old", "a, b", "title: [one, 'a, b']\n"),
    "empty": ('title: ""\n', "", "new", 'title: "new"\n'),
}


@pytest.mark.parametrize(("source", "old", "new", "expected"), CASES.values(), ids=CASES)
def test_only_these_characters_change(source: str, old: str, new: str, expected: str) -> None:
    node = parse("talk.yaml", source.encode(), Diagnostics())
    value = node.pairs[0][1] if isinstance(node, Mapping) else None
    in_brackets = isinstance(value, Sequence)
    scalar = value.items[-1] if isinstance(value, Sequence) else value
    assert isinstance(scalar, Scalar)
    located = locate_scalar(source, line_starts(source), scalar)
    assert located is not None
    at = scalar.text.index(old)
    edits = splice_scalar(
        source, [located], [TextEdit(at, at + len(old), new)], in_brackets=in_brackets
    )
    assert edits is not None
    assert edited_text(source, (TextEdit(*edit) for edit in edits)) == expected


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    pairs = node.pairs if isinstance(node, Mapping) else ()
    return [scalar for key, value in pairs for scalar in (key, *scalars(value))]


EVERY_STYLE = """\
plain: one
'single ''quoted''': two  words
"double \\"\\t\\u00e4\\_": "folded
  in the middle

  twice"
literal: |+
  one

   two
folded: >-
  one
  two


  three
flow: [a, {b: c}]
tabs: a\tb
"""


def test_every_character_is_found_in_every_style() -> None:
    diagnostics = Diagnostics()
    starts = line_starts(EVERY_STYLE)
    for scalar in scalars(parse("talk.yaml", EVERY_STYLE.encode(), diagnostics)):
        located = locate_scalar(EVERY_STYLE, starts, scalar)
        assert located is not None, scalar
        assert len(located.chars) == len(located.text)
        for character, (start, end) in zip(located.text, located.chars, strict=True):
            written = EVERY_STYLE[start:end]
            assert written == character or written.isspace() or written[0] in "\\'"
