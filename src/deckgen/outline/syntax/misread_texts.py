"""Texts that YAML reads otherwise than they may be meant: it joins lines, and tears at commas.

Texts of several lines keep their paragraphs, and doubtful joins are reported. Between { } or [ ],
`{title: Nuts (wal, hazel)}`, `{length: 4,2 km}` and `[4,2 km, 9 m]` become one text, with an error.
"""

import re
from collections.abc import Iterable

from deckgen.outline.syntax.decoding import SourceText
from deckgen.outline.syntax.nodes import Node, Scalar, YamlEvent
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
_QUOTES = "„“”«»‚‘’"
"""What word processors make of the quotation marks that are meant for YAML."""


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


def whole_values(
    pairs: Iterable[tuple[Node, Node]], source: SourceText, diagnostics: Diagnostics
) -> list[tuple[Node, Node]]:
    """Return pairs, each text joined with the keys without a colon that a comma made of its rest.

    Such a key belongs to the text if it closes its parenthesis, goes on with its number, or is
    several words, as no key is. A colour such as rgb(0,51,68) is told elsewhere, as a colour.
    """
    whole: list[tuple[Node, Node]] = []
    torn: dict[int, Scalar] = {}
    for key, value in pairs:
        text = whole[-1][1] if whole else value
        if (
            isinstance(text, Scalar)
            and isinstance(key, Scalar)
            and _is_behind(text, key)
            and (
                text.text.count("(") > text.text.count(")")
                or is_torn_number(text, key)
                or " " in key.text
            )
            and not source.line(key.span.line - 1)[_end(key) - 1 :].lstrip().startswith(":")
        ):
            torn[len(whole) - 1] = text = _joined(text, key)
            whole[-1] = whole[-1][0], text
        else:
            whole.append((key, value))
    for text in torn.values():
        if not text.text.startswith("rgb"):
            diagnostics.error(
                "comma-in-braces",
                "Between { } a comma ends a text, and what stands behind it is taken for a key.",
                text.span,
                f'Put the whole text in quotation marks: "{text.text.strip(_QUOTES)}"',
            )
    return whole


def whole_entries(items: Iterable[Node], diagnostics: Diagnostics) -> list[Node]:
    """Return the items of a list, each text joined with the rest of its number.

    Digits alone may be entries without a blank between them, as in `[3,5-7]`: they stay.
    """
    whole: list[Node] = []
    for item in items:
        left = whole[-1] if whole else item
        if (
            isinstance(left, Scalar)
            and isinstance(item, Scalar)
            and is_torn_number(left, item)
            and any(letter.isalpha() for letter in left.text + item.text)
        ):
            report_torn_number(left, item, diagnostics)
            whole[-1] = _joined(left, item)
        else:
            whole.append(item)
    return whole


def report_torn_number(left: Scalar, right: Scalar, diagnostics: Diagnostics) -> None:
    """Report a number that a comma makes two entries of a list."""
    whole = _joined(left, right)
    diagnostics.error(
        "comma-in-number",
        f"This comma makes two of it: “{left.text}” and “{right.text}”.",
        whole.span,
        f'Put a number with a comma in quotation marks: "{whole.text}". '
        "If two are meant, type a blank behind the comma.",
    )


def is_torn_number(left: Scalar, right: Scalar) -> bool:
    """Return whether only a comma separates the digits of two texts."""
    return (
        _is_behind(left, right)
        and _end(left) + 1 == right.span.column
        and left.text[-1:].isdigit()
        and right.text[:1].isdigit()
    )


def _is_behind(left: Scalar, right: Scalar) -> bool:
    """Return whether two texts without quotation marks stand on one line, the first with words."""
    return left.plain and right.plain and left.span.line == right.span.line and bool(left.text)


def _joined(left: Scalar, right: Scalar) -> Scalar:
    blank = "" if _end(left) + 1 == right.span.column else " "
    span = left.span._replace(length=_end(right) - left.span.column)
    return left._replace(text=f"{left.text},{blank}{right.text}", span=span)


def _end(text: Scalar) -> int:
    return text.span.column + text.span.length
