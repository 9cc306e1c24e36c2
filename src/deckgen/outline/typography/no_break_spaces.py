"""No-break spaces between words that belong together: § 5, z. B., Dr. Muster.

They replace typed spaces. Spaces are added where the rules of a language demand them: inside
abbreviations, before punctuation marks, inside guillemets.
"""

import re
from typing import NamedTuple

from deckgen.language.line_ends import UNITS
from deckgen.language.spaces import NARROW, NO_BREAK
from deckgen.outline.typography.language_rules import TypographyRules

_BLANK = re.compile("([ \u00a0\n])")
_QUOTES = "„“”‚‘’«»‹›「」『』\"'"
_OPENING = "([{" + _QUOTES
_CLOSING = ",;:!?…)]}" + _QUOTES
_MARK = (
    rf"(?<=[\w)\]}}%‰°€$£.…{_QUOTES}])( ?)"
    rf"([!?](?=[!?]*(?:[\s….,)\]{_QUOTES}]|$))|[:;](?=[\s{_QUOTES}]|$))"
)
_GUILLEMET = r"(?<=«)( ?)(?=\S)|(?<=\S)( ?)(?=»)"
_FIRST_LETTER = r"[^\W\d_]\.(?:$|[^\W\d_]\.|\W)"
_LAST_LETTER = r"(?:^|\.)[^\W\d_]\.$"
_ABBREVIATION = r"(?<![\w.])(?:[^\W\d_]\.)+(?:[^\W\d_]|Chr)\.(?!\w)"
_TELLING = frozenset(".§#№≈±€$£¥°º")
_LONGEST_DAY, _GROUP, _LONGEST_SIGN = 2, 3, 3


class _Word(NamedTuple):
    """A word as it stands between two spaces."""

    typed: str
    bare: str
    """The word without quotation marks and brackets around it, but with its full stop."""
    small: str
    """`bare` in lower case."""

    @property
    def is_number(self) -> bool:
        return self.bare[-1:].isdigit() and not any(map(str.isalpha, self.bare))

    @property
    def is_day(self) -> bool:
        number = self.bare.removesuffix(".").removesuffix("er")
        return number.isdigit() and len(number) <= _LONGEST_DAY

    @property
    def begins_with_letter(self) -> bool:
        """Whether it begins with one letter and a full stop, as abbreviations and initials do."""
        return bool(re.match(_FIRST_LETTER, self.typed))

    @property
    def ends_in_letter(self) -> bool:
        """Whether it ends with one letter and a full stop."""
        return self.typed.endswith(self.bare) and bool(re.search(_LAST_LETTER, self.bare))


def _word(typed: str) -> _Word:
    bare = typed.lstrip(_OPENING).rstrip(_CLOSING)
    return _Word(typed, bare, bare.lower())


def space_edits(text: str, rules: TypographyRules) -> dict[int, str]:
    """Return the replacements of characters, by their index."""
    edits: dict[int, str] = {}
    if rules.spaced and "." in text:
        for match in re.finditer(_ABBREVIATION, text):
            if match[0].lower() in rules.spaced:
                edits |= _spaced(match, rules)
    # The narrow one in brackets would make the pattern slow to compile.
    parts = _BLANK.split(text.replace(NARROW, NO_BREAK))
    end = 0
    for at in range(0, len(parts) - 1, 2):
        end += len(parts[at])
        if parts[at + 1] == " " and _may_hold(parts[at], parts[at + 2], rules):
            _hold(parts, at, end, rules, edits)
        end += 1
    if rules.before_marks:
        edits |= _marks(text, rules)
    return edits


def _may_hold(typed: str, behind: str, rules: TypographyRules) -> bool:
    """Return whether two words may belong together; a quick test."""
    last = typed[-1:]
    if last in _TELLING or last.isdigit() or behind[:1].isdigit() or typed[:1].isdigit():
        return True
    if typed in UNITS:
        return True
    return typed.strip(_OPENING).lower() in rules.binding_words


