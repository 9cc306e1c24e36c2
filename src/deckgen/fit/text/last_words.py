"""Paragraphs of running text whose last line is not one short word.

The line before it ends where the sense allows, if it keeps much of its width.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from deckgen.deck.text_body import Formula, Inline, Paragraph, Run
from deckgen.fit.text.end_cost import LinePieces, end_cost, ends_part, is_amount, is_numbered
from deckgen.fit.text.line_breaking import Typeset, break_lines, in_pieces, line_width
from deckgen.fit.text.line_space import LineSpace
from deckgen.fit.text.text_height import Block, Sizes
from deckgen.fonts.text_width import Piece
from deckgen.language.spaces import NO_BREAK

_LOST = 1 / 3
"""The share of the width below which a last line of one word looks lost."""
_ROUNDED = 1.01
"""By how much other programs round the width of a line."""
_FEWEST_WORDS, _FEWEST_BEFORE_SIGN = 3, 2
"""Words from which the line before gives its last one to a lone word, and to an amount or sign."""
_MOST_MOVED, _EACH_MOVED = 4, 0.03
"""The most words that the line before the last gives to it, and what each of them costs."""
_CHARACTER = 0.6
"""The em of a wide character, on average."""
_LOST_COST = 0.5
"""What a lost last word costs, beside the costs of `end_cost`."""
_LEAST_KEPT = 0.45
"""The share of the width that a line keeps when it gives words."""
_LONELY = 0.4
"""The same for a word alone between two lines: below it, the word looks lost."""
_SHORT, _SHORT_COST = 0.35, 0.2
"""The share of the line before it below which a last line is short, and what that costs."""
_HOLE = 0.7
"""The same for a line between two others that has given words: below it, the line leaves a hole."""


def with_bound_last_word(
    paragraph: Paragraph,
    text: Typeset,
    space: LineSpace,
    size: float,
    reserve: float = 1.0,
    lang: str = "",
) -> Paragraph:
    """Return a paragraph whose last word, lost on a line of its own, gets the word before it.

    A no-break space joins the two; no other line changes. The last line gets the words before it
    that belong to it: those behind a comma, or an article. `text` are the measures of the
    paragraph, `size` is in points. `reserve` is how much wider than measured a line may be: other
    programs break lines within it. `lang` is a BCP 47 tag.
    """
    if any(isinstance(run, Formula) for run in paragraph.runs):
        # Programs without equations show formulas as text, which is wider than measured.
        is_long = len(paragraph.text) * _CHARACTER * size >= space.right - space.first
        return with_no_break(paragraph, paragraph.text.rfind(" ")) if is_long else paragraph
    if text.width * size <= space.right - space.first or text.width == inf:
        return paragraph
    widths = (1.0, reserve, reserve * _ROUNDED)
    spaces = [space._replace(right=space.right * wide) for wide in widths]
    lost, place = max((_lost_words(text, each, size), each) for each in spaces)
    written, ends = paragraph.text, (spaces[0], spaces[-1])
    blanks = _blanks_before(in_pieces(text), written, ends, size, lang, lost)
    if lost and not blanks:
        blanks = _blanks_before(in_pieces(text), written, (place, place), size, lang, lost)
        blanks = blanks or [len(written.rsplit(" ", lost)[0])]
    for at in blanks:
        paragraph = with_no_break(paragraph, at)
    return paragraph


def has_lonely_line(block: Block, sizes: Sizes) -> bool:
    """Return whether a line between two others of a paragraph is one short word."""
    for _, level, text, space, *_ in block:
        short = _LONELY * (space.right - space.left)
        between = break_lines(text, space, sizes[level])[1:-1]
        if any(len(line) == 1 and line[0][0] * sizes[level] < short for line in between):
            return True
    return False


def parts_number(block: Block, sizes: Sizes, lang: str) -> bool:
    """Return whether a line of a text ends between a number and what belongs to it."""
    for _, level, text, space, *_ in block:
        if text.width * sizes[level] > space.right - space.first:
            lines = break_lines(text, space, sizes[level])
            if any(is_numbered(line, behind, lang) for line, behind in pairwise(lines)):
                return True
    return False


def _blanks_before(
    text: Typeset,
    written: str,
    spaces: tuple[LineSpace, LineSpace],
    size: float,
    lang: str,
    lost: int,
) -> list[int]:
    """Return the blanks to join, so that the last line but one ends where the sense allows.

    Where that line becomes short, it gets words of the one before it, and so on. `spaces` are the
    narrowest and the widest of several programs: where the lines before differ in them, those of
    the narrowest are kept. `lost` is what `_lost_words` says: a sign alone is no word.
    """
    narrow, wide = (break_lines(text, space, size) for space in spaces)
    if len(narrow) == 1 or (not lost and len(narrow) > len(wide)):
        return []
    blanks = [at for at, sign in enumerate(written) if sign == " "]
    differ = narrow[:-2] != wide[:-2] or len(narrow) > len(wide)
    lines, joined = narrow if differ else wide, list[int]()
    end = len(blanks) - _blank_count(lines[-1][:-1])
    for at in range(len(lines) - 2, -1, -1):
        line, lost_cost = lines[at], 0.0 if joined else lost * _LOST_COST
        moved = _moved(lines, at, spaces[0], size, lang, lost_cost)
        if not moved or (joined and ends_part(line)):
            break
        joined += blanks[end - moved : end]
        lines[at : at + 2] = line[:-moved], [*line[-moved:], *lines[at + 1]]
        end -= _blank_count(line)
    if not joined or not differ or len(narrow) > len(wide):
        return joined
    return _kept_ends(lines, spaces[1], size, blanks, [*joined, *blanks[len(blanks) - lost :]])


def _kept_ends(
    lines: Sequence[LinePieces],
    space: LineSpace,
    size: float,
    blanks: Sequence[int],
    joined: Sequence[int],
) -> list[int]:
    """Return the blanks to join so that lines end where they do, even if the next word has room."""
    found, end = list(joined), 0
    for at, (line, below) in enumerate(pairwise(lines)):
        end += _blank_count(line)
        begin, count = space.left if at else space.first, end
        for number, (_, blank, _) in enumerate(below[:-1], 1):
            count += blank > 0
            if blank and blanks[count - 1] not in found:
                if begin + line_width([*line, *below[:number]]) * size <= space.right:
                    found.append(blanks[count - 1])
                break
    return found


def _blank_count(line: LinePieces) -> int:
    return sum([blank > 0 for _, blank, _ in line])


def _moved(
    lines: Sequence[LinePieces], at: int, space: LineSpace, size: float, lang: str, lost_cost: float
) -> int:
    """Return how many words a line best gives to the one below it; `lost_cost` if it gives none."""
    line, below = lines[at : at + 2]
    begin, whole = space.left if at else space.first, space.right - space.left
    best, least = 0.0 if lines[2:] else -inf, _SHORT if below is lines[-1] else _HOLE
    costs = []
    for moved in range(min(_MOST_MOVED, len(line) - 1) + 1):
        kept = len(line) - moved
        first, second = line[:kept], [*line[kept:], *below]
        if moved and (
            not all(blank for _, blank, _ in second[:moved])
            or line_width(second) * size > whole
            or begin + line_width(first) * size < _LEAST_KEPT * whole
        ):
            break
        is_short = len(first) == 1 or line_width(second) < least * line_width(first)
        cost = max(end_cost(first, second, lang), best) + is_short * _SHORT_COST
        costs.append((cost + moved * _EACH_MOVED + (0.0 if moved else lost_cost), moved))
    return min(costs)[1]


def _lost_words(text: Typeset, space: LineSpace, size: float) -> int:
    """Return 1 if the last word is short and alone, and has room for the word before it, else 0.

    A sign without letters behind it, such as an emoji, makes it 2.
    """
    *before, last = break_lines(text, space, size)
    if not before:
        return 0
    line, whole = before[-1], space.right - space.left
    if last[1:] or _has_letters(last[0][2]):
        return _pulled(line, last, whole, size)
    # A sign alone gets a word, and this the word before it if it is short.
    return _pulled(line[:-1], [*line[-1:], *last], whole, size) or _pulled(line, last, whole, size)


def _pulled(line: Sequence[Piece], last: Sequence[Piece], whole: float, size: float) -> int:
    """Return how many blanks bind a short last line to the last word of the line before it."""
    word = last if _has_letters(last[-1][2]) or not last[:-1] else last[:-1]
    words = sum([blank > 0 for _, blank, _ in line])
    shown = "".join([text for _, _, text in last])
    is_sign = is_amount(shown) or not _has_letters(shown)
    if (
        words < (_FEWEST_BEFORE_SIGN if is_sign else _FEWEST_WORDS)
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
    """Return a paragraph with a no-break space for the character with the index `at`.

    A blank behind a link stays: LibreOffice breaks there all the same, and would indent the line.
    """
    inlines: list[Inline] = []
    for before, run in zip((None, *paragraph.runs), paragraph.runs, strict=False):
        length = len(run.text) if isinstance(run, Run | Formula) else 1
        behind_link = not at and isinstance(before, Run) and before.link
        if isinstance(run, Run) and 0 <= at < length and not behind_link:
            inlines.append(run._replace(text=f"{run.text[:at]}{NO_BREAK}{run.text[at + 1 :]}"))
        else:
            inlines.append(run)
        at -= length
    return paragraph._replace(runs=tuple(inlines))
