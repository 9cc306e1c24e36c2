"""Blocks as slides: rules and headings begin them; divs and slots are their notes and columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

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


class MarkdownSlide:
    """A slide of a talk in Markdown: what its blocks add to it, one after the other."""

    def __init__(self, blocks: Iterable[MarkdownBlock], level: int) -> None:
        """`level` is the deepest one of headings that begin slides; one above begins a section."""
        self.heading: Heading | None = None
        self.blocks: list[MarkdownBlock] = []
        self.columns: list[list[MarkdownBlock]] = []
        self.notes: list[SourceParagraph] = []
        self.keys: list[tuple[str, str]] = []
        """The settings of this slide alone (Slidev)."""
        self.unknown: list[tuple[int, str]] = []
        """What an outline cannot express: its line, and what it is."""
        self.reveals = False
        self._level = level
        self._divs: list[str] = []
        """The names of the divs that are open."""
        self._in_column = False
        for each in blocks:
            if not isinstance(each, ThematicBreak):
                self._add(each)
        self.columns = [each for each in self.columns if each]

    @property
    def is_section(self) -> bool:
        """Whether its heading stands above those that begin slides."""
        return self.heading is not None and self.heading.level < self._level

    def _add(self, block: MarkdownBlock) -> None:
        """Add the next block: to the notes, to the column that is open, or to the slide."""
        if isinstance(block, Signal):
            self._add_signal(block)
        elif "notes" in self._divs:
            self.notes += block.paragraphs if isinstance(block, Words) else ()
        elif isinstance(block, Comment):
            self.notes += _note(block)
        elif isinstance(block, Html):
            first_line = block.text.strip().split("\n")[0]
            self.unknown.append((block.line, first_line[:60]))
        elif isinstance(block, Heading) and self.heading is None and not self.blocks:
            self.heading = block
        elif self._in_column:
            self.columns[-1].append(block)
        else:
            self.blocks.append(block)

    def _add_signal(self, signal: Signal) -> None:
        if signal.kind == KEY:
            name, _, value = signal.words.partition(":")
            self.keys.append((name.strip(), value.strip()))
        elif signal.kind == ANCHOR:
            if self.heading and not self.heading.id and not self.blocks:
                self.heading = self.heading._replace(id=signal.words)
        elif signal.kind == PAUSE:
            self.reveals = True
        elif signal.kind == SLOT:
            if not self.columns:
                self.columns.append(self.blocks)
                self.blocks = []
            self._begin_column()
        elif signal.kind == OPEN:
            self._divs.append(next(iter(re.findall(r"[\w-]+", signal.words)), ""))
            if self._divs[-1] == "column":
                self._begin_column()
            self.reveals |= self._divs[-1] == "incremental"
        elif signal.kind == CLOSE and self._divs and self._divs.pop() == "column":
            self._in_column = False

    def _begin_column(self) -> None:
        self.columns.append([])
        self._in_column = True


def split_slides(blocks: Sequence[MarkdownBlock], level: int | None) -> tuple[MarkdownSlide, ...]:
    """Return the slides in order; those without anything on them are left out.

    `level` is the deepest one of headings that begin slides; it is found if it is not known.
    """
    level = _slide_level(blocks) if level is None else level
    groups = slide_groups(blocks, level)
    slides = (MarkdownSlide(each, level) for each in groups)
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


def _note(comment: Comment) -> tuple[SourceParagraph, ...]:
    """Return a comment as notes; settings of Marp are none."""
    if _DIRECTIVE.match(comment.text) and not _NOTE.match(comment.text):
        return ()
    text = _NOTE.sub("", comment.text)
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(SourceParagraph((SourceRun(part),)) for part in parts if part)
