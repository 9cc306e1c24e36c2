"""The table styles that a deck defines; slides name them by GUID (ECMA-376-1, 20.1.4.2.26)."""

from deckgen.opc.parsed_package import ParsedPackage
from deckgen.opc.xml_parser import q
from deckgen.template.package.kept_parts import PRESENTATION_PART


def table_styles(package: ParsedPackage) -> dict[str, str]:
    """Return the `a:tblStyle` of each style, by its GUID."""
    from lxml import etree

    name = package.parts[PRESENTATION_PART].target_of("tableStyles")
    part = package.parts.get(name or "")
    if part is None or part.root is None:
        return {}
    return {
        style.get("styleId", ""): etree.tostring(style, encoding="unicode", with_tail=False)
        for style in part.root.iter(q("a:tblStyle"))
    }
