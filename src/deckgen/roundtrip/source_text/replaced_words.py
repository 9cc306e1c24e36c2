"""What is replaced in shown words when they become others."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from deckgen.roundtrip.source_text.shown_words import canonical
from deckgen.support.sequence_changes import opcodes

_TOKEN = re.compile(r"\w+|\s+|.", re.DOTALL)


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
        gone, come = "".join(before[start:end]), "".join(after[from_:to])
        lead = _common(gone, come)
        tail = _common(gone[lead:][::-1], come[lead:][::-1])
        yield Replacement(
            offset + starts[start] + lead,
            offset + starts[end] - tail,
            come[lead : len(come) - tail],
        )


def _with_plain_blanks(tokens: list[str]) -> list[str]:
    return [canonical(each) if each.isspace() else each for each in tokens]


def _common(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their start."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
