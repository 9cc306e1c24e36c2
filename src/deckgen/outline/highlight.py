"""Listings, their words told apart as programmers know it: by Pygments, in four ways of setting."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deckgen.deck.model import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pygments.lexer import Lexer

MOST_CHARACTERS = 10_000
"""Characters of a listing that is highlighted: some two hundred lines. The patterns of a lexer may
take time that grows with the square of the listing; this much takes seconds at worst."""
_MOST_FOR_SLOW = 3_000
"""The same for lexers whose patterns do so on listings that are easily written."""
_SLOW_LEXERS = frozenset({"csharp", "devicetree", "gherkin", "nemerle", "nit", "postscript"})
_FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, ValueError)
"""What lexers raise on code that is not as they expect it."""
_ENDLESS_LEXERS = frozenset(
    {"autohotkey", "autoit", "easytrieve", "fan", "lilypond", "mcschema", "tnt", "xpp"}
)
"""Lexers that take minutes or for ever on short texts, such as rows of blanks or `<!--`.

Most lexers of Pygments 2.21 were given rows of each sign and of 250 pairs, each 1,500 signs long.
"""


class UnhighlightedError(Exception):
    """A listing that is shown as it is typed, in one colour; says why."""


class UnknownLanguageError(Exception):
    """A language that nobody knows how to highlight; holds names like it."""

    def __init__(self, near: Sequence[str]) -> None:
        super().__init__()
        self.near = near


def plain_lines(code: str) -> list[tuple[Run, ...]]:
    """Return the lines of a listing; an empty one has no run."""
    return [(Run(line, code=True),) if line else () for line in code.split("\n")]


def highlighted(code: str, language: str) -> list[tuple[Run, ...]]:
    """Return the lines of a listing, highlighted; raises UnknownLanguageError, UnhighlightedError.

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
    aliases = set(lexer.aliases)
    if aliases & _ENDLESS_LEXERS:
        raise UnhighlightedError(f"Highlighting “{language}” may take for ever.")
    most = _MOST_FOR_SLOW if aliases & _SLOW_LEXERS else MOST_CHARACTERS
    if len(code) > most:
        raise UnhighlightedError(
            f"This listing has {len(code):,} characters; up to {most:,} are highlighted."
        )
    lines: list[list[Run]] = [[]]
    for token, text in _tokens(lexer, code):
        first, *rest = text.split("\n")
        _add(lines[-1], first, token)
        for part in rest:
            lines.append([])
            _add(lines[-1], part, token)
    return [tuple(_merged(line)) for line in lines]


def _tokens(lexer: Lexer, code: str) -> list[tuple[object, str]]:
    """Return the tokens of a listing; raises UnhighlightedError."""
    try:
        return list(lexer.get_tokens(code))
    except _FAULTS:
        raise UnhighlightedError("Pygments cannot highlight this listing.") from None


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
