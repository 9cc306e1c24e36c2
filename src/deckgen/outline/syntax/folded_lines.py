"""Lines of one text that YAML joins to one, though they may be meant as lines or paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from deckgen.outline.syntax.decoding import SourceText
    from deckgen.support.diagnostics import Diagnostics, Span

Event: TypeAlias = Any
"""One of YAML's events; only `source` imports YAML."""

_NARROWEST = 50
"""Columns: whoever breaks lines only because they are full does not break them before."""
_BULLET = re.compile(r"[-*•–][ \t]+\S")
_HASTY = re.compile(r"-[^\W\d]")
"""A bullet as it is typed in haste; told where a list is read."""


def folded_text(text: str, event: Event, source: SourceText, diagnostics: Diagnostics) -> str:
    """Return the text of a scalar of several lines; warn if they seem to be meant as lines.

    A blank line between them stays one: YAML makes one line feed of it, which within a text is only
    a new line.
    """
    first, last = event.start_mark.line, event.end_mark.line
    if event.style != ">":
        _tell_joined(source, first, last, event.start_mark.column, diagnostics)
    lines = source.lines[first : last + 1]
    if "\n" not in text or (event.style == '"' and any("\\n" in line for line in lines)):
        return text
    return re.sub(r"\n+(?!\n|\Z)", lambda feeds: feeds[0] + "\n", text)


def _tell_joined(
    source: SourceText, first: int, last: int, column: int, diagnostics: Diagnostics
) -> None:
    """Warn of the first line that is joined to the one above, but seems to stand by itself.

    The text begins in line `first` at `column` and ends in line `last`, from 0. A line seems to
    stand by itself that begins as bullets do, or whose first word had room in the line above. A
    bullet may go on over one such line.
    """
    opening = source.line(first)[:column].rstrip(" \"'")
    most = 1 if opening.endswith("-") else 0
    short: list[Span] = []
    above = source.line(first).rstrip()
    for number in range(first + 1, last + 1):
        line = source.line(number).rstrip()
        words = line.split(maxsplit=1)
        if words and above.strip():
            start = len(line) - len(line.lstrip())
            place = source.span(number, start, len(line) - start)
            if _BULLET.match(line, start):
                _tell_bullet(line[start], place, diagnostics)
                return
            if len(above) + 1 + len(words[0]) <= _NARROWEST and not _HASTY.match(line, start):
                short.append(place)
            if len(short) > most:
                _tell_lines(1 + last - first, short[0], diagnostics)
                return
        above = line


def _tell_bullet(sign: str, place: Span, diagnostics: Diagnostics) -> None:
    instead = "" if sign == "-" else f"Begin it with a dash and a blank instead of “{sign}”. "
    diagnostics.warning(
        "lines-joined",
        "This line begins as a bullet does, and is joined to the text above it.",
        place,
        f"{instead}A bullet starts in the column of the one above it; to put it below, end "
        "that one with a colon. Within a `text`, type `text: |`, and all lines below it, indented.",
    )


def _tell_lines(count: int, place: Span, diagnostics: Diagnostics) -> None:
    diagnostics.warning(
        "lines-joined",
        f"These {count} lines become one: this one is joined to the one above.",
        place,
        "To keep them as lines, type | behind the colon or the dash (`text: |`), and all lines "
        "below it, indented. If one line is meant, type > instead.",
    )
