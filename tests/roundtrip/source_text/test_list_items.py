"""Items of a list, as lines with their comments: moved, deleted, inserted, on other levels."""

from collections.abc import Sequence

import pytest

from deckgen.outline.syntax.nodes import Mapping
from deckgen.outline.syntax.nodes import Sequence as SequenceNode
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.roundtrip.source_text.list_items import list_lines, rearranged
from deckgen.roundtrip.source_text.splice_scalar import SourceEdit, TextEdit, edited_text
from deckgen.roundtrip.writing.edits.edit_lists import (
    bullet_lines,
    with_bullets,
)
from deckgen.support.diagnostics import Diagnostics

SLIDES = """\
slides:
  - cover  # first

  # ---- Part one ----

  # the view
  - title: A
    notes: |
      one

      two

  - title: B
# the end
"""

A = """\
  # the view
  - title: A
    notes: |
      one

      two
"""

ORDERS = {
    "as it is": ([0, 1, 2], SLIDES),
    "moved": (
        [2, 0, 1],
        f"slides:\n  - title: B\n\n  - cover  # first\n\n  # ---- Part one ----\n\n{A}# the end\n",
    ),
    "deleted": (
        [0, 2],
        "slides:\n  - cover  # first\n\n  # ---- Part one ----\n\n  - title: B\n# the end\n",
    ),
    "inserted": (
        [0, 1, "  - title: N\n", 2],
        (
            f"slides:\n  - cover  # first\n\n  # ---- Part one ----\n\n{A}\n  - title: N\n\n"
            "  - title: B\n# the end\n"
        ),
    ),
}


def node_of(source: str, key: str) -> SequenceNode:
    node = parse("talk.yaml", source.encode(), Diagnostics())
    value = node.get(key) if isinstance(node, Mapping) else None
    assert isinstance(value, SequenceNode)
    return value


def applied(source: str, edit: SourceEdit | None) -> str:
    assert edit is not None
    return edited_text(source, [TextEdit(*edit)])


@pytest.mark.parametrize(("order", "expected"), ORDERS.values(), ids=ORDERS)
def test_items_keep_their_comments(order: Sequence[int | str], expected: str) -> None:
    listed = list_lines(SLIDES, node_of(SLIDES, "slides"))
    assert listed is not None
    assert applied(SLIDES, rearranged(listed, order)) == expected


@pytest.mark.parametrize("source", ["list: [a, b]\n", "list:\n  - - a\n    - b\n"])
def test_a_list_within_lines_is_left_alone(source: str) -> None:
    node = node_of(source, "list")
    inner = node.items[0] if isinstance(node.items[0], SequenceNode) else node
    assert list_lines(source, inner) is None


BULLETS = """\
list:
  - Foo
  # about bar
  - Bar: # note
      - x
      - y

  - 'Baz'
"""

WANTED = {
    "as it is": ([(0, 0), (1, 0), (2, 1), (3, 1), (4, 0)], BULLETS),
    "added": (
        [(0, 0), ("new", 0), (1, 0), (2, 1), ("newer", 1), (3, 1), (4, 0)],
        (
            "list:\n  - Foo\n  - new\n  # about bar\n  - Bar: # note\n      - x\n      - newer\n"
            "      - y\n\n  - 'Baz'\n"
        ),
    ),
    "the bullets below one go": (
        [(0, 0), (1, 0), (4, 0)],
        "list:\n  - Foo\n  # about bar\n  - Bar # note\n  - 'Baz'\n",
    ),
    "bullets below one come": (
        [(0, 0), ("new", 1), (4, 0), (1, 1)],
        "list:\n  - Foo:\n      - new\n  - 'Baz':\n      # about bar\n      - Bar # note\n",
    ),
    "a level up": (
        [(1, 0), (2, 0), (3, 1)],
        "list:\n  # about bar\n  - Bar # note\n  - x:\n      - y\n\n",
    ),
}


@pytest.mark.parametrize(("wanted", "expected"), WANTED.values(), ids=WANTED)
def test_bullets_keep_their_lines(wanted: Sequence[tuple[int | str, int]], expected: str) -> None:
    bullets = bullet_lines(BULLETS, node_of(BULLETS, "list"))
    assert bullets is not None
    assert applied(BULLETS, with_bullets(BULLETS, bullets, wanted)) == expected
