"""Reports of audits: text for people; JSON, SARIF (OASIS, 2.1.0) and GitHub's commands."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any
from urllib.parse import quote

from deckgen.audit.finding import AuditReport, Finding, Rule
from deckgen.support.diagnostics import Severity, clipped, counted, number_list
from deckgen.support.terminal_text import indented_lines, report_json, visible, workflow_command

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST_PLACES = 2
"""Slides up to which the same note is reported on each; on more, it is reported once."""


def audit_json(reports: Iterable[AuditReport]) -> str:
    """Return a list of objects: a deck with its slides and its findings each."""
    decks = [
        {
            "file": report.file,
            "slides": [slide._asdict() for slide in report.slides],
            "counts": dict(report.counts),
            "subjects": sorted(report.subjects),
            "findings": [_as_json(finding) for finding in report.findings],
        }
        for report in reports
    ]
    return report_json(decks)


def audit_sarif(reports: Iterable[AuditReport], rules: Iterable[Rule], version: str) -> str:
    """Return one run with the results of all decks; slides and shapes are logical locations."""
    every = list(reports)
    used = {finding.rule.code: finding.rule for report in every for finding in report.findings}
    listed = {rule.code: rule for rule in rules} | used
    driver = {
        "name": "deckgen",
        "version": version,
        "rules": [_sarif_rule(rule) for rule in listed.values()],
    }
    results = [_sarif_result(report, finding) for report in every for finding in report.findings]
    run = {"tool": {"driver": driver}, "results": results}
    return report_json({"version": "2.1.0", "$schema": _SARIF, "runs": [run]})


def audit_github(reports: Iterable[AuditReport]) -> str:
    """Return a workflow command for each finding, which annotates the deck."""
    return "".join(
        workflow_command(
            finding.rule.severity,
            {"file": report.file, "title": finding.rule.code},
            f"{_where(finding)}{finding.message}",
        )
        for report in reports
        for finding in report.findings
    )


def _as_json(finding: Finding) -> dict[str, Any]:
    rule, shape = finding.rule, finding.shape
    if shape is not None:
        shape = shape._replace(name=clipped(shape.name))
    return {
        "code": rule.code,
        "group": rule.group,
        "severity": rule.severity.value,
        "clauses": list(rule.clauses),
        "needs_person": rule.needs_person,
        "slide": finding.slide,
        "part": finding.part or None,
        "shape": shape and {**shape._asdict(), "box": shape.box and shape.box._asdict()},
        "message": finding.message,
        "why": rule.why,
        "remedy": finding.remedy,
    }


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.name},
        "fullDescription": {"text": rule.why},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.group, *rule.clauses]},
    }


def _sarif_result(report: AuditReport, finding: Finding) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(report.file)}}
    }
    names = [] if finding.slide is None else [{"name": f"slide {finding.slide}", "kind": "slide"}]
    if finding.shape is not None:
        names.append({"name": clipped(finding.shape.name), "kind": "shape"})
    if names:
        location["logicalLocations"] = names
    return {
        "ruleId": finding.rule.code,
        "level": finding.rule.severity.value,
        "message": {"text": f"{_where(finding)}{finding.message}"},
        "locations": [location],
    }


def _where(finding: Finding) -> str:
    return "" if finding.slide is None else f"Slide {finding.slide}: "


def audit_text(report: AuditReport, width: int) -> str:
    """Return the report as text of at most `width` columns, with a final line feed.

    Why a rule exists and what to do is said where it is broken first.
    """
    lines = [f"{visible(report.file)}: {summary(report)}"]
    together = _notes_on_many_slides(report.findings)
    explained: set[str] = set()
    titles = {slide.number: slide.title for slide in report.slides}
    single = [each for each in report.findings if each.rule.code not in together]
    ordered = sorted(single, key=lambda each: each.slide or 0)
    for number, findings in groupby(ordered, key=lambda each: each.slide):
        lines += ["", _heading(number, titles)]
        for finding in findings:
            lines += _finding(finding, finding.message, explained, width)
    if together:
        lines += ["", "On several slides"]
    for first, slides in together.values():
        lines += _finding(
            first, f"slides {number_list(slides)}. The first: {first.message}", explained, width
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


def _notes_on_many_slides(findings: Iterable[Finding]) -> dict[str, tuple[Finding, set[int]]]:
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


def _finding(finding: Finding, message: str, explained: set[str], width: int) -> Iterator[str]:
    rule = finding.rule
    yield from indented_lines(f"{rule.severity.value} {rule.code}: {visible(message)}", width)
    if rule.code in explained:
        return
    explained.add(rule.code)
    clauses = f" ({', '.join(rule.clauses)})" if rule.clauses else ""
    yield from indented_lines(f"{rule.why}{clauses}", width, 6)
    yield from indented_lines(f"What to do: {visible(finding.remedy)}", width, 6)
