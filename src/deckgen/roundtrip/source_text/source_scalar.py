"""A scalar in its file: where each character of its text stands.

YAML's escapes, folds and indentation lie between a file and the text that it means. What is known
here is undone character by character, so that a change of some characters leaves all others as
their author typed them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.outline.syntax.nodes import Scalar

_LINE_END = re.compile(r"\r\n|\r|\n")
_FOLD = re.compile(r"[ \t]*(?:(?:\r\n|\r|\n)[ \t]*)+")
"""One or more line ends within a scalar, with the blanks around them."""
_BLOCK_FOLD = re.compile(r"(?:(?:\r\n|\r|\n)[ ]*)+")
"""The same in a `>` block, where blanks at the end of a line are text."""
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    " ": " ",
    "/": "/",
    '"': '"',
    "\\": "\\",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
"""YAML 1.2, section 5.7."""
_HEXADECIMAL = {"x": 2, "u": 4, "U": 8}


class SourceScalar(NamedTuple):
    """A scalar of a file, with offsets into the text of that file."""

    text: str
    """What YAML makes of it."""
    style: str
    """The style, as `Scalar.style` has it."""
    chars: tuple[tuple[int, int], ...]
    """Start and end of each character of `text`."""
    start: int
    """The index of its quotation mark, if it has one; of a block, of its `|` or `>`."""
    end: int
    """The index after its quotation mark, if it has one; of a block, after its last word."""
    line_end: str
    """A line end of the file, and the indentation of the lines of this scalar."""


def line_starts(source: str) -> list[int]:
    """Return the offset of each line of a file; line ends may be those of any system."""
    return [0, *(match.end() for match in _LINE_END.finditer(source))]


def locate_scalar(source: str, starts: list[int], scalar: Scalar) -> SourceScalar | None:
    """Return the scalar with its characters' places; None if it is written in a way not known.

    `source` is the text of its file without a byte order mark, `starts` its `line_starts`.
    """
    line = scalar.span.line - 1
    if line >= len(starts):
        return None
    at = starts[line] + scalar.span.column - 1
    text = scalar.text
    if scalar.style in {"|", ">"}:
        return _block(source, starts, scalar, at)
    opening = at if not scalar.style else at - 1
    if scalar.style and source[opening : opening + 1] != scalar.style:
        return None
    chars = _flow_chars(source, at, text, scalar.style)
    if chars is None:
        return None
    end = chars[-1][1] if chars else at
    if scalar.style:
        if source[end : end + 1] != scalar.style:
            return None
        end += 1
    return SourceScalar(text, scalar.style, chars, opening, end, _line_end(source, starts, scalar))


def _flow_chars(source: str, at: int, text: str, style: str) -> tuple[tuple[int, int], ...] | None:
    """Return the places of the characters of a plain or quoted scalar that begins at `at`."""
    chars: list[tuple[int, int]] = []
    while len(chars) < len(text):
        fold = _FOLD.match(source, at)
        if fold and style == '"' and source[at - 1 : at] == "\\":
            fold = None
        if fold:
            places = _folded(fold, text, len(chars))
            if places is None:
                return None
            chars += places
            at = fold.end()
            continue
        step = _character(source, at, text[len(chars)], style)
        if step is None:
            return None
        chars.append((at, at + step))
        at += step
    return tuple(chars)


def _folded(fold: re.Match[str], text: str, index: int) -> Iterator[tuple[int, int]] | None:
    """Return the places of the blank, or of the line feeds, that line ends have become.

    Line feeds are one more than YAML makes: `folded_text` keeps paragraphs.
    """
    breaks = [match.start() + fold.start() for match in _LINE_END.finditer(fold[0])]
    if len(breaks) == 1:
        return iter([fold.span()]) if text[index] == " " else None
    feeds = len(text) - len(text[index:].lstrip("\n")) - index
    if feeds not in {len(breaks), len(breaks) - 1}:
        return None
    starts = [fold.start(), *breaks[1:feeds]]
    return zip(starts, [*starts[1:], fold.end()], strict=True)


def _character(source: str, at: int, character: str, style: str) -> int | None:
    """Return how many characters of the file stand for `character`; None if they do not."""
    here = source[at : at + 1]
    if style == "'" and here == "'":
        return 2 if source[at + 1 : at + 2] == "'" and character == "'" else None
    if style == '"' and here == "\\":
        sign = source[at + 1 : at + 2]
        if sign in _HEXADECIMAL:
            digits = source[at + 2 : at + 2 + _HEXADECIMAL[sign]]
            return 2 + len(digits) if f"{ord(character):x}" == digits.lower().lstrip("0") else None
        return 2 if sign and _ESCAPES.get(sign) == character else None
    return 1 if here == character or (here == "\t" and character == " ") else None


def _block(source: str, starts: list[int], scalar: Scalar, at: int) -> SourceScalar | None:
    """Return a `|` or `>` block whose first line of text begins at `at`."""
    header = source.rfind(scalar.style, 0, starts[scalar.span.line - 1])
    if header < 0:
        return None
    indent = source[starts[scalar.span.line - 1] : at]
    text = scalar.text.rstrip("\n")
    chars: list[tuple[int, int]] = []
    while len(chars) < len(text):
        fold = _BLOCK_FOLD.match(source, at)
        if fold is None:
            if source[at : at + 1] != text[len(chars)]:
                return None
            chars.append((at, at + 1))
            at += 1
            continue
        if scalar.style == "|":
            end = _next_line(source, at, indent)
            if text[len(chars)] != "\n" or end is None:
                return None
            chars.append((at, end))
            at = end
            continue
        places = _folded(fold, text, len(chars))
        if places is None or len(_LINE_END.split(fold[0])[-1]) != len(indent):
            return None
        chars += places
        at = fold.end()
    end = chars[-1][1] if chars else at
    line_end = _line_end(source, starts, scalar)
    return SourceScalar(text, scalar.style, tuple(chars), header, end, line_end)


def _next_line(source: str, at: int, indent: str) -> int | None:
    """Return where the text of the line behind the line end at `at` begins."""
    match = _LINE_END.match(source, at)
    if match is None:
        return None
    if source.startswith(indent, match.end()):
        return match.end() + len(indent)
    blanks = re.compile("[ ]*").match(source, match.end())
    end = blanks.end() if blanks else match.end()
    return end if end == len(source) or source[end] in "\r\n" else None


def _line_end(source: str, starts: list[int], scalar: Scalar) -> str:
    """Return the line end for new lines of a scalar, with their indentation."""
    number = scalar.span.line - 1
    match = _LINE_END.search(source)
    feed = match[0] if match else "\n"
    if scalar.style in {"|", ">"}:
        return feed + source[starts[number] : starts[number] + scalar.span.column - 1]
    below = starts[number + 1] if number + 1 < len(starts) else len(source)
    key = re.compile("[ ]*(?:-[ ]+)*").match(source, starts[number])
    following = re.compile("[ ]*").match(source, below)
    column = len(key[0]) if key else 0
    deeper = len(following[0]) if following else 0
    return feed + " " * (deeper if deeper > column else column + 2)
