"""Lines of a headline or another short text that are much shorter than the longest."""

from collections.abc import Container, Sequence

from deckgen.fit.text.end_cost import LinePieces, ends_part, ends_sentence, shown_characters
from deckgen.language.spaces import NO_BREAK

_LOST = 0.45
"""The share of the longest line below which a last line of one word looks lost."""
_LOST_FIRST = 0.55
"""The same for a first line of one word, which the eye meets first."""
_SHORT = 0.6
"""That below which a line before the last one leaves a hole."""
_REST = 0.55
"""The same for one that is the rest of a sentence; one that is all of it leaves none."""
_SHORT_END = 0.35
"""The same for a last line of several words."""
_FEWEST_LINES = 3
"""Those of a text in which lines may be short."""
_LOST_WORD, _LONELY_WORD, _SHORT_LINE = 0.5, 0.9, 0.3
"""What such a line costs at the end and between others, beside 1 for a line that is empty."""


def short_lines_cost(
    lines: list[LinePieces], ends: Sequence[float], forced: Container[int], longest: float
) -> float:
    """Return what the short lines of a paragraph cost, beside 1 for one that is empty.

    `ends` are the points at which its lines end, `longest` is the end of the longest; the lines in
    `forced` end where the author says.
    """
    cost = _LONELY_WORD * len(lonely_lines(lines, ends, forced, longest))
    if ends_lost(lines, ends, forced, longest):
        cost += _LOST_WORD
    if len(lines) < _FEWEST_LINES:
        return cost + _LOST_WORD * _begins_lost(lines, ends, forced, longest)
    holes = [
        at
        for at, end in enumerate(ends[:-1])
        if at not in forced and end < longest * _least_share(lines, at)
    ]
    is_short_end = len(lines) - 2 not in forced and ends[-1] < _SHORT_END * longest
    return cost + _SHORT_LINE * (len(holes) + is_short_end)


def _least_share(lines: list[LinePieces], at: int) -> float:
    """Return the share of the longest line below which a line before the last leaves a hole."""
    if not ends_sentence(lines[at]):
        return _SHORT
    is_whole_sentence = not at or ends_sentence(lines[at - 1])
    return 0.0 if is_whole_sentence else _REST


def ends_lost(
    lines: list[LinePieces], ends: Sequence[float], forced: Container[int], longest: float
) -> bool:
    """Return whether the last line is a single word that is much shorter than the longest line."""
    if len(lines) < 2 or len(lines) - 2 in forced or ends[-1] >= _LOST * longest:
        return False
    return _is_one_word(lines[-1])


def _begins_lost(
    lines: list[LinePieces], ends: Sequence[float], forced: Container[int], longest: float
) -> bool:
    """Return whether the first of two lines is one short word, and no part of a sentence ends it.

    “Now, / your question.” reads as it is spoken, “Seven / of our 78 cheap tests” does not.
    """
    if (
        len(lines) < 2
        or 0 in forced
        or ends[0] >= _LOST_FIRST * longest
        or not _is_one_word(lines[0])
    ):
        return False
    return not ends_part(lines[0])


def lonely_lines(
    lines: list[LinePieces], ends: Sequence[float], forced: Container[int], longest: float
) -> list[int]:
    """Return the indices of lines before the last, of several, that are one short word."""
    if len(lines) < _FEWEST_LINES:
        return []
    return [
        at
        for at in range(len(lines) - 1)
        if ends[at] < (_LOST if at else _LOST_FIRST) * longest
        and at - 1 not in forced
        and at not in forced
        and _is_one_word(lines[at])
    ]


def _is_one_word(line: LinePieces) -> bool:
    """Return whether a line is one word, maybe with signs such as an emoji beside it."""
    words = shown_characters(line).replace(NO_BREAK, " ").split()
    return sum([any(map(str.isalnum, word)) for word in words]) <= 1
