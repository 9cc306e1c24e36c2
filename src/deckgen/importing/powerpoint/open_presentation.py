"""Opening a presentation for python-pptx: vetted and repaired before, its alternatives resolved.

python-pptx passes over `mc:AlternateContent`, in which PowerPoint writes shapes with formulas,
films and 3D models (ECMA-376 Part 3). The branch that we can read takes its place.
"""

import io
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from deckgen.merge.open_deck import OpenDecks, OpenedDeck, open_deck
from deckgen.opc.package_writer import package_bytes
from deckgen.opc.parsed_package import ParsedPart, part_to_write, relationship_to_write
from deckgen.opc.xml_parser import Element
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.template.package.kept_parts import PRESENTATION_PART

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_ALTERNATIVES = f"{{{_MC}}}AlternateContent"
_CHOICE, _FALLBACK = f"{{{_MC}}}Choice", f"{{{_MC}}}Fallback"
_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
"""Templates, shows and decks with macros have other types, which python-pptx refuses."""
_READ = frozenset({"a14"})
"""The prefixes of extensions whose shapes we read: a14 has formulas."""


class OpenedPresentation(NamedTuple):
    """A presentation as python-pptx reads it, and as `include` lists its slides."""

    presentation: "Presentation"
    deck: OpenedDeck


def open_presentation(
    file: str, data: bytes, diagnostics: Diagnostics
) -> OpenedPresentation | None:
    """Open a presentation; None, with an error, if it is none or cannot be read.

    `file` is its name for messages. Nothing outside of `data` is read.
    """
    opened: OpenDecks = {}
    if open_deck(file, data, Span(file, 1, 1), opened, diagnostics) is None:
        return None
    deck = next(iter(opened.values()))
    if not isinstance(deck, OpenedDeck):
        return None
    package = deck.package
    parts = [_resolved(part) for part in package.parts.values()]
    main = next(part for part in parts if part.name == PRESENTATION_PART)
    parts[parts.index(main)] = replace(main, content_type=_PRESENTATION)
    links = [each for each in package.relationships if each.target in package.parts]
    vetted = package_bytes(
        (part_to_write(part) for part in parts),
        (relationship_to_write(link, "/") for link in links),
    )
    import pptx
    from pptx.exc import PythonPptxError

    try:
        return OpenedPresentation(pptx.Presentation(io.BytesIO(vetted)), deck)
    except (PythonPptxError, KeyError, ValueError, AttributeError) as unreadable:
        diagnostics.error(
            "not-a-deck",
            f"{file} cannot be read: {unreadable}.",
            None,
            "Open it in PowerPoint and save it again as .pptx.",
        )
        return None


def _resolved(part: ParsedPart) -> ParsedPart:
    """Return a part in which the branches that we read replace alternatives."""
    if part.root is None or next(part.root.iter(_ALTERNATIVES), None) is None:
        return part
    root = deepcopy(part.root)
    for alternatives in list(root.iter(_ALTERNATIVES)):
        parent = alternatives.getparent()
        if parent is None:
            continue
        at = parent.index(alternatives)
        branch = _branch(alternatives)
        parent[at : at + 1] = [] if branch is None else list(branch)
    return replace(part, data=etree.tostring(root), root=root)


def _branch(alternatives: Element) -> Element | None:
    choices = alternatives.findall(_CHOICE)
    read = (each for each in choices if set(each.get("Requires", "").split()) <= _READ)
    chosen = next(read, None)
    if chosen is None:
        chosen = alternatives.find(_FALLBACK)
    # Without a fallback a choice is better than nothing: its words are kept.
    return chosen if chosen is not None else next(iter(choices), None)
