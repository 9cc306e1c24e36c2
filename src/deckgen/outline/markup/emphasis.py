"""Rows of `*`, `_` and `~~` → bold, italic and struck text, as CommonMark pairs them.

What has no partner stays text. The time grows with the length only.
"""

import re
import unicodedata
from collections import Counter
from typing import TypeAlias

from deckgen.deck.text_body import Formula, Inline, LineBreak, Run

_ROW = re.compile(r"\*+|_+|~~(?!~)|~+")

Piece: TypeAlias = "Inline | Delimiter"


class Delimiter:
    """A row of `*`, `_` or `~~` that may begin or end emphasis; what is left over is text."""

    def __init__(self, at: int, sign: str, count: int, *, opens: bool, closes: bool) -> None:
        self.at = at
        self.sign = sign
        self.count = count
        self.opens = opens
        self.closes = closes


def read_delimiter(raw: str, at: int, end: int) -> tuple[Run | Delimiter, int]:
    """Return the row of signs at `at`, a mark or text, and the index behind it."""
    row = _ROW.match(raw, at, end)
    if row is None or (raw[at] == "~" and row[0] != "~~"):
        behind = row.end() if row else at + 1
        return Run(raw[at:behind]), behind
    before = raw[at - 1] if at else " "
    following = raw[row.end()] if row.end() < len(raw) else " "
    left = _leans(before, following)
    right = _leans(following, before)
    inside_word = before.isalnum() and following.isalnum()
    sign = raw[at]
    # Bürger*innen, snake_case: one sign inside a word is a letter of that word.
    if inside_word and (sign == "_" or len(row[0]) == 1):
        left = right = False
    count = 1 if sign == "~" else len(row[0])
    signs = row[0] if sign == "~" else sign
    return Delimiter(at, signs, count, opens=left, closes=right), row.end()


def apply_emphasis(pieces: list[Piece]) -> list[Inline]:
    """Pair the marks from the inside out, and set the runs between them."""
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
            style = _style(piece.sign, width)
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
    """Return where a `**` that nothing ends stands as if it began bold text, once all are paired.

    One before a word does, and two with blanks at both sides: `** so **`. Behind a word it may lead
    to a footnote.
    """
    twos = [
        one for one in pieces if isinstance(one, Delimiter) and one.sign == "*" and one.count == 2
    ]
    found = [one.at for one in twos if one.opens and not one.closes]
    free = [one.at for one in twos if not one.opens and not one.closes]
    return sorted(found + free[:1] if len(free) > 1 else found)


def _style(sign: str, width: int) -> str:
    if sign == "~~":
        return "strike"
    return "bold" if width == 2 else "italic"


def _styled(pieces: list[Piece], changes: dict[int, Counter[str]]) -> list[Inline]:
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
        run = Run(piece.sign * piece.count) if isinstance(piece, Delimiter) else _words(piece)
        if run.text:
            out.append(
                run._replace(
                    bold=run.bold or depth["bold"] > 0,
                    italic=run.italic or depth["italic"] > 0,
                    strike=run.strike or depth["strike"] > 0,
                )
            )
    return out


def _words(piece: Run | Formula) -> Run:
    return piece if isinstance(piece, Run) else piece.run


def _leans(outside: str, inside: str) -> bool:
    """Whether a mark between the two stands at the edge of what is `inside`."""
    if inside.isspace():
        return False
    return not _is_punctuation(inside) or outside.isspace() or _is_punctuation(outside)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
