"""Parts that were read, as they are written again."""

from __future__ import annotations

import posixpath

from deckgen.opc import part as written
from deckgen.opc.parsed_package import Part, Relationship


def as_written(part: Part) -> written.Part:
    """Return a part as the package is written from it."""
    return written.Part(
        part.name,
        part.content_type or "application/octet-stream",
        part.data,
        tuple(arrow(relationship, part.name) for relationship in part.relationships),
    )


def arrow(relationship: Relationship, source: str) -> written.Relationship:
    """Return a relationship as it is written in the part that it starts from."""
    target = relationship.target
    if not relationship.external:
        target = posixpath.relpath(target, posixpath.dirname(source))
    return written.Relationship(
        relationship.id, relationship.type_uri, target, relationship.external
    )
