"""Divide a body over slides: between bullets, in parts of like height, with parents repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from deckgen.fit.text.paragraph_parts import Stretch, sentences, stretch_as_paragraph
from deckgen.fit.text.text_height import (
    Block,
    MeasuredParagraph,
    Sizes,
    TextFrame,
    block_extent,
    block_fits,
    measured_paragraph,
)
from deckgen.fonts.text_width import Fonts

_MOST_OF_PARENTS = 0.5
"""Parents that would take more of a slide than this share are not repeated."""


class TooLongError(Exception):
    """A sentence that fits on no slide."""

    def __init__(self, sentence: MeasuredParagraph) -> None:
        super().__init__(sentence.paragraph.text)
        self.sentence = sentence


class Atom(NamedTuple):
    """Paragraphs that stay together, and the parents to repeat above them at the top of a slide."""

    parents: Block
    paragraphs: Block


class SplitBody(NamedTuple):
    """A body in parts, each of which fits in its frame at `size_step`."""

    size_step: int
    parts: tuple[Block, ...]


def split_body(
    block: Sequence[MeasuredParagraph], frame: TextFrame, steps: Sequence[int], fonts: Fonts
) -> SplitBody:
    """Return a body in as few parts as the last of `steps` allows, at the largest such step.

    Raises TooLongError for a sentence that fits on no slide.
    """
    smallest = frame.size_steps[steps[-1]]
    least = atoms(block, (), smallest, frame, fonts)
    parts = partition(least, smallest, frame)
    for step in steps[:-1]:
        sizes = frame.size_steps[step]
        try:
            larger = atoms(block, (), sizes, frame, fonts)
        except TooLongError:
            continue
        found = partition(larger, sizes, frame)
        if len(found) == len(parts) and len(larger) == len(least):
            return SplitBody(step, tuple(_together(part, frame, fonts) for part in found))
    return SplitBody(steps[-1], tuple(_together(part, frame, fonts) for part in parts))


def atoms(
    block: Sequence[MeasuredParagraph],
    parents: Block,
    sizes: Sizes,
    frame: TextFrame,
    fonts: Fonts,
) -> list[Atom]:
    """Return a block in pieces that fit on a slide: bullets with their children if possible."""
    found: list[Atom] = []
    for tree in _trees(block):
        if block_fits((*parents, *tree), sizes, frame):
            found.append(Atom(parents, tree))
        elif len(tree) == 1:
            found += _sentences(tree[0], parents, sizes, frame, fonts)
        else:
            found += _branches(tree, parents, sizes, frame, fonts)
    return found


def partition(found: Sequence[Atom], sizes: Sizes, frame: TextFrame) -> list[tuple[Atom, ...]]:
    """Return the division into the fewest parts with the least differences in height."""
    # The space after the last bullet of a part is not used.
    below = [atom.paragraphs[-1].after for atom in found]
    heights = [
        block_extent(atom.paragraphs, sizes).height + atom.paragraphs[0].before + after
        for atom, after in zip(found, below, strict=True)
    ]
    firsts = [
        block_extent((*atom.parents, *atom.paragraphs), sizes).height + after
        for atom, after in zip(found, below, strict=True)
    ]
    best: list[tuple[int, float, int]] = [(0, 0.0, 0)]
    for end in range(1, len(found) + 1):
        choices = []
        rest = -below[end - 1]
        for start in range(end - 1, -1, -1):
            whole = firsts[start] + rest
            if whole > frame.height + 0.01 and start < end - 1:
                break
            count, cost, _ = best[start]
            choices.append((count + 1, cost + whole * whole, start))
            rest += heights[start]
        best.append(min(choices))
    parts: list[tuple[Atom, ...]] = []
    end = len(found)
    while end:
        start = best[end][2]
        parts.append(tuple(found[start:end]))
        end = start
    return parts[::-1]


def _trees(block: Sequence[MeasuredParagraph]) -> Iterator[Block]:
    """Yield each bullet with its children."""
    start = 0
    for at in range(1, len(block) + 1):
        if at == len(block) or block[at].paragraph.level <= block[start].paragraph.level:
            yield tuple(block[start:at])
            start = at


def _branches(
    tree: Block,
    parents: Block,
    sizes: Sizes,
    frame: TextFrame,
    fonts: Fonts,
) -> Iterable[Atom]:
    """Return the pieces of a bullet whose children go on over several slides."""
    head = tree[0]
    above = (*parents, head)
    if block_extent(above, sizes).height > frame.height * _MOST_OF_PARENTS:
        return [
            *atoms([head], parents, sizes, frame, fonts),
            *atoms(tree[1:], parents, sizes, frame, fonts),
        ]
    first, *rest = atoms(tree[1:], above, sizes, frame, fonts)
    if first.parents != above:
        return [Atom(parents, (head,)), first, *rest]
    return [Atom(parents, (head, *first.paragraphs)), *rest]


def _sentences(
    long: MeasuredParagraph,
    parents: Block,
    sizes: Sizes,
    frame: TextFrame,
    fonts: Fonts,
) -> Iterable[Atom]:
    """Return the sentences of a bullet that is too long for a slide.

    Parents are left out if a sentence needs the whole slide.
    """
    found = []
    for sentence in sentences(long.paragraph):
        one = measured_paragraph(stretch_as_paragraph(sentence), frame, fonts)._replace(
            sentence=sentence
        )
        # When sentences are joined again, all lines may be as high as the highest.
        one = one._replace(leading=long.leading)
        above = parents if block_fits((*parents, one), sizes, frame) else ()
        if not above and not block_fits((one,), sizes, frame):
            raise TooLongError(one)
        found.append(Atom(above, (one,)))
    return found


def _together(part: tuple[Atom, ...], frame: TextFrame, fonts: Fonts) -> Block:
    """Return the paragraphs of a part: parents first, sentences of one paragraph joined."""
    shown: list[MeasuredParagraph] = list(part[0].parents)
    whole: list[Stretch | None] = [None] * len(shown)
    for one in (one for atom in part for one in atom.paragraphs):
        last = whole[-1] if whole else None
        if one.sentence and last and one.sentence.paragraph is last.paragraph:
            whole[-1] = last.to(one.sentence)
        else:
            shown.append(one)
            whole.append(one.sentence)
    return tuple(
        one
        if stretch is None or stretch == one.sentence
        else measured_paragraph(stretch_as_paragraph(stretch), frame, fonts)._replace(
            sentence=stretch
        )
        for one, stretch in zip(shown, whole, strict=True)
    )
