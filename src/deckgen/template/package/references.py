"""How elements that use a removed relationship are removed, so that the part stays valid.

The schemas say which elements are optional (ECMA-376 Part 1, annex A).
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from deckgen.opc.parsed_package import ParsedPart, relationship_uses
from deckgen.opc.xml_parser import NAMESPACES, Element, local_name, q
from deckgen.template.package.kept_parts import with_edited_tree

_R = f"{{{NAMESPACES['r']}}}"
_SHAPES = frozenset({"sp", "pic", "graphicFrame", "cxnSp", "contentPart"})
_TREES = frozenset({"spTree", "grpSp"})
_OPTIONAL = frozenset(
    {"hlinkClick", "hlinkHover", "hlinkMouseOver", "videoFile", "audioFile", "wavAudioFile"}
    | {"quickTimeFile", "tags", "custData", "control", "regular", "bold", "italic", "boldItalic"}
    | {"sldLayoutId", "sldMasterId", "notesMasterId", "handoutMasterId", "smartTags"}
    | {"sld", "sldId"}
)
"""Optional elements that name a relationship."""
_NEVER_EMPTY: Mapping[str, frozenset[str]] = {
    "custDataLst": frozenset(),
    "controls": frozenset(),
    "extLst": frozenset(),
    "AlternateContent": frozenset({"Fallback"}),
    "Choice": frozenset(),
    "embeddedFont": frozenset({"font"}),
    "embeddedFontLst": frozenset(),
    "notesMasterIdLst": frozenset(),
    "handoutMasterIdLst": frozenset(),
}
"""Elements that are removed when they hold at most these children."""


def without_uses(part: ParsedPart, ids: Collection[str]) -> ParsedPart:
    """Return a part without the relationships of these ids, and without what uses them.

    Its bytes stay if no element does.
    """
    kept = tuple(each for each in part.relationships if each.id not in ids)
    if part.root is None or not any(value in ids for _, _, value in relationship_uses(part.root)):
        return replace(part, relationships=kept)
    remove_references(part.root, ids)
    return with_edited_tree(part, kept)


def remove_references(root: Element, ids: Collection[str]) -> None:
    """Remove, in place, all elements that use relationships with these ids."""
    for element, name, value in list(relationship_uses(root)):
        if value in ids and root in {element, *element.iterancestors()}:
            _remove_use(element, name, root)
    _remove_stale_timing(root)


def remove_element(element: Element) -> None:
    """Remove an element, and its parents that may not be empty."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    may_remain = _NEVER_EMPTY.get(local_name(parent))
    if may_remain is not None and {local_name(child) for child in parent} <= may_remain:
        remove_element(parent)


def _remove_use(element: Element, attribute: str, root: Element) -> None:
    kind = local_name(element)
    if element is root:
        del element.attrib[attribute]
    elif kind == "blip":
        _remove_blip(element, attribute)
    elif kind in _OPTIONAL:
        remove_element(_alternative(element))
    elif kind == "snd":
        remove_element(_nearest(element, "sndAc"))
    elif kind in {"sndTgt", "inkTgt"}:
        remove_element(_nearest(element, "timing"))
    else:
        remove_element(_alternative(owning_element(element)))


def _nearest(element: Element, name: str) -> Element:
    """Return the nearest ancestor with a name; without it, the element."""
    return next((above for above in element.iterancestors() if local_name(above) == name), element)


def owning_element(element: Element) -> Element:
    """Return the shape or extension that is removed with an element; else the element."""
    for above in (element, *element.iterancestors()):
        name = local_name(above)
        if name in _SHAPES or (name == "ext" and above.get("uri") is not None):
            return above
        if name in _TREES:
            break
    return element


def _alternative(element: Element) -> Element:
    """Return the `mc:AlternateContent` around an element; else the element."""
    for above in element.iterancestors():
        name = local_name(above)
        if name == "AlternateContent":
            return above
        if name not in {"Choice", "Fallback"}:
            break
    return element


def _remove_blip(blip: Element, attribute: str) -> None:
    """Remove a picture: its shape, fill or bullet."""
    other = {f"{_R}embed": f"{_R}link", f"{_R}link": f"{_R}embed"}.get(attribute)
    if other is not None and blip.get(other):
        del blip.attrib[attribute]
        return
    fill = blip.getparent()
    if fill is None:
        return
    owner = fill.getparent()
    if local_name(fill) == "blipFill" and owner is not None and local_name(owner) != "pic":
        owner.replace(fill, fill.makeelement(q("a:noFill")))
    elif local_name(fill) == "buBlip":
        remove_element(fill)
    else:
        remove_element(_alternative(owning_element(blip)))


def _remove_stale_timing(root: Element) -> None:
    """Remove animations of shapes that were removed."""
    timings = list(root.iter(q("p:timing")))
    if not timings:
        return
    there = {shape.get("id") for shape in root.iter(q("p:cNvPr"))}
    for timing in timings:
        if any(target.get("spid") not in there for target in timing.iter(q("p:spTgt"))):
            remove_element(_alternative(timing))
