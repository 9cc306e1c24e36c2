"""Lines of headlines and other short texts that are alike in length and end where the sense allows.

Every program fills a line as far as its frame allows. So a narrower frame is all that other lines
take, and all programs break them alike. Where no width keeps two words together that read badly
apart, a no-break space joins them. docs/decisions/balanced-lines.md gives the reasons.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf, sqrt
from typing import NamedTuple, TypeAlias

from deckgen.deck.layout import TextStyle
from deckgen.deck.text_body import Formula, Paragraph
from deckgen.fit.text.end_cost import LinePieces, end_cost, is_bound, lonely_lines, short_lines_cost
from deckgen.fit.text.last_words import character_behind, with_bound_last_word, with_no_break
from deckgen.fit.text.line_breaking import (
    Typeset,
    break_lines,
    in_pieces,
    line_width,
    typeset,
    widest_piece,
)
from deckgen.fit.text.line_space import LineSpace
from deckgen.fonts.face import widening
from deckgen.fonts.text_width import Fonts

_MOST_WIDTHS = 24
_MOST_JOINS = 5
_ROUNDED = 1.01
"""By how much other programs round the width of a line."""
_STEP = 0.01
"""Points by which a frame is too narrow for the longest line."""
_IN_OTHER_FONTS = 1.2
"""By how much the font that replaces a missing one may be wider. A word without room is cut, and
a line without room is followed by one more, which may stand on what is below."""
_OF_WIDENING = (1.0, 0.7, 0.0)
"""How far lines are held where a font is missing, as a share of how much wider DejaVu Sans is, if
the frame has room: as far as that, as Noto Sans, not at all."""
_RAGGED = 0.04
"""The least cost of lines for which better ones are searched, and by how much these must be
better."""


class SetParagraph(NamedTuple):
    """A paragraph with its measures."""

    paragraph: Paragraph
    style: TextStyle
    text: Typeset
    space: LineSpace
    size: float
    """Points."""


class BalancedText(NamedTuple):
    """A text with balanced lines."""

    paragraphs: tuple[Paragraph, ...]
    """As given, but for no-break spaces."""
    width: float | None
    """Points that its frame is wide; None if the frame stays as it is."""
    cost: float = 0.0
    """What is bad about its lines, beside 1 for a line that is empty; infinite if no lines hold."""


class _Frame(NamedTuple):
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


_Join: TypeAlias = tuple[int, int]
"""A blank that becomes a no-break space: the indices of its paragraph and of the character."""


class _Breaking(NamedTuple):
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


def balanced_text(
    texts: Sequence[SetParagraph],
    width: float,
    lang: str,
    fonts: Fonts,
    spare_lines: int = 0,
    spare_cost: float = 0.0,
) -> BalancedText:
    """Return a text in as many lines as measured, but balanced.

    `width` are the points of the frame, with its reserve. `lang` is a BCP 47 tag. The text may
    have `spare_lines` more, where that is better by `spare_cost` each. Line breaks by the author
    stay, and so does a text with a word that is wider than a line.
    """
    wider = max([widening(fonts.named(text.style.font)) for text in texts])
    whole = [text._replace(text=in_pieces(text.text)) for text in texts]
    for share in _OF_WIDENING:
        frame = _Frame(width, fonts.reserve, spare_lines, spare_cost, 1 + (wider - 1) * share)
        if natural := _best(whole, frame, lang):
            break
    if natural is None:  # of so many lines, none are certain but the last
        bound = [
            with_bound_last_word(paragraph, text, space, size, fonts.reserve)
            for paragraph, _, text, space, size in texts
        ]
        return BalancedText(tuple(bound), None, inf)
    best = _with_better_joins(natural, frame, lang, fonts)
    least, most = best.least, best.most
    longest = max(_widest_word(best.texts, _IN_OTHER_FONTS), least * _IN_OTHER_FONTS)
    room = min(longest, most / fonts.reserve)
    wide = max(least * fonts.reserve, sqrt(least * most), room, best.safe)
    paragraphs = tuple([text.paragraph for text in best.texts])
    return BalancedText(paragraphs, wide if most < inf else None, best.cost)


def _widest_word(texts: list[SetParagraph], by: float = 1.0) -> float:
    """Return where the widest piece, `by` times as wide, ends on a line of its own, in points."""
    return max([text.space.left + widest_piece(text.text) * text.size * by for text in texts])


def _with_better_joins(natural: _Breaking, frame: _Frame, lang: str, fonts: Fonts) -> _Breaking:
    """Return the best breaking of a text, with the no-break spaces that better its lines."""
    texts, best, rated = natural.texts, natural, natural
    joins, needed = list[_Join](), list[_Join]()
    while len(joins) < _MOST_JOINS and (join := _wanted_join(rated, lang)):
        joins.append(join)
        tried = _best(_with_joins(texts, joins, fonts), frame, lang)
        if tried is None or tried.line_count > natural.line_count:
            break
        rated = tried
        if rated.cost < best.cost:
            best, needed = rated, list(joins)
    for join in tuple(needed):
        fewer = [other for other in needed if other != join]
        tried = _best(_with_joins(texts, fewer, fonts), frame, lang)
        if tried and tried.line_count == best.line_count and tried.cost <= best.cost:
            best, needed = tried, fewer
    if best.cost <= (0 if frame.spare_lines else _RAGGED):
        return best
    for spare in range(frame.spare_lines + 1):
        even = _with_even_lines(texts, natural.line_count + spare, frame, lang, fonts)
        if even and even.cost + frame.spare_cost * spare < best.cost - _RAGGED:
            best = even._replace(cost=even.cost + frame.spare_cost * spare)
    return best


def _with_even_lines(
    texts: list[SetParagraph], count: int, frame: _Frame, lang: str, fonts: Fonts
) -> _Breaking | None:
    """Return the breaking of a paragraph whose joined blanks make `count` lines even."""
    if len(texts) != 1 or len(texts[0].text.segments) != 1:
        return None
    ((paragraph, _, text, space, size),) = texts
    if any(isinstance(run, Formula) for run in paragraph.runs):
        return None
    from deckgen.fit.text.even_lines import joined_blanks

    (pieces,) = text.segments
    behind = joined_blanks(pieces, space, size, count, frame.reserve, lang)
    if not behind or len(behind) > max(_MOST_JOINS, count):
        return None
    joins = [
        (0, character_behind(list(pieces[: last + 1]), paragraph.text, 0) - 1) for last in behind
    ]
    rated = _best(_with_joins(texts, joins, fonts), frame, lang)
    return rated if rated and rated.line_count <= count else None


def _best(texts: list[SetParagraph], frame: _Frame, lang: str) -> _Breaking | None:
    """Return the best of the breakings that hold; None if none does.

    A breaking holds if a slightly wider or narrower font does not change it, and if its frame may
    be so wide that a font wider by `frame.wider`, which breaks as a narrower frame does, needs no
    line more.
    """
    found = list(_breakings(texts, frame))
    safe = {each.line_count: each.least * frame.wider for each in found}  # of the narrowest frame
    held = [
        each
        for each in found
        if max(safe[each.line_count] - _STEP, each.least)
        <= min(each.most / frame.reserve, frame.width)
    ]
    fewest = min(safe, default=0)
    costs = [_cost(each, lang) + frame.spare_cost * (each.line_count - fewest) for each in held]
    if not costs:
        return None
    best = held[costs.index(min(costs))]
    return best._replace(cost=min(costs), safe=safe[best.line_count])


def _breakings(texts: list[SetParagraph], frame: _Frame) -> Iterator[_Breaking]:
    """Yield the breakings with few lines, from that of the whole frame to the narrowest.

    Those that cut a word are left out.
    """
    right = max([text.space.right for text in texts])
    shortest = _widest_word(texts)
    count, most = 0, inf
    for _ in range(_MOST_WIDTHS):
        if shortest > right:
            return
        lines = _lines(texts, right)
        ends = [_ends(text, set_) for text, set_ in zip(texts, lines, strict=True)]
        least = max([max(set_) for set_ in ends])
        if not count:
            count = sum(map(len, lines))
            wide = frame.width * _ROUNDED
            most = inf if right == frame.width or _lines(texts, wide) == lines else right
        breaking = _Breaking(texts, lines, ends, least, most)
        if breaking.line_count > count + frame.spare_lines:
            return
        yield breaking
        right, most = least - _STEP, least


def _lines(texts: list[SetParagraph], right: float) -> list[list[LinePieces]]:
    """Return the lines of each paragraph in a frame that ends at `right`."""
    return [break_lines(text.text, text.space._replace(right=right), text.size) for text in texts]


def _ends(text: SetParagraph, lines: list[LinePieces]) -> list[float]:
    """Return where lines end, in points from the left edge of their frame."""
    starts = [text.space.first, *[text.space.left] * len(lines[1:])]
    pairs = zip(starts, lines, strict=True)
    return [start + line_width(line) * text.size for start, line in pairs]


def _cost(breaking: _Breaking, lang: str) -> float:
    """Return what a breaking costs: lines that are shorter than the longest, and bad ends."""
    longest = max(breaking.least, _STEP)
    short = [(longest - end) / longest for ends in breaking.ends for end in ends]
    cost = sum([share * share for share in short]) / len(short)
    for text, lines, ends in zip(breaking.texts, breaking.lines, breaking.ends, strict=True):
        forced = _forced_ends(text.text, lines)
        for at, (line, behind) in enumerate(pairwise(lines)):
            if at not in forced:
                cost += end_cost(line, behind, lang)
        cost += short_lines_cost(lines, ends, forced, longest)
    return cost


def _forced_ends(text: Typeset, lines: list[LinePieces]) -> frozenset[int]:
    """Return the indices of the lines that end at a forced line break."""
    if len(text.segments) <= 1:
        return frozenset()
    bounds = set(accumulate(len(segment) for segment in text.segments))
    return frozenset(
        at for at, pieces in enumerate(accumulate(map(len, lines))) if pieces in bounds
    )


def _wanted_join(breaking: _Breaking, lang: str) -> _Join | None:
    """Return the first blank to join: at the end of a line, it parts bound words.

    Else it is that before a lost word: joined with the word in front, it is one of two.
    """
    for number, (text, lines, ends) in enumerate(
        zip(breaking.texts, breaking.lines, breaking.ends, strict=True)
    ):
        if any(isinstance(run, Formula) for run in text.paragraph.runs):
            continue
        forced, blanks = _forced_ends(text.text, lines), [-1]
        for line in lines[:-1]:
            blanks.append(character_behind(line, text.paragraph.text, blanks[-1] + 1) - 1)
        for index, (line, below) in enumerate(pairwise(lines)):
            if index not in forced and is_bound(line, below, lang):
                return number, blanks[index + 1]
        for lonely in reversed(lonely_lines(lines, ends, forced, breaking.least)):
            if lonely and lines[lonely - 1][-1][1]:
                return number, blanks[lonely]
    return None


def _with_joins(
    texts: list[SetParagraph], joins: Iterable[_Join], fonts: Fonts
) -> list[SetParagraph]:
    """Return a text with no-break spaces."""
    joined = list(texts)
    for number, at in joins:
        text = joined[number]
        paragraph = with_no_break(text.paragraph, at)
        joined[number] = text._replace(
            paragraph=paragraph, text=in_pieces(typeset(paragraph, text.style, fonts))
        )
    return joined
