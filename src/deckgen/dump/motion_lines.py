"""The transition and the animations of a slide as text."""

from collections.abc import Iterable, Iterator

from deckgen.dump.text_lines import printable
from deckgen.opc.xml_parser import Element, local_name, q

CLICKS = "/".join(
    q(f"p:{name}") for name in ("tnLst", "par", "cTn", "childTnLst", "seq", "cTn", "childTnLst")
)
"""The path from `p:timing` to the steps of its main sequence."""


def motion_marks(root: Element) -> Iterator[str]:
    """Yield the slide's transition by name, and whether it has animations."""
    for transition in root.iter(q("p:transition")):
        yield " ".join(["transition", *(local_name(child) for child in transition)])
        break
    if any(True for _ in root.iter(q("p:timing"))):
        yield "animated"


def click_lines(root: Element) -> Iterator[str]:
    """Yield a line for each click, with the shapes and paragraphs that it animates, from 1."""
    timing = next(root.iter(q("p:timing")), None)
    sequence = None if timing is None else timing.find(CLICKS)
    if timing is None or sequence is None:
        return
    names = {
        properties.get("id"): printable(properties.get("name", ""))
        for properties in root.iter(q("p:cNvPr"))
    }
    number = 0
    for step in sequence.iterchildren(q("p:par")):
        animated: dict[str, list[int]] = {}
        for target in step.iter(q("p:spTgt")):
            paragraphs = animated.setdefault(names.get(target.get("spid"), "?"), [])
            for place in target.iter(q("p:pRg")):
                paragraphs += _numbers(place.get("st", ""), place.get("end", ""))
        shapes = [
            f"“{name}” {_ranges(paragraphs)}".rstrip() for name, paragraphs in animated.items()
        ]
        plays = " plays" if any(True for _ in step.iter(q("p:cmd"))) else ""
        at_once = any(cond.get("evt") == "onBegin" for cond in step.iter(q("p:cond")))
        number += not at_once
        yield f"{'at once' if at_once else f'click {number}'}: {', '.join(shapes)}{plays}"
    yield from _media_lines(timing, names)


def _media_lines(timing: Element, names: dict[str | None, str]) -> Iterator[str]:
    """Yield a line for each film and sound that is repeated or mute."""
    for node in timing.iter(q("p:cMediaNode")):
        looped = any(time.get("repeatCount") == "indefinite" for time in node.iter(q("p:cTn")))
        how = [*(["again and again"] if looped else []), *(["mute"] if node.get("mute") else [])]
        for target in node.iter(q("p:spTgt")):
            if how:
                yield f"“{names.get(target.get('spid'), '?')}” plays {', '.join(how)}"


def _numbers(start: str, end: str) -> Iterable[int]:
    """Return the numbers of a range, counted from 1; none if it is invalid or very long."""
    if not (start.isdecimal() and end.isdecimal() and len(start) < 5 and len(end) < 5):
        return ()
    return range(int(start) + 1, int(end) + 2)


def _ranges(numbers: Iterable[int]) -> str:
    """Return numbers as people write them: `1, 3–5`."""
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in ranges)
