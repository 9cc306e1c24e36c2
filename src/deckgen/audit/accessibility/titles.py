"""Titles: every slide has one, in its placeholder, and no two are the same."""

from collections.abc import Iterator
from functools import partial

from deckgen.audit.finding import Finding, Rule, at_shape, wcag
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.support.diagnostics import Severity

_on_titles = partial(Rule, group="accessibility", subject="slides")
MISSING = _on_titles(
    "title-missing",
    "Every slide has a title",
    "The slide has no title.",
    "Screen readers, the list of slides and bookmarks name a slide by its title.",
    "View > Outline View: type a title beside the number of the slide. Where no title shall be "
    "seen: Review > Check Accessibility > Add Hidden Slide Title.",
    severity=Severity.ERROR,
    clauses=(wcag("1.3.1"), wcag("2.4.6")),
)
HIDDEN = _on_titles(
    "title-hidden",
    "No title is hidden in the selection pane",
    "The title “{title}” is switched off in the selection pane.",
    "Screen readers pass over what is switched off; a title off the page is read.",
    "Home > Arrange > Selection Pane: switch the title on, and move it above the slide.",
    severity=Severity.ERROR,
    clauses=(wcag("1.3.1"), wcag("2.4.6")),
)
REPEATED = _on_titles(
    "title-repeated",
    "No two slides have the same title",
    "The title “{title}” is that of slide {first}, too.",
    "In a list of slides, equal titles cannot be told apart.",
    "View > Outline View: make the title say what is special to this slide, or add (2).",
    severity=Severity.WARNING,
    clauses=(wcag("2.4.6"),),
)
RULES = (MISSING, HIDDEN, REPEATED)


def title_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield a title that is missing, empty or hidden."""
    if not slide.title_text:
        yield at_shape(MISSING, slide, slide.title and slide.title.place)
    elif slide.title is not None and slide.title.hidden:
        yield at_shape(HIDDEN, slide, slide.title.place, title=slide.title_text)


def repeated_titles(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield the slides whose title an earlier slide has."""
    first: dict[str, int] = {}
    for slide in deck.slides:
        key = slide.title.casefold()
        if key in first:
            yield at_shape(REPEATED, slide, None, title=slide.title, first=first[key])
        elif key:
            first[key] = slide.number
