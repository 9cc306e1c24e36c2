"""Attributes of later versions, which must be declared as ignorable (ECMA-376 Part 3)."""

from collections.abc import Iterator
from typing import cast

from lxml import etree

from deckgen.opc.xml_parser import Element, q

_MICROSOFT = "http://schemas.microsoft.com/office/"
_WITH_ATTRIBUTES = etree.XPath(
    f"descendant-or-self::*[@*[starts-with(namespace-uri(), '{_MICROSOFT}')]]"
)
"""In C: a loop over all attributes in Python takes longer than all other rules."""


def undeclared_attributes(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield elements with an attribute that is not declared as ignorable, and its name."""
    # What an XPath returns depends on the path; of this one, it is a list of elements.
    for element in cast("list[Element]", _WITH_ATTRIBUTES(root)):
        for name in map(str, element.keys()):
            if name.startswith(f"{{{_MICROSOFT}") and not _is_ignorable(element, name):
                yield element, name


def _is_ignorable(element: Element, attribute: str) -> bool:
    """Return whether an element or an ancestor lets readers skip the attribute's namespace."""
    namespace = attribute[1:].partition("}")[0]
    for ancestor in (element, *element.iterancestors()):
        if ancestor.tag in (q("a:ext"), q("p:ext")):
            return True
        # Who reads a choice for a later version knows the versions before it: PowerPoint writes so.
        if ancestor.tag == q("mc:Choice") and any(
            ancestor.nsmap.get(prefix, "").startswith(_MICROSOFT)
            for prefix in ancestor.get("Requires", "").split()
        ):
            return True
        prefixes = ancestor.get(q("mc:Ignorable"), "").split()
        if any(ancestor.nsmap.get(prefix) == namespace for prefix in prefixes):
            return True
    return False
