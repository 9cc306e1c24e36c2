"""Paragraphs in parts: by sentence, by word, with every mark and link kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from deckgen.deck.model import Formula, Inline, LineBreak, Paragraph

_END = re.compile(
    r"[.!?…]+[)\]\"'“”»›’]*[^\S\u00a0\u202f]+(?=[^\s\W_]|[„“\"«‹(\[¿¡])"
    r"|[。！？]+[」』）]*\s*(?=.)"
)
"""A space at which no line ends ends no sentence either."""
_ABBREVIATIONS = frozenset(
    [
        "abs",
        "art",
        "bd",
        "bspw",
        "bzgl",
        "bzw",
        "ca",
        "co",
        "dr",
        "e.g",
        "etc",
        "evtl",
        "f",
        "ff",
        "fr",
        "ggf",
        "hr",
        "i.e",
        "inkl",
        "jr",
        "mr",
        "mrs",
        "ms",
        "nr",
        "prof",
        "resp",
        "s",
        "sog",
        "st",
        "str",
        "u.a",
        "usw",
        "vgl",
        "vs",
        "z.b",
    ]
)
_WORD = re.compile(r"\S+")


class Stretch(NamedTuple):
    """Some of a paragraph: the characters of its text from `start` to `end`."""

    paragraph: Paragraph
    start: int
    end: int

    def to(self, other: Stretch) -> Stretch:
        """Return everything from here to the end of another stretch of the same paragraph."""
        return Stretch(self.paragraph, self.start, other.end)


def sentences(paragraph: Paragraph) -> tuple[Stretch, ...]:
    """Return a paragraph's sentences; a forced line break ends one too."""
    text = paragraph.text
    ends = {found.end() for found in _END.finditer(text) if _is_end(text, found)}
    at = 0
    for run in paragraph.runs:
        start = at
        at += 1 if isinstance(run, LineBreak) else len(run.text)
        if isinstance(run, LineBreak):
            ends.add(at)
        elif isinstance(run, Formula):
            ends -= set(range(start + 1, at))
    bounds = [0, *sorted(ends - {0, len(text)}), len(text)]
    found = (Stretch(paragraph, start, end) for start, end in pairwise(bounds))
    return tuple(stretch for stretch in found if text[stretch.start : stretch.end].strip())


def first_words(paragraph: Paragraph, count: int) -> Paragraph:
    """Return a paragraph's first words, `count` of them."""
    ends = [found.end() for found in _WORD.finditer(paragraph.text)]
    return cut(Stretch(paragraph, 0, ends[count - 1] if count else 0))


def word_count(paragraphs: Iterable[Paragraph]) -> int:
    """Return how many words paragraphs have."""
    return sum(len(paragraph.text.split()) for paragraph in paragraphs)


def cut(stretch: Stretch) -> Paragraph:
    """Return some of a paragraph as one, its runs as they were, without blanks around."""
    paragraph, start, end = stretch.paragraph, stretch.start, stretch.end
    text = paragraph.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    runs: list[Inline] = []
    at = 0
    for run in paragraph.runs:
        if isinstance(run, LineBreak):
            if start <= at < end:
                runs.append(run)
            at += 1
            continue
        if isinstance(run, Formula):
            if start <= at < end:
                runs.append(run)
            at += len(run.text)
            continue
        kept = run.text[max(0, start - at) : max(0, end - at)]
        if kept:
            runs.append(run._replace(text=kept))
        at += len(run.text)
    return paragraph._replace(runs=tuple(runs))


def _is_end(text: str, found: re.Match[str]) -> bool:
    """Return whether a full stop ends a sentence, and not an abbreviation or a number."""
    if not found[0].startswith(".") or found[0].startswith(".."):
        return True
    before = text[: found.start()].rsplit(None, 1)[-1:]
    word = before[0].lstrip("(„“\"'«").casefold() if before else ""
    return not (word.isdigit() or len(word) == 1 or word in _ABBREVIATIONS)
