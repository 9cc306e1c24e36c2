"""What is mended of a template, with a note for each: PowerPoint would repair it, or refuse it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from deckgen.opc.reading import PackageParts, Part, Relationship
from deckgen.template.keeping import (
    PRESENTATION_PART,
    SAMPLES,
    is_followed,
    new_relationship_id,
    rewritten,
    with_parts,
)
from deckgen.template.lists import layout_names, master_names
from deckgen.template.references import references, without_references
from deckgen.xml import RELATIONSHIPS

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostics

_TYPE = "application/vnd.openxmlformats-officedocument"
_BY_RELATIONSHIP = {
    "slideMaster": f"{_TYPE}.presentationml.slideMaster+xml",
    "slideLayout": f"{_TYPE}.presentationml.slideLayout+xml",
    "notesMaster": f"{_TYPE}.presentationml.notesMaster+xml",
    "handoutMaster": f"{_TYPE}.presentationml.handoutMaster+xml",
    "presProps": f"{_TYPE}.presentationml.presProps+xml",
    "viewProps": f"{_TYPE}.presentationml.viewProps+xml",
    "tableStyles": f"{_TYPE}.presentationml.tableStyles+xml",
    "tags": f"{_TYPE}.presentationml.tags+xml",
    "theme": f"{_TYPE}.theme+xml",
    "themeOverride": f"{_TYPE}.themeOverride+xml",
    "chart": f"{_TYPE}.drawingml.chart+xml",
    "custom-properties": f"{_TYPE}.custom-properties+xml",
    "customXmlProps": f"{_TYPE}.customXmlProperties+xml",
    "font": "application/x-fontdata",
    "vmlDrawing": f"{_TYPE}.vmlDrawing",
}
"""The one content type that parts have to which a relationship of a type leads."""

_BY_EXTENSION = {
    "bmp": "image/bmp",
    "emf": "image/x-emf",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "wdp": "image/vnd.ms-photo",
    "wmf": "image/x-wmf",
    "xml": "application/xml",
}
_MISSPELT = {"image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "image/x-png": "image/png"}
_MEDIA_TYPE = re.compile(r"[\w.+\-]+/[\w.+\-]+(;[ -~]*)?")
_UNSAFE_IN_XML = re.compile('[&<>"]')
_ID = re.compile(r"[\w.\-]+")


def with_content_types(package: PackageParts, diagnostics: Diagnostics) -> PackageParts:
    """Return the package with a content type for every part, where it is known the right one."""
    led_to = {
        found.target: found.type
        for part in package.parts.values()
        for found in part.relationships
        if found.type in _BY_RELATIONSHIP
    }
    changed = []
    for part in package.parts.values():
        type_ = _content_type(part, led_to.get(part.name))
        if type_ != part.content_type:
            changed.append(replace(part, content_type=type_))
    if changed:
        diagnostics.note(
            "content-types-mended",
            f"{package.file} gives no content type, or a wrong one, for {_some(changed)}",
            None,
        )
    return with_parts(package, changed)


def _content_type(part: Part, led_to_by: str | None) -> str:
    known = _BY_RELATIONSHIP.get(led_to_by or "")
    given = part.content_type or ""
    if known is not None:
        return known
    given = _MISSPELT.get(given.lower(), given)
    if _MEDIA_TYPE.fullmatch(given) and not _UNSAFE_IN_XML.search(given):
        return given
    return _BY_EXTENSION.get(part.name.rpartition(".")[2].lower(), "application/octet-stream")


def with_sound_relationships(package: PackageParts, diagnostics: Diagnostics) -> PackageParts:
    """Return the package with relationships that have an id of their own, and a type.

    Ids that are no XML names get new ones, and what refers to them follows.
    """
    changed = []
    for part in package.parts.values():
        counted = Counter(found.id for found in part.relationships)
        odd = [found for found in part.relationships if not _is_sound(found)]
        if odd or len(counted) < len(part.relationships):
            changed.append(_with_sound_relationships(part))
    if changed:
        diagnostics.note(
            "relationships-mended",
            f"{package.file}: there are relationships without an id, or with that of another,"
            f" in {_some(changed)}",
            None,
        )
    package = with_parts(package, changed)
    root = Part("/", None, b"", None, package.relationships)
    return replace(package, relationships=_with_sound_relationships(root).relationships)


def _is_sound(found: Relationship) -> bool:
    return bool(_ID.fullmatch(found.id)) and not _UNSAFE_IN_XML.search(found.type_uri)


def _with_sound_relationships(part: Part) -> Part:
    kept: dict[str, Relationship] = {}
    for found in part.relationships:
        if found.id and found.id not in kept and not _UNSAFE_IN_XML.search(found.type_uri):
            kept[found.id] = found
    renamed: dict[str, Relationship] = {}
    for old in [id_ for id_ in kept if not _ID.fullmatch(id_)]:
        new = new_relationship_id((*kept.values(), *renamed.values()))
        renamed[old] = replace(kept[old], id=new)
    relationships = [renamed.get(id_, found) for id_, found in kept.items()]
    if not renamed or part.root is None:
        return replace(part, relationships=tuple(relationships))
    for element, name, value in list(references(part.root)):
        if value in renamed:
            element.set(name, renamed[value].id)
    return rewritten(part, relationships)


def without_dangling(package: PackageParts, diagnostics: Diagnostics) -> PackageParts:
    """Return the package without relationships to what is not there, and what refers to them.

    Links to sample slides are among them: the slides are not kept.
    """
    changed = []
    for part in package.parts.values():
        gone = [found for found in part.relationships if _is_dangling(package, found)]
        loose = _loose_ids(part) | {found.id for found in gone}
        if not loose:
            continue
        kept = tuple(found for found in part.relationships if found.id not in loose)
        if part.root is None:
            changed.append(replace(part, relationships=kept))
            continue
        if any(value in loose for _, _, value in references(part.root)):
            without_references(part.root, loose)
            changed.append(rewritten(part, kept))
        else:
            changed.append(replace(part, relationships=kept))
        _note_dangling(package.file, part, gone, diagnostics)
    kept_ones = tuple(found for found in package.relationships if not _is_dangling(package, found))
    return replace(with_parts(package, changed), relationships=kept_ones)


def _is_dangling(package: PackageParts, found: Relationship) -> bool:
    return not found.external and found.target not in package.parts


def _loose_ids(part: Part) -> set[str]:
    """Return the ids that a part's XML refers to, and no relationship has."""
    if part.root is None or not (part.content_type or "").startswith("application/vnd."):
        return set()  # custom XML may say anything
    there = {found.id for found in part.relationships}
    return {value for _, _, value in references(part.root) if value and value not in there}


