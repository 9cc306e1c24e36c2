"""People and what they wrote aside: authors, comments, notes, hidden slides and shapes."""

from collections.abc import Iterator

from deckgen.audit.finding import Finding, at_shape, in_deck
from deckgen.audit.rule_texts import WORDED_RULES
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedSlide

_PEOPLE = ("creator", "lastModifiedBy", "Manager", "Company")
_NOBODY = frozenset({"", "deckgen", "python-pptx", "pptxgenjs", "user", "microsoft office user"})
AUTHORS = WORDED_RULES["authors"]
COMMENTS = WORDED_RULES["comments"]
HIDDEN_SLIDES = WORDED_RULES["hidden-slide"]
NOTES = WORDED_RULES["notes"]
HIDDEN_SHAPE = WORDED_RULES["hidden-shape"]
BESIDE = WORDED_RULES["beside-slide"]


def hidden_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield a hidden slide, hidden shapes, and what lies beside the slide."""
    if slide.hidden:
        yield at_shape(HIDDEN_SLIDES, slide, None)
    for shape in slide.shapes:
        box = shape.place.box
        has_content = shape.has_words or not shape.texts
        if shape.hidden and shape is not slide.title:
            yield at_shape(HIDDEN_SHAPE, slide, shape.place)
        elif box is not None and has_content and shape is not slide.title and not slide.shows(box):
            yield at_shape(BESIDE, slide, shape.place)


def people_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield the people that a file names, and what they wrote aside."""
    people = [deck.properties.get(name, "") for name in _PEOPLE]
    named = dict.fromkeys(name for name in people if name.casefold() not in _NOBODY)
    if named:
        yield in_deck(AUTHORS, people=", ".join(named))
    commented = sum(
        any(link.type == "comments" for link in part.relationships)
        for slide in deck.slides
        if (part := deck.package.parts.get(slide.part_name)) is not None
    )
    if commented:
        yield in_deck(COMMENTS, slides=commented)
    with_notes = sum(bool(slide.notes) for slide in deck.slides)
    if with_notes:
        yield in_deck(NOTES, slides=with_notes)
