"""Where the entry of a slide ends, and where a line stands after a change."""

import pytest

from deckgen.preview.preview_slides import last_entry_line, moved_lines

_OUTLINE = """\
title: A talk
slides:
  - cover
  # About the next slide.
  - title: One
    bullets:
      - a

      - b

  # A comment between.

  - quote: >
      Long
    by: Somebody
""".splitlines()


@pytest.mark.parametrize(("first", "last"), [(3, 3), (5, 9), (13, 15), (1, 1), (0, 0), (99, 99)])
def test_where_an_entry_ends(first: int, last: int) -> None:
    assert last_entry_line(_OUTLINE, first) == last


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("abcd", "abcd", [1, 2, 3, 4]),
        ("abcd", "abxcd", [1, 2, 4, 5]),
        ("abcd", "xyabcd", [3, 4, 5, 6]),
        ("abcd", "ad", [1, 1, 1, 2]),
        ("abcd", "", [1, 1, 1, 1]),
        ("abcd", "abcdef", [1, 2, 3, 4]),
        ("aaaa", "aaa", [1, 2, 3, 3]),
        ("abcd", "aXcd", [1, 2, 3, 4]),
        ("abcdef", "xabcXdef", [2, 3, 4, 6, 7, 8]),
        ("", "ab", []),
    ],
)
def test_where_a_line_stands_now(old: str, new: str, lines: list[int]) -> None:
    """Each letter is a line."""
    assert moved_lines(list(old), list(new)) == lines
