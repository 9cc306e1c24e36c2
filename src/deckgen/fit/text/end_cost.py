"""What it costs to end a line of a short text at a place, and what short lines cost."""

from collections.abc import Container, Sequence
from typing import TypeAlias

from deckgen.fonts.text_width import Piece
from deckgen.language.line_ends import TITLES, UNITS, clause_beginnings, kept_with_next
from deckgen.language.spaces import NO_BREAK

_STOPS = frozenset(".?!")
_MARKS = "()[]{}„“”‚‘’«»‹›\"'"
_SENTENCE_ENDS, _CLAUSE_ENDS, _DASHES = frozenset(".?!…:;"), frozenset(",–—·|"), frozenset("?!…–—")
_SEPARATORS = frozenset("–—·|•")
_AFTER_SENTENCE, _AFTER_CLAUSE, _TORN, _WITHIN_WORD, _APART = -0.3, -0.1, 0.16, 0.3, 0.7
_NUMBER_APART = 0.8
"""What the end of a line costs, beside 1 for a line that is empty."""

_MOST_UNIT_LETTERS = 3
_ORDINAL = 3
"""Characters of “31.”, which is the day of a month rather than the end of a sentence."""
_GROUP = 3
"""The digits of each group of a number that is written in groups."""
_FEWEST_WORDS = 3
"""The fewest words of a line that may end within a phrase; a shorter line is the phrase alone."""
_LONG = 0.5
"""A word that takes this share of a line does not look lost on the next one."""

_LOST = 0.45
"""The share of the longest line below which a last line of one word looks lost."""
_LOST_FIRST = 0.55
"""The same for a first line of one word, which the eye meets first."""
_SHORT = 0.6
"""The share of the longest line below which a line before the last one leaves a hole."""
_REST = 0.55
"""The same for a line that ends a sentence begun before; a whole sentence leaves no hole."""
_SHORT_END = 0.35
"""The same for a last line of several words."""
_FEWEST_LINES = 3
"""The fewest lines of a text in which short lines count."""
_LOST_WORD, _LONELY_WORD, _SHORT_LINE = 0.5, 0.9, 0.3
"""What such a line costs at the end and between others, beside 1 for a line that is empty."""

LinePieces: TypeAlias = list[Piece]


def end_cost(line: LinePieces, behind: LinePieces, lang: str) -> float:
    """Return what it costs to end a line here; less than nothing at the end of a sentence."""
    if not line or not behind:
        return 0.0
    _, blank, last = line[-1]
    if not blank:
        return 0.0 if last[-1:] in _DASHES else _WITHIN_WORD
    if _ends_in(last, _SENTENCE_ENDS):
        return _AFTER_SENTENCE
    if is_bound(line, behind, lang):
        return _NUMBER_APART if is_numbered(line, behind, lang) else _APART
    begins_clause = behind[0][2].lower() in clause_beginnings(lang)
    if begins_clause or last.rstrip(_MARKS)[-1:] in _CLAUSE_ENDS:
        return _AFTER_CLAUSE
    # One word of a part of a sentence stands apart from it: its first one, as in “… a problem, it /
    # is a solution”, or its last one, as in “… ever asked me / that. I …”.
    parts_word = ends_part(line[-2:-1]) or (len(behind) > 1 and ends_part(behind[:1]))
    return _TORN if parts_word or _is_torn(line, behind, lang) else 0.0


def sentence_starts(text: str) -> list[int]:
    """Return the indices at which sentences begin within a text, behind a blank."""
    blanks = [at for at, character in enumerate(text) if character == " "]
    return [at + 1 for at in blanks if _ends_in(text[:at], _STOPS)]


def ends_sentence(line: LinePieces) -> bool:
    """Return whether a sentence ends with a line."""
    return _ends_in(shown_characters(line), _SENTENCE_ENDS)


def _ends_in(text: str, signs: Container[str]) -> bool:
    """Return whether a text ends in one of some signs; not in the stop of a title, nor of “1.”."""
    bare = text.rstrip(_MARKS)
    if bare[-1:] not in signs:
        return False
    word = bare.replace(NO_BREAK, " ").rsplit(" ", 1)[-1].lower()
    return bare[-1] != "." or not (word in TITLES or (len(word) <= _ORDINAL and word[:1].isdigit()))


def ends_part(line: LinePieces) -> bool:
    """Return whether a sentence or a part of one ends with a line."""
    return _ends_in(shown_characters(line), _SENTENCE_ENDS | _CLAUSE_ENDS)


def is_bound(line: LinePieces, behind: LinePieces, lang: str) -> bool:
    """Return whether the last word of a line belongs to the next line.

    It does if it is an article or a title, or stands before a unit, a year or a dash; if it is a
    name before its number, or a number that counts what follows or continues there; and if it is
    the first or second word of a sentence (behind a colon, only the first).
    """
    words = shown_characters(line).replace(NO_BREAK, " ").split()
    if not words or not line[-1][1] or ends_sentence(line):
        return False
    if behind[0][2] in _SEPARATORS:
        return True
    word = words[-1].strip(_MARKS)
    is_clause = word[-1:] in _CLAUSE_ENDS
    if _ends_in("".join(words[-2:-1]), _SENTENCE_ENDS):
        return True
    if is_clause or _ends_in("".join(words[-3:-2]), _STOPS):
        return not is_clause
    small = word.lower()
    return small in kept_with_next(lang) or small in TITLES or is_numbered(line, behind, lang)


