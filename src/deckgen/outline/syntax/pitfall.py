"""What a trap of YAML is, and the words that more than one of them needs."""

from __future__ import annotations

from typing import NamedTuple

BULLET_SIGNS = "•‣▪◦●·–—*"
"""What people begin a bullet with who see it as it will be shown."""


class Pitfall(NamedTuple):
    """One trap: where it is (from 0), what to say, and the line as the author may have meant it."""

    number: int
    column: int
    length: int
    code: str
    message: str
    hint: str
    repaired: str
    guessed: bool = False
    """Whether the repair is a guess, so that what goes wrong afterwards may be its fault."""


def reserved_sign_message(text: str) -> tuple[str, str]:
    """Message and hint for text that begins with a sign which YAML keeps for itself."""
    message = (
        f"Text may not begin with {text[0]} as it stands; the file format gives it another meaning."
    )
    return message, f"Put the text in quotation marks: {quoted_excerpt(text)}"


def comment_message(text: str, rest: str) -> tuple[str, str]:
    """Message and hint for text that a ` #` cuts off."""
    message = f"From the # on, “{excerpt(rest)}” is lost: a # behind a blank begins a comment."
    whole = f"{text} {rest}".strip()
    return message, (
        f"Put the text in quotation marks: {quoted_excerpt(whole)}. "
        "For a comment, leave a blank behind the #."
    )


def in_yaml_quotes(text: str) -> str:
    """Put the text in those quotation marks that need the least change in it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def quoted_excerpt(text: str) -> str:
    """Quote the text for a hint, no longer than a line."""
    return in_yaml_quotes(excerpt(text))


def excerpt(text: str) -> str:
    """Cut the text to what a hint has room for."""
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
