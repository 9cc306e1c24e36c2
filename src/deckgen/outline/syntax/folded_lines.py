"""Texts of several lines, which YAML joins: paragraphs are kept, doubtful joins reported."""

import re

from deckgen.outline.syntax.decoding import SourceText
from deckgen.outline.syntax.nodes import YamlEvent
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span

_NARROWEST = 50
"""Characters: a shorter line that had space for the next word was probably meant as a line."""
_BULLETS = frozenset("-*•–")
_AS_BULLETS = (
    "A bullet starts in the column of the one above it; to put it below, end that one with a "
    "colon. Within a `text`, type `text: |`, and all lines below it, indented."
)
_AS_LINES = (
    "To keep them as lines, type | behind the colon or the dash (`text: |`), and all lines below "
    "it, indented. If one line is meant, type > instead."
)


def folded_text(text: str, event: YamlEvent, source: SourceText, diagnostics: Diagnostics) -> str:
    """Return the text of the scalar of an event; warn if its lines seem to be meant as lines.

    An empty line stays a paragraph break, of which YAML makes a single line feed.
    """
    first, last, column = event.start_mark.line, event.end_mark.line, event.start_mark.column
    doubt = _joined_line(source, first, last, column) if event.style != ">" else None
    if doubt:
        start = source.span(first, column)
        diagnostics.add(Diagnostic(Severity.WARNING, "lines-joined", *doubt, text_start=start))
    lines = source.lines[first : last + 1]
    if "\n" not in text or (event.style == '"' and any("\\n" in line for line in lines)):
        return text
    return re.sub(r"\n+(?!\n|\Z)", lambda feeds: feeds[0] + "\n", text)


def _joined_line(
    source: SourceText, first: int, last: int, column: int
) -> tuple[str, Span, str] | None:
    """Return what to say of the first line that is joined to another, but seems meant as a line.

    That is a message, the span of the line and a hint. The text begins in line `first` at `column`
    and ends in line `last`, all from 0. A line seems so if it begins like a bullet, or if the line
    above had space for its first word. A bullet may have one line of the second sort.
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
            span = source.span(number, start, len(line) - start)
            sign = words[0]
            if sign in _BULLETS and len(words) > 1:
                message = "This line begins as a bullet does, and is joined to the text above it."
                dash = f"Begin it with a dash and a blank instead of “{sign}”. "
                return message, span, ("" if sign == "-" else dash) + _AS_BULLETS
            # Half a word, such as “-planung”; bullets without a blank are reported as such.
            is_hasty = sign.startswith("-") and sign[1:2].isalpha()
            if len(above) + 1 + len(sign) <= _NARROWEST and not is_hasty:
                short.append(span)
            if len(short) > most:
                message = f"These {1 + last - first} lines become one: "
                return message + "this one is joined to the one above.", short[0], _AS_LINES
        above = line
    return None
