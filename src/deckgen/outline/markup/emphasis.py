"""Delimiters `*`, `_` and `~~` → bold, italic and struck text, paired as in CommonMark 6.2.

A delimiter without a partner stays text. The time is linear in the length.
"""

import re
import unicodedata
from collections import Counter
from typing import TypeAlias

from deckgen.deck.text_body import Formula, Inline, LineBreak, Run

_RUN = re.compile(r"\*+|_+|~~(?!~)|~+")

Piece: TypeAlias = "Inline | Delimiter"


class Delimiter:
    """A delimiter run: `count` times `sign`, which may open or close emphasis."""

    def __init__(self, at: int, sign: str, count: int, *, opens: bool, closes: bool) -> None:
        self.at = at
        self.sign = sign
        self.count = count
        self.opens = opens
        self.closes = closes


def read_delimiter(raw: str, at: int, end: int) -> tuple[Run | Delimiter, int]:
    """Return the delimiter at `at`, or text if it is none, and the index behind it."""
    run = _RUN.match(raw, at, end)
    if run is None or (raw[at] == "~" and run[0] != "~~"):
        behind = run.end() if run else at + 1
        return Run(raw[at:behind]), behind
    before = raw[at - 1] if at else " "
    following = raw[run.end()] if run.end() < len(raw) else " "
    opens, closes = _is_flanking(before, following), _is_flanking(following, before)
    sign = raw[at]
    # Bürger*innen, snake_case: a single sign inside a word belongs to the word.
    if before.isalnum() and following.isalnum() and (sign == "_" or len(run[0]) == 1):
        opens = closes = False
    sign, count = ("~~", 1) if sign == "~" else (sign, len(run[0]))
    return Delimiter(at, sign, count, opens=opens, closes=closes), run.end()


def apply_emphasis(pieces: list[Piece]) -> list[Inline]:
    """Return the pieces as runs, with delimiters paired from the inside out."""
    changes: dict[int, Counter[str]] = {}
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Delimiter):
            continue
        while piece.closes and piece.count and waiting[piece.sign]:
            opener = pieces[opened[-1]]
            if not isinstance(opener, Delimiter) or opener.sign != piece.sign:
                waiting[opener.sign if isinstance(opener, Delimiter) else ""] -= 1
                opened.pop()
                continue
            width = 2 if min(piece.count, opener.count) > 1 else 1
            style = "strike" if piece.sign == "~~" else "bold" if width == 2 else "italic"
            changes.setdefault(opened[-1], Counter())[style] += 1
            changes.setdefault(index, Counter())[style] -= 1
            opener.count -= width
            piece.count -= width
            if not opener.count:
                waiting[piece.sign] -= 1
                opened.pop()
        if piece.opens and piece.count:
            opened.append(index)
            waiting[piece.sign] += 1
    return _styled(pieces, changes)


def unpaired_bold(pieces: list[Piece]) -> list[int]:
    """Return the indexes of `**` that look as if they opened bold text, but have no partner.

    A `**` before a word does, and so does the first of two between spaces: `** so **`. One behind a
    word may refer to a footnote. Called after `apply_emphasis`.
    """
    signs = [piece for piece in pieces if isinstance(piece, Delimiter) and not piece.closes]
    twos = [sign for sign in signs if sign.sign == "*" and sign.count == 2]
    opening = [sign.at for sign in twos if sign.opens]
    free = [sign.at for sign in twos if not sign.opens]
    return sorted(opening + free[:1] if len(free) > 1 else opening)


def _styled(pieces: list[Piece], changes: dict[int, Counter[str]]) -> list[Inline]:
    """Return the runs; `changes` holds, by piece, how many styles begin (above 0) or end there."""
    depth: Counter[str] = Counter()
    out: list[Inline] = []
    for index, piece in enumerate(pieces):
        if index in changes:
            depth.update(changes[index])
        if isinstance(piece, LineBreak):
            out.append(piece)
            continue
        if isinstance(piece, Formula) and not depth["strike"]:
            out.append(piece._replace(bold=depth["bold"] > 0))
            continue
        if isinstance(piece, Delimiter):
            run = Run(piece.sign * piece.count)
        else:
            run = piece if isinstance(piece, Run) else piece.run
        if run.text:
            out.append(
                run._replace(
                    bold=run.bold or depth["bold"] > 0,
                    italic=run.italic or depth["italic"] > 0,
                    strike=run.strike or depth["strike"] > 0,
                )
            )
    return out


def _is_flanking(outside: str, inside: str) -> bool:
    """Return whether a delimiter between the two characters flanks the text `inside`."""
    if inside.isspace():
        return False
    return not _is_punctuation(inside) or outside.isspace() or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
