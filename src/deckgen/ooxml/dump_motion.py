"""What moves on a slide, as text: its transition, and what comes click by click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.ooxml.dump_text import clean, local
from deckgen.opc.reading import q

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from deckgen.opc.reading import Element

CLICKS = "/".join(
    q(f"p:{name}") for name in ("tnLst", "par", "cTn", "childTnLst", "seq", "cTn", "childTnLst")
)
"""From `p:timing` to the steps of its main sequence."""


def movements(root: Element) -> Iterator[str]:
    """Yield the slide's transition by name, and whether it has animations."""
    for transition in root.iter(q("p:transition")):
        yield " ".join(["transition", *(local(child) for child in transition)])
        break
    if any(True for _ in root.iter(q("p:timing"))):
        yield "animated"


def clicks(root: Element) -> Iterator[str]:
    """Yield a line for each click, with the shapes and paragraphs that it animates, from 1."""
    timing = next(root.iter(q("p:timing")), None)
    sequence = None if timing is None else timing.find(CLICKS)
    if sequence is None:
        return
    names = {
        properties.get("id"): clean(properties.get("name", ""))
        for properties in root.iter(q("p:cNvPr"))
    }
    for number, step in enumerate(sequence.iterchildren(q("p:par")), 1):
        animated: dict[str, list[int]] = {}
        for target in step.iter(q("p:spTgt")):
            paragraphs = animated.setdefault(names.get(target.get("spid"), "?"), [])
            for place in target.iter(q("p:pRg")):
                paragraphs += _numbers(place.get("st", ""), place.get("end", ""))
        told = [f"“{name}” {_ranges(found)}".rstrip() for name, found in animated.items()]
        yield f"click {number}: {', '.join(told)}"


def _numbers(start: str, end: str) -> Iterable[int]:
    """Return what a range names, counted from 1; nothing if it is none, or beyond any slide."""
    if not (start.isdecimal() and end.isdecimal() and len(start) < 5 and len(end) < 5):
        return ()
    return range(int(start) + 1, int(end) + 2)


def _ranges(numbers: Iterable[int]) -> str:
    """Return numbers as people write them: `1, 3–5`."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in found)
