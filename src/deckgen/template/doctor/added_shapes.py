"""XML that is added to layouts: placeholders at the foot, and the mark of decoration."""

from collections.abc import Mapping
from copy import deepcopy
from itertools import count

from lxml import etree

from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.parsed_package import relationship_uses
from deckgen.opc.xml_parser import NAMESPACES, Element, q
from deckgen.template.doctor.safe_changes import master_footers

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that marks a shape as decorative ([MS-ODRAWXML] 2.25)."""
_FIRST_IDX = 10
"""PowerPoint gives placeholders at the foot the numbers from 10 on."""


def add_footer(layout: Element, master: Element, type_: str) -> bool:
    """Add a placeholder at the foot (“dt”, “ftr”, “sldNum”) to the tree of a layout.

    It inherits place and look from the master, and shows the master's text. Return whether it was
    added; it is not if the master has none, or if its text needs other parts.
    """
    model = master_footers(master).get(type_)
    tree = layout.find(f"{q('p:cSld')}/{q('p:spTree')}")
    body = None if model is None else model.element.find(q("p:txBody"))
    if model is None or tree is None or body is None or model.placeholder is None:
        return False
    if next(relationship_uses(body), None) is not None:
        return False
    size = model.placeholder.get("sz")
    attributes = {"type": type_} | ({} if size is None else {"sz": size})
    attributes["idx"] = str(_free(layout, "p:ph", "idx", _FIRST_IDX))
    shape = new_placeholder(layout, model.name, attributes)
    tree.append(shape)
    text = etree.SubElement(shape, q("p:txBody"))
    etree.SubElement(text, q("a:bodyPr"))
    etree.SubElement(text, q("a:lstStyle"))
    text.extend(deepcopy(paragraph) for paragraph in body.findall(q("a:p")))
    later = tree.find(q("p:extLst"))
    if later is not None:
        tree.append(later)  # It stands last (19.3.1.45 spTree).
    return True


def new_placeholder(root: Element, name: str, attributes: Mapping[str, str]) -> Element:
    """Return a placeholder without text for a tree of shapes; `attributes` are those of `p:ph`."""
    shape = root.makeelement(q("p:sp"))
    properties = etree.SubElement(shape, q("p:nvSpPr"))
    id_ = str(_free(root, "p:cNvPr", "id", 2))
    etree.SubElement(properties, q("p:cNvPr"), id=id_, name=name)
    locked = etree.SubElement(properties, q("p:cNvSpPr"))
    etree.SubElement(locked, q("a:spLocks"), noGrp="1")
    etree.SubElement(etree.SubElement(properties, q("p:nvPr")), q("p:ph"), dict(attributes))
    etree.SubElement(shape, q("p:spPr"))
    return shape


def mark_as_decorative(properties: Element) -> None:
    """Mark a shape as decorative, in its `p:cNvPr`."""
    extensions = properties.find(q("a:extLst"))
    if extensions is None:
        extensions = etree.SubElement(properties, q("a:extLst"))
    extension = etree.SubElement(extensions, q("a:ext"), uri=_DECORATIVE)
    namespaces = {"adec": NAMESPACES["adec"]}
    etree.SubElement(extension, q("adec:decorative"), nsmap=namespaces).set("val", "1")


def _free(root: Element, tag: str, attribute: str, first: int) -> int:
    """Return the first number that no element of a tag has in an attribute."""
    taken = {parse_integer(element.get(attribute)) for element in root.iter(q(tag))}
    return next(number for number in count(first) if number not in taken)