def _note_dangling(
    file: str, part: Part, gone: list[Relationship], diagnostics: Diagnostics
) -> None:
    samples = [found for found in gone if found.type in SAMPLES]
    missing = [found for found in gone if is_followed(found, None)]
    is_setting = part.name == PRESENTATION_PART or "Props" in part.name.rpartition("/")[2]
    if samples and not is_setting:
        diagnostics.note(
            "sample-links-removed",
            f"{file}: {part.name} leads to sample slides, which are not kept; the links are gone",
            None,
        )
    if missing:
        diagnostics.note(
            "dangling-removed",
            f"{file}: {part.name} leads to {missing[0].target or 'nothing'}, which is missing;"
            " what refers to it is gone",
            None,
        )


def with_layouts_on_their_masters(package: PackageParts, diagnostics: Diagnostics) -> PackageParts:
    """Return the package with layouts that name the master in whose list they stand."""
    changed = []
    for master in master_names(package):
        for name in layout_names(package, master):
            part = package.parts[name]
            named = [found for found in part.relationships if found.type == "slideMaster"]
            if [found.target for found in named] != [master]:
                changed.append(_on_master(part, master))
    if changed:
        diagnostics.note(
            "layout-master-mended",
            f"{package.file}: another master than the one that lists it, or none, is named by"
            f" {_some(changed)}",
            None,
        )
    return with_parts(package, changed)


def _on_master(part: Part, master: str) -> Part:
    others = [found for found in part.relationships if found.type != "slideMaster"]
    new = Relationship(
        new_relationship_id(others),
        "slideMaster",
        master,
        external=False,
        type_uri=f"{RELATIONSHIPS}/slideMaster",
    )
    return replace(part, relationships=(*others, new))


def note_external_links(package: PackageParts, diagnostics: Diagnostics) -> None:
    """Say once that a template shows what lies outside; nothing of it is fetched or changed."""
    outside = [*_outside(package)]
    if outside:
        diagnostics.note(
            "external-link",
            f"{package.file} shows what lies outside of it, such as {outside[0]!r};"
            " PowerPoint asks whether to load it",
            None,
            "embed it in the template instead",
        )


def _outside(package: PackageParts) -> Iterator[str]:
    for part in package.parts.values():
        for found in part.relationships:
            if found.external and found.type != "hyperlink":
                yield found.target


def _some(parts: list[Part]) -> str:
    """Return the names of the first parts, and how many there are besides."""
    names = ", ".join(part.name for part in parts[:3])
    more = len(parts) - 3
    return f"{names} and {more} more" if more > 0 else names
