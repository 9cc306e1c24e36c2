"""Backslashes before those signs of a text alone that would else be taken for markup."""

from collections.abc import Callable, Sequence

_PAIRED = "*_`~^$"
"""Signs that stand before and behind words: both have a backslash, or none has."""
_MOST_TRIED = 12
"""Signs of one sort that are tried one by one; of more, all keep their backslashes."""


def fewest_backslashes(
    pieces: Sequence[tuple[str, bool]], reads_right: Callable[[str], bool]
) -> str:
    r"""Return the pieces as one text, with as few backslashes as it needs to be read right.

    Each piece is a text, and whether it is a sign that may have a backslash: `("*", True)` becomes
    `*` or `\*`. `reads_right` says whether a text is shown as it is meant; with a backslash before
    each sign it is.
    """
    if reads_right(as_written := _joined(pieces, set())):
        return as_written
    places: dict[str, list[int]] = {}
    for at, (text, is_sign) in enumerate(pieces):
        if is_sign:
            places.setdefault(text, []).append(at)
    escaped = {at for group in places.values() for at in group}

    def without(spare: Sequence[int]) -> set[int]:
        fewer = escaped.difference(spare)
        return fewer if reads_right(_joined(pieces, fewer)) else escaped

    # A closing bracket first: the opening one decides.
    signs = sorted(places, key=lambda sign: sign not in "]>")
    for sign in signs:
        escaped = without(places[sign])
    for sign in signs:
        needed = escaped.intersection(places[sign])
        if sign not in _PAIRED and 1 < len(needed) <= _MOST_TRIED:
            for at in sorted(needed, reverse=True):
                escaped = without([at])
    return _joined(pieces, escaped)


def _joined(pieces: Sequence[tuple[str, bool]], escaped: set[int]) -> str:
    return "".join("\\" + text if at in escaped else text for at, (text, _) in enumerate(pieces))
