"""Numbers that stand on one line with the words around them: Room 12, June 2028, of 12 months.

No-break spaces replace typed blanks, in lists and running text alone: labels may be narrow.
"""

import re

from deckgen.language.spaces import NO_BREAK

BESIDE_DIGIT = re.compile(r"[0-9]\S? |[ (§€$£][0-9]")
"""A digit beside a blank, which few texts have."""
_RECENT, _COUNT = r"(?:19|20)\d\d", r"\d(?:[\d.,\u00a0]*\d)?"
_NUMBER_OF_NAME = rf"\d{{1,3}}[a-z]?(?:[–-]\d{{1,3}})?|{_RECENT}"
_LONGEST_PHRASE = 22
"""Signs of a name with its number, and of what is counted: longer ones could be too wide."""


def phrase_edits(text: str, lang: str) -> dict[int, str]:
    """Return the replacements of characters, by their index; `lang` is a BCP 47 tag."""
    if not BESIDE_DIGIT.search(text):
        return {}
    edits, at, words = dict[int, str](), 0, text.split(" ")
    for before, word, behind in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word[:1].isdigit():
            name = before.rsplit(NO_BREAK, 1)[-1]
            if _is_named(name, word, behind):
                edits[at - 1] = NO_BREAK
            elif _counts(name, word, behind, lang):
                edits[at + len(word)] = NO_BREAK
        at += len(word) + 1
    return edits


def _is_named(name: str, number: str, behind: str) -> bool:
    """Return whether a number belongs to the name before it, and counts nothing behind it."""
    if not (name.isalpha() and name[0].isupper() and len(name) + len(number) < _LONGEST_PHRASE):
        return False
    bare = number.rstrip(".,;:!?…)")
    return bool(re.fullmatch(_NUMBER_OF_NAME, bare)) and (
        bare != number or not behind or behind[0].islower()
    )


def _counts(before: str, number: str, behind: str, lang: str) -> bool:
    """Return whether a number counts what stands behind it; in German, that has a capital."""
    is_short = len(number) + len(behind) < _LONGEST_PHRASE
    if not (is_short and before and re.fullmatch(_COUNT, number)) or re.fullmatch(_RECENT, number):
        return False
    if lang.startswith("de"):
        return behind[:1].isupper()
    return before[0].islower() and behind[:1].islower()
