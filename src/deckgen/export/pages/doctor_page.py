"""The report on a template as one HTML page with pictures of the slides; it loads nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from deckgen.export.pages.html_head import export_file, page_bytes, picture_element
from deckgen.support.xml_text import escape

if TYPE_CHECKING:
    from deckgen.project.doctor_report import DoctorReport, TriedSlide
    from deckgen.render.renderer import SlideImage
    from deckgen.template.doctor.finding import DoctorFinding

_MOST_SLIDES = 12
"""Slides that a finding leads to."""
_WEIGHTS = {"fault": "Fault", "advice": "Advice"}


def doctor_page(report: DoctorReport, images: Mapping[int, SlideImage], remark: str) -> bytes:
    """Return the page; `images` are pictures of slides by number, `remark` a sentence about them.

    Slides without a picture are listed by their titles.
    """
    name = escape(report.template.file.rpartition("/")[2])
    groups = [
        (group, list(findings))
        for group, findings in groupby(report.findings, key=lambda finding: finding.group)
    ]
    slides = (_slide(slide, report, images.get(slide.number)) for slide in report.slides)
    talk = escape(report.talk) if report.talk else "A sample with every kind of slide"
    body = (
        "<header>",
        f"<h1>{name}</h1>",
        f'<p class="summary">{escape(report.summary)}</p>',
        '<nav aria-label="Findings">',
        "<ul>",
        *(
            f'<li><a href="#{_id(group)}">{group.capitalize()} '
            f'<span class="count">{len(findings)}</span></a></li>'
            for group, findings in groups
        ),
        '<li><a href="#slides">The slides</a></li>',
        "</ul>",
        "</nav>",
        "</header>",
        "<main>",
        *(_group(group, findings, report) for group, findings in groups),
        '<section id="slides" aria-labelledby="slides-title">',
        '<h2 id="slides-title">The slides</h2>',
        f"<p>{talk} on this template. {escape(remark)}</p>",
        '<ol class="slides">',
        *slides,
        "</ol>",
        "</section>",
        "</main>",
    )
    style = export_file("slides_page.css") + export_file("doctor_page.css")
    return page_bytes('lang="en"', f"{name}: what its designer should change", style, body)


def _id(group: str) -> str:
    return group.replace(" ", "-")


def _group(group: str, findings: list[DoctorFinding], report: DoctorReport) -> str:
    name = _id(group)
    return "\n".join(
        (
            f'<section id="{name}" aria-labelledby="{name}-title">',
            f'<h2 id="{name}-title">{group.capitalize()}</h2>',
            '<ul class="findings">',
            *(line for finding in findings for line in _finding(finding, report)),
            "</ul>",
            "</section>",
        )
    )


def _finding(finding: DoctorFinding, report: DoctorReport) -> Iterator[str]:
    yield f'<li class="{finding.weight}">'
    yield (
        f'<p class="what"><span class="weight">{_WEIGHTS[finding.weight]}</span> '
        f"{escape(finding.message)}</p>"
    )
    yield f'<p class="how">{escape(finding.advice)}</p>'
    if finding.mendable:
        yield '<p class="how">Or <code>deckgen brand doctor … --mend</code> does it in a copy.</p>'
    if numbers := report.slides_on(finding)[:_MOST_SLIDES]:
        links = ", ".join(f'<a href="#slide-{number}">{number}</a>' for number in numbers)
        yield f'<p class="on">On slide{"s" * (len(numbers) > 1)} {links}</p>'
    yield "</li>"


def _slide(slide: TriedSlide, report: DoctorReport, drawn: SlideImage | None) -> str:
    faults = sum(
        finding.weight == "fault" and slide.number in report.slides_on(finding)
        for finding in report.findings
    )
    title = escape(slide.title or "Without a title")
    layout = f" <span>on “{escape(slide.layout)}”</span>" if slide.layout else ""
    badge = f' <span class="faults">{faults} fault{"s" * (faults > 1)}</span>' if faults else ""
    picture = picture_element(drawn) if drawn else ""
    return (
        f'<li id="slide-{slide.number}"><figure>{picture}<figcaption>'
        f"<b>{slide.number}</b> {title}{layout}{badge}</figcaption></figure></li>"
    )
