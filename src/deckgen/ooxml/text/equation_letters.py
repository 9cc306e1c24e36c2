"""The letters of equations as PowerPoint writes them: each alphabet has its own characters.

They are Unicode's mathematical alphabets (block U+1D400). A letter without such a character, such
as ä, stays as it is. Some characters stand elsewhere, because Unicode had them before that block.
"""

from collections.abc import Mapping

from deckgen.deck.equation import Alphabet

_LATIN: Mapping[Alphabet, int] = {
    "italic": 0x1D434,
    "bold": 0x1D400,
    "bold-italic": 0x1D468,
    "blackboard": 0x1D538,
    "script": 0x1D49C,
    "fraktur": 0x1D504,
    "sans": 0x1D5A0,
    "monospace": 0x1D670,
}
_GREEK: Mapping[Alphabet, int] = {"italic": 0x1D6FC, "bold": 0x1D6C2, "bold-italic": 0x1D736}
"""The small alpha of each alphabet; the letters up to omega follow, then `_AFTER_OMEGA`."""
_AFTER_OMEGA = "∂ϵϑϰϕϱϖ"
_DIGITS: Mapping[Alphabet, int] = {
    "bold": 0x1D7CE,
    "bold-italic": 0x1D7CE,
    "blackboard": 0x1D7D8,
    "sans": 0x1D7E2,
    "monospace": 0x1D7F6,
}
_OLDER: Mapping[Alphabet, Mapping[str, str]] = {
    "italic": {"h": "ℎ"},
    "blackboard": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
}


def in_alphabet(text: str, alphabet: Alphabet) -> str:
    """Return letters and digits as the characters of an alphabet."""
    if alphabet in {"upright", "words"}:
        return text
    return "".join([_drawn(sign, alphabet) for sign in text])


def _drawn(sign: str, alphabet: Alphabet) -> str:
    older = _OLDER.get(alphabet, {}).get(sign)
    if older:
        return older
    if sign.isascii() and sign.isalpha():
        first = _LATIN[alphabet]
        return chr(first + ord(sign) - (ord("A") if sign.isupper() else ord("a") - 26))
    if sign.isascii() and sign.isdigit() and alphabet in _DIGITS:
        return chr(_DIGITS[alphabet] + int(sign))
    if alphabet in _GREEK and "α" <= sign <= "ω":
        return chr(_GREEK[alphabet] + ord(sign) - ord("α"))
    if alphabet in _GREEK and sign in _AFTER_OMEGA:
        return chr(_GREEK[alphabet] + 25 + _AFTER_OMEGA.index(sign))
    return sign
