"""Lines of headlines and other short texts that are alike in length and end where the sense allows.

Every program fills a line as far as its frame allows. So a narrower frame is all that other lines
take, and all programs break them alike. Where no width keeps two words together that read badly
apart, a no-break space joins them. docs/decisions/balanced-lines.md gives the reasons.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf, sqrt
from typing import NamedTuple

from deckgen.deck.layout import TextStyle
from deckgen.deck.text_body import Formula, Inline, Paragraph, Run
from deckgen.fit.text.end_cost import LinePieces, end_cost, is_bound, shown_characters
from deckgen.fit.text.line_breaking import Typeset, break_lines, in_pieces, typeset, widest_piece
from deckgen.fit.text.line_space import LineSpace
from deckgen.fonts.text_width import Fonts
from deckgen.language.spaces import NO_BREAK

_MOST_WIDTHS = 24
_MOST_JOINS = 3
_LOST = 0.45
"""The share of the longest line below which a last line of one word looks lost."""
_LOST_WORD, _LONELY_WORD = 0.5, 0.9
"""What such a line costs at the end and between others, beside 1 for a line that is empty."""


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


class _Frame(NamedTuple):
    """A frame of text."""

    width: float
    """Points."""
    reserve: float
    """How much wider than its measure the text may be."""


class _Join(NamedTuple):
    """A blank that becomes a no-break space."""

    paragraph: int
    at: int
    """The index of the character."""


class _Breaking(NamedTuple):
    """The lines of a text in frames of some widths."""

    lines: list[list[LinePieces]]
    """Those of each paragraph."""
    ends: list[list[float]]
    """Points from the left edge of the frame to the end of each line."""
    least: float
    """Points: the narrowest frame with these lines."""
    most: float
    """Points: the frame is narrower than this."""

    @property
    def line_count(self) -> int:
        """The number of its lines."""
        return sum(map(len, self.lines))


class _Rated(NamedTuple):
    """A breaking with its cost."""

    breaking: _Breaking
    cost: float

    @property
    def line_count(self) -> int:
        """The number of its lines."""
        return self.breaking.line_count


def balanced_text(
    texts: Sequence[SetParagraph], width: float, lang: str, fonts: Fonts
) -> BalancedText | None:
    """Return a text in as many lines as measured, but balanced; None if its frame breaks it well.

    `width` are the points of the frame, with its reserve. `lang` is a BCP 47 tag. Line breaks by
    the author stay, and so does a text with a word that is wider than a line.
    """
    frame = _Frame(width, fonts.reserve)
    whole = [text._replace(text=in_pieces(text.text)) for text in texts]
    natural = _best(whole, frame, lang)
    if natural is None:
        return None
    chosen, best = _with_better_joins(whole, natural, frame, lang, fonts)
    if best.breaking.most == inf and chosen is whole:
        return None
    least, most = best.breaking.least, best.breaking.most
    wide = max(least * fonts.reserve, sqrt(least * most)) if most < inf else None
    return BalancedText(tuple([text.paragraph for text in chosen]), wide)


def _with_better_joins(
    texts: list[SetParagraph], natural: _Rated, frame: _Frame, lang: str, fonts: Fonts
) -> tuple[list[SetParagraph], _Rated]:
    """Return a text with the no-break spaces that better its lines, and its best breaking."""
    chosen, best = texts, natural
    joined, rated, joins, needed = texts, natural, list[_Join](), list[_Join]()
    while len(joins) < _MOST_JOINS and (join := _wanted_join(joined, rated.breaking, lang)):
        joins.append(join)
        joined = _with_joins(texts, joins, fonts)
        tried = _best(joined, frame, lang)
        if tried is None or tried.line_count > natural.line_count:
            break
        rated = tried
        if rated.cost < best.cost:
            chosen, best, needed = joined, rated, list(joins)
    for join in tuple(needed):
        fewer = [other for other in needed if other != join]
        joined = _with_joins(texts, fewer, fonts)
        tried = _best(joined, frame, lang)
        if tried and tried.line_count == best.line_count and tried.cost <= best.cost:
            chosen, best, needed = joined, tried, fewer
    return chosen, best


def _best(texts: list[SetParagraph], frame: _Frame, lang: str) -> _Rated | None:
    """Return the best of the breakings with the fewest lines; None if there is none that holds."""
    rated = [_Rated(found, _cost(texts, found, lang)) for found in _breakings(texts, frame)]
    return min(rated, key=lambda found: found.cost, default=None)


def _breakings(texts: list[SetParagraph], frame: _Frame) -> Iterator[_Breaking]:
    """Yield the breakings with the fewest lines, from that of the whole frame to the narrowest.

    Those that a font a little wider or narrower would break otherwise are left out, and all in
    which a word is cut.
    """
    right = max([text.space.right for text in texts])
    shortest = max([text.space.left + widest_piece(text.text) * text.size for text in texts])
    count, most = 0, inf
    for _ in range(_MOST_WIDTHS):
        if shortest > right:
            return
        lines = _lines(texts, right)
        ends = [_ends(text, set_) for text, set_ in zip(texts, lines, strict=True)]
        least = max([max(set_) for set_ in ends])
        breaking = _Breaking(lines, ends, least, most)
        if not count:
            count = breaking.line_count
            most = inf if right == frame.width or _lines(texts, frame.width) == lines else right
            breaking = breaking._replace(most=most)
        if breaking.line_count > count:
            return
        if most == inf or least * frame.reserve < most:
            yield breaking
        right, most = least - _STEP, least


def _lines(texts: list[SetParagraph], right: float) -> list[list[LinePieces]]:
    """Return the lines of each paragraph in a frame that ends at `right`."""
    return [break_lines(text.text, text.space._replace(right=right), text.size) for text in texts]


_STEP = 0.01
"""Points by which a frame is too narrow for the longest line."""


def _ends(text: SetParagraph, lines: list[LinePieces]) -> list[float]:
    """Return where lines end, in points from the left edge of their frame."""
    ends = []
    start = text.space.first
    for line in lines:
        wide = sum([wide + blank for wide, blank, _ in line]) - (line[-1][1] if line else 0.0)
        ends.append(start + wide * text.size)
        start = text.space.left
    return ends


def _cost(texts: list[SetParagraph], breaking: _Breaking, lang: str) -> float:
    """Return what a breaking costs: lines that are shorter than the longest, and bad ends."""
    longest = max(breaking.least, _STEP)
    short = [(longest - end) / longest for ends in breaking.ends for end in ends]
    cost = sum([share * share for share in short]) / len(short)
    for text, lines, ends in zip(texts, breaking.lines, breaking.ends, strict=True):
        forced = _forced_ends(text.text, lines)
        for at, (line, behind) in enumerate(pairwise(lines)):
            if at not in forced:
                cost += end_cost(line, behind, lang)
        if _is_lost(lines, ends, forced, longest):
            cost += _LOST_WORD
        cost += _LONELY_WORD * len(_lonely(lines, ends, forced, longest))
    return cost


def _forced_ends(text: Typeset, lines: list[LinePieces]) -> frozenset[int]:
    """Return the indices of the lines that end at a forced line break."""
    if len(text.segments) <= 1:
        return frozenset()
    bounds = set(accumulate(len(segment) for segment in text.segments))
    return frozenset(
        at for at, pieces in enumerate(accumulate(map(len, lines))) if pieces in bounds
    )


def _is_lost(
    lines: list[LinePieces], ends: list[float], forced: frozenset[int], longest: float
) -> bool:
    """Return whether the last line is a single word that is much shorter than the longest line."""
    if len(lines) < 2 or len(lines) - 2 in forced or ends[-1] >= _LOST * longest:
        return False
    return not set(shown_characters(lines[-1])) & {" ", NO_BREAK}


def _lonely(
    lines: list[LinePieces], ends: list[float], forced: frozenset[int], longest: float
) -> list[int]:
    """Return the indices of lines between others that are a single short word."""
    return [
        at
        for at in range(1, len(lines) - 1)
        if ends[at] < _LOST * longest
        and not {at - 1, at} & forced
        and not set(shown_characters(lines[at])) & {" ", NO_BREAK}
    ]


def _wanted_join(texts: list[SetParagraph], breaking: _Breaking, lang: str) -> _Join | None:
    """Return the first blank to join: at the end of a line, it parts bound words.

    Else it is that before a lost word: joined with the word in front, it is one of two.
    """
    for number, (text, lines, ends) in enumerate(
        zip(texts, breaking.lines, breaking.ends, strict=True)
    ):
        if any(isinstance(run, Formula) for run in text.paragraph.runs):
            continue
        forced = _forced_ends(text.text, lines)
        at = 0
        for index, (line, behind) in enumerate(pairwise(lines)):
            at = _character_behind(line, text.paragraph.text, at)
            if index not in forced and is_bound(line, behind, lang):
                return _Join(number, at - 1)
        if at and _is_lost(lines, ends, forced, breaking.least) and lines[-2][-1][1]:
            return _Join(number, at - 1)
        for lonely in _lonely(lines, ends, forced, breaking.least):
            at = 0
            for line in lines[:lonely]:
                at = _character_behind(line, text.paragraph.text, at)
            if lines[lonely - 1][-1][1]:
                return _Join(number, at - 1)
    return None


def _with_joins(
    texts: list[SetParagraph], joins: Iterable[_Join], fonts: Fonts
) -> list[SetParagraph]:
    """Return a text with no-break spaces."""
    joined = list(texts)
    for number, at in joins:
        text = joined[number]
        paragraph = text.paragraph
        paragraph = paragraph._replace(runs=with_no_break(paragraph.runs, at))
        joined[number] = text._replace(
            paragraph=paragraph, text=in_pieces(typeset(paragraph, text.style, fonts))
        )
    return joined


def _character_behind(line: LinePieces, text: str, at: int) -> int:
    """Return the index of the character behind a line that begins at `at`, and its blank."""
    for _, _, piece in line:
        at += len(piece)
        at += text[at : at + 1] == " "
    return at


def with_no_break(runs: Iterable[Inline], at: int) -> tuple[Inline, ...]:
    """Return runs with a no-break space for the character with the index `at`."""
    inlines: list[Inline] = []
    for run in runs:
        length = len(run.text) if isinstance(run, Run | Formula) else 1
        if isinstance(run, Run) and 0 <= at < length:
            inlines.append(run._replace(text=f"{run.text[:at]}{NO_BREAK}{run.text[at + 1 :]}"))
        else:
            inlines.append(run)
        at -= length
    return tuple(inlines)
