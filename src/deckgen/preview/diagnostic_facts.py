"""Diagnostics as the page shows them: with the source line and the slide."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckgen.preview.preview_slides import PreviewSlide
from deckgen.project.diagnostic_report import sorted_diagnostics
from deckgen.support.diagnostics import Diagnostic, Span

_LONGEST_SOURCE = 400


class DiagnosticFacts(NamedTuple):
    """A diagnostic; the field names are those of the page's JSON."""

    severity: str
    code: str
    message: str
    hint: str
    file: str
    """Empty if it has no place."""
    line: int
    column: int
    source: str
    """The source line."""
    width: int
    """The number of characters that are marked in it."""
    slide: int | None
    """The number of the slide that it belongs to."""


def diagnostic_facts(
    diagnostics: Sequence[Diagnostic],
    slides: Sequence[PreviewSlide],
    sources: Mapping[str, Sequence[str]],
) -> tuple[DiagnosticFacts, ...]:
    """Return diagnostics sorted by file and line; `sources` has the lines of their files."""
    return tuple(
        _facts(diagnostic, slides, sources)
        for diagnostic in sorted_diagnostics(dict.fromkeys(diagnostics))
    )


def _facts(
    diagnostic: Diagnostic, slides: Sequence[PreviewSlide], sources: Mapping[str, Sequence[str]]
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


def _slide(span: Span, slides: Sequence[PreviewSlide]) -> int | None:
    """Return the number of the first slide whose entry has the line."""
    for slide in slides:
        if slide.file == span.file and slide.line <= span.line <= slide.last_line:
            return slide.number
    return None
