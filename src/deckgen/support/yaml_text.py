"""Text as a YAML scalar on one line, plain where every YAML reader takes it for text."""

import unicodedata

_BARE = frozenset(" _-.,;?!()/+&–—“”„’…")
"""Characters that a plain scalar may contain beside letters and digits, but not begin with."""
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
"""Words that some readers of YAML take for something else than text."""
_ESCAPED = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp", "Zs"})
"""Unicode categories of characters that are invisible."""


def yaml_scalar(text: str) -> str:
    """Return a text as a scalar for the place behind a key or a dash.

    Invisible characters are escaped, so that they survive an editor.
    """
    if any(_is_hidden(sign) for sign in text):
        return double_quoted(text)
    return text if _is_bare(text) else single_quoted(text)


def single_quoted(text: str) -> str:
    """Return a text of one line, without invisible characters, in single quotation marks."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Return any text in double quotation marks, on one line; invisible characters are escaped."""
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _is_bare(text: str) -> bool:
    if not text or text != text.strip() or text.casefold() in _WORDS:
        return False
    if text[0].isdigit() and " " not in text:  # perhaps a number or a date: 12, 0x1F, 2026-11-22
        return False
    return _is_letter(text[0]) and all(_is_letter(sign) or sign in _BARE for sign in text)


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"


def _is_hidden(sign: str) -> bool:
    return sign != " " and unicodedata.category(sign) in _ESCAPED


def _escaped(sign: str) -> str:
    if sign in {'"', "\\"}:
        return "\\" + sign
    if not _is_hidden(sign):
        return sign
    code = ord(sign)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
