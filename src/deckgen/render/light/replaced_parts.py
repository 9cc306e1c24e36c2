"""A copy of a deck with some of its parts replaced, for a program that reads it once."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping

from deckgen.opc.zip_reader import DAMAGE_ERRORS, ZipEntries, open_entries
from deckgen.support.diagnostics import Diagnostics

SLIDE_PART = re.compile(r"/ppt/slides/[^/]+\.xml")
"""The names of slide parts."""
_RELATIONSHIP = re.compile(r"<Relationship\b[^<>]*>")
_ATTRIBUTE = re.compile(r'\b(Id|Type|Target)="([^"]*)"')


def with_replaced_parts(
    deck: bytes, replaced: Callable[[ZipEntries], Mapping[str, bytes]]
) -> bytes:
    """Return a .pptx with the parts that `replaced` returns by name, and all its others.

    A package that cannot be read, or in which nothing is replaced, is returned unchanged.
    """
    if (entries := open_entries(deck, Diagnostics(), "")) is None:
        return deck
    try:
        parts = replaced(entries)
        if not parts:
            return deck
        written = io.BytesIO()
        # The copy is read once and dropped: compressing it would only take time.
        with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as package:
            for name in entries.infos:
                data = parts[name] if name in parts else entries.unpacked(name)
                package.writestr(name.removeprefix("/"), data)
    except DAMAGE_ERRORS:
        return deck
    return written.getvalue()


def relationship_targets(entries: ZipEntries, part: str) -> dict[str, str]:
    """Return the names of the parts to which a part refers, by id."""
    folder, name = posixpath.split(part)
    relationships = f"{folder}/_rels/{name}.rels"
    if relationships not in entries.infos:
        return {}
    targets = {}
    xml = entries.unpacked(relationships).decode("utf-8", "replace")
    for relationship in _RELATIONSHIP.findall(xml):
        attributes = dict(_ATTRIBUTE.findall(relationship))
        target = posixpath.normpath(posixpath.join(folder, attributes.get("Target", "")))
        targets[attributes.get("Id", "")] = target
    return targets
