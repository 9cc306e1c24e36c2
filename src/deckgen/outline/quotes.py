"""Straight quotation marks → those of a language: which opens, which closes, which is neither."""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from deckgen.outline.typography_rules import Rules

_DOUBLE, _SINGLE, _APOSTROPHE = '"', "'", "’"
_SET = frozenset("„“”‚‘«»‹›「」『』")
"""Marks that somebody set already; they stay."""
_SEEN_THROUGH = _SET | {_DOUBLE, _SINGLE, _APOSTROPHE, "\u202f"}
"""What stands beside a mark without telling whether that opens or closes."""
_BEFORE_OPENING = frozenset("([{<-–—/|+=*¿¡…:.,;!?")
_NEVER_OPENED = frozenset(")]},;")
_NEVER_CLOSED = frozenset("([{")


class Quotes(NamedTuple):
    """What becomes of the straight marks of a paragraph."""

    edits: dict[int, str]
    """What stands for the character at a place."""
    unpaired: bool
    """Whether one has no partner; then all but apostrophes stay as they are."""


class _Open(NamedTuple):
    mark: str
    at: int


def set_quotes(text: str, rules: Rules, kept: Container[int]) -> Quotes:
    """Return the marks of a paragraph as its language has them; what stands at `kept` stays.

    An even number that can be read in one way only is paired; else nothing is guessed.
    """
    apostrophes: dict[int, str] = {}
    pairs: dict[int, str] = {}
    opened: list[_Open] = []
    unpaired = False
    for at, mark in enumerate(text):
        if mark in _SET:
            opened = [one for one in opened if one.mark == _DOUBLE]
        if (mark not in {_DOUBLE, _SINGLE}) or at in kept:
            continue
        if mark == _SINGLE and _is_apostrophe(text, at, rules):
            apostrophes[at] = _APOSTROPHE
            continue
        opens, closes = _sides(text, at)
        if closes and any(one.mark == mark for one in opened):
            while (last := opened.pop()).mark != mark:
                unpaired = unpaired or last.mark == _DOUBLE
            outer = sum(one.mark == _DOUBLE for one in opened)
            pairs |= _pair(last.at, at, rules, inner=mark == _SINGLE or outer % 2 == 1)
        elif opens:
            opened.append(_Open(mark, at))
        elif closes and mark == _SINGLE and text[at - 1].isalpha():
            apostrophes[at] = _APOSTROPHE
        elif closes and mark == _DOUBLE:
            unpaired = unpaired or not text[at - 1].isdigit()  # 24" is a measure
    unpaired = unpaired or any(one.mark == _DOUBLE for one in opened)
    set_apostrophes = apostrophes if rules.apostrophe else {}
    return Quotes(set_apostrophes if unpaired else pairs | set_apostrophes, unpaired)


def _pair(start: int, end: int, rules: Rules, *, inner: bool) -> dict[int, str]:
    if not rules.quotes:  # an unknown language
        return {}
    at = 2 if inner else 0
    opening, closing = rules.quotes[at], rules.quotes[at + 1]
    space = rules.inside_quotes if opening in "«‹" else ""
    return {start: opening + space, end: space + closing}


def _is_apostrophe(text: str, at: int, rules: Rules) -> bool:
    """Return whether a ' stands inside a word, or begins one that it shortens."""
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


def _sides(text: str, at: int) -> tuple[bool, bool]:
    """Return whether a mark may open, and whether it may close."""
    left, right = at - 1, at + 1
    while left >= 0 and text[left] in _SEEN_THROUGH:
        left -= 1
    while right < len(text) and text[right] in _SEEN_THROUGH:
        right += 1
    before = text[left] if left >= 0 else " "
    behind = text[right] if right < len(text) else " "
    outside = before.isspace() or before in _BEFORE_OPENING or _is_ideograph(before)
    opens = outside and not behind.isspace() and behind not in _NEVER_OPENED
    closed = behind.isspace() or not behind.isalnum() or _is_ideograph(behind)
    closes = closed and not before.isspace() and before not in _NEVER_CLOSED
    elision = text[at - 1 : at] in {_SINGLE, _APOSTROPHE} if at else False
    if text[at] == _DOUBLE and elision and at > 1 and text[at - 2].isalpha() and behind.isalnum():
        return True, False
    return opens, closes


def _is_ideograph(sign: str) -> bool:
    """Return whether words stand side by side where this character is used."""
    return "\u2e80" <= sign <= "\uffef"
