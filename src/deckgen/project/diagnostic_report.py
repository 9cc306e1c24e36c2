"""Diagnostics as their readers want them: with the source line and a caret, as JSON, for GitHub."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from deckgen.support.diagnostics import Diagnostic, Severity, Span, counted
from deckgen.support.terminal_text import (
    display_width,
    report_json,
    visible,
    visible_lines,
    workflow_command,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from deckgen.fit.reports.explain import FittedSlide

WIDEST_LINE = 120
"""Columns of the terminal that a source line may take; a longer one is cut around the caret."""

_TAB = 4
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "blue"}


def text_report(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, str], *, color: bool = False
) -> str:
    """Return a report for people: each finding with its source line, a caret and a hint; the count.

    `sources` holds the text of the files by the name that the spans carry. Nothing found gives an
    empty text; every other ends with a line feed.
    """
    diagnostics_in_order = sorted_diagnostics(diagnostics)
    if not diagnostics_in_order:
        return ""
    lines = {
        name: text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for name, text in sources.items()
    }
    parts = [_one(diagnostic, lines, color=color) for diagnostic in diagnostics_in_order]
    return "\n".join([*parts, severity_counts(diagnostics_in_order), ""])


def json_report(diagnostics: Iterable[Diagnostic]) -> str:
    """Return JSON: a list of objects with file, line, column, severity, code, message, hint.

    Characters that a terminal would obey are written as JSON escapes.
    """
    return report_json(
        [
            {
                **dict(zip(Span._fields, diagnostic.span or (None,) * 4, strict=True)),
                "severity": diagnostic.severity.value,
                "code": diagnostic.code,
                "message": diagnostic.message,
                "hint": diagnostic.hint,
            }
            for diagnostic in sorted_diagnostics(diagnostics)
        ]
    )


def github_report(diagnostics: Iterable[Diagnostic]) -> str:
    """Return commands of GitHub Actions, each of which annotates a line in a pull request."""
    return "".join(map(_command, sorted_diagnostics(diagnostics)))


def sorted_diagnostics(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, line and column; what has no place comes first."""
    return sorted(
        diagnostics,
        key=lambda each: (
            (each.span.file, each.span.line, each.span.column) if each.span else ("", 0, 0)
        ),
    )


def severity_counts(diagnostics: Iterable[Diagnostic]) -> str:
    """Say how many of each there are: `2 errors, 1 warning`."""
    numbers: Counter[Severity] = Counter()
    for diagnostic in diagnostics:
        numbers[diagnostic.severity] += diagnostic.stands_for
    parts = [
        counted(numbers[severity], severity.value) for severity in Severity if numbers[severity]
    ]
    return ", ".join(parts)


def _one(diagnostic: Diagnostic, lines: Mapping[str, list[str]], *, color: bool) -> str:
    severity = diagnostic.severity.value
    place = f"{visible(str(diagnostic.span))}: " if diagnostic.span else ""
    if color:
        place = click.style(place, bold=True)
        severity = click.style(severity, fg=_COLORS[diagnostic.severity], bold=True)
    out = [f"{place}{severity} {diagnostic.code}: {visible(diagnostic.message)}"]
    source = lines.get(diagnostic.span.file, []) if diagnostic.span else []
    if diagnostic.span and diagnostic.span.line <= len(source):
        excerpt, caret = _excerpt(
            source[diagnostic.span.line - 1], diagnostic.span.column - 1, diagnostic.span.length
        )
        margin = str(diagnostic.span.line)
        marked = click.style(caret, fg=_COLORS[diagnostic.severity], bold=True) if color else caret
        out += [f"  {margin} | {excerpt}", f"  {' ' * len(margin)} | {marked}"]
    if diagnostic.hint:
        label = click.style("hint:", fg="cyan") if color else "hint:"
        out.append(f"  {label} {visible_lines(diagnostic.hint)}")
    return "\n".join([*out, ""])


def _excerpt(line: str, column: int, length: int) -> tuple[str, str]:
    """Return the line as a terminal shows it, cut to its width, and the caret run below it."""
    column = min(column, len(line))
    length = max(1, min(length, len(line) - column))
    if len(line) > WIDEST_LINE:
        start = max(0, min(column - WIDEST_LINE // 3, len(line) - WIDEST_LINE))
        end = start + WIDEST_LINE
        cut = ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
        column -= start - (1 if start else 0)
        length = min(length, len(cut) - column)
        line = cut
    before = _visible(line[:column])
    marked = _visible(line[column : column + length])
    caret = " " * display_width(before) + "^" * max(1, display_width(marked))
    return _visible(line), caret


def _visible(text: str) -> str:
    return visible(text.replace("\t", " " * _TAB))


def _command(diagnostic: Diagnostic) -> str:
    properties = {}
    if diagnostic.span:
        properties = {
            "file": diagnostic.span.file,
            "line": str(diagnostic.span.line),
            "col": str(diagnostic.span.column),
            "endColumn": str(diagnostic.span.column + diagnostic.span.length),
        }
    properties["title"] = diagnostic.code
    message = f"{diagnostic.message}\n{diagnostic.hint}" if diagnostic.hint else diagnostic.message
    return workflow_command(diagnostic.severity, properties, message)


def fitting_report(slides: Iterable[FittedSlide]) -> str:
    """Return each slide with its layout, and the sizes and the room of each of its texts."""
    return "".join(line + "\n" for slide in slides for line in _explained(slide))


def _explained(slide: FittedSlide) -> Iterator[str]:
    what = f"as it is in {slide.deck}" if slide.deck else slide.role
    yield f"{slide.id}: {what}, on “{slide.layout}”"
    if slide.why_split:
        yield f"  {slide.why_split}"
    for text in slide.placeholders:
        sizes = "/".join(str(size) for size in text.sizes)
        smaller = ", smaller than the layout" if text.smaller else ""
        lines = counted(text.lines, "line")
        yield f"  {text.role}: {sizes} pt{smaller}, {lines}, {text.free_height:.0f} pt left"
