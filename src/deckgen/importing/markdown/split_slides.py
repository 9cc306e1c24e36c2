"""Blocks as slides: rules and headings begin them; divs and slots are their notes and columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from deckgen.importing.markdown.blocks import (
    Comment,
    Heading,
    Html,
    MarkdownBlock,
    Signal,
    ThematicBreak,
    Words,
)
from deckgen.importing.markdown.prepared_source import ANCHOR, CLOSE, KEY, OPEN, PAUSE, SLOT
from deckgen.importing.marked_text import SourceParagraph, SourceRun

_DIRECTIVE = re.compile(r"^\s*_?[\w$-]+\s*:")
"""Marp's settings in comments."""
_NOTE = re.compile(r"^\s*notes?:\s*", re.IGNORECASE)
_DEEPEST = 6


class MarkdownSlide(NamedTuple):
    """A slide of a talk in Markdown."""

    heading: Heading | None = None
    blocks: tuple[MarkdownBlock, ...] = ()
    columns: tuple[tuple[MarkdownBlock, ...], ...] = ()
    notes: tuple[SourceParagraph, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    """The settings of this slide alone (Slidev)."""
    reveals: bool = False
    is_section: bool = False
    unknown: tuple[tuple[int, str], ...] = ()
    """What an outline cannot express: its line, and what it is."""


def split_slides(blocks: Sequence[MarkdownBlock], level: int | None) -> tuple[MarkdownSlide, ...]:
    """Return the slides in order; those without anything on them are left out.

    `level` is the deepest one of headings that begin slides; it is found if it is not known.
    """
    level = _slide_level(blocks) if level is None else level
    groups = slide_groups(blocks, level)
    slides = (
        _slide([b for b in each if not isinstance(b, ThematicBreak)], level) for each in groups
    )
    return tuple(slide for slide in slides if slide.heading or slide.blocks or slide.columns)


def _slide_level(blocks: Sequence[MarkdownBlock]) -> int:
    """Return the deepest level of headings that begin slides; 0 if only rules begin them.

    With headings alone it is pandoc's rule: the highest level right below which content stands.
    """
    rules = sum(isinstance(each, ThematicBreak) for each in blocks)
    headings = sum(isinstance(each, Heading) for each in blocks)
    if rules and rules * 3 >= headings:
        return 0
    contents = [each for each in blocks if not isinstance(each, Comment | Signal)]
    levels = [
        each.level
        for each, following in pairwise([*contents, ThematicBreak(0)])
        if isinstance(each, Heading) and not isinstance(following, Heading | ThematicBreak)
    ]
    return min(levels, default=_DEEPEST)


def slide_groups(blocks: Iterable[MarkdownBlock], level: int) -> Iterator[list[MarkdownBlock]]:
    """Yield blocks in groups, which begin with a rule, or with a heading of a level or above."""
    group: list[MarkdownBlock] = []
    for each in blocks:
        is_heading = isinstance(each, Heading) and each.level <= level
        if group and (is_heading or isinstance(each, ThematicBreak)):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _slide(blocks: Sequence[MarkdownBlock], level: int) -> MarkdownSlide:
    slide = MarkdownSlide()
    place: list[str] = []
    column: list[MarkdownBlock] | None = None
    columns: list[list[MarkdownBlock]] = []
    for each in blocks:
        if isinstance(each, Signal):
            slide, column = _signal(slide, each, place, columns, column)
        elif "notes" in place:
            words = each.paragraphs if isinstance(each, Words) else ()
            slide = slide._replace(notes=(*slide.notes, *words))
        elif isinstance(each, Comment):
            slide = slide._replace(notes=(*slide.notes, *_note(each)))
        elif isinstance(each, Html):
            first_line = each.text.strip().split("\n")[0]
            slide = slide._replace(unknown=(*slide.unknown, (each.line, first_line[:60])))
        elif isinstance(each, Heading) and slide.heading is None and not slide.blocks:
            slide = slide._replace(heading=each, is_section=each.level < level)
        elif column is not None:
            column.append(each)
        else:
            slide = slide._replace(blocks=(*slide.blocks, each))
    return slide._replace(columns=tuple(tuple(each) for each in columns if each))


def _signal(
    slide: MarkdownSlide,
    signal: Signal,
    place: list[str],
    columns: list[list[MarkdownBlock]],
    column: list[MarkdownBlock] | None,
) -> tuple[MarkdownSlide, list[MarkdownBlock] | None]:
    """Return the slide after a sign, and the column that is open then."""
    if signal.kind == KEY:
        name, _, value = signal.words.partition(":")
        return slide._replace(keys=(*slide.keys, (name.strip(), value.strip()))), column
    if signal.kind == ANCHOR:
        if slide.heading and not slide.heading.id and not slide.blocks:
            slide = slide._replace(heading=slide.heading._replace(id=signal.words))
        return slide, column
    if signal.kind == PAUSE:
        return slide._replace(reveals=True), column
    if signal.kind == SLOT:
        if not columns and slide.blocks:
            columns.append(list(slide.blocks))
            slide = slide._replace(blocks=())
        columns.append([])
        return slide, columns[-1]
    if signal.kind == OPEN:
        name = next(iter(re.findall(r"[\w-]+", signal.words)), "")
        place.append(name)
        if name == "column":
            columns.append([])
            column = columns[-1]
        if name in {"incremental", "r-fit-text"}:
            slide = slide._replace(reveals=name == "incremental")
    elif signal.kind == CLOSE and place and place.pop() == "column":
        column = None
    return slide, column


def _note(comment: Comment) -> tuple[SourceParagraph, ...]:
    """Return a comment as notes; settings of Marp are none."""
    if _DIRECTIVE.match(comment.text) and not _NOTE.match(comment.text):
        return ()
    text = _NOTE.sub("", comment.text)
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(SourceParagraph((SourceRun(part),)) for part in parts if part)
