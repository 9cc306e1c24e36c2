"""What a template's designer should change, found by rules and by a talk that is set on it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from deckgen.deck.slide import LayoutRole
from deckgen.files.memory_overlay import OutlineFiles
from deckgen.fonts.face import FaceKey
from deckgen.pipeline.compile import Compiled, compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.pipeline.find_template import NamedTemplate, read_named_template
from deckgen.project.sample_talk import compile_sample
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, counted
from deckgen.support.terminal_text import indented_lines, report_json, visible
from deckgen.template.doctor.examine import examine_template, in_order
from deckgen.template.doctor.finding import DoctorFinding, Weight
from deckgen.template.doctor.mend import Mend

_NO_TEXT = "no-text-placeholder"
_ABOUT_DECKS = frozenset(
    {"macros-dropped", "signature-dropped", "protection-dropped", "sample-links-removed"}
)
"""Notes on what decks do not take from a template; there is nothing to change in it."""
_REPAIR = "Open it in PowerPoint, which repairs it, and save it again."
_WAYS_OUT = {
    "external-link": "File > Info > Edit Links to Files > Break Link; or insert the file itself.",
    "link-removed": "View > Slide Master, right-click the shape > Remove Link.",
}
_ORDINARY_TITLE = 60
"""Letters that a headline may have without being set smaller."""


class TriedSlide(NamedTuple):
    """A slide of the talk that was tried."""

    number: int
    title: str
    layout: str
    part: str
    """The part name of its layout."""
    role: LayoutRole


class DoctorReport(NamedTuple):
    """What was found about a template."""

    template: NamedTemplate
    talk: str
    """The outline that was tried; empty for the sample."""
    findings: tuple[DoctorFinding, ...]
    slides: tuple[TriedSlide, ...]
    """Empty if no talk can stand on the template."""
    deck: bytes
    """The talk as .pptx; empty without slides."""
    font_files: Mapping[FaceKey, bytes]
    """The font files of the brand, to draw the slides."""

    def slides_on(self, finding: DoctorFinding) -> tuple[int, ...]:
        """Return the numbers of the slides that a finding shows on."""
        return tuple(
            slide.number
            for slide in self.slides
            if slide.part == finding.part and finding.role in {"", slide.role}
        )

    @property
    def summary(self) -> str:
        """How much was found: “3 faults, 9 pieces of advice”."""
        faults = sum(finding.weight == "fault" for finding in self.findings)
        advice = len(self.findings) - faults
        return f"{counted(faults, 'fault')}, {counted(advice, 'piece')} of advice"


def examine(
    file: BrandFile, talk: OutlineFiles | None, diagnostics: Diagnostics
) -> DoctorReport | None:
    """Return what is found about a template, or about the one that a brand.yaml names.

    `talk` is tried in place of the sample. None, with errors, if the template cannot be read, or if
    the talk has errors. Raises WorkspaceError if the file itself cannot be read.
    """
    noted = Diagnostics()
    named = read_named_template(file, noted)
    errors = [each for each in noted if each.severity is Severity.ERROR]
    if named is None or any(error.code != _NO_TEXT for error in errors):
        diagnostics.extend(noted)
        return None
    damage = (_damage(each) for each in noted if each.code not in _ABOUT_DECKS)
    findings = [*damage, *examine_template(named.template, named.matches or ())]
    if named.matches is None:
        return DoctorReport(named, "", in_order(findings), (), b"", {})
    on_sample = Diagnostics()
    compiled = (
        compile_sample(file, on_sample)
        if talk is None
        else compile_talk(talk.name, talk, file, on_sample)
    )
    if compiled is None or on_sample.has_errors:
        diagnostics.extend(each for each in on_sample if each.severity is Severity.ERROR)
        return None
    shrunk = list(_shrunk_titles(compiled))
    parts = {finding.part for finding in shrunk}
    findings = [
        finding
        for finding in findings
        if finding.code != "short-title" or finding.part not in parts
    ]
    for each in on_sample:
        if each.code == "left-out":
            advice = f"{(each.hint or '').partition(';')[0]}."
            findings.append(DoctorFinding("too small", "no-room", "fault", each.message, advice))
    findings += shrunk
    return DoctorReport(
        named,
        talk.name if talk else "",
        in_order(findings),
        tuple(_slides(compiled)),
        deck_bytes(compiled, None),
        compiled.brand.font_files,
    )


def _damage(noted: Diagnostic) -> DoctorFinding:
    """Return what was noted while the template was read as a finding."""
    advice = noted.hint or _WAYS_OUT.get(noted.code, _REPAIR)
    if noted.code == _NO_TEXT:
        return DoctorFinding("missing", noted.code, "fault", noted.message, advice)
    weight: Weight = "advice" if noted.severity is Severity.NOTE else "fault"
    return DoctorFinding("damaged", noted.code, weight, noted.message, advice)


def _shrunk_titles(compiled: Compiled) -> Iterator[DoctorFinding]:
    """Yield the layouts on which ordinary titles had to be set smaller."""
    shrunk: dict[str, list[str]] = {}
    for slide, fitted in zip(_slides(compiled), compiled.fitted.reports, strict=True):
        title = next((each for each in fitted.placeholders if each.role == "title"), None)
        if title and title.smaller and len(slide.title) <= _ORDINARY_TITLE:
            words = f"“{slide.title}” at {title.sizes[0]} points"
            shrunk.setdefault(slide.part, []).append(words)
    names = {slide.part: slide.layout for slide in _slides(compiled)}
    for part, titles in shrunk.items():
        yield DoctorFinding(
            "too small",
            "shrunk-title",
            "advice",
            f"On “{names[part]}”, {counted(len(titles), 'title')} of the talk had to be set "
            f"smaller: {titles[0]}{', and others' * (len(titles) > 1)}.",
            "View > Slide Master, click the layout, enlarge the title or choose a smaller size.",
            part,
        )


def _slides(compiled: Compiled) -> Iterator[TriedSlide]:
    for number, slide in enumerate(compiled.deck.slides, 1):
        layout = compiled.brand.layout(*slide.layout_key)
        name, part = ("", "") if slide.included else (layout.name, layout.part_name)
        yield TriedSlide(number, " ".join(slide.title.split()), name, part, slide.role)


def doctor_text(report: DoctorReport, width: int) -> str:
    """Return the report as text of at most `width` columns, with a final line feed."""
    lines = [f"{visible(report.template.file)}: {report.summary}"]
    for group, findings in groupby(report.findings, key=lambda finding: finding.group):
        lines += ["", group.capitalize()]
        for finding in findings:
            does = " (--mend does this.)" if finding.mendable else ""
            lines += indented_lines(f"{finding.weight}: {visible(finding.message)}", width)
            lines += indented_lines(f"{visible(finding.advice)}{does}", width, 6)
    talk = report.talk or "A sample with every kind of slide"
    tried = f"{talk} was tried on it: {counted(len(report.slides), 'slide')}."
    if not report.slides:
        tried = "No talk was tried on it, as no layout can hold text."
    return "\n".join([*lines, "", tried, ""])


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
