"""Taking away what refers to a relationship that is gone, so that the part stays valid.

Which element may be missing where follows ECMA-376 Part 1, annex A (the schemas).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from deckgen.opc.parsed_package import relationship_uses
from deckgen.opc.xml_parser import NAMESPACES, Element, q

if TYPE_CHECKING:
    from collections.abc import Mapping

_R = f"{{{NAMESPACES['r']}}}"
_SHAPES = frozenset({"sp", "pic", "graphicFrame", "cxnSp", "contentPart"})
_TREES = frozenset({"spTree", "grpSp"})
_LINES_ALONE = frozenset(
    {"hlinkClick", "hlinkHover", "hlinkMouseOver", "videoFile", "audioFile", "wavAudioFile"}
    | {"quickTimeFile", "tags", "custData", "control", "regular", "bold", "italic", "boldItalic"}
    | {
        "sldLayoutId",
        "sldMasterId",
        "notesMasterId",
        "handoutMasterId",
        "smartTags",
        "sld",
        "sldId",
    }
)
"""Elements that name a relationship, and may simply be missing."""
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
"""Elements that go when they hold no more than these."""


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def remove_references(root: Element, ids: Collection[str]) -> None:
    """Take away, in place, whatever refers to relationships of these ids."""
    for element, name, value in list(relationship_uses(root)):
        if value in ids and _is_in(element, root):
            _cut(element, name, root)
    _cut_stale_timing(root)


def remove_element(element: Element) -> None:
    """Take an element out, and then its parents, as far as they may not be empty."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    may_remain = _NEVER_EMPTY.get(local_name(parent))
    if may_remain is not None and {local_name(child) for child in parent} <= may_remain:
        remove_element(parent)


def _is_in(element: Element, root: Element) -> bool:
    return root in {element, *element.iterancestors()}


def _cut(element: Element, attribute: str, root: Element) -> None:
    kind = local_name(element)
    if element is root:
        del element.attrib[attribute]
    elif kind == "blip":
        _cut_blip(element, attribute)
    elif kind in _LINES_ALONE:
        remove_element(_alternative(element))
    elif kind == "snd":
        remove_element(_nearest(element, "sndAc"))
    elif kind in {"sndTgt", "inkTgt"}:
        remove_element(_nearest(element, "timing"))
    else:
        remove_element(_alternative(owning_element(element)))


def _nearest(element: Element, name: str) -> Element:
    """Return the nearest ancestor of a name; the element itself if there is none."""
    return next((above for above in element.iterancestors() if local_name(above) == name), element)


def owning_element(element: Element) -> Element:
    """Return what stands or falls with an element: its extension, its shape, or itself."""
    for above in (element, *element.iterancestors()):
        name = local_name(above)
        if name in _SHAPES or (name == "ext" and above.get("uri") is not None):
            return above
        if name in _TREES:
            break
    return element


def _alternative(element: Element) -> Element:
    """Return the `mc:AlternateContent` that an element is a choice of, or the element."""
    for above in element.iterancestors():
        name = local_name(above)
        if name == "AlternateContent":
            return above
        if name not in {"Choice", "Fallback"}:
            break
    return element


def _cut_blip(blip: Element, attribute: str) -> None:
    """Take a picture away: the shape that shows it, or the fill or bullet that is made of it."""
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


def _cut_stale_timing(root: Element) -> None:
    """Take the animations away if they move a shape that is gone."""
    timings = list(root.iter(q("p:timing")))
    if not timings:
        return
    there = {shape.get("id") for shape in root.iter(q("p:cNvPr"))}
    for timing in timings:
        if any(target.get("spid") not in there for target in timing.iter(q("p:spTgt"))):
            remove_element(_alternative(timing))
