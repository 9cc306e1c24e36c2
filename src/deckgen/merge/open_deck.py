"""Opening a deck for its slides: read once, in bounds, and repaired like a template."""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from deckgen.deck.included_slide import DeckSummary, deck_key
from deckgen.merge.slide_listing import listed_slide, slide_part_names
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.reachable_parts import PartNaming
from deckgen.opc.xml_parser import Element, q
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span
from deckgen.template.package.content_repairs import with_valid_content
from deckgen.template.package.kept_parts import (
    MACROS,
    OWN_PARTS,
    PRESENTATION_PART,
    SAMPLES,
    SIGNATURES,
    tree_of,
    without_unreachable,
)
from deckgen.template.package.layout_lists import with_valid_lists
from deckgen.template.package.missing_parts import with_missing_themes
from deckgen.template.package.open_template import read_presentation
from deckgen.template.package.relationships import (
    with_valid_relationships,
    without_dangling_relationships,
)
from deckgen.template.package.repairs import with_master_relationships, with_valid_content_types

_NAMING = PartNaming(PRESENTATION_PART, re.compile(r"(?i)/ppt/presentation\.xml"))
_LEFT = (SAMPLES | OWN_PARTS | MACROS | SIGNATURES) - {"slide", "notesSlide", "comments"}
"""Relationships to parts of the deck as a file, which no slide needs. They are not read."""
_SLIDE_SIZE = (9_144_000, 6_858_000)
"""EMU: PowerPoint's default."""


class OpenedDeck(NamedTuple):
    """A deck whose slides are merged, and the diagnostics of opening it."""

    listed: DeckSummary
    width: int
    """EMU."""
    height: int
    """EMU."""
    package: ParsedPackage
    """Repaired. Never changed, as other talks merge slides of it, too."""
    slides: tuple[str, ...]
    """The part name of each slide; empty for a slide that is missing."""
    diagnostics: tuple[Diagnostic, ...]


OpenDecks: TypeAlias = dict[str, "OpenedDeck | tuple[Diagnostic, ...]"]
"""Decks by a digest of their bytes, or the reasons why they cannot be opened."""


def open_deck(
    file: str, data: bytes, span: Span, opened: OpenDecks, diagnostics: Diagnostics, key: str = ""
) -> DeckSummary | None:
    """Open a deck, add it to `opened`, return its slides; None, with an error, if it is no deck.

    `file` is its name for messages; `span` is where the author names it. `key` is that of
    `deck_key`, if it is known.
    """
    key = key or deck_key(data)
    if key not in opened:
        diagnostics_of_deck = Diagnostics()
        deck = _opened(file, key, data, diagnostics_of_deck)
        opened[key] = (
            tuple(diagnostics_of_deck)
            if deck is None
            else deck._replace(diagnostics=tuple(diagnostics_of_deck))
        )
    there = opened[key]
    collected = there.diagnostics if isinstance(there, OpenedDeck) else there
    messages = {each.message for each in diagnostics}
    diagnostics.extend(
        each._replace(span=span)
        for each in collected
        if each.severity is Severity.ERROR or each.message not in messages
    )
    return there.listed._replace(file=file) if isinstance(there, OpenedDeck) else None


def _opened(file: str, key: str, data: bytes, diagnostics: Diagnostics) -> OpenedDeck | None:
    collected = Diagnostics()
    package = read_presentation(file, data, _NAMING, _is_followed, collected)
    diagnostics.extend(
        each._replace(code="not-a-deck") if each.code == "not-a-template" else each
        for each in collected
    )
    if package is None or diagnostics.has_errors:
        return None
    _note_what_stays(package, diagnostics)
    package = with_valid_relationships(package, diagnostics)
    slides = slide_part_names(package)  # before unreadable slides leave the list
    package = _mended(package, diagnostics)
    root = tree_of(package.parts[PRESENTATION_PART])
    listed = DeckSummary(file, key, tuple([listed_slide(package, name) for name in slides]))
    return OpenedDeck(listed, *_size(root), package, slides, ())


def _note_what_stays(package: ParsedPackage, diagnostics: Diagnostics) -> None:
    """Note macros and embedded fonts of the deck, which are not merged."""
    main = package.parts[PRESENTATION_PART]
    if any(each.type in MACROS for each in main.relationships):
        diagnostics.note(
            "macros-dropped",
            f"{package.file} has macros; they do not come along with its slides",
            None,
        )
    if tree_of(main).find(q("p:embeddedFontLst")) is not None:
        diagnostics.note(
            "fonts-left",
            f"{package.file} has fonts embedded in it; they do not come along with its slides",
            None,
            "install these fonts on the computer that shows the talk",
        )


def _is_followed(relationship: ParsedRelationship, _content_type: str | None) -> bool:
    return relationship.type not in _LEFT


def _mended(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package without faults that PowerPoint would repair, with a note for each."""
    package = with_valid_content_types(package, diagnostics)
    package = with_valid_lists(package, diagnostics)
    package = without_unreachable(package)
    package = with_master_relationships(package, diagnostics)
    package = with_missing_themes(package, diagnostics)
    package = without_dangling_relationships(package, diagnostics)
    return with_valid_content(package, _shared_parts(package), diagnostics)


def _shared_parts(package: ParsedPackage) -> Iterator[ParsedPart]:
    """Yield masters, layouts and themes, which are repaired as in a template of the talk."""
    for name in ("p:sldMaster", "p:sldLayout", "a:theme"):
        yield from package.of_root(name)


def _size(root: Element) -> tuple[int, int]:
    size = root.find(q("p:sldSz"))
    sides = () if size is None else (size.get("cx", ""), size.get("cy", ""))
    if sides and all(re.fullmatch("[1-9][0-9]{0,8}", side) for side in sides):
        return int(sides[0]), int(sides[1])
    return _SLIDE_SIZE
