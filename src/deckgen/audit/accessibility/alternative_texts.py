"""Alternative texts: pictures, charts and drawings say what they show, or that they decorate."""

from collections.abc import Iterator

from deckgen.audit.finding import Finding, ShapePlace
from deckgen.audit.rules import at_shape
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.language.descriptive_words import (
    LONGEST_DESCRIPTION,
    LONGEST_OF_DATA,
    describes_nothing,
    is_automatic_description,
    is_file_name,
)


def alternative_text_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield graphics without a text for people who do not see them, and texts that say nothing.

    A group may speak for its members, or they for themselves. Members of one group that lack a
    text count as one; all that is drawn on a slide without a text is one finding.
    """
    judged: set[int] = set()
    reported: set[int] = set()
    drawings: list[ShapePlace] = []
    for shape in slide.shown:
        for place, words in _descriptions(shape):
            if place.id not in judged:
                judged.add(place.id)
                yield from _of_words(slide, place, words, is_data=shape.kind in {"chart", "object"})
        rule = _needed(shape)
        if rule is None or _is_described(shape):
            continue
        is_drawing = rule == "drawing-alt-missing"
        place = shape.groups[0].place if shape.groups and is_drawing else shape.place
        if place.id not in reported:
            reported.add(place.id)
            if is_drawing:
                drawings.append(place)
            else:
                yield at_shape(rule, slide, place)
    if drawings:
        yield at_shape("drawing-alt-missing", slide, drawings[0], shapes=len(drawings))


def _needed(shape: AuditedShape) -> str | None:
    """Return the rule that a shape breaks without a description; None for text and tables."""
    if shape.kind in {"picture", "media", "chart", "object"}:
        return "alt-missing"
    is_drawing = shape.drawn is not None and not shape.has_words and not shape.placeholder
    return "drawing-alt-missing" if is_drawing and shape.kind != "table" else None


def _is_described(shape: AuditedShape) -> bool:
    return bool(
        shape.description
        or shape.decorative
        or any(group.description or group.decorative for group in shape.groups)
    )


def _descriptions(shape: AuditedShape) -> Iterator[tuple[ShapePlace, str]]:
    for group in shape.groups:
        if group.description:
            yield group.place, group.description
    if shape.description and shape.kind != "table":
        yield shape.place, shape.description


def _of_words(
    slide: AuditedSlide, place: ShapePlace, words: str, *, is_data: bool
) -> Iterator[Finding]:
    shown = words if len(words) <= 60 else f"{words[:59]}…"
    if is_file_name(words):
        yield at_shape("alt-file-name", slide, place, alt=shown)
    elif describes_nothing(words):
        yield at_shape("alt-says-nothing", slide, place, alt=shown)
    elif is_automatic_description(words):
        yield at_shape("alt-automatic", slide, place, alt=shown)
    elif len(words) > (LONGEST_OF_DATA if is_data else LONGEST_DESCRIPTION):
        yield at_shape("alt-long", slide, place, letters=len(words))
