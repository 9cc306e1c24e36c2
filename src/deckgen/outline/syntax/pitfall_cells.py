"""Rows of a table in brackets: cells that are empty, or begin with a sign of the file format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.outline.syntax.pitfall import Pitfall, in_yaml_quotes, reserved_sign_message

if TYPE_CHECKING:
    from deckgen.outline.syntax.source_lines import SourceLine

_REFUSED = re.compile(r"[*&@%!`|>#]|[-?](?:\s|$)|\[[^\]]*\]\(|[^\"'\[{].*?:\s.*:\s")
"""How text within brackets may not begin; a second colon is refused wherever it stands."""


def refused_cell(row: SourceLine, anchors: frozenset[str]) -> Pitfall | None:
    """Find a cell that YAML refuses in a list in brackets, such as `[Total, **7**]`."""
    for at, text in _cells(row.value):
        said = text.strip()
        if said[:1] == "*" and said[1:] in anchors:
            continue
        start = row.column + at + len(text) - len(text.lstrip())
        repaired = _with_cells_quoted(row)
        if not said:
            return Pitfall(
                row.number,
                row.column + at,
                max(len(text), 1),
                "empty-cell",
                "Between two commas stands nothing.",
                'Type an empty cell as "".',
                repaired,
            )
        if _REFUSED.match(said):
            message, hint = reserved_sign_message(said)
            code = "text-starts-with-sign"
            if said[0].isalnum():
                code = "second-colon"
                message = "A second colon in a cell: the file format takes it for the end of a key."
            return Pitfall(row.number, start, len(said), code, message, hint, repaired)
    return None


def _with_cells_quoted(row: SourceLine) -> str:
    """Return the line with every cell in quotation marks that needs them."""
    line, end = row.line[: row.column] + "[", 1
    for at, text in _cells(row.value):
        said = text.strip()
        line += in_yaml_quotes(said) if not said or _REFUSED.match(said) else text
        end = at + len(text)
        line += row.value[end]
        end += 1
    return line + row.value[end:]


def _cells(value: str) -> Iterator[tuple[int, str]]:
    """Yield what stands between the commas of a list in brackets, with its place in the value.

    What stands behind the last comma is no cell if it is empty; so is a list without any.
    """
    depth, start, quote = 0, 1, ""
    for at, letter in enumerate(value):
        begins = not value[start:at].strip()
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'" and begins:
            quote = letter
        elif letter in "[{":
            depth += 1
        elif (letter in "]}" and depth == 1) or (letter == "," and depth == 1):
            if letter == "," or value[start:at].strip():
                yield start, value[start:at]
            start = at + 1
            if letter in "]}":
                return
        elif letter in "]}":
            depth -= 1