def is_numbered(line: LinePieces, behind: LinePieces, lang: str) -> bool:
    """Return whether a line ends within a number, or between a number and its word."""
    words = shown_characters(line).replace(NO_BREAK, " ").split()
    if not words or ends_part(line):
        return False
    word = words[-1].strip(_MARKS).rstrip(".")
    unit = shown_characters(behind[:1]).split(NO_BREAK, 1)[0].strip(_MARKS).rstrip(".,;:!?")
    if word[-1:].isdigit():
        is_group = word.isdecimal() and unit.isdecimal() and len(unit) == _GROUP
        return unit in UNITS or is_group or _counts(words, word, unit, lang)
    is_year = _is_year(unit[:4]) and not unit[4:5].isdigit()
    is_counted = behind[0][2][-1:].isdigit() and shown_characters(behind[1:2]).istitle()
    is_name = word[:1].isupper() and unit.isdecimal() and not is_counted
    return word.isalpha() and (is_year or is_name)


def _is_torn(line: LinePieces, behind: LinePieces, lang: str) -> bool:
    """Return whether a single word behind is the noun of a phrase, as in “… of open / questions”.

    One that is short costs enough as a lost word.
    """
    if len(behind) > 1 or behind[0][0] < _LONG * sum([wide for wide, _, _ in line]):
        return False
    words = shown_characters(line).replace(NO_BREAK, " ").split()
    return len(words) >= _FEWEST_WORDS and words[-2].lower() in kept_with_next(lang)


def _counts(words: list[str], number: str, behind: str, lang: str) -> bool:
    """Return whether the last of some words, a number, counts what stands behind it.

    A year does not, nor does a number that a name stands before, such as “Chapter 3”. In German,
    what is counted has a capital, and so have words that are no names.
    """
    if _is_year(number) or not behind[:1].isalpha() or len(words) < 2:
        return False
    return words[-2][:1].islower() or (lang.startswith("de") and behind[:1].isupper())


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word[:2] in {"19", "20"}


def is_amount(word: str) -> bool:
    """Return whether a word is a number, maybe with a sign or a unit, such as “£500” or “12 %”."""
    letters = sum(map(str.isalpha, word))
    return letters <= _MOST_UNIT_LETTERS and any(map(str.isdecimal, word))


def shown_characters(line: LinePieces) -> str:
    """Return the characters of a line, without a blank at its end."""
    return "".join([text + " " * (blank > 0) for _, blank, text in line]).rstrip(" ")


def short_lines_cost(
    lines: list[LinePieces], ends: Sequence[float], forced: Container[int], longest: float
) -> float:
    """Return what the short lines of a paragraph cost, beside 1 for one that is empty.

    `ends` are the points at which lines end, `longest` is the largest of them. Lines in `forced`
    end where the author says.
    """
    lonely = lonely_lines(lines, ends, forced, longest)
    if len(lines) < _FEWEST_LINES:
        return _LOST_WORD * len(lonely)
    cost = sum([_LONELY_WORD if at < len(lines) - 1 else _LOST_WORD for at in lonely])
    holes = [
        at
        for at, end in enumerate(ends[:-1])
        if at not in forced and end < longest * _least_share(lines, at)
    ]
    is_short_end = len(lines) - 2 not in forced and ends[-1] < _SHORT_END * longest
    return cost + _SHORT_LINE * (len(holes) + is_short_end)


def _least_share(lines: list[LinePieces], at: int) -> float:
    """Return the least share of the longest line for a line before the last to leave no hole."""
    if not ends_sentence(lines[at]):
        return _SHORT
    is_whole_sentence = not at or ends_sentence(lines[at - 1])
    return 0.0 if is_whole_sentence else _REST


def lonely_lines(
    lines: list[LinePieces], ends: Sequence[float], forced: Container[int], longest: float
) -> list[int]:
    """Return the indices of lines, of several, that are one short word.

    The first of two is none as a part of a sentence: “Now, / your question.” reads as it is spoken,
    “Seven / of our 78 cheap tests” does not.
    """
    last = len(lines) - 1
    return [
        at
        for at, line in enumerate(lines if last else ())
        if ends[at] < (_LOST if at else _LOST_FIRST) * longest
        and at - 1 not in forced
        and (at == last or at not in forced)
        and _is_one_word(line)
        and not (last == 1 and not at and ends_part(line))
    ]


def _is_one_word(line: LinePieces) -> bool:
    """Return whether a line is one word, maybe with signs such as an emoji beside it."""
    words = shown_characters(line).replace(NO_BREAK, " ").split()
    return sum([any(map(str.isalnum, word)) for word in words]) <= 1
