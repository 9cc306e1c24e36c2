"""The sets of lines that a text has in frames of all widths.

Every program fills a line as far as its frame allows, so each width stands for one set.
"""

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from deckgen.deck.layout import TextStyle
from deckgen.deck.text_body import Paragraph
from deckgen.fit.text.end_cost import LinePieces
from deckgen.fit.text.line_breaking import Typeset, break_lines, line_width, widest_piece
from deckgen.fit.text.line_space import LineSpace

_MOST_WIDTHS = 24
_ROUNDED = 1.01
"""By how much other programs round the width of a line."""
STEP = 0.01
"""Points by which a frame is too narrow for the longest line."""


class SetParagraph(NamedTuple):
    """A paragraph with its measures."""

    paragraph: Paragraph
    style: TextStyle
    text: Typeset
    space: LineSpace
    size: float
    """Points."""


class Frame(NamedTuple):
    """A frame of text."""

    width: float
    """Points."""
    reserve: float
    """How much wider than its measure the text may be."""
    spare_lines: int
    """Lines that the text may have beside the fewest."""
    spare_cost: float
    """What each of these lines costs."""
    wider: float
    """How much wider the text may be without a line more, where another font takes its place."""


class Breaking(NamedTuple):
    """The lines of a text in frames of some widths."""

    texts: list[SetParagraph]
    lines: list[list[LinePieces]]
    """Those of each paragraph."""
    ends: list[list[float]]
    """Points from the left edge of the frame to the end of each line."""
    least: float
    """Points: the narrowest frame with these lines."""
    most: float
    """Points: the frame is narrower than this."""
    safe: float = 0.0
    """Points: the narrowest frame in which a wider font needs no line more."""
    cost: float = 0.0
    """What is bad about them."""

    @property
    def line_count(self) -> int:
        """The number of its lines."""
        return sum(map(len, self.lines))


def widest_word(texts: list[SetParagraph], by: float = 1.0) -> float:
    """Return where the widest piece, `by` times as wide, ends on a line of its own, in points."""
    return max([text.space.left + widest_piece(text.text) * text.size * by for text in texts])


def breakings(texts: list[SetParagraph], frame: Frame) -> list[Breaking]:
    """Return the breakings with few lines, from that of the whole frame to the narrowest.

    Breakings that a slightly wider or narrower font would change are left out, and all that cut a
    word; so are those of which no frame is so wide that a font wider by `frame.wider` needs no
    line more: it breaks the text as a narrower frame does.
    """
    found = list(_all_breakings(texts, frame))
    narrowest = {each.line_count: each.least for each in found}
    # The widest frame that surely has these lines is within the layout's.
    return [
        each._replace(safe=safe, cost=frame.spare_cost * (count - found[0].line_count))
        for each in found
        for count in (each.line_count,)
        for safe in (narrowest[count] * frame.wider,)
        if max(safe - STEP, each.least) <= min(each.most / frame.reserve, frame.width)
    ]


def _all_breakings(texts: list[SetParagraph], frame: Frame) -> Iterator[Breaking]:
    """Yield the breakings that cut no word, from the widest frame to the narrowest."""
    right = max([text.space.right for text in texts])
    shortest = widest_word(texts)
    count, most = 0, inf
    for _ in range(_MOST_WIDTHS):
        if shortest > right:
            return
        lines = _lines(texts, right)
        ends = [_ends(text, set_) for text, set_ in zip(texts, lines, strict=True)]
        least = max([max(set_) for set_ in ends])
        breaking = Breaking(texts, lines, ends, least, most)
        if not count:
            count = breaking.line_count
            wide = frame.width * _ROUNDED
            most = inf if right == frame.width or _lines(texts, wide) == lines else right
            breaking = breaking._replace(most=most)
        if breaking.line_count > count + frame.spare_lines:
            return
        yield breaking
        right, most = least - STEP, least


def _lines(texts: list[SetParagraph], right: float) -> list[list[LinePieces]]:
    """Return the lines of each paragraph in a frame that ends at `right`."""
    return [break_lines(text.text, text.space._replace(right=right), text.size) for text in texts]


def _ends(text: SetParagraph, lines: list[LinePieces]) -> list[float]:
    """Return where lines end, in points from the left edge of their frame."""
    starts = [text.space.first, *[text.space.left] * len(lines[1:])]
    pairs = zip(starts, lines, strict=True)
    return [start + line_width(line) * text.size for start, line in pairs]
