"""A package without some masters, their layouts, and all that only they use."""

from collections.abc import Collection
from dataclasses import replace

from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import q
from deckgen.template.package.kept_parts import with_edited_tree, with_parts, without_unreachable
from deckgen.template.package.references import remove_element


def without_masters(
    package: ParsedPackage, masters: Collection[str]
) -> tuple[ParsedPackage, tuple[str, ...]]:
    """Return the package without some masters, and the part names of those that are gone.

    All that is used elsewhere stays. A master stays if a slide stands on one of its layouts, or if
    it would be the last.
    """
    main = package.main()
    if main is None or main.root is None:
        return package, ()
    names = {each.id: each.target for each in main.relationships}
    listed = {
        entry: names.get(entry.get(q("r:id"), ""), "")
        for entry in main.root.iterfind(f"{q('p:sldMasterIdLst')}/{q('p:sldMasterId')}")
    }
    reachable = without_unreachable(package)
    gone = _not_needed(reachable, {*masters} & {*names.values()})
    if not gone or not {*listed.values()} - {*masters}:
        return package, ()
    for entry, name in listed.items():
        if name in gone:
            remove_element(entry)
    kept = [each for each in main.relationships if each.target not in gone]
    fewer = with_parts(package, [with_edited_tree(main, kept)])
    lost = reachable.parts.keys() - without_unreachable(fewer).parts.keys()
    left = {name: part for name, part in fewer.parts.items() if name not in lost}
    return replace(fewer, parts=left), tuple(sorted(gone))


def _not_needed(reachable: ParsedPackage, masters: Collection[str]) -> set[str]:
    """Return those of some masters on whose layouts no slide stands."""
    layouts = {
        layout: name
        for name in masters
        if name in reachable.parts
        for layout in _layouts(reachable, name)
    }
    needed = {
        layouts[layout]
        for name in reachable.parts
        if name not in masters
        for layout in _layouts(reachable, name)
        if layout in layouts
    }
    return {*masters} - needed


def _layouts(package: ParsedPackage, name: str) -> list[str]:
    links = package.parts[name].relationships
    return [each.target for each in links if each.type == "slideLayout"]
