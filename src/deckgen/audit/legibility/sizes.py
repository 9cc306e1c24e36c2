"""Sizes of letters and the distance of lines: the Berlin standards and others ask for 18 points."""

from collections.abc import Iterator

from deckgen.audit.finding import Finding, at_shape, quoted_words
from deckgen.audit.rule_texts import WORDED_RULES
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide, TextArea
from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.xml_parser import q
from deckgen.template.resolve.placeholders import FRAME

_READABLE, _TINY = 18, 12
"""Points: read from the last row; below, only by those who sit at the front."""
_SPACING, _LINES, _HEADLINE = 1.15, 3, 28
"""The distance of lines; how many of them make a paragraph running text; points of headlines.

Public bodies ask for 1.15 between the lines of a text, and for headlines of 28 points: letters that
large keep their lines apart without more.
"""
_LINE = 1.2
"""Em of a line at single spacing."""
_RUNS = ("a:defRPr", "a:rPr")

TINY = WORDED_RULES["text-tiny"]
SMALL = WORDED_RULES["text-small"]
CHART = WORDED_RULES["chart-text-tiny"]
SPACING = WORDED_RULES["lines-tight"]


def size_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield the smallest text of each shape, if it is small, and lines that stand close together.

    Footers, dates and numbers may be small.
    """
    for shape in slide.shown:
        if shape.placeholder in FRAME:
            continue
        yield from _sizes(slide, shape)
        tight = [spacing for area in shape.texts for spacing in _tight(area)]
        if tight:
            yield at_shape(
                SPACING, slide, shape.place, spacing=f"{min(tight):.2f}", needed=f"{_SPACING:g}"
            )


def _sizes(slide: AuditedSlide, shape: AuditedShape) -> Iterator[Finding]:
    in_chart = _smallest_in_chart(shape)
    if in_chart is not None and in_chart < _TINY - 0.5:
        yield at_shape(CHART, slide, shape.place, size=f"{in_chart:.3g}")
    runs = [run for run in shape.runs if any(map(str.isalnum, run.text))]
    smallest = min(runs, key=lambda run: run.size, default=None)
    if smallest is None or smallest.size > _READABLE - 0.5:
        return
    rule = TINY if smallest.size < _TINY - 0.5 else SMALL
    yield at_shape(
        rule,
        slide,
        shape.place,
        words=quoted_words(smallest.text),
        size=f"{smallest.size:.3g}",
        readable=_READABLE,
    )


def _smallest_in_chart(shape: AuditedShape) -> float | None:
    """Return the smallest size that a chart states for its words, in points."""
    if shape.chart is None:
        return None
    stated = (parse_integer(each.get("sz")) for each in shape.chart.root.iter(*map(q, _RUNS)))
    return min((size / 100 for size in stated if size), default=None)


def _tight(area: TextArea) -> Iterator[float]:
    """Yield the spacing of paragraphs of several lines, where it is small.

    Points of one or two lines stand apart by the space between paragraphs.
    """
    lines = () if area.extent is None else area.extent.lines
    for paragraph, count in zip(area.paragraphs, lines, strict=False):
        style = paragraph.style
        pitch = style.line_points or style.size * _LINE * style.line_spacing / 100
        spacing = pitch / (style.size * _LINE)
        is_running = paragraph.words and count >= _LINES and style.size < _HEADLINE
        if is_running and spacing < _SPACING - 0.005:
            yield spacing
