"""The slides of a deck in their order."""

import re
from collections import Counter
from typing import NamedTuple

from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, open_entries
from deckgen.render.renderer import RenderingError
from deckgen.support.diagnostics import Diagnostics

_PRESENTATION = "/ppt/presentation.xml"
_RELATIONSHIPS = "/ppt/_rels/presentation.xml.rels"
_HIDDEN = re.compile(rb"<(?:\w+:)?sld\s[^<>]*\bshow=[\"'](?:0|false)[\"']")
_LANGUAGE = re.compile(rb"\slang=[\"']([A-Za-z][A-Za-z0-9-]*)[\"']")


class DeckSlide(NamedTuple):
    """A slide of a .pptx."""

    part: str
    hidden: bool
    langs: tuple[str, ...]
    """The language of each of its runs."""


def deck_slides(deck: bytes) -> tuple[DeckSlide, ...]:
    """Return the slides of a .pptx in the order in which they are shown.

    Raises RenderingError (not-a-deck).
    """
    return _slides(open_deck_package(deck))


def main_language(slides: tuple[DeckSlide, ...]) -> str:
    """Return the language of most runs, as a BCP 47 tag; empty if no run has one."""
    counted = Counter(lang for slide in slides for lang in slide.langs)
    return next((lang for lang, _ in counted.most_common(1)), "")


def open_deck_package(deck: bytes) -> ZipEntries:
    """Return the parts of a .pptx. Raises RenderingError (not-a-deck)."""
    diagnostics = Diagnostics()
    entries = open_entries(deck, diagnostics, "The deck")
    if entries is None:
        problem = next(iter(diagnostics))
        raise RenderingError("not-a-deck", problem.message, problem.hint or "")
    return entries


def check_xml_size(deck: bytes) -> None:
    """Refuse a deck with more XML than any renderer has memory for.

    Raises RenderingError (not-a-deck).
    """
    from deckgen.opc.xml_parser import TooMuchXMLError, XMLBudget

    entries, budget = open_deck_package(deck), XMLBudget()
    try:
        for name in entries.infos:
            if name.lower().endswith((".xml", ".rels")):
                budget.spend(entries.unpacked(name))
    except TooMuchXMLError as reason:
        raise RenderingError(
            "not-a-deck", f"The deck cannot be drawn: it {reason}.", "Divide it into several."
        ) from reason
    except DAMAGE_ERRORS as broken:
        raise not_a_deck() from broken


def _slides(entries: ZipEntries) -> tuple[DeckSlide, ...]:
    from deckgen.opc.parsed_package import parse_relationships
    from deckgen.opc.xml_parser import UnreadableXMLError, parse_xml, q

    try:
        presentation = parse_xml(entries.unpacked(_PRESENTATION))
        relationships = parse_relationships(
            parse_xml(entries.unpacked(_RELATIONSHIPS)), _RELATIONSHIPS
        )
        parts = {each.id: each.target for each in relationships}
        listed = [each.get(q("r:id"), "") for each in presentation.iter(q("p:sldId"))]
        names = [parts[each] for each in listed]
        return tuple(deck_slide(name, entries.unpacked(name)) for name in names)
    except (*DAMAGE_ERRORS, KeyError, UnreadableXMLError) as broken:
        raise not_a_deck() from broken


def deck_slide(name: str, data: bytes) -> DeckSlide:
    """Return what is known of a slide by its part."""
    langs = tuple(lang.decode() for lang in _LANGUAGE.findall(data))
    return DeckSlide(name, bool(_HIDDEN.search(data)), langs)


def not_a_deck() -> RenderingError:
    """Return the error for a file that is no deck, or a broken one."""
    return RenderingError(
        "not-a-deck",
        "The deck is no PowerPoint file that can be read.",
        "Open it in PowerPoint and save it again as .pptx.",
    )
