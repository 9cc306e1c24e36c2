"""Diagnostics: what is wrong, where, and the way out.

A stage returns its value and adds to `Diagnostics`; it never prints, exits or raises for bad input.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple, TypeAlias


class Span(NamedTuple):
    """A place in a text file: line and column from 1, in characters."""

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Severity(StrEnum):
    """Only an error prevents the deck from being written."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Diagnostic(NamedTuple):
    """A message for the author. `code` is stable and kebab-case; `hint` says what to type."""

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    hint: str | None = None
    stands_for: int = 1
    """How many diagnostics it counts: more than one for the rest of a code."""
    text_start: Span | None = None
    """Where a doubtful text begins: an error that refuses the text replaces this diagnostic."""


class CodedError(Exception):
    """What could not be done, in the words of a diagnostic: its code, its message, its hint."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class LocatedError(CodedError):
    """A fault of the author's file, raised where it is found; `Diagnostics.report` adds it."""

    def __init__(self, code: str, message: str, span: Span, hint: str) -> None:
        super().__init__(code, message, hint)
        self.span = span


REQUIRED_BY_CHECK = frozenset(
    {"missing-alt", "missing-transcript", "alt-file-name", "alt-says-nothing", "link-says-nothing"}
)
"""Codes of warnings that are errors in `deckgen check`."""

MOST_OF_A_KIND = 50
"""Diagnostics of one severity and code that are kept; further ones are only counted.

Time and memory for a broken file are bounded, its other faults are told. GitHub shows as many.
"""

_Kind: TypeAlias = tuple[Severity, str]


class Diagnostics:
    """The diagnostics of a run, in the order in which they were added.

    Equal ones are told once. Beyond `MOST_OF_A_KIND` of a severity and code, the last one says how
    many more there are, and stands at the place of the first of these. `len` counts all.
    """

    __slots__ = ("_beyond", "_counts", "_kept", "_total")

    def __init__(self, diagnostics: Iterable[Diagnostic] = ()) -> None:
        self._kept: list[Diagnostic] = []
        self._counts: dict[_Kind, int] = {}
        self._total = 0
        self._beyond: dict[_Kind, Diagnostic] = {}
        self.extend(diagnostics)

    def error(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add an error: the deck is not written."""
        self.add(Diagnostic(Severity.ERROR, code, message, span, hint))

    def warning(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add a warning: the author should look at it; the deck is written."""
        self.add(Diagnostic(Severity.WARNING, code, message, span, hint))

    def note(self, code: str, message: str, span: Span | None, hint: str | None = None) -> None:
        """Add a note: something was decided for the author."""
        self.add(Diagnostic(Severity.NOTE, code, message, span, hint))

    def report(self, error: LocatedError) -> None:
        """Add an error that was raised."""
        self.error(error.code, error.message, error.span, error.hint)

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic; one that stands for several counts as so many and is not kept."""
        message, hint = diagnostic.message, diagnostic.hint
        if len(message) > MOST_QUOTED or (hint and len(hint) > MOST_QUOTED):
            hint = clipped_message(hint) if hint else hint
            diagnostic = diagnostic._replace(message=clipped_message(message), hint=hint)
        kind = diagnostic.severity, diagnostic.code
        self._total += diagnostic.stands_for
        count = self._counts[kind] = self._counts.get(kind, 0) + diagnostic.stands_for
        if count <= MOST_OF_A_KIND and diagnostic.stands_for == 1:
            self._kept.append(diagnostic)
            return
        before = self._beyond.get(kind)
        if before is None:
            self._beyond[kind] = diagnostic
        else:
            self._beyond[kind] = before._replace(
                stands_for=before.stands_for + diagnostic.stands_for
            )

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add several diagnostics."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def is_full(self, code: str, severity: Severity = Severity.ERROR) -> bool:
        """Return whether a further diagnostic of this code will only be counted.

        Then its hint is not shown, and need not be computed.
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
        """Whether there is an error."""
        return any(severity is Severity.ERROR for severity, _ in self._counts)

    def stricter(self, codes: frozenset[str]) -> "Diagnostics":
        """Return the same diagnostics, those with these codes as errors."""
        return Diagnostics(
            diagnostic._replace(severity=Severity.ERROR) if diagnostic.code in codes else diagnostic
            for diagnostic in self
        )

    def __iter__(self) -> Iterator[Diagnostic]:
        refused = {
            each.span[:3] for each in self._kept if each.span and each.severity is Severity.ERROR
        }
        # What is shown twice, such as a file, has its faults once.
        for each in dict.fromkeys(self._kept):
            if each.text_start is None or each.text_start[:3] not in refused:
                yield each
        yield from map(_counted, self._beyond.values())

    def __len__(self) -> int:
        return self._total


def _counted(first: Diagnostic) -> Diagnostic:
    """Return the diagnostic that counts all beyond `MOST_OF_A_KIND`, at the first of them."""
    count = first.stands_for
    rest = "There is 1 more finding" if count == 1 else f"There are {count:,} more findings"
    return first._replace(
        message=f"{rest} of this kind, from here on.",
        hint="Mend those that are told one by one; the next run tells of the others.",
    )


MOST_QUOTED = 200
"""Characters that a message shows of what it quotes."""
_LONGEST_MESSAGE = 1_500
_QUOTATION = rf"(?<=[“„])[^“”„]{{{MOST_QUOTED + 1},}}(?=[”“])|[^\s“”„]{{{MOST_QUOTED + 1},}}"


def clipped(text: str) -> str:
    """Return a text of a file as a message shows it: `MOST_QUOTED` characters of a longer one."""
    return text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"


def clipped_message(message: str) -> str:
    """Return a message with its quotations and words clipped, and a bound for the whole of it.

    So no message is as long as the file that it is about.
    """
    if len(message) <= MOST_QUOTED:
        return message
    message = re.sub(_QUOTATION, lambda found: clipped(found[0]), message)
    if len(message) <= _LONGEST_MESSAGE:
        return message
    return f"{message[: _LONGEST_MESSAGE - MOST_QUOTED]} … {message[-MOST_QUOTED:]}"


MOST_LISTED = 12
"""Names that a hint lists."""


def name_list(names: Iterable[str], most: int = MOST_LISTED) -> str:
    """Return names separated by commas; of many the first ones, and how many more there are."""
    every = list(names)
    more = len(every) - most
    listed = ", ".join(every[:most])
    return f"{listed} and {more:,} more" if more > 0 else listed


def names_in_words(names: Sequence[str]) -> str:
    """Return all names in words: “a, b and c”. There must be at least one."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, which takes an “s” in the plural: “1,200 slides”."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def number_list(numbers: Iterable[int]) -> str:
    """Return numbers in words: “3, 5–7”."""
    pieces = []
    ordered = sorted(set(numbers))
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        last = f"–{members[-1]}" if len(members) > 1 else ""
        pieces.append(f"{members[0]}{last}")
    return ", ".join(pieces)
