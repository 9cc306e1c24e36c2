"""Contrast of text, and of what is drawn, with what lies behind it."""

from collections.abc import Iterator, Sequence

from deckgen.audit.finding import Finding, quoted_words
from deckgen.audit.rules import at_shape, in_deck
from deckgen.audit.slide_facts.audited_slide import AuditedRun, AuditedShape, AuditedSlide, TextArea
from deckgen.brand.contrast import GRAPHIC_MINIMUM, contrast_ratio, needed_contrast, shown_ratio
from deckgen.opc.xml_parser import q
from deckgen.template.resolve.placeholders import FRAME

_SEVERAL = 3
"""Slides from which a colour that they inherit from a layout is one finding."""


def contrast_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield text, the weakest of each shape, and graphics that hardly differ from their ground."""
    # Of lines in one colour, the first is enough.
    reported: set[tuple[str, tuple[str, ...]]] = set()
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
            yield at_shape(
                "contrast-weak",
                slide,
                shape.place,
                words=quoted_words(run.text),
                color=run.color or "",
                behind=behind,
                ratio=shown_ratio(ratio),
                needed=f"{needed:g}",
                layout=slide.layout,
            )._replace(origin=_origin(slide, shape))
        elif shape.placeholder not in FRAME and _is_unknown(shape):
            yield at_shape("contrast-unknown", slide, shape.place, words=quoted_words(shape.text))
        found = None if (shape.kind, shape.colors) in reported else _graphic(slide, shape)
        if found is not None:
            yield found
            if shape.kind == "line":
                reported.add((shape.kind, shape.colors))


def grouped_by_layout(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings on contrast; one for all slides that inherit it from the same placeholder."""
    inherited: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        inherited.setdefault(_source(finding), []).append(finding)
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
    if shape.placeholder in FRAME:
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
    values = {"color": color, "behind": behind, "ratio": shown_ratio(ratio)}
    return at_shape(
        "graphic-contrast-weak", slide, shape.place, **values, needed=f"{GRAPHIC_MINIMUM:g}"
    )


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
