"""What is wrong, where, and the way out: the values that every stage may add.

A stage returns its value and adds to `Diagnostics`; it never prints, exits or raises for bad input.
This module imports nothing of deckgen, and everything may import it.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A place in a file that somebody wrote: 1-based line and column, counted in characters."""

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How bad it is: only an error keeps a deck from being written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Diagnostic(NamedTuple):
    """One finding. `code` is stable and kebab-case; `hint` says what to type instead."""

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    hint: str | None = None


REQUIRED_BY_CHECK = frozenset({"missing-alt", "missing-transcript"})
"""What `deckgen check` does not let pass, though a deck can be built without it."""


class Diagnostics:
    """The findings of one run, in the order in which the stages met them."""

    __slots__ = ("found",)

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def error(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add what keeps the deck from being written."""
        self.found.append(Diagnostic(Severity.ERROR, code, message, span, hint))

    def warning(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add what the author should look at; the deck is written all the same."""
        self.found.append(Diagnostic(Severity.WARNING, code, message, span, hint))

    def note(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add what was decided for the author."""
        self.found.append(Diagnostic(Severity.NOTE, code, message, span, hint))

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(found.severity is Severity.ERROR for found in self.found)

    def stricter(self, codes: frozenset[str]) -> "Diagnostics":
        """Return the same findings, those with these codes as errors."""
        strict = Diagnostics()
        strict.found = [
            found._replace(severity=Severity.ERROR) if found.code in codes else found
            for found in self.found
        ]
        return strict

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)
