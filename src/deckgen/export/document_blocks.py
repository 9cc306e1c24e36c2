"""What slides and notes say, as PDF and HTML know it: paragraphs, lists within lists, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.deck.equation_fallback import formulas_as_text
from deckgen.deck.text_body import Bullet, LineBreak, Paragraph, Run


class ListItem(NamedTuple):
    """One item of a list, and the lists below it."""

    runs: tuple[Run | LineBreak, ...]
    lists: tuple[ListBlock, ...] = ()


class ListBlock(NamedTuple):
    """A list; numbered if `start` is not None."""

    items: tuple[ListItem, ...]
    start: int | None = None


class TextBlock(NamedTuple):
    """A paragraph that is no item of a list."""

    runs: tuple[Run | LineBreak, ...]


class TableBlock(NamedTuple):
    """A table, or the numbers of a chart; every row has as many cells as the first."""

    header: tuple[str, ...]
    """Empty if it has none."""
    rows: tuple[tuple[str, ...], ...]
    sentence: str = ""
    """What says the same where a table cannot stand."""


class ImageDescription(NamedTuple):
    """A picture that is told in words."""

    alt: str


NotesBlock: TypeAlias = TextBlock | ListBlock
SlideBlock: TypeAlias = NotesBlock | TableBlock | ImageDescription
"""One thing that a slide says."""


def document_blocks(
    paragraphs: Sequence[Paragraph], marks: Sequence[Bullet] = ("none",)
) -> list[NotesBlock]:
    """Return the paragraphs as blocks; those without words are left out.

    `marks` says of each level what its paragraphs are where they do not say themselves; the last
    holds for all deeper ones. A paragraph without a mark that lies below an item ends its list.
    """
    found: list[NotesBlock] = []
    waiting: list[Paragraph] = []
    for one in paragraphs:
        if not one.text.strip():
            continue
        mark = one.bullet if one.bullet != "layout" else marks[min(one.level, len(marks) - 1)]
        if mark == "none":
            found += _lists(waiting)
            waiting = []
            found.append(TextBlock(formulas_as_text(one.runs)))
        else:
            waiting.append(one._replace(bullet=mark))
    return [*found, *_lists(waiting)]


def _lists(paragraphs: Sequence[Paragraph]) -> tuple[ListBlock, ...]:
    """Return items of any level as lists; where the first lies deeper than a later one, both do."""
    found: list[ListBlock] = []
    at = 0
    while at < len(paragraphs):
        first = paragraphs[at]
        items: list[ListItem] = []
        while at < len(paragraphs) and _goes_on(paragraphs[at], first):
            end = at + 1
            while end < len(paragraphs) and paragraphs[end].level > first.level:
                end += 1
            runs = formulas_as_text(paragraphs[at].runs)
            items.append(ListItem(runs, _lists(paragraphs[at + 1 : end])))
            at = end
        found.append(ListBlock(tuple(items), first.start_at if first.bullet == "number" else None))
    return tuple(found)


def _goes_on(one: Paragraph, first: Paragraph) -> bool:
    """Return whether a paragraph is one more item of the list that `first` begins."""
    if one is first:
        return True
    begins_anew = one.bullet == "number" and one.start_at != first.start_at
    return one.level <= first.level and one.bullet == first.bullet and not begins_anew


def text_runs(told: Iterable[SlideBlock]) -> Iterator[Run]:
    """Yield every run of text, in reading order."""
    for one in told:
        match one:
            case TextBlock(found):
                yield from (run for run in found if isinstance(run, Run))
            case ListBlock(items):
                for item in items:
                    yield from text_runs([TextBlock(item.runs), *item.lists])
            case TableBlock() | ImageDescription():
                pass


def text_lines(told: Iterable[SlideBlock]) -> Iterator[str]:
    """Yield the words alone, a line for each paragraph, item, row and picture."""
    for one in told:
        match one:
            case TextBlock(found):
                yield Paragraph(found).text
            case ListBlock(items):
                for item in items:
                    yield Paragraph(item.runs).text
                    yield from text_lines(item.lists)
            case TableBlock(header, rows, sentence):
                said = (", ".join(filter(None, row)) for row in (header, *rows))
                yield from [sentence] if sentence else filter(None, said)
            case ImageDescription(alt):
                yield alt
