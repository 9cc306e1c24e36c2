"""Numbered lists that go on over slides: the first number on each slide."""

from collections.abc import Iterable, Sequence

from deckgen.deck.layout import TextStyle
from deckgen.deck.text_body import Paragraph
from deckgen.support.diagnostics import Span


def list_numbers(paragraphs: Iterable[Paragraph], levels: Sequence[TextStyle]) -> dict[Span, int]:
    """Return the number of each numbered paragraph, by its span in the outline.

    A paragraph is numbered by its own mark or by its level's. A list counts within its level, from
    the start of its first paragraph; it ends at a paragraph without a number or of a higher level.
    """
    numbers: dict[Span, int] = {}
    lists: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        level = paragraph.level
        lists = {above: known for above, known in lists.items() if above <= level}
        if not _is_numbered(paragraph, levels):
            lists.pop(level, None)
            continue
        start, last = lists.get(level, (0, 0))
        number = last + 1 if start == paragraph.start_at else paragraph.start_at
        lists[level] = paragraph.start_at, number
        if paragraph.span:
            numbers[paragraph.span] = number
    return numbers


def _is_numbered(paragraph: Paragraph, levels: Sequence[TextStyle]) -> bool:
    if paragraph.bullet == "layout":
        return levels[min(paragraph.level, len(levels) - 1)].mark == "number"
    return paragraph.bullet == "number"


def continued_list(
    paragraphs: Iterable[Paragraph], numbers: dict[Span, int]
) -> tuple[Paragraph, ...]:
    """Return a part of a list with the start of its numbers.

    All paragraphs of a list have the same start: so PowerPoint continues the numbers.
    """
    numbered: list[Paragraph] = []
    lists: dict[int, tuple[int, int]] = {}
    for paragraph in paragraphs:
        level = paragraph.level
        lists = {above: counted for above, counted in lists.items() if above <= level}
        number = numbers.get(paragraph.span) if paragraph.span else None
        if number is None:
            lists.pop(level, None)
            numbered.append(paragraph)
            continue
        start, last = lists.get(level, (number, number - 1))
        lists[level] = (start if number == last + 1 else number), number
        numbered.append(paragraph._replace(start_at=lists[level][0]))
    return tuple(numbered)
