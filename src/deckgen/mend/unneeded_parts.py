"""Parts that no slide needs any more are left out: slides that were removed, and their files."""

from collections.abc import Collection
from dataclasses import replace

from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import q
from deckgen.template.package.kept_parts import PRESENTATION_PART, with_parts, without_unreachable


def without_unneeded_parts(package: ParsedPackage) -> ParsedPackage:
    """Return the package without slides that are not listed, and without unreachable parts."""
    main = package.parts[PRESENTATION_PART]
    listed = set()
    if main.root is not None:
        listed = {entry.get(q("r:id")) for entry in main.root.iter(q("p:sldId"))}
    kept = tuple(each for each in main.relationships if each.type != "slide" or each.id in listed)
    if kept != main.relationships:
        package = with_parts(package, [replace(main, relationships=kept)])
    return without_unreachable(package)


def without_relationship_types(package: ParsedPackage, types: Collection[str]) -> ParsedPackage:
    """Return the package without what relationships of these types lead to."""
    changed = []
    for part in package.parts.values():
        kept = tuple(each for each in part.relationships if each.type not in types)
        if kept != part.relationships:
            changed.append(replace(part, relationships=kept))
    return without_unreachable(with_parts(package, changed)) if changed else package
