"""Texts that YAML tears at their own commas, between { } or [ ].

`{title: Nuts (wal, hazel)}`, `{length: 4,2 km}` and `[4,2 km, 9 m]`: each becomes one text again,
and is an error.
"""

from collections.abc import Iterable

from deckgen.outline.syntax.decoding import SourceText
from deckgen.outline.syntax.nodes import Node, Scalar
from deckgen.support.diagnostics import Diagnostics

_QUOTES = "„“”«»‚‘’"
"""What word processors make of the quotation marks that are meant for YAML."""


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
            and (_is_open(text.text) or is_torn_number(text, key) or " " in key.text)
            and not _has_colon(key, source)
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


def _has_colon(key: Scalar, source: SourceText) -> bool:
    return source.line(key.span.line - 1)[_end(key) - 1 :].lstrip().startswith(":")


def _joined(left: Scalar, right: Scalar) -> Scalar:
    blank = "" if _end(left) + 1 == right.span.column else " "
    span = left.span._replace(length=_end(right) - left.span.column)
    return left._replace(text=f"{left.text},{blank}{right.text}", span=span)


def _end(text: Scalar) -> int:
    return text.span.column + text.span.length


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")
