"""Attributes of later versions, which a part has to declare as ignorable (ECMA-376 Part 3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

from lxml import etree

from deckgen.opc.xml_parser import Element, q

_MICROSOFT = "http://schemas.microsoft.com/office/"


def undeclared_attributes(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield elements with an attribute that a reader must understand, and the attribute's name."""
    # What an XPath returns depends on the path; of this one, it is a list of elements.
    for element in cast("list[Element]", _with_attributes_of_microsoft()(root)):
        for name in map(str, element.keys()):
            if name.startswith(f"{{{_MICROSOFT}") and not _is_ignorable(element, name):
                yield element, name


@cache
def _with_attributes_of_microsoft() -> etree.XPath:
    # In C: to look at every attribute from Python takes longer than all other rules.
    return etree.XPath(f"descendant-or-self::*[@*[starts-with(namespace-uri(), '{_MICROSOFT}')]]")


def _is_ignorable(element: Element, attribute: str) -> bool:
    """Whether an element or one around it permits a reader to skip an attribute's namespace."""
    namespace = attribute[1:].partition("}")[0]
    for around in (element, *element.iterancestors()):
        if around.tag in (q("a:ext"), q("p:ext")):
            return True
        prefixes = around.get(q("mc:Ignorable"), "").split()
        if around.tag == q("mc:Choice"):
            prefixes += around.get("Requires", "").split()
        if any(around.nsmap.get(prefix) == namespace for prefix in prefixes):
            return True
    return False
