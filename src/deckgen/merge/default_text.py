"""The default text style of a deck, written into the parts that inherit it.

The style of text that no layout styles stands in the presentation part (ECMA-376 Part 1, 19.2.1.8
defaultTextStyle), which is not merged. Where it differs from that of the talk, it is written into
text boxes, table cells and the styles of masters.
"""

import copy
from collections.abc import Iterator, Sequence

from deckgen.brand.brand import Brand
from deckgen.ooxml.generated_parts import generated_presentation
from deckgen.ooxml_rules.child_order import (
    PARENTS,
    child_positions,
    insert_in_order,
    present_child,
)
from deckgen.ooxml_rules.shape_queries import find_first
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart
from deckgen.opc.reachable_parts import MAIN_PART
from deckgen.opc.xml_parser import Element, local_name, parse_xml, q
from deckgen.template.package.kept_parts import tree_of, with_edited_tree

_LEVELS = tuple(f"a:lvl{level}pPr" for level in range(1, 10))
_NO_STYLE = frozenset(map(q, ("a:hlinkClick", "a:hlinkMouseOver", "a:rtl", "a:extLst")))
"""Children of a level that are not inherited as its look."""
_WITH_TEXT = {q("p:sld"), q("p:sldLayout"), q("p:sldMaster")}
_MASTER_STYLES = ("p:titleStyle", "p:bodyStyle", "p:otherStyle")


def default_levels(package: ParsedPackage, brand: Brand | None) -> list[Element]:
    """Return the default levels of a deck that differ from those of `brand`, or all."""
    here = None
    if brand is not None:
        frame = brand.presentation or generated_presentation(brand, "")
        here = parse_xml(f"{frame.head}{frame.tail}".encode()).find(q("p:defaultTextStyle"))
    there = tree_of(package.parts[MAIN_PART]).find(q("p:defaultTextStyle"))
    own_levels = {} if here is None else {local_name(level): _canonical(level) for level in here}
    return [
        level
        for name in _LEVELS
        if there is not None and (level := there.find(q(name))) is not None
        if _canonical(level) != own_levels.get(local_name(level))
    ]


def with_default_levels(part: ParsedPart, levels: Sequence[Element]) -> ParsedPart:
    """Return a slide, layout or master with the levels in all texts that inherit them."""
    if not levels or part.root is None or part.root.tag not in _WITH_TEXT:
        return part
    uncolored = [_without_color(level) for level in levels]
    root, changed = tree_of(part), False
    for name in _MASTER_STYLES:
        for style in root.iter(q(name)):
            _fill(style, levels)
            changed = True
    for shape, body in _free_texts(root):
        # Shapes with a style have its colour and font, cells those of the table style.
        plain = shape.tag == q("p:sp") and shape.find(q("p:style")) is None
        _fill(present_child(body, "a:lstStyle"), levels if plain else uncolored)
        changed = True
    return with_edited_tree(part) if changed else part


def count_free_texts(part: ParsedPart) -> int:
    """Return how many texts of a part inherit the default levels."""
    is_styled = part.root is not None and part.root.tag in _WITH_TEXT
    return sum(1 for _ in _free_texts(tree_of(part))) if is_styled else 0


def _free_texts(root: Element) -> Iterator[tuple[Element, Element]]:
    """Yield shapes and cells with their text body, without placeholders, which have a layout."""
    for shape in root.iter(q("p:sp"), q("a:tc")):
        body = shape.find(q("a:txBody" if shape.tag == q("a:tc") else "p:txBody"))
        placeholder = find_first(shape, "p:nvSpPr/p:nvPr/p:ph")
        if body is not None and placeholder is None:
            yield shape, body


def _without_color(level: Element) -> Element:
    """Return a level without the properties that a shape style sets: colour, font, bold, italic."""
    plain = copy.deepcopy(level)
    for run in plain.iter(q("a:defRPr")):
        for child in list(run):
            run.remove(child)
        for name in ("b", "i"):
            if name in run.attrib:
                del run.attrib[name]
    return plain


def _fill(style: Element, levels: Sequence[Element]) -> None:
    """Add the properties of the levels that a list style does not set."""
    for level in levels:
        own = style.find(level.tag)
        if own is not None:
            _join(own, level)
            continue
        new = copy.deepcopy(level)
        name = local_name(level)
        later = (
            level for level in style if local_name(level) > name or local_name(level) == "extLst"
        )
        follower = next((level for level in later if local_name(level) != "defPPr"), None)
        if follower is None:
            style.append(new)
        else:
            follower.addprevious(new)


def _join(own: Element, default: Element) -> None:
    """Add the attributes and children that an element lacks, in their order."""
    for name, value in default.attrib.items():
        if name not in own.attrib:
            own.set(name, value)
    order = child_positions(PARENTS[str(own.tag)])
    there = {order[str(child.tag)]: child for child in own if str(child.tag) in order}
    for new in default:
        place = order.get(str(new.tag))
        if place is None or new.tag in _NO_STYLE:
            continue
        if place not in there:
            there[place] = copy.deepcopy(new)
            insert_in_order(own, there[place])
        elif new.tag == q("a:defRPr"):
            _join(there[place], new)


def _canonical(level: Element) -> str:
    """Return the canonical XML of a level, without attributes that change no look."""
    from lxml import etree

    plain = copy.deepcopy(level)
    for element in plain.iter():
        for name in _NO_LOOK & set(map(str, element.attrib)):
            del element.attrib[name]
    return etree.tostring(plain, method="c14n", exclusive=True).decode()


_NO_LOOK = {"lang", "altLang", "eaLnBrk", "latinLnBrk", "hangingPunct", "fontAlgn", "kern", "dirty"}
