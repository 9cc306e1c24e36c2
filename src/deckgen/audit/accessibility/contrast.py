"""Contrast of text, of what is drawn, and of charts, with what lies behind it."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from deckgen.audit.finding import Finding, quoted_words
from deckgen.audit.rules import at_shape, in_deck
from deckgen.audit.slide_facts.audited_slide import (
    AuditedRun,
    AuditedShape,
    AuditedSlide,
    ChartMark,
    ChartWords,
    TextArea,
)
from deckgen.brand.contrast import (
    GRAPHIC_MINIMUM,
    LARGE_SIZE,
    contrast_ratio,
    needed_contrast,
    shown_ratio,
)
from deckgen.ooxml_rules.shape_queries import FOOT_TYPES
from deckgen.opc.xml_parser import q
from deckgen.support.grouped_values import grouped

_SEVERAL = 3
"""Slides from which a colour that they inherit from a layout is one finding."""


def contrast_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield text, the weakest of each shape, and graphics that hardly differ from their ground."""
    lines: set[tuple[str, ...]] = set()
    for shape in slide.shown:
        # A title may stand above the slide, where it is only heard.
        if not slide.shows(shape.place.box):
            continue
        worst = min(
            (found for area in shape.texts for found in _weak(area)),
            key=lambda found: found[0] / found[1],
            default=None,
        )
        if worst is not None:
            ratio, needed, run, behind = worst
            values = {"words": quoted_words(run.text), "color": run.color or "", "behind": behind}
            values |= _ratios(ratio, needed) | {"layout": slide.layout}
            finding = at_shape("contrast-weak", slide, shape.place, **values)
            yield finding._replace(origin=_origin(slide, shape))
        elif shape.placeholder not in FOOT_TYPES and _is_unknown(shape):
            yield at_shape("contrast-unknown", slide, shape.place, words=quoted_words(shape.text))
        # Of lines in one colour, the first is enough.
        if shape.kind == "line" and shape.colors in lines:
            continue
        if found := _graphic(slide, shape):
            yield found
            if shape.kind == "line":
                lines.add(shape.colors)


def _ratios(ratio: float, needed: float) -> dict[str, str]:
    return {"ratio": shown_ratio(ratio), "needed": f"{needed:g}"}


