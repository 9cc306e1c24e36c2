"""Parts under the names that they have in this deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deckgen.opc import part as written
from deckgen.opc.parsed_package import (
    ParsedPart,
    ParsedRelationship,
    part_to_write,
    relationship_to_write,
)


def renamed_part(part: ParsedPart, names: Mapping[str, str]) -> written.Part:
    """Return a part as it is written; it and all that it leads to are called as `names` say."""
    new = replace(part, name=names[part.name])
    return part_to_write(replace(new, relationships=_settled(part.relationships, names)))


def renamed_relationships(
    relationships: tuple[ParsedRelationship, ...], names: Mapping[str, str], source: str
) -> tuple[written.Relationship, ...]:
    """Return relationships of a part that will be called `source`, those to slides left out."""
    return tuple(relationship_to_write(found, source) for found in _settled(relationships, names))


def _settled(
    relationships: tuple[ParsedRelationship, ...], names: Mapping[str, str]
) -> tuple[ParsedRelationship, ...]:
    return tuple(
        found if found.external else replace(found, target=names[found.target])
        for found in relationships
        if found.external or found.target in names
    )
