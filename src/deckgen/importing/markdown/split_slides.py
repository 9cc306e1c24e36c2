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
    slides = (_SlideParts(each, level).slide() for each in groups)
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


class _SlideParts:
    """What the blocks of a slide add to it, one after the other."""

    def __init__(self, blocks: Iterable[MarkdownBlock], level: int) -> None:
        """`level` is the deepest one of headings that begin slides; one above begins a section."""
        self._level = level
        self._heading: Heading | None = None
        self._blocks: list[MarkdownBlock] = []
        self._columns: list[list[MarkdownBlock]] = []
        self._notes: list[SourceParagraph] = []
        self._keys: list[tuple[str, str]] = []
        self._unknown: list[tuple[int, str]] = []
        self._reveals = False
        self._divs: list[str] = []
        """The names of the divs that are open."""
        self._in_column = False
        for each in blocks:
            if not isinstance(each, ThematicBreak):
                self._add(each)

    def _add(self, block: MarkdownBlock) -> None:
        """Add the next block: to the notes, to the column that is open, or to the slide."""
        if isinstance(block, Signal):
            self._add_signal(block)
        elif "notes" in self._divs:
            self._notes += block.paragraphs if isinstance(block, Words) else ()
        elif isinstance(block, Comment):
            self._notes += _note(block)
        elif isinstance(block, Html):
            first_line = block.text.strip().split("\n")[0]
            self._unknown.append((block.line, first_line[:60]))
        elif isinstance(block, Heading) and self._heading is None and not self._blocks:
            self._heading = block
        elif self._in_column:
            self._columns[-1].append(block)
        else:
            self._blocks.append(block)

    def _add_signal(self, signal: Signal) -> None:
        if signal.kind == KEY:
            name, _, value = signal.words.partition(":")
            self._keys.append((name.strip(), value.strip()))
        elif signal.kind == ANCHOR:
            if self._heading and not self._heading.id and not self._blocks:
                self._heading = self._heading._replace(id=signal.words)
        elif signal.kind == PAUSE:
            self._reveals = True
        elif signal.kind == SLOT:
            if not self._columns:
                self._columns.append(self._blocks)
                self._blocks = []
            self._begin_column()
        elif signal.kind == OPEN:
            self._divs.append(next(iter(re.findall(r"[\w-]+", signal.words)), ""))
            if self._divs[-1] == "column":
                self._begin_column()
            self._reveals |= self._divs[-1] == "incremental"
        elif signal.kind == CLOSE and self._divs and self._divs.pop() == "column":
            self._in_column = False

    def _begin_column(self) -> None:
        self._columns.append([])
        self._in_column = True

    def slide(self) -> MarkdownSlide:
        """Return the slide; columns without anything in them are left out."""
        return MarkdownSlide(
            heading=self._heading,
            blocks=tuple(self._blocks),
            columns=tuple(tuple(each) for each in self._columns if each),
            notes=tuple(self._notes),
            keys=tuple(self._keys),
            reveals=self._reveals,
            is_section=self._heading is not None and self._heading.level < self._level,
            unknown=tuple(self._unknown),
        )


def _note(comment: Comment) -> tuple[SourceParagraph, ...]:
    """Return a comment as notes; settings of Marp are none."""
    if _DIRECTIVE.match(comment.text) and not _NOTE.match(comment.text):
        return ()
    text = _NOTE.sub("", comment.text)
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(SourceParagraph((SourceRun(part),)) for part in parts if part)
