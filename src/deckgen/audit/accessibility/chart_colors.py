"""Contrast in charts: of marks with their ground and with each other, of words."""

from collections.abc import Iterator
from typing import TypeAlias

from deckgen.audit.finding import Finding
from deckgen.audit.rules import at_shape
from deckgen.audit.slide_facts.audited_slide import AuditedSlide, ChartMark, ChartWords
from deckgen.brand.contrast import (
    GRAPHIC_MINIMUM,
    LARGE_SIZE,
    contrast_ratio,
    needed_contrast,
    shown_ratio,
)

_Fault: TypeAlias = tuple[float, float, float, dict[str, str]]
"""How bad it is, the contrast, that which is needed, and the values of the message."""


def chart_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield, for each chart, the weakest mark, the two most alike, and the weakest words."""
    for shape in slide.shown:
        chart = shape.chart
        if chart is None:
            continue
        found = (
            ("chart-color-weak", (weak for mark in chart.marks for weak in _weak(mark))),
            ("chart-colors-alike", (alike for pair in chart.touching for alike in _alike(*pair))),
            ("chart-text-weak", (faint for text in chart.words for faint in _faint(text))),
        )
        for rule, faults in found:
            worst = min(faults, key=lambda each: (*each[:3], *each[3].values()), default=None)
            if worst is not None:
                _, ratio, needed, values = worst
                values |= {"ratio": shown_ratio(ratio), "needed": f"{needed:g}"}
                yield at_shape(rule, slide, shape.place, **values)


def _weak(mark: ChartMark) -> Iterator[_Fault]:
    """Yield a mark that is hardly seen, and has no label.

    A mark in the colour of its ground only hides a part of another one.
    """
    if mark.color is None or mark.behind is None or mark.color == mark.behind:
        return
    if mark.is_labelled:
        return
    seen = [mark.color] if mark.edge is None else [mark.color, mark.edge]
    ratio = max(contrast_ratio(color, mark.behind) for color in seen)
    if ratio < GRAPHIC_MINIMUM:
        values = {"name": mark.name, "color": mark.color, "behind": mark.behind}
        yield ratio, ratio, GRAPHIC_MINIMUM, values


def _alike(first: ChartMark, second: ChartMark) -> Iterator[_Fault]:
    """Yield two marks that touch and can hardly be told apart."""
    if first.color is None or second.color is None or (first.is_labelled and second.is_labelled):
        return
    edges = {mark.edge for mark in (first, second)} - {None, first.color, second.color}
    ratio = contrast_ratio(first.color, second.color)
    if ratio < GRAPHIC_MINIMUM and not edges:
        values = {"first": first.name, "second": second.name}
        colors = {"color": first.color, "other": second.color}
        yield ratio, ratio, GRAPHIC_MINIMUM, values | colors


def _faint(words: ChartWords) -> Iterator[_Fault]:
    """Yield words that cannot be read; those of unknown size count as large."""
    if words.color is None or words.behind is None:
        return
    needed = needed_contrast(words.size or LARGE_SIZE, bold=words.bold)
    ratio = contrast_ratio(words.color, words.behind)
    if ratio < needed:
        yield ratio / needed, ratio, needed, {"color": words.color, "behind": words.behind}
