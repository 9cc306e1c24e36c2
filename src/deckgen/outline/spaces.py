"""Blanks between what belongs together → spaces at which no line ends: § 5, z. B., Dr. Muster.

A blank that is typed becomes another one. Spaces are added where the rules of a language ask for
them: inside an abbreviation, before a mark of punctuation, within guillemets.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from deckgen.outline.typography_rules import NARROW, NO_BREAK, UNITS, Rules

_BLANK = re.compile("([ \u00a0\u202f\n])")
_QUOTES = "„“”‚‘’«»‹›「」『』\"'"
_OPENING = "([{" + _QUOTES
_CLOSING = ",;:!?…)]}" + _QUOTES
_MARK = re.compile(
    rf"(?<=[\w)\]}}%‰°€$£.…{_QUOTES}])( ?)"
    rf"([!?](?=[!?]*(?:[\s….,)\]{_QUOTES}]|$))|[:;](?=[\s{_QUOTES}]|$))"
)
_GUILLEMET = re.compile(r"(?<=«)( ?)(?=\S)|(?<=\S)( ?)(?=»)")
_FIRST_LETTER = re.compile(r"[^\W\d_]\.(?:$|[^\W\d_]\.|\W)")
_LAST_LETTER = re.compile(r"(?:^|\.)[^\W\d_]\.$")
_LONGEST_DAY, _GROUP = 2, 3


class _Word(NamedTuple):
    """What stands between two blanks."""

    at: int
    typed: str
    bare: str
    """Without what opens before it and closes behind it, but with its full stop."""
    small: str
    """The same in small letters."""
    behind: str
    """The blank behind it; nothing at the end."""

    @property
    def end(self) -> int:
        """The place of the blank behind it."""
        return self.at + len(self.typed)

    @property
    def is_number(self) -> bool:
        return self.bare[-1:].isdigit() and not any(map(str.isalpha, self.bare))

    @property
    def is_day(self) -> bool:
        number = self.bare.removesuffix(".").removesuffix("er")
        return number.isdigit() and len(number) <= _LONGEST_DAY

    @property
    def begins_with_letter(self) -> bool:
        """Whether it begins with one letter and a full stop: of an abbreviation, or of a name."""
        return bool(_FIRST_LETTER.match(self.typed))

    @property
    def ends_in_letter(self) -> bool:
        """Whether it ends in one letter and a full stop."""
        return self.typed.endswith(self.bare) and bool(_LAST_LETTER.search(self.bare))


_NOTHING = _Word(0, "", "", "", "")


def set_spaces(text: str, rules: Rules) -> dict[int, str]:
    """Return what stands for the character at a place, where a blank or a sign changes."""
    edits: dict[int, str] = {}
    words = _words(text)
    around = [_NOTHING, *words, _NOTHING, _NOTHING]
    for number, word in enumerate(words):
        first, behind, last = around[number], around[number + 2], around[number + 3]
        if word.small in rules.spaced:
            edits |= _spaced(word, rules)
        if word.behind != " ":
            continue
        space = _between(first, word, behind, rules)
        if not space and rules.of and _is_date((first, word, behind, last), rules):
            space = NO_BREAK
        if not space and rules.grouped and _is_grouped(first, word, behind, edits):
            space = NO_BREAK
        if space:
            edits[word.end] = space
        elif word.typed == "x" and first.is_number and behind.bare[:1].isdigit():
            edits |= {word.at: "×", word.end: NO_BREAK}
            if first.behind == " ":
                edits[first.end] = NO_BREAK
    if rules.before_marks:
        edits |= _marks(text, rules)
    return edits


def _words(text: str) -> list[_Word]:
    words, at = [], 0
    parts = [*_BLANK.split(text), ""]
    for typed, blank in zip(parts[::2], parts[1::2], strict=True):
        bare = typed.lstrip(_OPENING).rstrip(_CLOSING)
        words.append(_Word(at, typed, bare, bare.lower(), blank))
        at += len(typed) + 1
    return words


def _between(first: _Word, word: _Word, behind: _Word, rules: Rules) -> str:
    """Return the space that holds two words together; nothing if they may part."""
    small, begins = word.small, behind.bare[:1]
    if small in rules.short_words and behind.bare and word.typed.endswith(word.bare):
        return NO_BREAK
    if begins.isdigit():
        if small in rules.before_number or (small in rules.months and behind.is_day):
            return NO_BREAK
    elif word.ends_in_letter and (
        behind.begins_with_letter or small + behind.small in rules.spaced
    ):
        return rules.inside_abbreviations
    elif begins.isupper() and (small in rules.before_name or _is_initial(first, word)):
        return NO_BREAK
    if behind.bare.removesuffix(".") in UNITS and word.is_number:
        return NO_BREAK
    return NO_BREAK if behind.small in rules.months and word.is_day else ""


def _is_initial(first: _Word, word: _Word) -> bool:
    """Return whether a word is the initials of a name, and no end of an abbreviation: z. B."""
    abbreviation = first.ends_in_letter and not first.bare.isupper()
    return word.ends_in_letter and word.bare.isupper() and not abbreviation


def _is_date(four: tuple[_Word, _Word, _Word, _Word], rules: Rules) -> bool:
    """Return whether the blank in the middle stands in a date such as “22 de noviembre”."""
    first, word, behind, last = four
    if behind.small == rules.of:
        return word.is_day and last.small in rules.months
    return word.small == rules.of and first.is_day and behind.small in rules.months


def _is_grouped(first: _Word, word: _Word, behind: _Word, edits: dict[int, str]) -> bool:
    """Return whether two words are groups of digits of one number."""
    digits = word.bare
    if not digits.isdigit() or len(digits) > _GROUP or not behind.bare[:_GROUP].isdigit():
        return False
    if len(behind.bare) < _GROUP or behind.bare[_GROUP : _GROUP + 1].isdigit():
        return False
    if first.is_number and (first.behind != " " or first.end in edits):
        return len(digits) == _GROUP
    return not first.is_number and digits[0] != "0"


def _spaced(word: _Word, rules: Rules) -> dict[int, str]:
    """Return an abbreviation with its spaces."""
    start = word.at + word.typed.index(word.bare)
    return {
        start + at: f".{rules.inside_abbreviations}"
        for at, sign in enumerate(word.bare[:-1])
        if sign == "."
    }


def _marks(text: str, rules: Rules) -> dict[int, str]:
    """Return spaces before marks of punctuation and within guillemets."""
    edits: dict[int, str] = {}
    spaces = dict(rules.before_marks)
    for found in _MARK.finditer(text):
        if space := spaces.get(found[2]):
            edits[found.start()] = space if found[1] else space + found[2]
    for found in _GUILLEMET.finditer(text):
        at = found.start()
        if found[0]:
            edits[at] = NARROW
        elif text[at - 1] == "«":
            edits[at - 1] = "«" + NARROW
        else:
            edits[at] = NARROW + "»"
    return edits
