"""Parts under the names that they have in this deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from deckgen.opc import part as written
from deckgen.opc.copying import arrow, as_written
from deckgen.opc.parsed_package import Part, Relationship


def renamed(part: Part, names: Mapping[str, str]) -> written.Part:
    """Return a part as it is written; it and all that it leads to are called as `names` say."""
    new = replace(part, name=names[part.name])
    return as_written(replace(new, relationships=_settled(part.relationships, names)))


def arrows(
    relationships: tuple[Relationship, ...], names: Mapping[str, str], source: str
) -> tuple[written.Relationship, ...]:
    """Return relationships of a part that will be called `source`, those to slides left out."""
    return tuple(arrow(found, source) for found in _settled(relationships, names))


def _settled(
    relationships: tuple[Relationship, ...], names: Mapping[str, str]
) -> tuple[Relationship, ...]:
    return tuple(
        found if found.external else replace(found, target=names[found.target])
        for found in relationships
        if found.external or found.target in names
    )
