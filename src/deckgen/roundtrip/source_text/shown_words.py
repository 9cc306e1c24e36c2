"""Where each character that a slide shows stands in the text that its author wrote.

The text also has markup, which is not shown, and typography changes some of its signs. Both concern
few characters, so the two texts are followed side by side. A wrong guess shows when the talk is
compiled.
"""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from deckgen.outline.kinds.cover import BETWEEN_NAMES
from deckgen.outline.markup.inline_text import plain_text
from deckgen.outline.schema.fields import Text
from deckgen.support.diagnostics import Span
from deckgen.support.sequence_changes import opcodes

PARAGRAPH_END = "\x1d"
"""Stands between two paragraphs of one text; no text has this character."""
LINE_BREAK = "\v"

_MOST_STEPS = 40
"""The most steps for each character, over all wrong ways."""
_MARKS = frozenset("*_~^`[]<>\\")
_SAME = {
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\t", " "),
    **dict.fromkeys("„“”«»‹›‚‘’″′'", '"'),
    **dict.fromkeys("–—−‐‑", "-"),
}
"""Signs that typography sets, and the one sign that stands for them in comparisons."""
_ESCAPED = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TARGET = re.compile(r"\]\((?:[^()\n]|\([^()\n]*\))*\)")
_BREAK = re.compile(r"<br\s{0,9}/?>|[ \t]*\n[ \t]*", re.IGNORECASE)
_BETWEEN_PARAGRAPHS = re.compile(
    r"[ \t]*\n(?:[ \t]*\n)*[ \t]*(?:(?:[-*•]|[0-9]{1,3}[.)])[ \t]+(?=\S))?"
)
_TYPED_MARK = re.compile(
    r"[ \t\n]*(?:[-*•▪◦‣·➢\uf0a7\uf0b7\uf0d8][ \t\u00a0]*|[0-9]{1,3}[.)][ \t]+)(?=\S)"
)
_SCHEME = re.compile(r"(?:https?://|mailto:)(?:www\.)?")
"""The beginning of an address, which the line below a code does not show."""
_DASHES = re.compile(r"---?")
_BLANKS = re.compile(r"[ \t\n]+")
_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)


class ShownWords(NamedTuple):
    """Shown characters and their places; `places` has as many as there are characters."""

    shown: str
    places: tuple[tuple[int, int] | None, ...]
    """Start and end in the text with its variables; None for what deckgen adds."""
    formulas: tuple[bool, ...]
    """Whether the character belongs to a formula."""


def canonical(text: str) -> str:
    """Return a text in which all signs that typography may exchange are alike."""
    return "".join([_SAME.get(sign, sign) for sign in text.replace("…", "...")])


def align(text: str, shown: str) -> ShownWords | None:
    """Return the places of shown characters in a text with markup; None if it cannot show them.

    Paragraphs are joined by `PARAGRAPH_END`, a line break is `LINE_BREAK`.
    """
    failed: set[tuple[int, int]] = set()
    stack = [(0, 0, _steps(text, 0, shown, 0))]
    most = _MOST_STEPS * (len(text) + len(shown) + 10)
    while stack:
        i, j, steps = stack[-1]
        if i == len(text) and j == len(shown):
            return _aligned(text, shown, [(i, j) for i, j, _ in stack])
        following = next((step for step in steps if step not in failed), None)
        if following is None:
            failed.add((i, j))
            stack.pop()
            continue
        most -= 1
        if most < 0:
            return None
        stack.append((*following, _steps(text, following[0], shown, following[1])))
    return None


def _aligned(text: str, shown: str, states: list[tuple[int, int]]) -> ShownWords:
    places: list[tuple[int, int] | None] = []
    formulas: list[bool] = []
    for (i, j), (end, upto) in pairwise(states):
        for _ in range(j, upto):
            places.append((i, end) if end > i else None)
            formulas.append(text[i : i + 1] == "$" and end - i > 1)
    return ShownWords(shown, tuple(places), tuple(formulas))


