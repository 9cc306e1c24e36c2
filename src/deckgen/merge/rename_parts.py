"""Parts and relationships under new names."""

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
    """Return a part to write; `names` are the new names of the part and its targets."""
    new = replace(part, name=names[part.name])
    return part_to_write(replace(new, relationships=_with_new_targets(part.relationships, names)))


def renamed_relationships(
    relationships: tuple[ParsedRelationship, ...], names: Mapping[str, str], source: str
) -> tuple[written.Relationship, ...]:
    """Return relationships to write of the part `source`, without targets that have no name."""
    return tuple(
        relationship_to_write(target, source) for target in _with_new_targets(relationships, names)
    )


def _with_new_targets(
    relationships: tuple[ParsedRelationship, ...], names: Mapping[str, str]
) -> tuple[ParsedRelationship, ...]:
    return tuple(
        each if each.external else replace(each, target=names[each.target])
        for each in relationships
        if each.external or each.target in names
    )
