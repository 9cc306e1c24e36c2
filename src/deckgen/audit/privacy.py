"""What a file reveals beyond what its slides show: people, asides, places, paths, other files."""

import re
from collections.abc import Iterator
from functools import cache

from deckgen.audit.finding import Finding
from deckgen.audit.rules import at_shape, in_deck
from deckgen.audit.slide_facts.audited_deck import AuditedDeck, has_place_of_photo
from deckgen.audit.slide_facts.audited_slide import AuditedSlide
from deckgen.opc.parsed_package import ParsedRelationship
from deckgen.seal.deck_seal import NAMESPACE as SEAL

_PEOPLE = ("creator", "lastModifiedBy", "Manager", "Company")
_NOBODY = frozenset({"", "deckgen", "python-pptx", "pptxgenjs", "user", "microsoft office user"})
_PATH = re.compile(r"(file:|[a-z]:[\\/]|\\\\|/(home|users)/)", re.IGNORECASE)
_LOADED = frozenset({"image", "video", "audio", "media", "oleObject", "attachedTemplate", "slide"})
"""Types of relationships whose targets PowerPoint fetches when the deck is shown."""
_CROPPED = 0.05
"""The share of a picture from which it is reported that it is cropped away."""


def hidden_findings(slide: AuditedSlide) -> Iterator[Finding]:
    """Yield a hidden slide, hidden shapes, and what lies beside the slide."""
    if slide.hidden:
        yield at_shape("hidden-slide", slide, None)
    for shape in slide.shapes:
        box = shape.place.box
        if shape is slide.title_shape:
            continue
        if shape.hidden:
            yield at_shape("hidden-shape", slide, shape.place)
        elif box is not None and (shape.has_words or not shape.texts) and not slide.shows(box):
            yield at_shape("beside-slide", slide, shape.place)


def people_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield the people that a file names, and what they wrote aside."""
    people = [deck.properties.get(name, "") for name in _PEOPLE]
    named = dict.fromkeys(name for name in people if name.casefold() not in _NOBODY)
    if named:
        yield in_deck("authors", people=", ".join(named))
    commented = sum(
        any(link.type == "comments" for link in part.relationships)
        for slide in deck.slides
        if (part := deck.package.parts.get(slide.part_name)) is not None
    )
    if commented:
        yield in_deck("comments", slides=commented)
    with_notes = sum(bool(slide.notes) for slide in deck.slides)
    if with_notes:
        yield in_deck("notes", slides=with_notes)


def leftover_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield links to other files, embedded files, macros and data of other programs."""
    numbers = {slide.part_name: slide.number for slide in deck.slides}
    for name, part in deck.package.parts.items():
        for link in part.relationships:
            if link.external and (finding := _of_link(name, link)):
                yield finding._replace(slide=numbers.get(name))
    types = [link.type for part in deck.package.parts.values() for link in part.relationships]
    embedded = sum(type_ in {"package", "oleObject"} for type_ in types)
    if embedded:
        yield in_deck("embedded-file", files=embedded)
    if "vbaProject" in types:
        yield in_deck("macros")
    ours = {
        name: part.root
        for name, part in deck.package.parts.items()
        if part.root is not None and str(part.root.tag).startswith(f"{{{SEAL}}}")
    }
    if any(map(len, ours.values())):
        yield in_deck("deck-map")
    custom = [
        link.target
        for part in (deck.main, *deck.package.parts.values())
        for link in part.relationships
        if link.type in {"customXml", "tags"} and not link.external and link.target not in ours
    ]
    custom += [link.target for link in deck.package.relationships if "custom-prop" in link.type]
    if custom:
        shown = sorted({name.removeprefix("/") for name in custom})
        yield in_deck("custom-data", parts=", ".join(shown[:5]))


def picture_findings(deck: AuditedDeck) -> Iterator[Finding]:
    """Yield photos that state their place, and cropped pictures."""

    @cache
    def states_place(part: str) -> bool:
        return has_place_of_photo(deck.entries.unpacked_or_empty(part))

    for slide in deck.slides:
        for picture in slide.pictures:
            if states_place(picture.part):
                yield at_shape("photo-place", slide, picture.shape)
            if picture.cropped > _CROPPED:
                share = round(picture.cropped * 100)
                yield at_shape("cropped-picture", slide, picture.shape, share=share)


def _of_link(part: str, link: ParsedRelationship) -> Finding | None:
    label = part.removeprefix("/")
    if _PATH.match(link.target):
        return in_deck("file-path", part, owner=label, path=link.target[:80])
    if link.type in _LOADED and "://" in link.target:
        return in_deck("linked-file", part, owner=label, address=link.target[:80])
    return None
