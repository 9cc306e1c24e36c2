"""People and what they wrote aside: authors, comments, notes, hidden slides and shapes."""

from collections.abc import Iterator
from functools import partial

from deckgen.audit.finding import Finding, Rule, at_shape, in_deck
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.support.diagnostics import Severity

_PEOPLE = ("creator", "lastModifiedBy", "Manager", "Company")
_NOBODY = frozenset({"", "deckgen", "python-pptx", "pptxgenjs", "user", "microsoft office user"})
_INSPECT = "File > Info > Check for Issues > Inspect Document: "
_private = partial(Rule, group="privacy", severity=Severity.NOTE, subject="slides")
AUTHORS = _private(
    "authors",
    "The file names no author",
    "The properties of the file name {people}.",
    "Everybody who gets the file can read it.",
    _INSPECT + "Document Properties and Personal Information.",
    subject="file",
)
COMMENTS = _private(
    "comments",
    "There are no comments",
    "The file holds comments on {slides:slide|slides}.",
    "Comments are seldom meant for those who get the file.",
    "Review > Delete > Delete All Comments, or " + _INSPECT + "Comments.",
    severity=Severity.WARNING,
    subject="comments",
)
HIDDEN_SLIDES = _private(
    "hidden-slide",
    "No slide is hidden",
    "The slide is hidden; who gets the file can read it.",
    "A hidden slide is passed over by the show, but not by readers of the file.",
    "Delete it from the copy that is given away.",
)
NOTES = _private(
    "notes",
    "There are no notes",
    "{slides:slide has|slides have} notes; who gets the file can read them.",
    "Notes are written for the speaker.",
    _INSPECT + "Presentation Notes; keep them where they are the transcript of a film.",
    subject="notes",
)
HIDDEN_SHAPE = _private(
    "hidden-shape",
    "No shape is switched off",
    "“{shape}” is switched off in the selection pane; it is still in the file.",
    "Who gets the file can switch it on.",
    "Home > Arrange > Selection Pane: delete it.",
)
BESIDE = _private(
    "beside-slide",
    "Nothing lies beside the slide",
    "“{shape}” lies beside the slide; who gets the file can read it.",
    "What lies beside the slide is shown to nobody, but it is in the file.",
    "Delete it, or move it into the slide. A title above the slide may stay: it is heard.",
)
RULES = (AUTHORS, COMMENTS, HIDDEN_SLIDES, NOTES, HIDDEN_SHAPE, BESIDE)


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
