"""Parts of a brand whose names the parts of slides have, too.

A template may be a deck of ours, of which somebody moved a picture or a chart from a slide to a
layout: its part then has the name that the slides of the next deck give to theirs.
"""

import posixpath
from collections.abc import Collection, Iterable

from deckgen.opc.part import Part, Relationship
from deckgen.support.file_names import numbered_names


def with_other_names(parts: Iterable[Part], taken: Collection[str]) -> tuple[Part, ...]:
    """Return the parts, those with a name of `taken` renamed, and the relationships to them."""
    parts = tuple(parts)
    own = {part.name for part in parts}
    new_names: dict[str, str] = {}
    for name in own.intersection(taken):
        candidates = (each for each in numbered_names(name) if each not in own)
        new_names[name] = next(each for each in candidates if each not in taken)
        own.add(new_names[name])
    return tuple(_renamed(part, new_names) for part in parts) if new_names else parts


def _renamed(part: Part, new_names: dict[str, str]) -> Part:
    folder = posixpath.dirname(part.name)
    return part._replace(
        name=new_names.get(part.name, part.name),
        relationships=tuple(_retargeted(each, folder, new_names) for each in part.relationships),
    )


def _retargeted(relationship: Relationship, folder: str, new_names: dict[str, str]) -> Relationship:
    if relationship.external:
        return relationship
    name = posixpath.normpath(posixpath.join(folder, relationship.target))
    new = new_names.get(name)
    return relationship._replace(target=posixpath.relpath(new, folder)) if new else relationship
