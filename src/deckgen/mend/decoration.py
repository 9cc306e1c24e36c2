"""Drawn shapes that plainly decorate are marked so; screen readers pass over them then."""

from collections.abc import Iterator

from deckgen.audit.accessibility.alternative_texts import DRAWING, alternative_text_findings
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.deck.box import Box
from deckgen.mend.mend_values import DeckMend, MendPlan
from deckgen.ooxml_rules.shape_queries import shape_properties
from deckgen.template.doctor.added_shapes import mark_as_decorative
from deckgen.template.resolve.text_backdrop import covers

_THIN = 91_440
"""EMU: a tenth of an inch. What is thinner is a rule."""


def mend_decoration(slide: AuditedSlide, _: MendPlan) -> Iterator[DeckMend]:
    """Mark rules, bars from edge to edge, and panels behind text as decorative."""
    silent = {each.shape for each in alternative_text_findings(slide) if each.rule is DRAWING}
    shown = list(slide.shown)
    for at, shape in enumerate(shown):
        named = shape_properties(shape.element)
        if shape.place not in silent or named is None or shape.groups or shape.is_link:
            continue
        what = _decorates(shape, shown[at + 1 :], slide)
        if what:
            mark_as_decorative(named)
            message = f"“{shape.place.name}”, {what}, is marked as decorative."
            yield DeckMend("drawing-alt-missing", slide.number, message)


def _decorates(shape: AuditedShape, above: list[AuditedShape], slide: AuditedSlide) -> str:
    """Return in which way a shape plainly decorates; empty if it may say something."""
    box = shape.place.box
    if box is None:
        return ""
    if min(box.cx, box.cy) <= _THIN:
        return "a rule"
    if _reaches(box.x, box.cx, slide.width) or _reaches(box.y, box.cy, slide.height):
        return "a bar from edge to edge"
    if any(each.has_words and _is_under(box, each.place.box) for each in above):
        return "a panel behind text"
    return ""


def _reaches(start: int, length: int, whole: int) -> bool:
    return start <= 0 and start + length >= whole


def _is_under(box: Box, other: Box | None) -> bool:
    return other is not None and covers(box, other)
