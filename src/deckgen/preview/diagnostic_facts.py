"""What was found, as the page shows it: with its line, and the slide that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckgen.preview.slide_facts import SlideFacts
from deckgen.project.diagnostic_report import ordered
from deckgen.support.diagnostics import Diagnostic, Span

_LONGEST_SOURCE = 400


class DiagnosticFacts(NamedTuple):
    """A finding; the names are those of the page."""

    severity: str
    code: str
    message: str
    hint: str
    file: str
    """Empty if it stands nowhere."""
    line: int
    column: int
    source: str
    """The line as it was written."""
    width: int
    """How many characters of it are meant."""
    slide: int | None
    """The number of the slide that it belongs to."""


def diagnostic_facts(
    diagnostics: Sequence[Diagnostic],
    slides: Sequence[SlideFacts],
    sources: Mapping[str, Sequence[str]],
) -> tuple[DiagnosticFacts, ...]:
    """Return the findings by file and line; `sources` holds the lines of the files they are in."""
    return tuple(_facts(one, slides, sources) for one in ordered(dict.fromkeys(diagnostics)))


def _facts(
    diagnostic: Diagnostic, slides: Sequence[SlideFacts], sources: Mapping[str, Sequence[str]]
) -> DiagnosticFacts:
    span = diagnostic.span or Span("", 0, 0, 0)
    lines = sources.get(span.file, ())
    source = lines[span.line - 1] if 1 <= span.line <= len(lines) else ""
    return DiagnosticFacts(
        severity=diagnostic.severity.value,
        code=diagnostic.code,
        message=diagnostic.message,
        hint=diagnostic.hint or "",
        file=span.file,
        line=span.line,
        column=span.column,
        source=source[:_LONGEST_SOURCE],
        width=span.length,
        slide=_slide(span, slides),
    )


def _slide(span: Span, slides: Sequence[SlideFacts]) -> int | None:
    """Return the first slide that the line belongs to."""
    for slide in slides:
        if slide.file == span.file and slide.line <= span.line <= slide.last_line:
            return slide.number
    return None
