"""Divide a body over slides: between bullets, in parts of like height, with parents repeated.

Numbered lists go on: each slide has the first number of its part. Tables are divided between rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from deckgen.deck.layout import TextStyle
from deckgen.deck.text_body import Paragraph
from deckgen.fit.text.paragraph_parts import Stretch, sentences, stretch_as_paragraph
from deckgen.fit.text.text_height import (
    Block,
    MeasuredParagraph,
    TextFrame,
    block_extent,
    block_fits,
    measured_paragraph,
)
from deckgen.fonts.text_width import Fonts
from deckgen.support.diagnostics import Span

_MOST_OF_PARENTS = 0.5
"""The most of a slide that repeated parents may take."""


class TooLongError(Exception):
    """A sentence that fits on no slide."""

    def __init__(self, sentence: MeasuredParagraph) -> None:
        super().__init__(sentence.paragraph.text)
        self.sentence = sentence


class _Atom(NamedTuple):
    """Paragraphs that stay together, and the parents to repeat above them at the top of a slide."""

    parents: Block
    paragraphs: Block


class _Page(NamedTuple):
    """The frame of a body at one step of its sizes."""

    frame: TextFrame
    step: int
    fonts: Fonts

    def height(self, block: Sequence[MeasuredParagraph]) -> float:
        """Return the height of a block, in points."""
        return block_extent(block, self.frame.size_steps[self.step]).height

    def holds(self, block: Sequence[MeasuredParagraph]) -> bool:
        """Return whether a block fits in the frame."""
        return block_fits(block, self.frame.size_steps[self.step], self.frame)

    def measured(self, sentence: Stretch) -> MeasuredParagraph:
        """Return a part of a paragraph, measured."""
        paragraph = stretch_as_paragraph(sentence)
        measured = measured_paragraph(paragraph, self.frame, self.fonts)
        return measured._replace(sentence=sentence)


def split_body(
    block: Sequence[MeasuredParagraph], frame: TextFrame, steps: Sequence[int], fonts: Fonts
) -> tuple[int, list[Block]]:
    """Return the largest of `steps` at which a body has as few parts as at the last, and these.

    Raises TooLongError for a sentence that fits on no slide.
    """
    smallest = _Page(frame, steps[-1], fonts)
    least = _atoms(block, (), smallest)
    parts = _partition(least, smallest)
    for step in steps[:-1]:
        page = _Page(frame, step, fonts)
        try:
            larger = _atoms(block, (), page)
        except TooLongError:
            continue
        larger_parts = _partition(larger, page)
        if len(larger_parts) == len(parts) and len(larger) == len(least):
            return step, [_together(part, page) for part in larger_parts]
    return steps[-1], [_together(part, smallest) for part in parts]


def _atoms(block: Sequence[MeasuredParagraph], parents: Block, page: _Page) -> list[_Atom]:
    """Return a block in pieces that fit on a slide: bullets with their children if possible."""
    atoms: list[_Atom] = []
    for tree in _trees(block):
        if page.holds((*parents, *tree)):
            atoms.append(_Atom(parents, tree))
        else:
            atoms += (_sentences if len(tree) == 1 else _branches)(tree, parents, page)
    return atoms


def _partition(atoms: Sequence[_Atom], page: _Page) -> list[tuple[_Atom, ...]]:
    """Return the division into the fewest parts with the least differences in height."""
    # The space after the last bullet of a part is not used.
    below = [atom.paragraphs[-1].after for atom in atoms]
    heights = [
        page.height(atom.paragraphs) + atom.paragraphs[0].before + after
        for atom, after in zip(atoms, below, strict=True)
    ]
    firsts = [
        page.height((*atom.parents, *atom.paragraphs)) + after
        for atom, after in zip(atoms, below, strict=True)
    ]
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(atoms) + 1):
        choices = []
        rest = -below[end - 1]
        for start in range(end - 1, -1, -1):
            whole = firsts[start] + rest
            if whole > page.frame.height + 0.01 and start < end - 1:
                break
            count, cost, _ = best[start]
            choices.append((count + 1, cost + whole * whole, start))
            rest += heights[start]
        best.append(min(choices))
    parts: list[tuple[_Atom, ...]] = []
    end = len(atoms)
    while end:
        start = best[end][2]
        parts.append(tuple(atoms[start:end]))
        end = start
    return parts[::-1]


def _trees(block: Sequence[MeasuredParagraph]) -> Iterator[Block]:
    """Yield each bullet with its children."""
    start = 0
    for at in range(1, len(block) + 1):
        if at == len(block) or block[at].paragraph.level <= block[start].paragraph.level:
            yield tuple(block[start:at])
            start = at


def _branches(tree: Block, parents: Block, page: _Page) -> list[_Atom]:
    """Return the pieces of a bullet whose children go on over several slides."""
    head = tree[0]
    above = (*parents, head)
    if page.height(above) > page.frame.height * _MOST_OF_PARENTS:
        return [*_atoms([head], parents, page), *_atoms(tree[1:], parents, page)]
    first, *rest = _atoms(tree[1:], above, page)
    if first.parents != above:
        return [_Atom(parents, (head,)), first, *rest]
    return [_Atom(parents, (head, *first.paragraphs)), *rest]


def _sentences(tree: Block, parents: Block, page: _Page) -> list[_Atom]:
    """Return the sentences of a bullet without children that is too long for a slide.

    Parents are left out if a sentence needs the whole slide.
    """
    (long,) = tree
    atoms = []
    for stretch in sentences(long.paragraph):
        # When sentences are joined again, all lines may be as high as the highest.
        sentence = page.measured(stretch)._replace(leading=long.leading)
        above = parents if page.holds((*parents, sentence)) else ()
        if not above and not page.holds((sentence,)):
            raise TooLongError(sentence)
        atoms.append(_Atom(above, (sentence,)))
    return atoms


def _together(part: tuple[_Atom, ...], page: _Page) -> Block:
    """Return the paragraphs of a part: parents first, sentences of one paragraph joined."""
    shown: list[MeasuredParagraph] = list(part[0].parents)
    whole: list[Stretch | None] = [None] * len(shown)
    for measured in (paragraph for atom in part for paragraph in atom.paragraphs):
        last = whole[-1] if whole else None
        if measured.sentence and last and measured.sentence.paragraph is last.paragraph:
            whole[-1] = last._replace(end=measured.sentence.end)
        else:
            shown.append(measured)
            whole.append(measured.sentence)
    return tuple(
        measured if stretch is None or stretch == measured.sentence else page.measured(stretch)
        for measured, stretch in zip(shown, whole, strict=True)
    )


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
        layout = levels[min(level, len(levels) - 1)].mark
        if (layout if paragraph.bullet == "layout" else paragraph.bullet) != "number":
            lists.pop(level, None)
            continue
        start, last = lists.get(level, (0, 0))
        number = last + 1 if start == paragraph.start_at else paragraph.start_at
        lists[level] = paragraph.start_at, number
        if paragraph.span:
            numbers[paragraph.span] = number
    return numbers


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


def balanced_rows(heights: Sequence[int], space: int) -> list[tuple[int, int]] | None:
    """Return the first row and the end of each of the fewest parts of a table, of like height.

    `heights` are those of the rows, `space` that of a part. None if a single row is too high.
    """
    if not heights or max(heights) > space:
        return None
    above = [0, *accumulate(heights)]
    count = len(heights)
    ends = [0] * count
    end = 0
    for start in range(count):
        while end < count and above[end + 1] - above[start] <= space:
            end += 1
        ends[start] = end
    needed = [0] * (count + 1)
    for start in reversed(range(count)):
        needed[start] = 1 + needed[ends[start]]
    parts = []
    start = 0
    for left in range(needed[0], 0, -1):
        wanted = above[start] + (above[count] - above[start]) / left
        end = min(
            (at for at in range(start + 1, ends[start] + 1) if needed[at] < left),
            key=lambda at: (abs(above[at] - wanted), -at),
        )
        parts.append((start, end))
        start = end
    return parts
