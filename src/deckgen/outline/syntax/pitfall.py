"""A pitfall of YAML, and the message parts that several of them share."""

from typing import NamedTuple

BULLET_SIGNS = "•‣▪◦●·–—*"
"""Signs that people type at the start of a bullet instead of a dash."""


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
    message = (
        f"Text may not begin with {text[0]} as it stands; the file format gives it another meaning."
    )
    return message, f"Put the text in quotation marks: {quoted_excerpt(text)}"


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
