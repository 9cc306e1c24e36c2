"""The report on a template as text and as JSON."""

from collections.abc import Sequence
from itertools import groupby

from deckgen.project.doctor.doctor_report import DoctorReport
from deckgen.support.diagnostics import counted
from deckgen.support.report_formats import report_json
from deckgen.support.terminal_text import indented_lines, visible
from deckgen.template.doctor.mend import Mend


def doctor_text(report: DoctorReport, width: int) -> str:
    """Return the report as text of at most `width` columns, with a final line feed."""
    lines = [f"{visible(report.template.file)}: {report.summary}"]
    for group, findings in groupby(report.findings, key=lambda finding: finding.group):
        lines += ["", group.capitalize()]
        for finding in findings:
            does = " (--mend does this.)" if finding.mendable else ""
            lines += indented_lines(f"{finding.weight}: {visible(finding.message)}", width)
            lines += indented_lines(f"{visible(finding.advice)}{does}", width, 6)
    lines += ["", _tried(report)]
    return "\n".join(lines) + "\n"


def _tried(report: DoctorReport) -> str:
    if not report.slides:
        return "No talk was tried on it, as no layout can hold text."
    talk = report.talk or "A sample with every kind of slide"
    return f"{talk} was tried on it: {counted(len(report.slides), 'slide')}."


def doctor_json(report: DoctorReport, copy: str | None, mends: Sequence[Mend]) -> str:
    """Return the report as JSON; `copy` is the file with the mends, if there is one."""
    facts = {
        "template": report.template.file,
        "talk": report.talk or None,
        "findings": [
            {
                "group": finding.group,
                "code": finding.code,
                "weight": finding.weight,
                "message": finding.message,
                "advice": finding.advice,
                "part": finding.part or None,
                "mendable": finding.mendable,
                "slides": report.slides_on(finding),
            }
            for finding in report.findings
        ],
        "slides": [
            {"number": slide.number, "title": slide.title, "layout": slide.layout or None}
            for slide in report.slides
        ],
        "mended": None if copy is None else {"file": copy, "changes": [m._asdict() for m in mends]},
    }
    return report_json(facts)
