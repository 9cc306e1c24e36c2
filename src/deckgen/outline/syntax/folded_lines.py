"""Texts of several lines, which YAML joins: paragraphs are kept, doubtful joins reported."""

import re

from deckgen.outline.syntax.decoding import SourceText
from deckgen.outline.syntax.nodes import YamlEvent
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span

_NARROWEST = 50
"""Characters: a shorter line that had space for the next word was probably meant as a line."""
_BULLETS = frozenset("-*•–")


def folded_text(text: str, event: YamlEvent, source: SourceText, diagnostics: Diagnostics) -> str:
    """Return the text of the scalar of an event; warn if its lines seem to be meant as lines.

    An empty line stays a paragraph break, of which YAML makes a single line feed.
    """
    first, last = event.start_mark.line, event.end_mark.line
    if event.style != ">":
        _warn_of_joined_lines(source, first, last, event.start_mark.column, diagnostics)
    lines = source.lines[first : last + 1]
    if "\n" not in text or (event.style == '"' and any("\\n" in line for line in lines)):
        return text
    return re.sub(r"\n+(?!\n|\Z)", lambda feeds: feeds[0] + "\n", text)


def _warn_of_joined_lines(
    source: SourceText, first: int, last: int, column: int, diagnostics: Diagnostics
) -> None:
    """Warn of the first line that is joined to the line above, but seems to be meant as a line.

    The text begins in line `first` at `column` and ends in line `last`, all from 0. A line seems so
    if it begins like a bullet, or if the line above had space for its first word. A bullet may have
    one line of the second sort.
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
            if words[0] in _BULLETS and len(words) > 1:
                _warn_of_bullet(words[0], span, source.span(first, column), diagnostics)
                return
            # Half a word, such as “-planung”; bullets without a blank are reported as such.
            is_hasty = words[0].startswith("-") and words[0][1:2].isalpha()
            if len(above) + 1 + len(words[0]) <= _NARROWEST and not is_hasty:
                short.append(span)
            if len(short) > most:
                _warn(
                    f"These {1 + last - first} lines become one: this one is joined to the one "
                    "above.",
                    short[0],
                    "To keep them as lines, type | behind the colon or the dash (`text: |`), and "
                    "all lines below it, indented. If one line is meant, type > instead.",
                    source.span(first, column),
                    diagnostics,
                )
                return
        above = line


def _warn_of_bullet(sign: str, span: Span, start: Span, diagnostics: Diagnostics) -> None:
    instead = "" if sign == "-" else f"Begin it with a dash and a blank instead of “{sign}”. "
    _warn(
        "This line begins as a bullet does, and is joined to the text above it.",
        span,
        f"{instead}A bullet starts in the column of the one above it; to put it below, end "
        "that one with a colon. Within a `text`, type `text: |`, and all lines below it, indented.",
        start,
        diagnostics,
    )


def _warn(message: str, span: Span, hint: str, start: Span, diagnostics: Diagnostics) -> None:
    """Warn of a line, unless the whole text that begins at `start` is refused."""
    diagnostics.add(
        Diagnostic(Severity.WARNING, "lines-joined", message, span, hint, text_start=start)
    )
