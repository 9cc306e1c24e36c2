"""“Did you mean …?”: which of the known names a misspelled word is most like."""

from collections.abc import Iterable

_LONGEST_WORD = 100
_MOST_OPTIONS = 200
"""More are not compared: nobody waits that long for a hint."""


def nearest(word: str, options: Iterable[str]) -> str | None:
    """Return the option that is most like a word, whatever its capitals; None if none is.

    Of more than 200 options, those 200 that share the longest beginning with it are compared.
    """
    from difflib import get_close_matches

    word = word.strip().casefold()
    if len(word) > _LONGEST_WORD:
        return None
    by_folded = {option.casefold(): option for option in options}
    compared: Iterable[str] = by_folded
    if len(by_folded) > _MOST_OPTIONS:
        from heapq import nsmallest

        compared = nsmallest(_MOST_OPTIONS, by_folded, lambda option: _distance(word, option))
    close = get_close_matches(word, compared, n=1)
    return by_folded[close[0]] if close else None


def did_you_mean(word: str, options: Iterable[str], otherwise: str, shape: str = "{}") -> str:
    """Return the hint for an unknown name: the nearest of `options`, `otherwise` if none is near.

    `shape` says how the name is written, such as “`{}`”.
    """
    near = nearest(word, options)
    return f"Did you mean {shape.format(near)}?" if near else otherwise


def _distance(word: str, option: str) -> tuple[int, int]:
    """Return a cheap measure: the common beginning, negated, and the difference in length."""
    most = min(len(word), len(option))
    common = next((at for at in range(most) if word[at] != option[at]), most)
    return -common, abs(len(word) - len(option))
