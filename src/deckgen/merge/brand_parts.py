"""Masters that the talk's brand has already: decks of one house stand on one master."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from deckgen.opc.parsed_package import ParsedPackage, part_to_write

if TYPE_CHECKING:
    from deckgen.brand.brand import Brand
    from deckgen.opc.part import Part


def parts_in_brand(package: ParsedPackage, shared: Iterable[str], brand: Brand) -> frozenset[str]:
    """Return the parts that are, byte for byte, those of the brand, by their names.

    A master is the same only with its theme and all of its layouts; without its master, no layout
    is.
    """
    there = {part.name: part for part in brand.parts}
    masters = [one for one in package.of_root("p:sldMaster") if one.name in brand.master_part_names]
    found: set[str] = set()
    for master in masters:
        names = _family(package, master.name)
        if all(_is_same(package, name, there) for name in names):
            found |= names
    return frozenset(found.intersection(shared))


def _family(package: ParsedPackage, master: str) -> set[str]:
    """Return all that a master reaches."""
    waiting, seen = [master], {master}
    while waiting:
        for found in package.parts[waiting.pop()].relationships:
            if not found.external and found.target in package.parts and found.target not in seen:
                seen.add(found.target)
                waiting.append(found.target)
    return seen


def _is_same(package: ParsedPackage, name: str, there: dict[str, Part]) -> bool:
    part = there.get(name)
    if part is None:
        return False
    mine = part_to_write(package.parts[name])
    return (mine.data, mine.content_type) == (part.data, part.content_type) and sorted(
        mine.relationships
    ) == sorted(part.relationships)
