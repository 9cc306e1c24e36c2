"""The state that the page receives, and its JSON."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from deckgen.preview.preview_slides import PreviewSlide
from deckgen.project.diagnostic_report import sorted_diagnostics
from deckgen.support.diagnostics import Diagnostic, Span

_LONGEST_SOURCE = 400


class TownName(NamedTuple):
    """A town that can be chosen."""

    name: str
    label: str


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


class PreviewState(NamedTuple):
    """The talk at one moment; the field names are those of the page's JSON."""

    version: int = 0
    """Grows with every change."""
    outline: str = ""
    title: str = ""
    lang: str = ""
    dir: str = "ltr"
    town: str = ""
    """Empty: the talk without a town."""
    towns: tuple[TownName, ...] = ()
    good: bool = False
    """Whether the outline has no errors; if not, the slides are those of the last good build."""
    renderer: str = ""
    ratio: float = round(16 / 9, 4)
    """Width of a slide divided by its height."""
    slot: float | None = None
    """Minutes that the event has for the talk."""
    minutes: float | None = None
    """Minutes of all slides that are not hidden; None if no slide has minutes."""
    built_at: str = ""
    """HH:MM:SS, when the slides were built."""
    slides: tuple[PreviewSlide, ...] = ()
    findings: tuple[DiagnosticFacts, ...] = ()


def state_json(state: PreviewState) -> str:
    """Return the state as JSON, in one line."""
    slides = [
        slide._asdict()
        | {
            "notes": [note._asdict() for note in slide.notes],
            "findings": [
                at for at, finding in enumerate(state.findings) if finding.slide == slide.number
            ],
        }
        for slide in state.slides
    ]
    values = state._asdict() | {
        "towns": [town._asdict() for town in state.towns],
        "slides": slides,
        "findings": [finding._asdict() for finding in state.findings],
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


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
    numbers = (
        slide.number
        for slide in slides
        if slide.file == span.file and slide.line <= span.line <= slide.last_line
    )
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
        slide=next(numbers, None),
    )
