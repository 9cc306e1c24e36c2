"""Lists whose bullets were typed: lines that begin with a sign and a blank."""

import re
from collections.abc import Iterable, Iterator

from deckgen.importing.marked_text import SourceParagraph, SourceRun
from deckgen.importing.powerpoint.reading.source_slide import SlideText, SourceShape, SourceSlide

_SIGN = re.compile(r"\s*([•‣◦▪▫●○■□➢➤►▶→✓✔·*–—−-])\s+(?=\S)")
_FEWEST = 2
"""Lines that are a list; a single dash may be anything."""


def with_typed_lists(slide: SourceSlide) -> SourceSlide:
    """Return a slide whose typed bullets are bullets, each further sign one level below."""
    return slide._replace(shapes=tuple(map(_listed, slide.shapes)))


def _listed(shape: SourceShape) -> SourceShape:
    if not isinstance(shape.content, SlideText) or shape.is_mono:
        return shape
    lines = shape.content.paragraphs
    signs = [_sign(line) for line in lines]
    kinds = list(dict.fromkeys(filter(None, signs)))
    if len(list(filter(None, signs))) < _FEWEST:
        return shape
    has_levels = len({line.level for line, sign in zip(lines, signs, strict=True) if sign}) > 1
    listed = (
        _bullet(line, 0 if has_levels else kinds.index(sign)) if sign else line
        for line, sign in zip(lines, signs, strict=True)
    )
    return shape._replace(content=SlideText(tuple(listed)))


def _sign(line: SourceParagraph) -> str:
    """Return the sign that a line without a mark begins with; empty without one."""
    if line.mark != "none" or any(run.is_formula for run in line.runs[:1]):
        return ""
    found = _SIGN.match(line.words)
    return found[1] if found else ""


def _bullet(line: SourceParagraph, below: int) -> SourceParagraph:
    found = _SIGN.match(line.words)
    runs = tuple(_without_start(line.runs, found.end() if found else 0))
    return line._replace(runs=runs, level=line.level + below, mark="bullet")


def _without_start(runs: Iterable[SourceRun], length: int) -> Iterator[SourceRun]:
    """Yield runs without their first letters."""
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        if run.text[cut:] or run.is_formula:
            yield run._replace(text=run.text[cut:])
