"""The properties of a file: its title and its language; and, on request, no names of people."""

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from deckgen.audit.slide_facts.audited_deck import has_place_of_photo
from deckgen.media.formats import jpeg
from deckgen.media.formats.exif import UPRIGHT
from deckgen.media.refusal import RefusedError
from deckgen.mend.mend_values import DeckMend, MendPlan
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.xml_parser import Element, q
from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries
from deckgen.template.package.kept_parts import with_edited_tree, with_parts, without_unreachable

_PEOPLE = ("dc:creator", "cp:lastModifiedBy", "ep:Manager", "ep:Company")
_COMMENTS = frozenset({"comments", "commentAuthors", "authors"})
"""Relationships to comments of all versions of PowerPoint, and to who wrote them."""


def with_properties(
    package: ParsedPackage, broken: frozenset[str], first_title: str, plan: MendPlan
) -> tuple[ParsedPackage, list[DeckMend]]:
    """Return the package with the title and the language of the file, where rules miss them."""
    part = _properties(package, "core-properties")
    if part is None or part.root is None:
        return package, []
    mends = []
    if "file-title-missing" in broken and first_title:
        _set(part.root, "dc:title", first_title)
        mends.append(
            DeckMend("file-title-missing", None, f"The file has the title “{first_title}”.")
        )
    if "file-language-missing" in broken and plan.language:
        _set(part.root, "dc:language", plan.language)
        message = f"The file states its language: {plan.language}."
        mends.append(DeckMend("file-language-missing", None, message))
    return (with_parts(package, [with_edited_tree(part)]) if mends else package), mends


def without_private_facts(
    package: ParsedPackage, entries: ZipEntries
) -> tuple[ParsedPackage, list[DeckMend]]:
    """Return the package without authors, comments, and the places of photos."""
    mends = []
    for kind in ("core-properties", "extended-properties"):
        part = _properties(package, kind)
        if part is None or part.root is None:
            continue
        named = (child for name in _PEOPLE for child in part.root.iterchildren(q(name)))
        people = [child for child in named if (child.text or "").strip()]
        for child in people:
            mends.append(
                DeckMend("authors", None, f"“{(child.text or '').strip()}” is no longer named.")
            )
            child.text = ""
        if people:
            package = with_parts(package, [with_edited_tree(part)])
    silent = [*_without_comments(package)]
    if silent:
        package = without_unreachable(with_parts(package, silent))
        mends.append(DeckMend("comments", None, "The comments, and who wrote them, are gone."))
    photos = [*_without_places(package, entries)]
    for photo in photos:
        message = f"{photo.name.rpartition('/')[2]} no longer says where the photo was taken."
        mends.append(DeckMend("photo-place", None, message))
    return with_parts(package, photos), mends


def _without_comments(package: ParsedPackage) -> Iterator[ParsedPart]:
    """Yield the parts that lead to comments, without these relationships."""
    for part in package.parts.values():
        kept = tuple(link for link in part.relationships if link.type not in _COMMENTS)
        if kept != part.relationships:
            yield replace(part, relationships=kept)


def _without_places(package: ParsedPackage, entries: ZipEntries) -> Iterator[ParsedPart]:
    """Yield JPEG files without their properties; those that a property turns stay."""
    for part in package.parts.values():
        if not (part.content_type or "").startswith("image/") or part.name not in entries.infos:
            continue
        try:
            data = entries.unpacked(part.name)
            if not data.startswith(jpeg.SIGNATURE) or not has_place_of_photo(data):
                continue
            photo = jpeg.read(part.name, data)
        except (*DAMAGE_ERRORS, RefusedError):
            continue
        if photo.orientation == UPRIGHT:
            yield replace(part, data=photo.data)


def _properties(package: ParsedPackage, kind: str) -> ParsedPart | None:
    target = next((link.target for link in package.relationships if link.type == kind), "")
    return package.parts.get(target)


def _set(root: Element, name: str, text: str) -> None:
    child = root.find(q(name))
    if child is None:
        child = etree.SubElement(root, q(name))
    child.text = text
