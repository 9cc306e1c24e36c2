"""Text in columns for a terminal, in any script: East Asian letters take two columns each."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

GAP = 2
"""Blanks between two columns of a table."""
_LEAST = 8
"""Columns that a column of a table keeps, however narrow the terminal is."""


def visible(text: str) -> str:
    """Return a text without line ends, and without what a terminal would obey or hide."""
    if text.isprintable():
        return text
    return "".join(
        " "
        if sign.isspace()
        else "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(sign) in {"Cc", "Cf", "Cs"} and sign not in "\u00ad\u200c\u200d"
        else sign
        for sign in text
    )


def visible_lines(text: str) -> str:
    """Return the same, with its line feeds."""
    return "\n".join(map(visible, text.split("\n")))


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(_columns(sign) for sign in text)


def _columns(sign: str) -> int:
    if unicodedata.category(sign) in {"Mn", "Me"} or sign in "\u00ad\u200c\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def wrapped_lines(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` columns; a word that is longer is cut."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if display_width(joined) <= width:
            lines[-1] = joined
            continue
        parts = list(_cut(word, width))
        lines[-1:] = [lines[-1], *parts] if lines[-1] else parts
    return lines


def _cut(word: str, width: int) -> Iterator[str]:
    part, taken = "", 0
    for sign in word:
        wide = _columns(sign)
        if part and taken + wide > width:
            yield part
            part, taken = "", 0
        part += sign
        taken += wide
    yield part


def indented_lines(text: str, width: int, indent: int = 2) -> list[str]:
    """Return a text wrapped to a width, each line with blanks before it."""
    return [" " * indent + line for line in wrapped_lines(text, max(width - indent, _LEAST))]


def table_lines(rows: Sequence[Sequence[str]], width: int, indent: int = 2) -> list[str]:
    """Return rows of cells as lines of at most `width` columns, where that is possible at all.

    The widest columns give way, and their cells go on below.
    """
    if not rows:
        return []
    sizes = [max(display_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    free = width - indent - GAP * (len(sizes) - 1)
    while sum(sizes) > free and max(sizes) > _LEAST:
        sizes[sizes.index(max(sizes))] -= 1
    return [line for row in rows for line in _row(row, sizes, indent)]


def _row(row: Sequence[str], sizes: Sequence[int], indent: int) -> Iterator[str]:
    cells = [wrapped_lines(cell, max(size, 1)) for cell, size in zip(row, sizes, strict=True)]
    for number in range(max(map(len, cells))):
        line = [
            padded(cell[number] if number < len(cell) else "", size)
            for cell, size in zip(cells, sizes, strict=True)
        ]
        yield (" " * indent + (" " * GAP).join(line)).rstrip()


def padded(text: str, width: int) -> str:
    """Return a text with blanks behind it, so that it takes `width` columns."""
    return text + " " * (width - display_width(text))
