"""Links of a template that would run a program, a macro or a script are removed."""

from __future__ import annotations

from dataclasses import replace

from deckgen.ooxml_rules.link_addresses import LINK_TAGS, PROGRAM_ACTIONS, has_unknown_scheme
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, relationship_uses
from deckgen.opc.xml_parser import Element, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import part_labels, with_edited_tree, with_parts
from deckgen.template.package.references import remove_element, remove_references


def without_harmful_links(package: ParsedPackage, diagnostics: Diagnostics) -> ParsedPackage:
    """Return the package without links that run something when clicked; add a note."""
    changed = [new for part in package.parts.values() if (new := _harmless(part)) is not part]
    if changed:
        diagnostics.note(
            "link-removed",
            f"{package.file}: a click would run a program, a macro or a script, in"
            f" {part_labels(changed)}; the link is gone",
            None,
        )
    return with_parts(package, changed)


def _harmless(part: ParsedPart) -> ParsedPart:
    """Return a part without harmful links; the same object if it has none."""
    astray = {
        each.id
        for each in part.relationships
        if each.external and each.type == "hyperlink" and has_unknown_scheme(each.target)
    }
    running = [] if part.root is None else _running(part.root)
    ids = astray | {link.get(q("r:id"), "") for link in running}
    if not astray and not running:
        return part
    if part.root is None:
        kept = (each for each in part.relationships if each.id not in ids)
        return replace(part, relationships=tuple(kept))
    for link in running:
        remove_element(link)
    remove_references(part.root, astray)
    still = {value for _, _, value in relationship_uses(part.root)}
    return with_edited_tree(
        part, (each for each in part.relationships if each.id not in ids - still)
    )


def _running(root: Element) -> list[Element]:
    return [
        link
        for link in root.iter(*map(q, LINK_TAGS))
        if link.get("action", "").lower().startswith(PROGRAM_ACTIONS)
    ]
