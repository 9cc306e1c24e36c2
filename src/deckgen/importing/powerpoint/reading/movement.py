"""What moves on a slide: paragraphs click by click, films that begin, other animations.

ECMA-376 Part 1, 19.5; docs/facts/timing.md.
"""

from typing import NamedTuple

from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.ooxml_rules.shape_queries import attribute, shapes_by_id, words_in
from deckgen.opc.xml_parser import Element, q

_EFFECTS = ("anim", "animEffect", "animMotion", "animClr", "animRot", "animScale", "set")


class SlideMovement(NamedTuple):
    """The fields of `SourceSlide` about animation, in their order there."""

    reveal: bool = False
    starts_clips: bool = False
    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def slide_movement(root: Element) -> SlideMovement:
    """Return what moves on a slide; an animation without a key is a reason to include it.

    If shapes only enter, all of them are there in the end: then a remark tells that the clicks
    differ.
    """
    timing = root.find(q("p:timing"))
    if timing is None:
        return SlideMovement()
    calls = [each for each in timing.iter(q("p:cTn")) if each.get("presetClass") == "mediacall"]
    starts = any(each.get("nodeType") != "clickEffect" for each in calls)
    effects = list(timing.iter(*(q(f"p:{name}") for name in _EFFECTS)))
    if not effects:
        return SlideMovement(starts_clips=starts)
    steps = [each for each in timing.iter(q("p:cTn")) if each.get("presetClass")]
    entrances = [each for each in steps if each.get("presetClass") == "entr"]
    only_enters = len(entrances) + len(calls) == len(steps)
    if only_enters and all(each.get("nodeType") != "clickEffect" for each in entrances):
        return SlideMovement(starts_clips=starts)  # at the end, all is there without a click
    if only_enters and _only_reveals(root, entrances, effects):
        return SlideMovement(reveal=True, starts_clips=starts)
    if only_enters:
        reveal = any(True for effect in effects for _ in effect.iter(q("p:pRg")))
        remark = "not all of it comes click by click as it did"
        return SlideMovement(reveal=reveal, starts_clips=starts, remarks=(remark,))
    return SlideMovement(reasons=("an animation",))


def _only_reveals(root: Element, steps: list[Element], effects: list[Element]) -> bool:
    """Return whether one text appears by paragraphs, each of the first level by a click."""
    targets = {each.get("spid") for effect in effects for each in effect.iter(q("p:spTgt"))}
    if len(targets) != 1:
        return False
    shape = shapes_by_id(root).get(targets.pop() or "")
    paragraphs = [] if shape is None else list(shape.iter(q("a:p")))
    revealed = [
        range(start, end + 1)
        for effect in effects
        for each in effect.iter(q("p:pRg"))
        if (start := parse_integer(each.get("st"))) is not None
        and (end := parse_integer(each.get("end"))) is not None
    ]
    written = {at for at, paragraph in enumerate(paragraphs) if words_in(paragraph).strip()}
    clicks = sum(each.get("nodeType") == "clickEffect" for each in steps)
    first = [at for at in written if attribute(paragraphs[at], "a:pPr", "lvl", "0") == "0"]
    return (
        len(revealed) == len(effects)
        and {at for each in revealed for at in each[:999]} >= written
        and clicks == len(first)
    )
