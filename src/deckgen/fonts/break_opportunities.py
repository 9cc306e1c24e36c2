"""Break opportunities within words: the part of UAX #14 that matters on slides.

Blanks are handled elsewhere. Cases compared with LibreOffice: docs/facts/text-measuring.md.
"""

import unicodedata
from bisect import bisect_right

_JOINER = "\u200d"
_GLUE = frozenset("\u00a0\u202f\u2007\u2011\u2060\ufeff\u200d")
_NEVER_FIRST = frozenset(
    "!?,.:;/%)]}»›”’'\"…‰°-‐–|\u00ad\u200b"
    "、。，．：；！？）］｝〉》」』】〕・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〜"
)
_NEVER_LAST = frozenset("([{«‹„“‚‘¿¡（［｛〈《「『【〔")
_AFTER = frozenset("-‐–—…|?!/\\\u00ad\u200b\u2002\u2003\u2009\u200a\u3000")
_HALVES = "".join(map(chr, range(0x1F1E6, 0x1F200)))
"""The halves of flags."""
# First and last of each range, in order. To compile a regular expression with ranges that high
# takes longer than fitting a talk.
_RANGES = (
    "\u0e00\u0eff\u1000\u109f\u1100\u11ff\u1780\u17ff\u231a\u231b\u23e9\u23f3\u2600\u2604\u2614\u2615"
    "\u2639\u263b\u26bd\u26be\u2705\u2705\u270a\u270d\u2728\u2728\u274c\u274c\u274e\u274e\u2753\u2755"
    "\u2757\u2757\u2795\u2797\u27b0\u27b0\u2e80\u303d\u3041\ua4cf\uac00\ud7a3\uf900\ufaff\ufe30\ufe6f"
    "\uff01\uff60\U0001f000\U0001fbff\U00020000\U0003ffff"
)
_FIRSTS, _LASTS = _RANGES[::2], _RANGES[1::2]


def pieces(word: str) -> tuple[str, ...]:
    """Return a word without blanks in pieces; a line may end after each."""
    if _AFTER.isdisjoint(word) and (word.isascii() or not any(map(_stands_alone, word))):
        return (word,)
    parts, start = [], 0
    for at in range(1, len(word)):
        if _breaks(word, at):
            parts.append(word[start:at])
            start = at
    return (*parts, word[start:])


def clusters(text: str) -> tuple[str, ...]:
    """Return a text in grapheme clusters: characters with their accents, joined emoji, flags.

    A piece that is longer than a line is broken between clusters.
    """
    if text.isascii():
        return tuple(text)
    words: list[str] = []
    for sign in text:
        if words and (_extends(sign) or words[-1][-1] == _JOINER or _halves(words[-1], sign)):
            words[-1] += sign
        else:
            words.append(sign)
    return tuple(words)


def _breaks(word: str, at: int) -> bool:
    """Return whether a line may end before the character at `at`."""
    before, after = word[at - 1], word[at]
    if before in _GLUE or after in _GLUE or _extends(after) or before in _NEVER_LAST:
        return False
    if after == "—":
        return before != "—"
    if after in _NEVER_FIRST:
        return before == "\u200b"
    if before in _AFTER:
        return _breaks_after(word, at)
    if _halves(before, after) and (at - len(word[:at].rstrip(_HALVES))) % 2:
        return False
    return _stands_alone(before) or _stands_alone(after)


def _stands_alone(sign: str) -> bool:
    """Return whether lines may end on both sides: ideographs, emoji, scripts without blanks."""
    at = bisect_right(_FIRSTS, sign) - 1
    return at >= 0 and sign <= _LASTS[at]


def _breaks_after(word: str, at: int) -> bool:
    """Return whether a line may end between a sign such as a hyphen and the next character."""
    before, after = word[at - 1], word[at]
    if before in "/\\":
        return not after.isdigit()
    if before in "-‐":
        leading = word[: at - 1].rstrip("-‐")
        return bool(leading) and (leading[-1].isalnum() or not after.isdigit())
    return True


def _extends(sign: str) -> bool:
    """Return whether a character belongs to the cluster of the one before it."""
    if sign <= "\u02ff":
        return False
    is_mark = unicodedata.combining(sign) != 0 or unicodedata.category(sign) in {"Mn", "Me", "Mc"}
    return is_mark or sign == _JOINER or "\U0001f3fb" <= sign <= "\U0001f3ff"


def _halves(before: str, after: str) -> bool:
    """Return whether two characters are the halves of a flag."""
    return after in _HALVES and len(before) == 1 and before in _HALVES
