"""Repairs inside of a part, of faults that PowerPoint would repair, where nothing is lost.

What `audit` finds and no rule here can mend stays; `audit/validity/kept_faults.py` reports it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import TypeAlias

from deckgen.ooxml_rules.attributes import (
    CONTROL_CHARACTER,
    HEX_COLOUR,
    LANGUAGE,
    SCHEME_COLOURS,
    placeholder_index,
)
from deckgen.ooxml_rules.child_order import (
    NO_FAULTS,
    PARENTS,
    child_faults,
    child_positions,
    sort_children,
)
from deckgen.ooxml_rules.extensions import undeclared_attributes
from deckgen.ooxml_rules.whole_numbers import faulty_numbers
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, relationship_uses
from deckgen.opc.xml_parser import NAMESPACES, Element, local_name, q
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.package.kept_parts import part_labels, with_edited_tree, with_parts
from deckgen.template.package.references import remove_element

_Mend: TypeAlias = Callable[[Element], Iterator[str]]
"""Repairs the tree of a part in place; yields each fault and its repair in words."""

_NAMESPACES = tuple(f"{{{NAMESPACES[prefix]}}}" for prefix in ("p", "a", "c"))
_WITHOUT_COLOUR = frozenset({"buClr", "highlight", "fgClr", "bgClr"})
"""Elements that hold one colour, and may be missing (ECMA-376 Part 1, annex A)."""
_SHORT_COLOUR = re.compile("#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def with_valid_content(
    package: ParsedPackage, parts: Iterable[ParsedPart], diagnostics: Diagnostics
) -> ParsedPackage:
    """Return the package with these parts repaired; add a note for each kind of fault."""
    mended: dict[str, list[ParsedPart]] = {}
    changed = []
    for part in parts:
        done = repair_content(part)
        if done:
            changed.append(with_edited_tree(part))
        for words in done:
            mended.setdefault(words, []).append(part)
    for words, where in mended.items():
        diagnostics.note("content-mended", f"{package.file}: {words} ({part_labels(where)})", None)
    return with_parts(package, changed)


def repair_content(part: ParsedPart) -> list[str]:
    """Repair the tree of a part in place; return the repairs in words, each once."""
    root = part.root
    if root is None or not str(root.tag).startswith(_NAMESPACES):
        return []
    return list(dict.fromkeys(words for mend in _MENDS for words in mend(root)))


def _order(root: Element) -> Iterator[str]:
    """Remove children that occur twice, and sort children."""
    for element in list(root.iter(*PARENTS)):
        parent = PARENTS[str(element.tag)]
        faults = child_faults(parent, tuple([child.tag for child in element]))
        if faults is NO_FAULTS:
            continue
        for name in _without_second(element, child_positions(parent)):
            yield f"`{name}` stands twice where it may stand once; one is kept"
        if faults.late:
            sort_children(element)
            yield f"`{faults.late[0]}` stands in the wrong place; it is moved"


def _without_second(parent: Element, order: dict[str, tuple[int, bool]]) -> Iterator[str]:
    """Remove second children that may occur once and hold no text; yield their names."""
    first: dict[int, Element] = {}
    for child in list(parent):
        place, many = order.get(str(child.tag), (-1, True))
        before = first.setdefault(place, child)
        if many or before is child:
            continue
        # The first is kept, unless only the other has content.
        is_empty = not len(before) and not before.attrib
        spare = before if is_empty and before.tag == child.tag else child
        if _holds_more(spare):
            continue
        first[place] = child if spare is before else before
        yield local_name(spare)
        remove_element(spare)


def _holds_more(element: Element) -> bool:
    """Return whether an element holds text, or refers to other parts."""
    words = any((text.text or "").strip() for text in element.iter(q("a:t")))
    return words or next(relationship_uses(element), None) is not None


def _text_bodies(root: Element) -> Iterator[str]:
    for body in root.iter(q("p:txBody"), q("a:txBody"), q("c:rich"), q("c:txPr")):
        if body.find(q("a:bodyPr")) is None:
            body.insert(0, body.makeelement(q("a:bodyPr")))
            yield "a text has no `bodyPr`; it gets an empty one"
        if body.find(q("a:p")) is None:
            body.append(body.makeelement(q("a:p")))
            yield "a text has no paragraph; it gets an empty one"


def _languages(root: Element) -> Iterator[str]:
    for properties in root.iter(q("a:rPr"), q("a:endParaRPr"), q("a:defRPr")):
        for key in ("lang", "altLang"):
            tag = properties.get(key)
            if tag is not None and not LANGUAGE.fullmatch(tag):
                del properties.attrib[key]
                yield f"`{key}` is {_quoted(tag)}, which is no language; it is taken out"


def _characters(root: Element) -> Iterator[str]:
    for text in root.iter(q("a:t")):
        words = text.text or ""
        if CONTROL_CHARACTER.search(words):
            text.text = CONTROL_CHARACTER.sub(" ", words)
            yield "control characters stand in a text; blanks stand there now"


def _colours(root: Element) -> Iterator[str]:
    for colour in list(root.iter(q("a:srgbClr"), q("a:schemeClr"))):
        value = colour.get("val", "")
        is_rgb = colour.tag == q("a:srgbClr")
        if HEX_COLOUR.fullmatch(value) if is_rgb else value in SCHEME_COLOURS:
            continue
        if is_rgb and (match := _SHORT_COLOUR.fullmatch(value.strip())):
            digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
            colour.set("val", digits)
            yield f"a colour is {_quoted(value)}; it is {digits}"
        elif (owner := _optional_owner(colour)) is not None:
            remove_element(owner)
            yield f"a colour is {_quoted(value)}, which is none; it is taken out"
    for colour in root.iter(q("a:sysClr")):
        if not HEX_COLOUR.fullmatch(last := colour.get("lastClr", "000000")):
            del colour.attrib["lastClr"]
            yield f"a colour is {_quoted(last)}, which is none; it is taken out"


def _quoted(value: str) -> str:
    """Return a value for messages."""
    return f"“{value[:30]}”"


def _optional_owner(colour: Element) -> Element | None:
    """Return the optional element that holds a colour; without it, the colour is inherited."""
    parent = colour.getparent()
    if parent is None or local_name(parent) in _WITHOUT_COLOUR:
        return parent
    owner = parent.getparent()
    if owner is None or local_name(parent) != "solidFill":
        return None
    order = PARENTS.get(str(owner.tag))
    return parent if order and str(parent.tag) in child_positions(order) else None


def _numbers(root: Element) -> Iterator[str]:
    """Round numbers that must be whole, and bring them into their range; the rest stays."""
    for element, name, number in list(faulty_numbers(root)):
        value = element.get(name, "")
        if (nearest := number.nearest(value)) is not None:
            element.set(name, str(nearest))
            yield f"`{name}` is {_quoted(value)}; it is {nearest}"


def _placeholder_indexes(root: Element) -> Iterator[str]:
    for placeholder in root.iter(q("p:ph")):
        index = placeholder.get("idx")
        if placeholder_index(index) is None:
            del placeholder.attrib["idx"]
            yield f"`idx` is {_quoted(index or '')}, which is no number; it is taken out"


def _shape_ids(root: Element) -> Iterator[str]:
    """Give new ids to shapes whose id occurred before, except in fallbacks."""
    taken: set[str] = set()
    again = []
    for properties in root.iter(q("p:cNvPr")):
        id_ = properties.get("id", "")
        if id_ not in taken:
            taken.add(id_)
        elif next(properties.iterancestors(q("mc:Fallback")), None) is None:
            again.append(properties)
    free = (number for number in count(len(taken) + 1) if str(number) not in taken)
    for properties, number in zip(again, free, strict=False):
        properties.set("id", str(number))
        yield "two shapes have one id; the second gets one of its own"


def _extensions(root: Element) -> Iterator[str]:
    """Declare attributes of later versions of PowerPoint as ignorable."""
    for element, name in list(undeclared_attributes(root)):
        namespace = name[1:].partition("}")[0]
        prefix = next((key for key, uri in element.nsmap.items() if uri == namespace), None)
        if prefix is None:
            del element.attrib[name]
            continue
        ignorable = element.get(q("mc:Ignorable"), "").split()
        element.set(q("mc:Ignorable"), " ".join(dict.fromkeys((*ignorable, prefix))))
        yield f"`{prefix}` is not declared as ignorable; it is now"


_MENDS: tuple[_Mend, ...] = (
    _order,
    _text_bodies,
    _languages,
    _characters,
    _colours,
    _numbers,
    _placeholder_indexes,
    _shape_ids,
    _extensions,
)
