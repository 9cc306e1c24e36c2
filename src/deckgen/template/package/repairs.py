"""Repairs of content types and of the masters that layouts name, with a note for each."""

import re
from dataclasses import replace

from deckgen.ooxml_rules.content_types import MEDIA_TYPES
from deckgen.ooxml_rules.part_kinds import PART_KINDS
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import leading_to, part_labels, with_parts
from deckgen.template.package.layout_lists import layout_part_names, master_part_names

_TYPE = "application/vnd.openxmlformats-officedocument"
_BY_RELATIONSHIP = {kind.relationship: kind.content_type for kind in PART_KINDS} | {
    "custom-properties": f"{_TYPE}.custom-properties+xml",
    "customXmlProps": f"{_TYPE}.customXmlProperties+xml",
    "font": "application/x-fontdata",
    "vmlDrawing": f"{_TYPE}.vmlDrawing",
}
"""The content type of the target of each type of relationship."""
_OTHERWISE = {"xml": "application/xml"}
_MEDIA_TYPE = re.compile(r"[\w.+\-]+/[\w.+\-]+(;[ -~]*)?")
_UNSAFE_IN_XML = re.compile('[&<>"]')


def with_valid_content_types(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with a content type for every part; known types are corrected."""
    inside = (link for part in package.parts.values() for link in part.relationships)
    links = (*package.relationships, *inside)
    led_to = {link.target: link.type for link in links if link.type in _BY_RELATIONSHIP}
    changed = []
    for part in package.parts.values():
        type_ = _content_type(part, led_to.get(part.name))
        if type_ != part.content_type:
            changed.append(replace(part, content_type=type_))
    if changed:
        diagnostics.note(
            "content-types-mended",
            f"{package.file} gives no content type, or a wrong one, for {part_labels(changed)}",
            None,
        )
    return with_parts(package, changed)


def _content_type(part: ParsedPart, led_to_by: str | None) -> str:
    given = part.content_type or ""
    if led_to_by is not None:
        return _BY_RELATIONSHIP[led_to_by]
    extension = part.name.rpartition(".")[2].lower()
    right = MEDIA_TYPES.get(extension, ())
    if not right and _MEDIA_TYPE.fullmatch(given) and not _UNSAFE_IN_XML.search(given):
        return given
    if given.lower() in right:
        return given.lower()
    return right[0] if right else _OTHERWISE.get(extension, "application/octet-stream")


def with_master_relationships(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package with layouts that name the master that lists them."""
    changed = []
    for master in master_part_names(package):
        for name in layout_part_names(package, master):
            part = package.parts[name]
            named = [each for each in part.relationships if each.type == "slideMaster"]
            if [each.target for each in named] != [master]:
                changed.append(leading_to(part, "slideMaster", master))
    if changed:
        diagnostics.note(
            "layout-master-mended",
            f"{package.file}: another master than the one that lists it, or none, is named by"
            f" {part_labels(changed)}",
            None,
        )
    return with_parts(package, changed)


def note_external_links(package: ParsedPackage, diagnostics: Diagnostics) -> None:
    """Note links to content outside of the template; nothing is fetched or changed."""
    links = (link for part in package.parts.values() for link in part.relationships)
    outside = [each.target for each in links if each.external and each.type != "hyperlink"]
    if outside:
        diagnostics.note(
            "external-link",
            f"{package.file} shows what lies outside of it, such as {outside[0]!r};"
            " PowerPoint asks whether to load it",
            None,
            "Embed it in the template instead.",
        )
