"""Listings with syntax highlighting by Pygments, in four styles.

Pygments runs in a process that can be ended: some of its lexers never end on a character that they
do not expect. docs/decisions/highlighting.md
"""

import json
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from typing import IO, Any

from deckgen.deck.text_body import Run
from deckgen.outline.lower.graphics.drawings.highlight_worker import (
    COMMENT,
    KEYWORD,
    LITERAL,
    NAME,
    PLAIN,
)
from deckgen.support.bounded_process import BoundedProcess, OutOfBoundsError, bare_python

SECONDS = 3.0
"""Processor time for one listing; an ordinary one of the longest size takes 0.1 s."""
_LONGEST_WAIT = 20.0 if sys.platform == "win32" else 60.0
"""Seconds of wall-clock time, for a busy machine; on Windows there is no other limit."""
_MEGABYTES = 512
LONGEST = 20_000
"""Characters of a listing that is highlighted: five hundred lines."""
_MOST_TIMEOUTS = 2
"""Listings that may use up their time; further ones are not highlighted."""
_STYLES = {
    PLAIN: Run("", code=True),
    COMMENT: Run("", code=True, italic=True, color_role="quiet"),
    KEYWORD: Run("", code=True, bold=True, color_role="accent"),
    NAME: Run("", code=True, bold=True),
    LITERAL: Run("", code=True, color_role="accent"),
}


class UnknownLanguageError(Exception):
    """Pygments does not know the language; `near` are similar names."""

    def __init__(self, near: Sequence[str]) -> None:
        super().__init__()
        self.near = near


class NotHighlightedError(Exception):
    """A listing cannot be highlighted; the message is the reason, as the end of a sentence."""


def plain_lines(code: str) -> list[tuple[Run, ...]]:
    """Return the lines of a listing; an empty one has no run."""
    return [(Run(line, code=True),) if line else () for line in code.split("\n")]


class Highlighter:
    """Highlights listings; its process starts with the first listing and ends with this object."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """Allow each listing so many seconds of processor time; start nothing yet."""
        worker = find_spec("deckgen.outline.lower.graphics.drawings.highlight_worker")
        library = find_spec("pygments")
        folder = (library.submodule_search_locations or [""])[0] if library else ""
        program = worker.origin or "" if worker else ""
        command = [*bare_python(), program, folder.rpartition("pygments")[0], str(seconds)]
        self._process = BoundedProcess(command, _LONGEST_WAIT, _MEGABYTES)
        self._timeouts = 0

    def lines(self, code: str, language: str) -> list[tuple[Run, ...]]:
        """Return the lines of a listing, highlighted.

        Keywords are bold and in the accent colour, defined names bold, comments italic and muted,
        strings and numbers in the accent colour: bold and italic help where colours are not seen.
        Raises UnknownLanguageError, NotHighlightedError.
        """
        if len(code) > LONGEST:
            raise NotHighlightedError(f"it has more than {LONGEST:,} characters")
        if self._timeouts >= _MOST_TIMEOUTS:
            raise NotHighlightedError(f"{_MOST_TIMEOUTS} others have used up the time")
        try:
            answer = self._process.ask(lambda stdin, stdout: _ask(stdin, stdout, code, language))
        except OutOfBoundsError:
            answer = {"problem": "too-slow"}
        except OSError:
            raise NotHighlightedError("no further program can be started") from None
        if answer is None or "problem" in answer:
            slow = answer is not None and answer["problem"] == "too-slow"
            self._timeouts += slow
            why = "it takes too long to read" if slow else "it cannot be read"
            raise NotHighlightedError(f"{why} as {language}")
        if "near" in answer:
            raise UnknownLanguageError(answer["near"])
        lines = [
            tuple([_STYLES[style]._replace(text=text) for style, text in line])
            for line in answer["lines"]
        ]
        if "\n".join(["".join([run.text for run in line]) for line in lines]) != code:
            raise NotHighlightedError(f"read as {language}, some of it would be lost")
        return lines


def _ask(stdin: IO[bytes], stdout: IO[bytes], code: str, language: str) -> dict[str, Any] | None:
    """Return the worker's answer for a listing; None if its process has ended."""
    stdin.write(json.dumps([language, code]).encode() + b"\n")
    stdin.flush()
    line = stdout.readline()
    answer: dict[str, Any] | None = json.loads(line) if line.endswith(b"\n") else None
    return answer
