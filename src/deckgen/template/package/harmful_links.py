"""Links of a template that would run a program, a macro or a script: they are not taken over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from deckgen.ooxml_rules.values import LINKS, PROGRAM_ACTIONS, leads_astray
from deckgen.opc.parsed_package import q, references
from deckgen.template.package.kept_parts import rewritten, some_names, with_parts
from deckgen.template.package.references import drop, without_references

if TYPE_CHECKING:
    from deckgen.opc.parsed_package import Element, PackageParts, Part
    from deckgen.support.diagnostics import Diagnostics


def without_harmful_links(package: PackageParts, diagnostics: Diagnostics) -> PackageParts:
    """Return the package without links that run something when they are clicked."""
    changed = [new for part in package.parts.values() if (new := _harmless(part)) is not part]
    if changed:
        diagnostics.note(
            "link-removed",
            f"{package.file}: a click would run a program, a macro or a script, in"
            f" {some_names(changed)}; the link is gone",
            None,
        )
    return with_parts(package, changed)


def _harmless(part: Part) -> Part:
    """Return a part without such links; the part itself if it has none."""
    astray = {
        found.id
        for found in part.relationships
        if found.external and found.type == "hyperlink" and leads_astray(found.target)
    }
    running = [] if part.root is None else _running(part.root)
    ids = astray | {link.get(q("r:id"), "") for link in running}
    if not astray and not running:
        return part
    if part.root is None:
        kept = (found for found in part.relationships if found.id not in ids)
        return replace(part, relationships=tuple(kept))
    for link in running:
        drop(link)
    without_references(part.root, astray)
    still = {value for _, _, value in references(part.root)}
    return rewritten(part, (found for found in part.relationships if found.id not in ids - still))


def _running(root: Element) -> list[Element]:
    return [
        link
        for link in root.iter(*map(q, LINKS))
        if link.get("action", "").lower().startswith(PROGRAM_ACTIONS)
    ]
