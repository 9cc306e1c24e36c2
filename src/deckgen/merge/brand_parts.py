"""Masters that the brand of the talk has already, so that they are not merged again."""

from collections.abc import Iterable

from deckgen.brand.brand import Brand
from deckgen.opc.parsed_package import ParsedPackage, part_to_write
from deckgen.opc.part import Part
from deckgen.opc.xml_parser import Element, parse_xml


def parts_in_brand(package: ParsedPackage, shared: Iterable[str], brand: Brand) -> frozenset[str]:
    """Return the names of the shared parts that are parts of the brand: the same XML, or bytes.

    A master is a part of the brand only together with its theme and all of its layouts.
    """
    there = {part.name: part for part in brand.parts}
    masters = [
        part for part in package.of_root("p:sldMaster") if part.name in brand.master_part_names
    ]
    names_of_parts: set[str] = set()
    for master in masters:
        names = {master.name, *package.reached(master.relationships)}
        if all(_is_same(package, name, there) for name in names):
            names_of_parts |= names
    return frozenset(names_of_parts.intersection(shared))


def _is_same(package: ParsedPackage, name: str, there: dict[str, Part]) -> bool:
    part = there.get(name)
    if part is None:
        return False
    mine, root = part_to_write(package.parts[name]), package.parts[name].root
    if mine.content_type != part.content_type:
        return False
    if sorted(mine.relationships) != sorted(part.relationships):
        return False
    return mine.data == part.data or (
        root is not None and _says_the_same(root, parse_xml(part.data))
    )


def _says_the_same(one: Element, other: Element) -> bool:
    """Return whether elements are the same, but for how a program spells them."""
    return (
        (one.tag, sorted(one.items()), len(one)) == (other.tag, sorted(other.items()), len(other))
        and (one.text or "").strip() == (other.text or "").strip()
        and all(_says_the_same(*pair) for pair in zip(one, other, strict=True))
    )