def _hold(
    parts: list[str], at: int, end: int, rules: TypographyRules, edits: dict[int, str]
) -> None:
    """Add the space at `end`, behind the word `parts[at]`, if the words around it belong together.

    `parts` holds words and spaces in turn.
    """
    word, behind = _word(parts[at]), _word(parts[at + 2])
    if space := _between(word, behind, rules):
        edits[end] = space
        return
    first = _word(parts[at - 2] if at else "")
    begin = end - len(word.typed)
    parted = at > 0 and parts[at - 1] == " " and begin - 1 not in edits
    last = _word(parts[at + 4] if rules.of and at + 4 < len(parts) else "")
    if (
        _is_initial(first, word, behind)
        or _is_amount(first, word, behind)
        or (rules.of and _is_date((first, word, behind, last), rules))
        or (rules.grouped and _is_grouped(first, word, behind, parted=parted))
    ):
        edits[end] = NO_BREAK
    elif word.typed == "x" and first.is_number and behind.bare[:1].isdigit():
        edits |= {begin: "×", end: NO_BREAK} | ({begin - 1: NO_BREAK} if parted else {})


def _between(word: _Word, behind: _Word, rules: TypographyRules) -> str:
    """Return the no-break space between two words; an empty text if a line may break there."""
    small, begins = word.small, behind.bare[:1]
    if small in rules.short_words and behind.bare and word.typed.endswith(word.bare):
        return NO_BREAK
    held = False
    if begins.isdigit():
        held = small in rules.before_number or (small in rules.months and behind.is_day)
    elif small in rules.before_name:
        held = begins.isupper()
    elif word.bare[:1].isdigit() or word.is_number:
        unit = behind.bare.removesuffix(".") in UNITS and word.is_number
        held = unit or (behind.small in rules.months and word.is_day)
    elif word.ends_in_letter and (
        behind.begins_with_letter or small + behind.small in rules.spaced
    ):
        return rules.inside_abbreviations
    return NO_BREAK if held else ""


def _is_initial(first: _Word, word: _Word, behind: _Word) -> bool:
    """Return whether a word is the initials of a name, and not the end of “z. B.”."""
    if not (word.bare[-1:] == "." and word.bare.isupper() and behind.bare[:1].isupper()):
        return False
    return word.ends_in_letter and not (first.ends_in_letter and not first.bare.isupper())


def _is_amount(first: _Word, word: _Word, behind: _Word) -> bool:
    """Return whether three words are a number, how many, and of what: “1,9 Mio. €”."""
    counted = behind.bare.removesuffix(".")
    few = len(counted) <= _LONGEST_SIGN and counted in UNITS
    return few and first.is_number and word.bare.removesuffix(".") in UNITS


def _is_date(four: tuple[_Word, _Word, _Word, _Word], rules: TypographyRules) -> bool:
    """Return whether the middle space of four words is part of a date: “22 de noviembre”."""
    first, word, behind, last = four
    if behind.small == rules.of:
        return word.is_day and last.small in rules.months
    return word.small == rules.of and first.is_day and behind.small in rules.months


def _is_grouped(first: _Word, word: _Word, behind: _Word, *, parted: bool) -> bool:
    """Return whether two words are groups of digits of one number.

    `parted` says that the space before them is an ordinary one: the number begins with `word`.
    """
    digits = word.bare
    if not digits.isdigit() or len(digits) > _GROUP or not behind.bare[:_GROUP].isdigit():
        return False
    if len(behind.bare) < _GROUP or behind.bare[_GROUP : _GROUP + 1].isdigit():
        return False
    if first.is_number and not parted:
        return len(digits) == _GROUP
    return not first.is_number and digits[0] != "0"


def _spaced(match: re.Match[str], rules: TypographyRules) -> dict[int, str]:
    """Return the replacements that put spaces into an abbreviation."""
    return {
        at: f".{rules.inside_abbreviations}"
        for at, sign in enumerate(match[0][:-1], match.start())
        if sign == "."
    }


def _marks(text: str, rules: TypographyRules) -> dict[int, str]:
    """Return the replacements before punctuation marks and inside guillemets."""
    edits: dict[int, str] = {}
    spaces = dict(rules.before_marks)
    for match in re.finditer(_MARK, text):
        if space := spaces.get(match[2]):
            edits[match.start()] = space if match[1] else space + match[2]
    for match in re.finditer(_GUILLEMET, text):
        at = match.start()
        if match[0]:
            edits[at] = NARROW
        elif text[at - 1] == "«":
            edits[at - 1] = "«" + NARROW
        else:
            edits[at] = NARROW + "»"
    return edits
