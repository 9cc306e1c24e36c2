"""Numbered lists that go on over slides: where each slide's numbers begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from deckgen.deck.layout import TextStyle
from deckgen.deck.model import Paragraph
from deckgen.diagnostics import Span


def numbers(paragraphs: Iterable[Paragraph], levels: Sequence[TextStyle]) -> dict[Span, int]:
    """Return the number that each numbered paragraph bears, by its place in the outline.

    A paragraph is numbered by its own mark or by its level's. Lists count within their level; a
    paragraph without a number, or one further out, ends them.
    """
    found: dict[Span, int] = {}
    counts: dict[int, int] = {}
    for paragraph in paragraphs:
        counts = {level: count for level, count in counts.items() if level <= paragraph.level}
        if not _is_numbered(paragraph, levels):
            counts.pop(paragraph.level, None)
            continue
        counts[paragraph.level] = counts.get(paragraph.level, 0) + 1
        if paragraph.span:
            found[paragraph.span] = counts[paragraph.level]
    return found


def _is_numbered(paragraph: Paragraph, levels: Sequence[TextStyle]) -> bool:
    if paragraph.bullet == "layout":
        return levels[min(paragraph.level, len(levels) - 1)].mark == "number"
    return paragraph.bullet == "number"


def going_on(paragraphs: Iterable[Paragraph], known: dict[Span, int]) -> tuple[Paragraph, ...]:
    """Return a part of a list whose numbers begin where the part does.

    All paragraphs of one list bear the same start: that is how PowerPoint knows that they count on.
    """
    found: list[Paragraph] = []
    starts: dict[int, int] = {}
    for paragraph in paragraphs:
        starts = {level: start for level, start in starts.items() if level <= paragraph.level}
        number = known.get(paragraph.span) if paragraph.span else None
        if number is None:
            starts.pop(paragraph.level, None)
            found.append(paragraph)
        else:
            start = starts.setdefault(paragraph.level, number)
            found.append(paragraph._replace(start_at=start))
    return tuple(found)
