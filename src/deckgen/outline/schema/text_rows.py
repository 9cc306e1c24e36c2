"""Lines of text, typed or pasted from a spreadsheet or from Markdown → the rows of a table."""

import re

from deckgen.outline.schema.fields import Text
from deckgen.outline.syntax.nodes import Scalar, part_of

_SEPARATORS = "\t;|,"
"""In the order in which they are looked for."""
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
"""The line below the header of a table in Markdown."""


def text_rows(node: Scalar) -> list[tuple[Text, ...]]:
    """Return the rows of lines of text; the first line says what separates their cells.

    Of rows that tabs or semicolons part, empty ones and empty columns at the right are left out; of
    a table in Markdown, the bars at both ends of a line and the line below the header.
    """
    lines = node.text.split("\n")
    first = next((line.strip(" ") for line in lines if line.strip()), "")
    separator = next((sign for sign in _SEPARATORS if sign in first), ";")
    is_markdown = separator == "|" == first[:1]
    escaped = re.escape(separator)
    pattern = re.compile(rf'\s*"((?:[^"]|"")*)"\s*(?={escaped}|$)|([^{escaped}]*)')
    rows = []
    start = 0
    for line in lines:
        begin, end = 0, len(line)
        if is_markdown:
            begin = len(line) - len(line.lstrip().removeprefix("|"))
            end = len(line.rstrip().removesuffix("|"))
        if line.strip() and not (is_markdown and _RULE.fullmatch(line)):
            rows.append(_cells(line[:end], begin, separator, pattern, (node, start)))
        start += len(line) + 1
    if separator in "\t;":
        width = max((at for row in rows for at, cell in enumerate(row, 1) if cell.text), default=0)
        rows = [row[:width] for row in rows if any(cell.text for cell in row)]
    return rows


def _cells(
    line: str, at: int, separator: str, pattern: re.Pattern[str], place: tuple[Scalar, int]
) -> tuple[Text, ...]:
    """Return the cells of a line from `at` on; `place` is the text, and where the line begins."""
    node, start = place
    cells: list[Text] = []
    while True:
        match = pattern.match(line, at)
        if match is None:
            return tuple(cells)
        quoted = match[1] is not None
        raw = match[1].replace('""', '"') if quoted else match[2].strip()
        first = match.start(1) if quoted else at + len(match[2]) - len(match[2].lstrip())
        cells.append(part_of(node, start + first, raw))
        at = match.end()
        if at >= len(line) or line[at] != separator:
            return tuple(cells)
        at += 1
