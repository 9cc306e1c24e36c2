"""Opening a presentation for python-pptx: vetted and repaired before, its alternatives resolved.

python-pptx passes over `mc:AlternateContent`, in which PowerPoint writes shapes with formulas,
films and 3D models (ECMA-376 Part 3). The branch that we can read takes its place.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b

from pptx.exc import PythonPptxError
from pptx.presentation import Presentation

from deckgen.audit.validity.package_rules import MAIN_TYPE
from deckgen.merge.open_deck import OpenDecks, OpenedDeck, open_deck
from deckgen.ooxml_rules.shape_queries import readable_alternative
from deckgen.opc.package_writer import Part, Relationship, package_bytes
from deckgen.opc.parsed_package import is_read_as_xml, part_to_write, relationship_to_write
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import Element, q
from deckgen.opc.zip_writer import PackedEntries
from deckgen.support.diagnostics import Diagnostics, Span

DAMAGES = (LookupError, ValueError, AttributeError, TypeError, ArithmeticError, PythonPptxError)
"""What python-pptx raises at XML that is not as the schema has it."""


def open_presentation(
    file: str,
    data: bytes,
    diagnostics: Diagnostics,
    opened: OpenDecks,
    packed: PackedEntries | None,
) -> Presentation | None:
    """Open a presentation; None, with an error, if it is none or cannot be read.

    `file` is its name for messages. Nothing outside of `data` is read. The deck is added to
    `opened` and its XML to `packed`, for talks that include slides of it. Pictures and the like are
    in `opened` alone (`media_of`).
    """
    if open_deck(file, data, Span(file, 1, 1), opened, diagnostics) is None:
        return None
    package = imported_deck(opened).package
    parts = list(package.parts.values())
    main = package.parts[MAIN_PART]
    # Templates, shows and decks with macros have other types, which python-pptx refuses.
    parts[parts.index(main)] = replace(main, content_type=MAIN_TYPE)
    links = [each for each in package.relationships if each.target in package.parts]
    try:
        return readable_presentation(
            (part_to_write(part) for part in parts),
            [relationship_to_write(link, "/") for link in links],
            packed,
        )
    except DAMAGES as unreadable:
        diagnostics.error(
            "not-a-deck",
            f"{file} cannot be read: {unreadable}.",
            None,
            "Open it in PowerPoint and save it again as .pptx.",
        )
        return None


def imported_deck(opened: OpenDecks) -> OpenedDeck:
    """Return the deck that was opened first: the one that is imported."""
    return next(each for each in opened.values() if isinstance(each, OpenedDeck))


def media_of(opened: OpenDecks) -> dict[str, bytes]:
    """Return the pictures, films and other parts of the imported deck that are no XML, by name."""
    parts = imported_deck(opened).package.parts.values()
    return {
        part.name: part.data for part in parts if not is_read_as_xml(part.name, part.content_type)
    }


def readable_presentation(
    parts: Iterable[Part], relationships: Sequence[Relationship], packed: PackedEntries | None
) -> Presentation:
    """Return a presentation of vetted parts for reading; its alternatives are resolved.

    What is no XML is replaced by its digest, so that pictures are not in memory once more.
    """
    import pptx

    data = package_bytes(map(_without_media, parts), relationships, packed)
    presentation = pptx.Presentation(io.BytesIO(data))
    for slide in presentation.slides:
        _resolve(slide.element)
    return presentation


def _without_media(part: Part) -> Part:
    if is_read_as_xml(part.name, part.content_type):
        return part
    return part._replace(data=blake2b(part.data, digest_size=16).digest())


def _resolve(root: Element) -> None:
    """Put the branches that we read in the places of alternatives."""
    for alternatives in list(root.iter(q("mc:AlternateContent"))):
        parent = alternatives.getparent()
        if parent is None:
            continue
        at = parent.index(alternatives)
        branch = readable_alternative(alternatives)
        parent[at : at + 1] = [] if branch is None else list(branch)
