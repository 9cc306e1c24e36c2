"""The text of slides and notes as blocks of a document: paragraphs, nested lists, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from deckgen.deck.equation_text import formulas_as_text
from deckgen.deck.text_body import Bullet, LineBreak, Paragraph, Run


class BlockItem(NamedTuple):
    """An item of a list, with its nested lists."""

    runs: tuple[Run | LineBreak, ...]
    lists: tuple[ListBlock, ...] = ()


class ListBlock(NamedTuple):
    """A list; numbered if `start` is not None."""

    items: tuple[BlockItem, ...]
    start: int | None = None


class TextBlock(NamedTuple):
    """A paragraph outside any list."""

    runs: tuple[Run | LineBreak, ...]


class TableBlock(NamedTuple):
    """A table, or the values of a chart; all rows have the same number of cells."""

    header: tuple[str, ...]
    """Empty: there is none."""
    rows: tuple[tuple[str, ...], ...]
    sentence: str = ""
    """The same in words, for plain text."""


class ImageDescription(NamedTuple):
    """The alternative text of a picture."""

    alt: str


NotesBlock: TypeAlias = TextBlock | ListBlock
SlideBlock: TypeAlias = NotesBlock | TableBlock | ImageDescription
"""A block on a slide."""


def document_blocks(
    paragraphs: Sequence[Paragraph], marks: Sequence[Bullet] = ("none",)
) -> list[NotesBlock]:
    """Return paragraphs as blocks, without empty ones.

    `marks` has the bullet of each level for paragraphs with the bullet of the layout; the last is
    for all deeper levels. A paragraph without a bullet ends the list before it.
    """
    blocks: list[NotesBlock] = []
    waiting: list[Paragraph] = []
    for paragraph in paragraphs:
        if not paragraph.text.strip():
            continue
        mark = (
            paragraph.bullet
            if paragraph.bullet != "layout"
            else marks[min(paragraph.level, len(marks) - 1)]
        )
        if mark == "none":
            blocks += _lists(waiting)
            waiting = []
            blocks.append(TextBlock(formulas_as_text(paragraph.runs)))
        else:
            waiting.append(paragraph._replace(bullet=mark))
    return [*blocks, *_lists(waiting)]


def _lists(paragraphs: Sequence[Paragraph]) -> tuple[ListBlock, ...]:
    """Return paragraphs with bullets as lists, nested by level."""
    lists: list[ListBlock] = []
    at = 0
    while at < len(paragraphs):
        first = paragraphs[at]
        items: list[BlockItem] = []
        while at < len(paragraphs) and _continues_list(paragraphs[at], first):
            end = at + 1
            while end < len(paragraphs) and paragraphs[end].level > first.level:
                end += 1
            runs = formulas_as_text(paragraphs[at].runs)
            items.append(BlockItem(runs, _lists(paragraphs[at + 1 : end])))
            at = end
        lists.append(ListBlock(tuple(items), first.start_at if first.bullet == "number" else None))
    return tuple(lists)


def _continues_list(paragraph: Paragraph, first: Paragraph) -> bool:
    """Return whether a paragraph is an item of the list that begins with `first`."""
    if paragraph is first:
        return True
    begins_anew = paragraph.bullet == "number" and paragraph.start_at != first.start_at
    return paragraph.level <= first.level and paragraph.bullet == first.bullet and not begins_anew


def text_runs(blocks: Iterable[SlideBlock]) -> Iterator[Run]:
    """Yield all runs, in reading order."""
    for block in blocks:
        match block:
            case TextBlock(runs):
                yield from (run for run in runs if isinstance(run, Run))
            case ListBlock(items):
                for item in items:
                    yield from text_runs([TextBlock(item.runs), *item.lists])
            case TableBlock() | ImageDescription():
                pass


def text_lines(blocks: Iterable[SlideBlock]) -> Iterator[str]:
    """Yield plain text: a line for each paragraph, item, row and picture."""
    for block in blocks:
        match block:
            case TextBlock(runs):
                yield Paragraph(runs).text
            case ListBlock(items):
                for item in items:
                    yield Paragraph(item.runs).text
                    yield from text_lines(item.lists)
            case TableBlock(header, rows, sentence):
                joined = (", ".join(filter(None, row)) for row in (header, *rows))
                yield from [sentence] if sentence else filter(None, joined)
            case ImageDescription(alt):
                yield alt
