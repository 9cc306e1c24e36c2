"""Paragraphs of running text whose last line is not one short word."""

from collections.abc import Sequence
from math import inf

from deckgen.deck.text_body import Formula, Inline, Paragraph, Run
from deckgen.fit.text.end_cost import LinePieces, is_amount
from deckgen.fit.text.line_breaking import Typeset, break_lines
from deckgen.fit.text.line_space import LineSpace
from deckgen.fonts.text_width import Piece
from deckgen.language.spaces import NO_BREAK

_LOST = 1 / 3
"""The share of the width below which a last line of one word looks lost."""
_TWO_LINES = 0.6
"""What goes beyond the first line, as a share of the width, for which a second one is enough."""
_ROUNDED = 1.01
"""By how much other programs round the width of a line."""
_FEWEST_WORDS, _FEWEST_BEFORE_AMOUNT = 3, 2
"""Words from which the line before gives its last one to a lone word, and to a lone amount."""


def with_bound_last_word(
    paragraph: Paragraph, text: Typeset, space: LineSpace, size: float, reserve: float = 1.0
) -> Paragraph:
    """Return a paragraph whose last word, lost on a line of its own, gets the word before it.

    A no-break space joins the two; no other line changes. `text` are the measures of the paragraph,
    `size` is in points. `reserve` is how much wider than measured a line may be: other programs
    break lines within it.
    """
    if text.width * size <= space.right - space.first or text.width == inf:
        return paragraph
    widths = (1.0, reserve, reserve * _ROUNDED)
    spaces = dict.fromkeys([space._replace(right=space.right * wide) for wide in widths])
    lost = next(filter(None, (_lost_words(text, each, size) for each in spaces)), 0)
    if not lost:
        return paragraph
    if any(isinstance(run, Formula) for run in paragraph.runs):
        return paragraph
    written = paragraph.text
    at = len(written)
    for _ in range(lost):
        at = written.rindex(" ", 0, at)
    return with_no_break(paragraph, at)


def _lost_words(text: Typeset, space: LineSpace, size: float) -> int:
    """Return 1 if the last word is short and alone, and has room for the word before it, else 0.

    A sign without letters behind it, such as an emoji, makes it 2.
    """
    whole = space.right - space.left
    over = text.width * size - (space.right - space.first)
    if over <= 0 or _LOST * whole < over <= _TWO_LINES * whole:
        return 0
    line, last = break_lines(text, space, size)[-2:]
    if last[1:] or _has_letters(last[0][2]):
        return _pulled(line, last, whole, size)
    # A sign alone gets a word, and this the word before it if it is short.
    return _pulled(line[:-1], [*line[-1:], *last], whole, size) or _pulled(line, last, whole, size)


def _pulled(line: Sequence[Piece], last: Sequence[Piece], whole: float, size: float) -> int:
    """Return how many blanks bind a short last line to the last word of the line before it."""
    word = last if _has_letters(last[-1][2]) or not last[:-1] else last[:-1]
    words = sum([blank > 0 for _, blank, _ in line])
    amount = is_amount("".join([text for _, _, text in last]))
    if (
        words < (_FEWEST_BEFORE_AMOUNT if amount else _FEWEST_WORDS)
        or not line[-1][1]
        or any(blank for _, blank, _ in word[:-1])
    ):
        return 0
    wide = sum([wide for wide, _, _ in last]) * size
    joined = wide + (line[-1][0] + line[-1][1]) * size
    if wide >= _LOST * whole or joined > whole:
        return 0
    return 1 + (len(word) < len(last))


def _has_letters(text: str) -> bool:
    """Return whether a text is a word, not only signs such as an emoji."""
    return any(map(str.isalnum, text))


def character_behind(line: LinePieces, text: str, at: int) -> int:
    """Return the index of the character behind a line that begins at `at`, and its blank."""
    for _, _, piece in line:
        at += len(piece)
        at += text[at : at + 1] == " "
    return at


def with_no_break(paragraph: Paragraph, at: int) -> Paragraph:
    """Return a paragraph with a no-break space for the character with the index `at`."""
    inlines: list[Inline] = []
    for run in paragraph.runs:
        length = len(run.text) if isinstance(run, Run | Formula) else 1
        if isinstance(run, Run) and 0 <= at < length:
            inlines.append(run._replace(text=f"{run.text[:at]}{NO_BREAK}{run.text[at + 1 :]}"))
        else:
            inlines.append(run)
        at -= length
    return paragraph._replace(runs=tuple(inlines))