def _steps(text: str, i: int, shown: str, j: int) -> Iterator[tuple[int, int]]:
    """Yield the next places in both texts, the likeliest first."""
    here, there = text[i : i + 1], shown[j : j + 1]
    if here and there:
        yield from _pairs(text, i, shown, j)
    if here:
        if target := _TARGET.match(text, i):
            yield target.end(), j
        if here in _MARKS:
            yield i + 1, j
        at_start = i == 0 or (j > 0 and shown[j - 1] == PARAGRAPH_END)
        if at_start and (scheme := _SCHEME.match(text, i)):
            yield scheme.end(), j
        if not there and here == "/":  # at the end of an address
            yield i + 1, j
        if at_start and (mark := _TYPED_MARK.match(text, i)):
            yield mark.end(), j
        if (at_start or not there) and (blanks := _BLANKS.match(text, i)):
            yield blanks.end(), j
        if j in {0, len(shown)} and _SAME.get(here, here) == '"':  # drawn by the layout
            yield i + 1, j
    if there and (_SAME.get(there) in {" ", '"'} or i in {0, len(text)}) and there != PARAGRAPH_END:
        yield i, j + 1


def _pairs(text: str, i: int, shown: str, j: int) -> Iterator[tuple[int, int]]:
    """Yield the steps over characters of both texts."""
    here, there = text[i], shown[j]
    if here == "\\" and (escaped := _ESCAPED.match(text, i)) and text[escaped.end()] == there:
        yield i + 2, j + 1
        return
    if here == there or _SAME.get(here, here) == _SAME.get(there, there):
        yield i + 1, j + 1
    if there == PARAGRAPH_END and (between := _BETWEEN_PARAGRAPHS.match(text, i)):
        yield between.end(), j + 1
    if there == PARAGRAPH_END and here == "\n":  # lines of code, with the blanks before them
        yield i + 1, j + 1
    if there in {LINE_BREAK, " "} and (line_break := _BREAK.match(text, i)):
        yield line_break.end(), j + 1
    if there == LINE_BREAK and text.startswith(BETWEEN_NAMES, i):
        yield i + len(BETWEEN_NAMES), j + 1
    if there == "…" and text.startswith("...", i):
        yield i + 3, j + 1
    if _SAME.get(there) == "-" and (dashes := _DASHES.match(text, i)):
        yield dashes.end(), j + 1
    if here == "$":
        yield from _formulas(text, i, shown, j)


def _formulas(text: str, i: int, shown: str, j: int) -> Iterator[tuple[int, int]]:
    """Yield the steps over a formula that begins with the dollar sign at `i`."""
    end = text.find("$", i + 1)
    while end >= 0 and "\n\n" not in text[i:end]:
        words = plain_text(Text(text[i : end + 1], Span("", 1, 1)))
        if words and words != text[i : end + 1]:
            upto = _end_of_words(words, shown, j)
            if upto is not None:
                yield end + 1, upto
        end = text.find("$", end + 1)


def _end_of_words(words: str, shown: str, j: int) -> int | None:
    """Return where `words`, which begin at `j`, end in `shown`, blanks aside; None: they differ."""
    for sign in words:
        if sign.isspace():
            continue
        while j < len(shown) and shown[j].isspace():
            j += 1
        if j == len(shown) or _SAME.get(shown[j], shown[j]) != _SAME.get(sign, sign):
            return None
        j += 1
    return j


class Replacement(NamedTuple):
    """Other characters for `shown[start:end]`."""

    start: int
    end: int
    new: str
    is_whole: bool = False
    """Whether a paragraph gets wholly other words; then its variables go, too."""


def replacements(old: str, new: str, offset: int = 0) -> Iterator[Replacement]:
    """Yield what is replaced in shown words, word by word; all blanks are alike."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    alike = _with_plain_blanks(before), _with_plain_blanks(after)
    changes = opcodes(*alike)
    kept = [each for tag, i, j, *_ in changes if tag == "equal" for each in before[i:j]]
    if not any(each.isalnum() for each in kept):
        yield Replacement(offset, offset + len(old), new, is_whole=True)
        return
    starts = [0, *accumulate(map(len, before))]
    for tag, start, end, from_, to in changes:
        if tag == "equal":
            continue
        removed, added = "".join(before[start:end]), "".join(after[from_:to])
        lead = _common(removed, added)
        tail = _common(removed[lead:][::-1], added[lead:][::-1])
        yield Replacement(
            offset + starts[start] + lead,
            offset + starts[end] - tail,
            added[lead : len(added) - tail],
        )


def _with_plain_blanks(tokens: list[str]) -> list[str]:
    return [canonical(each) if each.isspace() else each for each in tokens]


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
