"""Text for a terminal: without control characters, wrapped, in tables, in any script.

And reports for programs: JSON that no terminal obeys, and GitHub's workflow commands.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from deckgen.support.diagnostics import Severity

GAP = 2
"""Spaces between two columns of a table."""
_LEAST = 8
"""Characters to a line or a cell, however narrow the terminal is."""


def visible(text: str) -> str:
    """Return a text in one line, with U+FFFD for each character that controls or hides text."""
    if text.isprintable():
        return text
    return "".join(
        " "
        if character.isspace()
        else "\N{REPLACEMENT CHARACTER}"
        if unicodedata.category(character) in {"Cc", "Cf", "Cs"}
        and character not in "\u00ad\u200c\u200d"
        else character
        for character in text
    )


def visible_lines(text: str) -> str:
    """Return a text as `visible` does, but with its line feeds."""
    return "\n".join(map(visible, text.split("\n")))


def display_width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    from wcwidth import width

    return width(text)


def wrapped_lines(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` columns, at least one; a longer word is cut."""
    from wcwidth import wrap

    return wrap(text, width, break_on_hyphens=False) or [""]


def indented_lines(text: str, width: int, indent: int = 2) -> list[str]:
    """Return a text wrapped to a width, with `indent` spaces before each line."""
    return [" " * indent + line for line in wrapped_lines(text, max(width - indent, _LEAST))]


def table_lines(rows: Sequence[Sequence[str]], width: int, indent: int = 2) -> list[str]:
    """Return rows of cells as lines of at most `width` columns, or as narrow as possible.

    The widest columns are narrowed; their cells continue on further lines.
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
    """Return a text with spaces after it, so that it takes `width` columns."""
    return text + " " * (width - display_width(text))


def report_json(data: object) -> str:
    """Return JSON and a line end; signs that a terminal obeys are escaped."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=2)
    signs = (
        sign if sign == "\n" or visible(sign) == sign else json.dumps(sign)[1:-1] for sign in text
    )
    return "".join(signs) + "\n"


def workflow_command(severity: Severity, properties: Mapping[str, str], message: str) -> str:
    """Return a line that annotates a file in a pull request on GitHub."""
    settings = ",".join(
        f"{name}={_data(value).replace(':', '%3A').replace(',', '%2C')}"
        for name, value in properties.items()
    )
    level = "notice" if severity is Severity.NOTE else severity.value
    return f"::{level} {settings}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