def grouped_by_layout(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings on contrast; one for all slides that inherit it from the same placeholder."""
    inherited = grouped((_source(finding), finding) for finding in findings)
    for finding in findings:
        alike = inherited[_source(finding)]
        if not finding.origin or len(alike) < _SEVERAL:
            yield finding
        elif finding is alike[0]:
            values = {**finding.values, "slides": len(alike)}
            yield in_deck("contrast-weak-on-layout")._replace(values=values)


def _source(finding: Finding) -> tuple[object, ...]:
    return (finding.origin, *(finding.values.get(key) for key in ("color", "behind", "needed")))


def _origin(slide: AuditedSlide, shape: AuditedShape) -> str:
    """Return the placeholder that colours a shape's text; empty if the shape does so itself."""
    body = shape.element.find(q("p:txBody"))
    is_own = body is None or next(body.iter(q("a:solidFill")), None) is not None
    if not shape.placeholder or is_own:
        return ""
    # Dates, footers and numbers look alike on all layouts of a master.
    if shape.placeholder in FOOT_TYPES:
        return shape.placeholder
    ph = next(shape.element.iter(q("p:ph")))
    return f"{slide.layout_part} {shape.placeholder} {ph.get('idx', '')}"


def _weak(area: TextArea) -> Iterator[tuple[float, float, AuditedRun, str]]:
    """Yield the runs that cannot be read: their contrast, that which they need, and the ground."""
    behind = area.behind
    if behind is None:
        return
    for run in area.runs:
        if run.color is None or not run.text.strip():
            continue
        needed = needed_contrast(run.size, bold=run.bold)
        ratio = contrast_ratio(run.color, behind)
        if ratio < needed:
            yield ratio, needed, run, behind


def _is_unknown(shape: AuditedShape) -> bool:
    return any(
        area.text.strip() and (area.behind is None or any(run.color is None for run in area.runs))
        for area in shape.texts
    )


def _graphic(slide: AuditedSlide, shape: AuditedShape) -> Finding | None:
    """Return a drawn shape or a line that says something and is hardly seen; None if it is seen."""
    behind = shape.behind
    if behind is None or not shape.colors or shape.has_words or not _says_something(shape):
        return None
    color = max(shape.colors, key=lambda each: contrast_ratio(each, behind))
    ratio = contrast_ratio(color, behind)
    if ratio >= GRAPHIC_MINIMUM:
        return None
    values = {"color": color, "behind": behind} | _ratios(ratio, GRAPHIC_MINIMUM)
    return at_shape("graphic-contrast-weak", slide, shape.place, **values)


def _says_something(shape: AuditedShape) -> bool:
    """Return whether a shape is described, or a line leads from one thing to another."""
    if shape.decorative or any(group.decorative for group in shape.groups):
        return False
    if shape.description or any(group.description for group in shape.groups):
        return True
    if shape.kind != "line":
        return False
    ends = shape.element.iter(q("a:headEnd"), q("a:tailEnd"))
    is_arrow = any(end.get("type", "none") != "none" for end in ends)
    return is_arrow or next(shape.element.iter(q("a:stCxn"), q("a:endCxn")), None) is not None


_ChartFault: TypeAlias = tuple[float, float, float, dict[str, str]]
"""How bad it is, the contrast, that which is needed, and the values of the message."""


def chart_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield, for each chart, the weakest mark, the two most alike, and the weakest words."""
    for shape in slide.shown:
        if (chart := shape.chart) is None:
            continue
        found = (
            ("chart-color-weak", (weak for mark in chart.marks for weak in _unseen(mark))),
            ("chart-colors-alike", (alike for pair in chart.touching for alike in _alike(*pair))),
            ("chart-text-weak", (faint for text in chart.words for faint in _faint(text))),
        )
        for rule, faults in found:
            worst = min(faults, key=lambda each: (*each[:3], *each[3].values()), default=None)
            if worst is not None:
                _, ratio, needed, values = worst
                yield at_shape(rule, slide, shape.place, **values, **_ratios(ratio, needed))


def _unseen(mark: ChartMark) -> Iterator[_ChartFault]:
    """Yield a mark that is hardly seen, and has no label.

    A mark in the colour of its ground only hides a part of another one.
    """
    if mark.color is None or mark.behind in {None, mark.color} or mark.is_labelled:
        return
    seen = (mark.color, mark.edge or mark.color)
    ratio = max(contrast_ratio(color, mark.behind) for color in seen)
    if ratio < GRAPHIC_MINIMUM:
        values = {"name": mark.name, "color": mark.color, "behind": mark.behind}
        yield ratio, ratio, GRAPHIC_MINIMUM, values


def _alike(first: ChartMark, second: ChartMark) -> Iterator[_ChartFault]:
    """Yield two marks that touch and can hardly be told apart."""
    if first.color is None or second.color is None or (first.is_labelled and second.is_labelled):
        return
    edges = {mark.edge for mark in (first, second)} - {None, first.color, second.color}
    ratio = contrast_ratio(first.color, second.color)
    if ratio < GRAPHIC_MINIMUM and not edges:
        values = {"first": first.name, "second": second.name}
        values |= {"color": first.color, "other": second.color}
        yield ratio, ratio, GRAPHIC_MINIMUM, values


def _faint(words: ChartWords) -> Iterator[_ChartFault]:
    """Yield words that cannot be read; those of unknown size count as large."""
    if words.color is None or words.behind is None:
        return
    needed = needed_contrast(words.size or LARGE_SIZE, bold=words.bold)
    ratio = contrast_ratio(words.color, words.behind)
    if ratio < needed:
        yield ratio / needed, ratio, needed, {"color": words.color, "behind": words.behind}
