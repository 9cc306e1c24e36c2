"""Slides of ours without the no-break spaces that building a deck puts into their texts."""

from collections.abc import Iterable

from deckgen.importing.marked_text import SourceRun
from deckgen.importing.powerpoint.reading.source_slide import (
    SlideText,
    SourceGroup,
    SourceShape,
    SourceSlide,
    SourceTable,
)


def without_no_break_spaces(slide: SourceSlide) -> SourceSlide:
    """Return a slide whose texts, tables and drawings have blanks that may break."""
    return slide._replace(shapes=tuple(map(_breaking, slide.shapes)))


def _breaking(shape: SourceShape) -> SourceShape:
    match shape.content:
        case SlideText(paragraphs):
            lines = (each._replace(runs=_runs(each.runs)) for each in paragraphs)
            return shape._replace(content=SlideText(tuple(lines)))
        case SourceTable(rows) as table:
            cells = tuple(tuple(_runs(cell) for cell in row) for row in rows)
            return shape._replace(content=table._replace(rows=cells))
        case SourceGroup(name, shapes):
            return shape._replace(content=SourceGroup(name, tuple(map(_breaking, shapes))))
        case _:
            return shape


def _runs(runs: Iterable[SourceRun]) -> tuple[SourceRun, ...]:
    return tuple(run._replace(text=run.text.replace("\u00a0", " ")) for run in runs)
