"""Alternative texts: pictures, charts and drawings say what they show, or that they decorate."""

from collections.abc import Iterator
from functools import partial

from deckgen.audit.finding import Finding, Rule, ShapePlace, at_shape, wcag
from deckgen.audit.slide_facts.audited_slide import AuditedShape, AuditedSlide
from deckgen.language.descriptive_words import (
    LONGEST_DESCRIPTION,
    LONGEST_OF_DATA,
    describes_nothing,
    is_automatic_description,
    is_file_name,
)
from deckgen.support.diagnostics import Severity

_on_graphics = partial(Rule, group="accessibility", subject="graphics", clauses=(wcag("1.1.1"),))
_WRITE = (
    "Right-click it > View Alt Text: write in a sentence what it says to the audience, or tick "
    "“Mark as decorative”."
)
MISSING = _on_graphics(
    "alt-missing",
    "Every picture, chart and object has an alternative text",
    "“{shape}” has no alternative text, and is not marked as decorative.",
    "People who do not see it are told nothing of it.",
    _WRITE,
    severity=Severity.ERROR,
)
DRAWING = _on_graphics(
    "drawing-alt-missing",
    "Every drawn shape without words has an alternative text, or decorates",
    "{shapes:drawn shape has|drawn shapes have} neither words nor an alternative text, the first "
    "is “{shape}”.",
    "Screen readers announce each of them without saying what it is there for.",
    _WRITE + " What belongs together is grouped first (Ctrl+G), and the group described.",
    severity=Severity.WARNING,
)
FILE_NAME = _on_graphics(
    "alt-file-name",
    "No alternative text is the name of a file",
    "The alternative text of “{shape}” is the name of a file: “{alt}”.",
    "The name of a file does not say what a picture shows.",
    _WRITE,
    severity=Severity.ERROR,
)
SAYS_NOTHING = _on_graphics(
    "alt-says-nothing",
    "Alternative texts say more than that there is a picture",
    "The alternative text of “{shape}” says nothing: “{alt}”.",
    "A screen reader says “graphic” anyway; people want to know what it shows.",
    _WRITE,
    severity=Severity.ERROR,
)
AUTOMATIC = _on_graphics(
    "alt-automatic",
    "Alternative texts that PowerPoint made were read by a person",
    "PowerPoint wrote the alternative text of “{shape}” itself: “{alt}”.",
    "Such a text says what can be seen, often wrongly, and not what the picture is there for.",
    "Right-click it > View Alt Text: correct the text, and delete its last line.",
    severity=Severity.WARNING,
    needs_person=True,
)
LONG = _on_graphics(
    "alt-long",
    f"Alternative texts have at most about {LONGEST_DESCRIPTION} letters",
    "The alternative text of “{shape}” has {letters} letters.",
    "Screen readers read it in one go, without a way back to a word.",
    "Right-click it > View Alt Text: keep the message in a sentence, and move the details into the "
    "text of the slide or its notes.",
    severity=Severity.WARNING,
)
RULES = (MISSING, DRAWING, FILE_NAME, SAYS_NOTHING, AUTOMATIC, LONG)


def alternative_text_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield graphics without a text for people who do not see them, and texts that say nothing.

    A group may speak for its members, or they for themselves. Members of one group that lack a
    text count as one; all that is drawn on a slide without a text is told at once.
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
        place = shape.groups[0].place if shape.groups and rule is DRAWING else shape.place
        if place.id not in reported:
            reported.add(place.id)
            if rule is DRAWING:
                drawings.append(place)
            else:
                yield at_shape(rule, slide, place)
    if drawings:
        yield at_shape(DRAWING, slide, drawings[0], shapes=len(drawings))


def _needed(shape: AuditedShape) -> Rule | None:
    """Return the rule that a shape without a description would break; None for text and tables."""
    if shape.kind in {"picture", "media", "chart", "object"}:
        return MISSING
    is_drawing = shape.drawn is not None and not shape.has_words and not shape.placeholder
    return DRAWING if is_drawing and shape.kind != "table" else None


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
        yield at_shape(FILE_NAME, slide, place, alt=shown)
    elif describes_nothing(words):
        yield at_shape(SAYS_NOTHING, slide, place, alt=shown)
    elif is_automatic_description(words):
        yield at_shape(AUTOMATIC, slide, place, alt=shown)
    elif len(words) > (LONGEST_OF_DATA if is_data else LONGEST_DESCRIPTION):
        yield at_shape(LONG, slide, place, letters=len(words))
