"""The report of an audit as text, grouped by slide."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from deckgen.audit.finding import AuditReport, Finding
from deckgen.support.diagnostics import Severity, counted
from deckgen.support.terminal_text import indented_lines, visible

_MOST_PLACES = 2
"""Slides on which the same note is told one by one; more are told together."""


def audit_text(report: AuditReport, width: int) -> str:
    """Return the report as text of at most `width` columns, with a final line feed.

    Why a rule exists and what to do is told where it is broken first.
    """
    lines = [f"{visible(report.file)}: {summary(report)}"]
    together = _told_together(report.findings)
    told: set[str] = set()
    titles = {slide.number: slide.title for slide in report.slides}
    single = [each for each in report.findings if each.rule.code not in together]
    ordered = sorted(single, key=lambda each: each.slide or 0)
    for number, findings in groupby(ordered, key=lambda each: each.slide):
        lines += ["", _heading(number, titles)]
        for finding in findings:
            lines += _finding(finding, finding.message, told, width)
    if together:
        lines += ["", "On several slides"]
    for first, slides in together.values():
        lines += _finding(
            first, f"slides {slide_list(slides)}. The first: {first.message}", told, width
        )
    return "\n".join(lines) + "\n"


def summary(report: AuditReport) -> str:
    """Return how much was found: “12 slides, 1 error, 3 notes”. A note counts once in a deck."""
    numbers = Counter[Severity]()
    severities = {finding.rule.code: finding.rule.severity for finding in report.findings}
    for code, number in report.counts.items():
        severity = severities[code]
        numbers[severity] += 1 if severity is Severity.NOTE else number
    pieces = [counted(len(report.slides), "slide")]
    pieces += [
        counted(numbers[severity], severity.value) for severity in Severity if numbers[severity]
    ]
    return ", ".join(pieces if numbers else [*pieces, "nothing found"])


def slide_list(numbers: Iterable[int]) -> str:
    """Return numbers of slides in words: “3, 5–7”."""
    pieces = []
    ordered = sorted(set(numbers))
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        last = f"–{members[-1]}" if len(members) > 1 else ""
        pieces.append(f"{members[0]}{last}")
    return ", ".join(pieces)


def _told_together(findings: Iterable[Finding]) -> dict[str, tuple[Finding, set[int]]]:
    """Return the notes of rules that are broken on many slides, with these slides."""
    slides: dict[str, tuple[Finding, set[int]]] = {}
    for finding in findings:
        if finding.rule.severity is Severity.NOTE and finding.slide is not None:
            slides.setdefault(finding.rule.code, (finding, set()))[1].add(finding.slide)
    return {code: pair for code, pair in slides.items() if len(pair[1]) > _MOST_PLACES}


def _heading(number: int | None, titles: dict[int, str]) -> str:
    if number is None:
        return "The whole deck"
    title = visible(titles.get(number, ""))
    return f"Slide {number}: {title}" if title else f"Slide {number}"


def _finding(finding: Finding, message: str, told: set[str], width: int) -> Iterator[str]:
    rule = finding.rule
    yield from indented_lines(f"{rule.severity.value} {rule.code}: {visible(message)}", width)
    if rule.code in told:
        return
    told.add(rule.code)
    clauses = f" ({', '.join(rule.clauses)})" if rule.clauses else ""
    yield from indented_lines(f"{rule.why}{clauses}", width, 6)
    yield from indented_lines(f"What to do: {visible(finding.remedy)}", width, 6)
