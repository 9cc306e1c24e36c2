"""Listings, their words told apart as programmers know it: by Pygments, in four ways of setting.

Pygments runs in a process that can be ended: some of its languages never come to an end with a sign
that they do not expect. docs/decisions/highlighting.md
"""

from __future__ import annotations

import json
import sys
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING, Any

from deckgen.deck.text_body import Run
from deckgen.outline.lower.graphics.highlight_worker import COMMENT, KEYWORD, LITERAL, NAME, PLAIN
from deckgen.support.bounded_process import BoundedProcess, OutOfBoundsError, bare_python

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 3.0
"""Processor time for one listing; an honest one that is as long as may be takes a tenth of one."""
_LONGEST_WAIT = 20.0 if sys.platform == "win32" else 60.0
"""Seconds by the clock, for a machine that is busy; on Windows there is no other limit."""
_MEGABYTES = 512
LONGEST = 20_000
"""Characters of a listing that is highlighted: five hundred lines."""
_MOST_LOST = 2
"""Listings that may use up their time before the others are left alone."""
_STYLES = {
    PLAIN: Run("", code=True),
    COMMENT: Run("", code=True, italic=True, color_role="quiet"),
    KEYWORD: Run("", code=True, bold=True, color_role="accent"),
    NAME: Run("", code=True, bold=True),
    LITERAL: Run("", code=True, color_role="accent"),
}
_REST = {style: run[1:] for style, run in _STYLES.items()}


class UnknownLanguageError(Exception):
    """A language that nobody knows how to highlight; holds names like it."""

    def __init__(self, near: Sequence[str]) -> None:
        super().__init__()
        self.near = near


class NotHighlightedError(Exception):
    """A listing that is shown as it is; says why, as the end of a sentence."""


def plain_lines(code: str) -> list[tuple[Run, ...]]:
    """Return the lines of a listing; an empty one has no run."""
    return [(Run(line, code=True),) if line else () for line in code.split("\n")]


class Highlighter:
    """Highlights listings; what it needs for that is started with the first, and ends with this."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """Start nothing yet."""
        worker, library = (
            find_spec("deckgen.outline.lower.graphics.highlight_worker"),
            find_spec("pygments"),
        )
        folder = (library.submodule_search_locations or [""])[0] if library else ""
        program = worker.origin or "" if worker else ""
        bounds = (folder.rpartition("pygments")[0], str(_MEGABYTES), str(seconds))
        self._process = BoundedProcess(
            [*bare_python(), program, *bounds], _LONGEST_WAIT, 2 * _MEGABYTES
        )
        self._lost = 0

    def lines(self, code: str, language: str) -> list[tuple[Run, ...]]:
        """Return the lines of a listing, highlighted.

        Keywords are bold and in the accent, names that are defined bold, comments italic and quiet,
        strings and numbers in the accent: what is meant can be seen without colour, too. Raises
        UnknownLanguageError, NotHighlightedError.
        """
        if len(code) > LONGEST:
            raise NotHighlightedError(f"it has more than {LONGEST:,} characters")
        if self._lost >= _MOST_LOST:
            raise NotHighlightedError(f"{_MOST_LOST} others have used up the time")
        try:
            answer = self._process.ask(lambda given, taken: _answer(given, taken, code, language))
        except OutOfBoundsError:
            answer = {"problem": "too-slow"}
        except OSError:
            raise NotHighlightedError("no further program can be started") from None
        if answer is None or "problem" in answer:
            slow = answer is not None and answer["problem"] == "too-slow"
            self._lost += slow
            why = "it takes too long to read" if slow else "it cannot be read"
            raise NotHighlightedError(f"{why} as {language}")
        if "near" in answer:
            raise UnknownLanguageError(answer["near"])
        lines = [
            tuple([tuple.__new__(Run, (text, *_REST[style])) for style, text in line])
            for line in answer["lines"]
        ]
        if "\n".join(["".join([run.text for run in line]) for line in lines]) != code:
            raise NotHighlightedError(f"read as {language}, some of it would be lost")
        return lines


def _answer(given: IO[bytes], taken: IO[bytes], code: str, language: str) -> dict[str, Any] | None:
    """Return what the process says of a listing; None if it has ended."""
    given.write(json.dumps([language, code]).encode() + b"\n")
    given.flush()
    line = taken.readline()
    found: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
    return found
