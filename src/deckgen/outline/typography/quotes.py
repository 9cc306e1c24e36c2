"""Straight quotation marks → those of a language; straight apostrophes → curly ones."""

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from deckgen.outline.typography.language_rules import TypographyRules

_DOUBLE, _SINGLE, _APOSTROPHE = '"', "'", "’"
_SET = frozenset("„“”‚‘«»‹›「」『』")
"""Marks that the author typed; they stay."""
_MARKS = f"[{''.join(sorted(_SET))}{_DOUBLE}{_SINGLE}{_APOSTROPHE}\u202f]+"
"""Adjacent marks; the characters around them decide which opens and which closes."""
_BEFORE_OPENING = frozenset("([{<-–—/|+=*¿¡…:.,;!?")
_NEVER_OPENED = frozenset(")]},;")
_NEVER_CLOSED = frozenset("([{")


class _Opened(NamedTuple):
    """The marks without a partner so far, and how many of each kind there are."""

    marks: list[tuple[str, int]]
    counts: dict[str, int]

    def open(self, mark: str, at: int) -> None:
        self.marks.append((mark, at))
        self.counts[mark] += 1

    def close(self, mark: str) -> tuple[int, bool]:
        """Return the index of the partner, and whether a double mark between the two has none."""
        crossed = False
        while True:
            last, at = self.marks.pop()
            self.counts[last] -= 1
            if last == mark:
                return at, crossed
            crossed = crossed or last == _DOUBLE

    def forget_singles(self) -> None:
        if self.counts[_SINGLE]:
            self.marks[:] = [(mark, at) for mark, at in self.marks if mark == _DOUBLE]
            self.counts[_SINGLE] = 0


def quote_edits(
    text: str, rules: TypographyRules, kept: Container[int]
) -> tuple[dict[int, str], bool]:
    """Return what replaces the straight marks of a paragraph, and whether one has no partner.

    Marks are replaced if they pair in one way only; nothing is guessed. If one has no partner, all
    but apostrophes stay. So do those at indexes in `kept`.
    """
    apostrophes: dict[int, str] = {}
    pairs: dict[int, str] = {}
    opened = _Opened([], {_DOUBLE: 0, _SINGLE: 0})
    unpaired = False
    for at, mark, before, behind in _marks(text):
        if mark in _SET:
            opened.forget_singles()
        if mark not in {_DOUBLE, _SINGLE} or at in kept:
            continue
        if mark == _SINGLE and _is_apostrophe(text, at, rules):
            apostrophes[at] = _APOSTROPHE
            continue
        opens, closes = _roles(text, at, before, behind)
        if closes and opened.counts[mark]:
            start, crossed = opened.close(mark)
            unpaired = unpaired or crossed
            inner = mark == _SINGLE or opened.counts[_DOUBLE] % 2 == 1
            pairs |= _pair(start, at, rules, inner=inner)
        elif opens:
            opened.open(mark, at)
        elif closes and mark == _SINGLE and text[at - 1].isalpha():
            apostrophes[at] = _APOSTROPHE
        elif closes and mark == _DOUBLE:
            unpaired = unpaired or not text[at - 1].isdigit()  # 24" is a measure
    unpaired = unpaired or opened.counts[_DOUBLE] > 0
    set_apostrophes = apostrophes if rules.apostrophe else {}
    return set_apostrophes if unpaired else pairs | set_apostrophes, unpaired


def _pair(start: int, end: int, rules: TypographyRules, *, inner: bool) -> dict[int, str]:
    if not rules.quotes:  # an unknown language
        return {}
    at = 2 if inner else 0
    opening, closing = rules.quotes[at], rules.quotes[at + 1]
    space = rules.inside_quotes if opening in "«‹" else ""
    return {start: opening + space, end: space + closing}


def _is_apostrophe(text: str, at: int, rules: TypographyRules) -> bool:
    """Return whether a ' is inside a word, or begins a shortened word, such as 'tis or '89."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isalnum() and behind.isalnum():
        return not (before.isdigit() and behind.isdigit())
    if before.isalpha() and behind and behind in '"„“«':
        return text[at + 2 : at + 3].isalnum()
    if before.isalnum() or not behind.isalnum():
        # ’n’: the second of two.
        return text[max(at - 2, 0) : at].lower() in {"'n", "’n"} and "n" in rules.elided
    end = at + 1
    while end < len(text) and text[end].isalnum():
        end += 1
    word = text[at + 1 : end].lower()
    if text[end : end + 1] in {_SINGLE, _APOSTROPHE}:
        return word == "n" and "n" in rules.elided
    return word in rules.elided or (word[:2].isdigit() and word[2:] in {"", "s", "er", "ers"})


def _marks(text: str) -> Iterator[tuple[int, str, str, str]]:
    """Yield index and mark, and the characters before and behind its row of marks."""
    for match in re.finditer(_MARKS, text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        behind = text[end] if end < len(text) else " "
        for at in range(start, end):
            yield at, text[at], before, behind


def _roles(text: str, at: int, before: str, behind: str) -> tuple[bool, bool]:
    """Return whether a mark may open, and whether it may close."""
    elision = at > 1 and text[at - 1] in {_SINGLE, _APOSTROPHE} and text[at - 2].isalpha()
    if text[at] == _DOUBLE and elision and behind.isalnum():  # l'"eau"
        return True, False
    outside = before.isspace() or before in _BEFORE_OPENING or _is_ideograph(before)
    opens = outside and not behind.isspace() and behind not in _NEVER_OPENED
    closed = not behind.isalnum() or _is_ideograph(behind)
    return opens, closed and not before.isspace() and before not in _NEVER_CLOSED


def _is_ideograph(sign: str) -> bool:
    """Return whether a character is of a script without spaces between words."""
    return "\u2e80" <= sign <= "\uffef"
