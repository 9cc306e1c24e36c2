"""A pitfall of YAML, and the message parts that several of them share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from deckgen.outline.syntax.source_lines import SourceLine

_REFUSED = re.compile(r"[*&@%!`|>#]|[-?](?:\s|$)|\[[^\]]*\]\(|[^\"'\[{].*?:\s.*:\s")
"""What a text in brackets may not begin with, and a second colon anywhere in it."""
_TYPE = re.compile(
    r"!!(?:str|int|float|bool|null|seq|map|set|binary|timestamp|python/\S*)(?!\S)|!\S*(?=\s+[\[{])"
)
"""A type of YAML before a text, a list or a mapping."""


class Pitfall(NamedTuple):
    """A pitfall in a line: its column (from 0), the diagnostic, the line as probably meant."""

    column: int
    length: int
    code: str
    message: str
    hint: str
    repaired: str
    guessed: bool = False
    """Whether the repair is a guess, so that later errors may come from it."""


def reserved_sign_message(text: str) -> tuple[str, str]:
    """Return message and hint for a text that begins with a sign that YAML reserves."""
    if named := _TYPE.match(text):
        return (
            f"`{named[0]}` names a type for programs; an outline needs none.",
            f"Delete `{named[0]}`: words are text as they are typed, a list is a list.",
        )
    message = (
        f"Text may not begin with {text[0]} as it stands; the file format gives it another meaning."
    )
    tag = re.match(r"(!\w+)\s+\S", text)
    delete = f", or delete `{tag[1]}`" if tag else ""
    return message, f"Put the text in quotation marks: {quoted_excerpt(text)}{delete}"


def comment_message(text: str, rest: str) -> tuple[str, str]:
    """Return message and hint for a text of which ` #` makes the end, `rest`, a comment."""
    message = f"From the # on, “{excerpt(rest)}” is lost: a # behind a blank begins a comment."
    whole = f"{text} {rest}".strip()
    return message, (
        f"Put the text in quotation marks: {quoted_excerpt(whole)}. "
        "For a comment, leave a blank behind the #."
    )


def in_yaml_quotes(text: str) -> str:
    """Return the text in the quotation marks of YAML that need the fewest escapes in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quoted_excerpt(text: str) -> str:
    """Return the beginning of a text in the quotation marks of YAML, for a hint."""
    return in_yaml_quotes(excerpt(text))


def excerpt(text: str) -> str:
    """Return the beginning of a text, at most 60 characters, for a hint."""
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def hint_without_key(line: SourceLine) -> str:
    """Return what to do with a line without a key or a dash; many come along from a mail."""
    if line.value.startswith("> "):
        return "Delete the sign > at its beginning, which mail programs set before what they quote."
    if line.start == 0:
        return "Delete it; or begin it with #, if it is a remark."
    return f"Make it a list item (`- {excerpt(line.value)}`), or indent it below its text."


def refused_cell(line: SourceLine, anchors: frozenset[str]) -> Pitfall | None:
    """Return the first cell that YAML refuses in a list in brackets, such as `[Total, **7**]`."""
    for at, text in _cells(line.value):
        words = text.strip()
        if words[:1] == "*" and words[1:] in anchors:
            continue
        start = line.column + at + len(text) - len(text.lstrip())
        repaired = _with_cells_quoted(line)
        if not words:
            return Pitfall(
                line.column + at,
                max(len(text), 1),
                "empty-cell",
                "Between two commas stands nothing.",
                'Type an empty cell as "".',
                repaired,
            )
        if _REFUSED.match(words):
            message, hint = reserved_sign_message(words)
            code = "text-starts-with-sign"
            if words[0].isalnum():
                code = "second-colon"
                message = "A second colon in a cell: the file format takes it for the end of a key."
            return Pitfall(start, len(words), code, message, hint, repaired)
    return None


def _with_cells_quoted(line: SourceLine) -> str:
    """Return the line with every cell in quotation marks that needs them."""
    repaired, end = line.text[: line.column] + "[", 1
    for at, text in _cells(line.value):
        words = text.strip()
        repaired += in_yaml_quotes(words) if not words or _REFUSED.match(words) else text
        end = at + len(text)
        repaired += line.value[end]
        end += 1
    return repaired + line.value[end:]


def _cells(value: str) -> Iterator[tuple[int, str]]:
    """Yield offset and text of each cell of a list in brackets, between its commas.

    Nothing after the last comma is not a cell.
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


def comma_behind(line: SourceLine, end: int | None, code: str) -> Pitfall | None:
    """Return the pitfall of `"Words",` and `[a, b],`, as other languages have lists; else None."""
    if end is None or (rest := line.value[end:].strip()) not in {",", ";"}:
        return None
    return Pitfall(
        line.column + line.value.index(rest, end),
        1,
        code,
        f"Behind the closing {line.value[end - 1]} stands a “{rest}”, which ends nothing here.",
        "Delete it: each entry has a line of its own.",
        line.text[: line.column] + line.value[:end],
    )
