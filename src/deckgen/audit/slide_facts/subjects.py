"""What a deck has that rules are about: a rule about tables does not apply without a table."""

from collections.abc import Iterator

from deckgen.audit.finding import Subject
from deckgen.audit.slide_facts.audited_deck import AuditedDeck
from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.opc.xml_parser import q


def deck_subjects(deck: AuditedDeck) -> Iterator[Subject]:
    """Yield what a whole deck has."""
    if next(deck.root.iter(q("p14:section")), None) is not None:
        yield "sections"
    types = {link.type for part in deck.package.parts.values() for link in part.relationships}
    if types & {"comments", "commentAuthors", "authors"}:
        yield "comments"
    if types & {"video", "audio", "media"}:
        yield "media"


def slide_subjects(slide: AuditedSlide) -> Iterator[Subject]:
    """Yield what a slide has."""
    yield "slides"
    kinds = {shape.kind for shape in slide.shown}
    if kinds - {"text", "table"} or any(shape.drawn for shape in slide.shown):
        yield "graphics"
    if "chart" in kinds:
        yield "charts"
    if "table" in kinds:
        yield "tables"
    if any(shape.has_words for shape in slide.shown):
        yield "text"
    if slide.notes:
        yield "notes"
    if next(slide.root.iter(q("a:hlinkClick")), None) is not None:
        yield "links"
    if next(slide.root.iter(q("p:timing"), q("p:transition")), None) is not None:
        yield "movement"
