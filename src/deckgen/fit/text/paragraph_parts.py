"""Parts of paragraphs, by sentence or by word, with all formats and links."""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from deckgen.deck.text_body import Formula, Inline, LineBreak, Paragraph, Run
from deckgen.support.word_sets import word_set

_END = re.compile(
    r"[.!?…]+[)\]\"'“”»›’]*[^\S\u00a0\u202f]+(?=[^\s\W_]|[„“\"«‹(\[¿¡])"
    r"|[。！？]+[」』）]*\s*(?=.)"
)
"""The end of a sentence. A no-break space does not end one."""
_ABBREVIATIONS = word_set(
    "abs art bd bspw bzgl bzw ca co dr e.g etc evtl f ff fr ggf hr i.e inkl jr mr mrs ms nr prof "
    "resp s sog st str u.a usw vgl vs z.b"
)
_LONGEST_WORD = 80
"""Characters that are read before a full stop; abbreviations and numbers are shorter."""
_WORD = re.compile(r"\S+")


class Stretch(NamedTuple):
    """A part of a paragraph: the characters of its text from `start` to `end`."""

    paragraph: Paragraph
    start: int
    end: int
    run: int = 0
    """The index of the run with its first character."""
    before: int = 0
    """The characters before that run; so long paragraphs are divided in linear time."""


def sentences(paragraph: Paragraph) -> tuple[Stretch, ...]:
    """Return the sentences of a paragraph; a forced line break ends a sentence."""
    text = paragraph.text
    ends = {match.end() for match in _END.finditer(text) if _is_end(text, match)}
    starts: list[int] = []
    at = 0
    for run in paragraph.runs:
        starts.append(at)
        at += 1 if isinstance(run, LineBreak) else len(run.text)
        if isinstance(run, LineBreak):
            ends.add(at)
        elif isinstance(run, Formula):
            ends -= set(range(starts[-1] + 1, at))
    bounds = [0, *sorted(ends - {0, len(text)}), len(text)]
    parts = []
    for start, end in pairwise(bounds):
        run_at = max(bisect_right(starts, start) - 1, 0)
        if text[start:end].strip():
            parts.append(Stretch(paragraph, start, end, run_at, starts[run_at]))
    return tuple(parts)


def first_words(paragraph: Paragraph, count: int) -> Paragraph:
    """Return the first `count` words of a paragraph."""
    ends = [match.end() for match in _WORD.finditer(paragraph.text)]
    return stretch_as_paragraph(Stretch(paragraph, 0, ends[count - 1] if count else 0))


def stretch_as_paragraph(stretch: Stretch) -> Paragraph:
    """Return a stretch as a paragraph, its runs unchanged, without blanks at both ends."""
    paragraph, start, end, first, at = stretch
    runs: list[Inline] = []
    for number in range(first, len(paragraph.runs)):
        run = paragraph.runs[number]
        if at >= end:
            break
        if isinstance(run, Run):
            runs.append(run._replace(text=run.text[max(0, start - at) : end - at]))
        else:  # no stretch begins within a formula
            runs.append(run)
        at += 1 if isinstance(run, LineBreak) else len(run.text)
    return paragraph._replace(runs=_without_blanks(runs))


def _without_blanks(runs: list[Inline]) -> tuple[Inline, ...]:
    """Return runs without blanks and line breaks at both ends."""
    first, end = 0, len(runs)
    while first < end and _is_blank(runs[first]):
        first += 1
    while end > first and _is_blank(runs[end - 1]):
        end -= 1
    kept = runs[first:end]
    if kept and isinstance(run := kept[0], Run):
        kept[0] = run._replace(text=run.text.lstrip())
    if kept and isinstance(run := kept[-1], Run):
        kept[-1] = run._replace(text=run.text.rstrip())
    return tuple(kept)


def _is_blank(run: Inline) -> bool:
    return isinstance(run, LineBreak) or (isinstance(run, Run) and run.text.isspace())


def _is_end(text: str, match: re.Match[str]) -> bool:
    """Return whether a full stop ends a sentence, rather than an abbreviation or a number."""
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    start = match.start()
    before = text[max(0, start - _LONGEST_WORD) : start].rsplit(None, 1)[-1:]
    word = before[0].lstrip("(„“\"'«").casefold() if before else ""
    return not (word.isdigit() or len(word) == 1 or word in _ABBREVIATIONS)
