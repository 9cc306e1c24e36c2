"""Reports of audits for programs: JSON, SARIF (OASIS, 2.1.0) and GitHub's workflow commands."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from deckgen.audit.finding import AuditReport, Finding, Rule
from deckgen.support.diagnostics import clipped
from deckgen.support.report_formats import report_json, workflow_command

_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


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
