"""What is wrong, where, and the way out: the values that every stage may add.

A stage returns its value and adds to `Diagnostics`; it never prints, exits or raises for bad input.
This module imports nothing of deckgen, and everything may import it.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias


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
    stands_for: int = 1
    """How many findings it tells of: more than one where the rest of a kind is counted."""


REQUIRED_BY_CHECK = frozenset({"missing-alt", "missing-transcript"})
"""What `deckgen check` does not let pass, though a deck can be built without it."""

MOST_OF_A_KIND = 50
"""Findings of one severity and code that are kept one by one; the others are only counted.

So no file, however broken, takes more time or memory than its size, or hides all else that is
wrong. GitHub shows as many annotations of a run.
"""

_Kind: TypeAlias = tuple[Severity, str]


class Diagnostics:
    """The findings of one run, in the order in which the stages met them.

    Of each kind the first are kept; those beyond `MOST_OF_A_KIND` come last, as one that says how
    many there are, at the place of the first of them. `len` counts every finding.
    """

    __slots__ = ("_beyond", "_counts", "_kept")

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._kept: list[Diagnostic] = []
        self._counts: dict[_Kind, int] = {}
        self._beyond: dict[_Kind, Diagnostic] = {}
        self.extend(found)

    def error(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add what keeps the deck from being written."""
        self.add(Diagnostic(Severity.ERROR, code, message, span, hint))

    def warning(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add what the author should look at; the deck is written all the same."""
        self.add(Diagnostic(Severity.WARNING, code, message, span, hint))

    def note(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add what was decided for the author."""
        self.add(Diagnostic(Severity.NOTE, code, message, span, hint))

    def add(self, finding: Diagnostic) -> None:
        """Add a finding; one that stands for several counts as so many, and is not kept itself."""
        kind = finding.severity, finding.code
        count = self._counts[kind] = self._counts.get(kind, 0) + finding.stands_for
        if count <= MOST_OF_A_KIND and finding.stands_for == 1:
            self._kept.append(finding)
            return
        before = self._beyond.get(kind)
        if before is None:
            self._beyond[kind] = finding
        else:
            self._beyond[kind] = before._replace(stands_for=before.stands_for + finding.stands_for)

    def extend(self, found: Iterable[Diagnostic]) -> None:
        """Add the findings of somebody else."""
        for finding in found:
            self.add(finding)

    def is_full(self, code: str, severity: Severity = Severity.ERROR) -> bool:
        """Return whether a further finding of this kind will only be counted.

        Then nobody reads its hint, and one that is dear to find (did you mean …?) can be left out.
        """
        return self._counts.get((severity, code), 0) >= MOST_OF_A_KIND

    @property
    def errors(self) -> int:
        """How many errors there are."""
        return sum(
            count for (severity, _), count in self._counts.items() if severity is Severity.ERROR
        )

    @property
    def has_errors(self) -> bool:
        """Whether any finding is an error."""
        return any(severity is Severity.ERROR for severity, _ in self._counts)

    def stricter(self, codes: frozenset[str]) -> "Diagnostics":
        """Return the same findings, those with these codes as errors."""
        return Diagnostics(
            found._replace(severity=Severity.ERROR) if found.code in codes else found
            for found in self
        )

    def __iter__(self) -> Iterator[Diagnostic]:
        yield from self._kept
        yield from map(_counted, self._beyond.values())

    def __len__(self) -> int:
        return sum(self._counts.values())


def _counted(first: Diagnostic) -> Diagnostic:
    """Return the finding that stands for all beyond `MOST_OF_A_KIND`, at the first of them."""
    count = first.stands_for
    rest = "There is 1 more finding" if count == 1 else f"There are {count:,} more findings"
    return first._replace(
        message=f"{rest} of this kind, from here on.",
        hint="Mend those that are told one by one; the next run tells of the others.",
    )


MOST_LISTED = 12
"""Names that a hint lists."""


def name_list(names: Iterable[str]) -> str:
    """Return names for a hint, parted by commas; of many the first, and how many more there are."""
    every = list(names)
    more = len(every) - MOST_LISTED
    shown = ", ".join(every[:MOST_LISTED])
    return f"{shown} and {more:,} more" if more > 0 else shown
