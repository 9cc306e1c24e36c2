"""Listings, their words told apart as programmers know it: by Pygments, in four ways of setting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.deck.model import Run

if TYPE_CHECKING:
    from collections.abc import Sequence


class UnknownLanguageError(Exception):
    """A language that nobody knows how to highlight; holds names like it."""

    def __init__(self, near: Sequence[str]) -> None:
        super().__init__()
        self.near = near


def plain_lines(code: str) -> list[tuple[Run, ...]]:
    """Return the lines of a listing; an empty one has no run."""
    return [(Run(line, code=True),) if line else () for line in code.split("\n")]


def highlighted(code: str, language: str) -> list[tuple[Run, ...]]:
    """Return the lines of a listing, highlighted; raises UnknownLanguageError.

    Keywords are bold and in the accent, names that are defined bold, comments italic and quiet,
    strings and numbers in the accent: what is meant can be seen without colour, too.
    """
    from pygments.lexers import get_all_lexers, get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        from difflib import get_close_matches

        names = sorted({alias for _, aliases, _, _ in get_all_lexers() for alias in aliases})
        raise UnknownLanguageError(get_close_matches(language.lower(), names, 2)) from None
    lines: list[list[Run]] = [[]]
    for token, text in lexer.get_tokens(code):
        first, *rest = text.split("\n")
        _add(lines[-1], first, token)
        for part in rest:
            lines.append([])
            _add(lines[-1], part, token)
    return [tuple(_merged(line)) for line in lines]


def _add(line: list[Run], text: str, token: object) -> None:
    if text:
        line.append(_set(text, token))


def _set(text: str, token: object) -> Run:
    from pygments.token import Comment, Keyword, Name, Number, String

    plain = Run(text, code=True)
    if token in Comment:
        return plain._replace(italic=True, ink="quiet")
    if token in Keyword or token in Name.Tag:
        return plain._replace(bold=True, ink="accent")
    if token in Name.Function or token in Name.Class:
        return plain._replace(bold=True)
    if token in String or token in Number:
        return plain._replace(ink="accent")
    return plain


def _merged(line: list[Run]) -> Iterator[Run]:
    """Yield the runs of a line, neighbours that are set alike as one."""
    last: Run | None = None
    for run in line:
        if last is not None and last[1:] == run[1:]:
            last = last._replace(text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
