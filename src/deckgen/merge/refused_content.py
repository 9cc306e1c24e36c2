"""Content that no deck may merge: code, links to files outside, links that lead nowhere.

A deck is shown on other computers, often offline: such content asks for permission, or is empty.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from deckgen.ooxml_rules.attributes import LINK_TAGS, is_web_address
from deckgen.opc.parsed_package import ParsedPart, ParsedRelationship, relationship_uses
from deckgen.opc.xml_parser import Element, q
from deckgen.template.package.kept_parts import tree_of, with_edited_tree
from deckgen.template.package.references import remove_element, without_uses

_RUNNING = {
    "control": "an ActiveX control",
    "activeXControlBinary": "an ActiveX control",
    "vbaProject": "macros",
    "webextension": "an add-in from the web",
    "webextensiontaskpanes": "an add-in from the web",
}
"""Relationships to code, by the last word of their type."""
_RUNNING_TYPES = {
    "macroenabled": "a document with macros",
    "vbaproject": "macros",
    "activex": "an ActiveX control",
    "webextension": "an add-in from the web",
}
"""Code, by a word in the content type."""
_ACTIONS = {
    "ppaction://macro": "a button that runs a macro",
    "ppaction://program": "a button that starts a program",
}
_ZOOMS = frozenset({"pslz", "psez", "psuz"})
"""A zoom shows a slide by its number ([MS-PPTX], 2.6); older versions show a picture instead."""
_CUSTOM_SHOW = "ppaction://customshow"


def refused_content(part: ParsedPart) -> Iterator[tuple[str, str]]:
    """Yield the refused content of a part in words, each with the way out."""
    for word, what in _RUNNING_TYPES.items():
        if word in (part.content_type or "").lower():
            yield what, _DELETE
    for relationship in part.relationships:
        if relationship.type in _RUNNING:
            yield _RUNNING[relationship.type], _DELETE
        elif relationship.external and relationship.type != "hyperlink":
            target = relationship.target
            shown = target if len(target) <= _LONGEST else f"{target[: _LONGEST - 1]}…"
            yield f"what lies outside of its deck ({shown})", _EMBED
    if part.root is None:
        return
    for link in part.root.iter(*map(q, LINK_TAGS)):
        action = link.get("action", "").lower()
        for start, what in _ACTIONS.items():
            if action.startswith(start):
                yield what, _DELETE
    for embedded in part.root.iter(q("p:oleObj")):
        if embedded.get("progId", "").lower().startswith("package"):
            yield "a file that opens in a program of its own", _DELETE


_DELETE = "Delete it in PowerPoint, or leave the slide out."
_EMBED = (
    "Put it into the deck in PowerPoint (File › Info › Edit Links to Files; or insert the picture "
    "or film anew), or leave the slide out."
)
_LONGEST = 80


def with_pictures_for_zooms(part: ParsedPart) -> ParsedPart:
    """Return a part with the fallback pictures in place of zooms."""
    zooms = [
        element
        for element in tree_of(part).iter(q("mc:AlternateContent"))
        for choice in element.findall(q("mc:Choice"))
        if not _ZOOMS.isdisjoint(choice.get("Requires", "").split())
    ]
    for alternative in dict.fromkeys(zooms):
        fallback = alternative.find(q("mc:Fallback"))
        for shape in () if fallback is None else list(fallback):
            alternative.addprevious(shape)
        remove_element(alternative)
    return with_edited_tree(part) if zooms else part


def lost_links(
    part: ParsedPart, slides: Collection[str]
) -> Iterator[tuple[ParsedRelationship, str]]:
    """Yield the links that lead nowhere, each with its target in words; `slides` are merged."""
    for relationship in part.relationships:
        if relationship.type == "slide" and relationship.target not in slides:
            yield relationship, "a slide that does not come along"
        elif (
            relationship.external
            and relationship.type == "hyperlink"
            and not is_web_address(relationship.target)
        ):
            yield (
                relationship,
                f"{relationship.target[:80] or 'nothing'}, which is no address on the web",
            )


def has_custom_shows(part: ParsedPart) -> bool:
    """Return whether a part has links to custom shows, which are not merged."""
    return part.root is not None and next(_custom_shows(part.root), None) is not None


def _custom_shows(root: Element) -> Iterator[Element]:
    for link in root.iter(*map(q, LINK_TAGS)):
        if link.get("action", "").lower().startswith(_CUSTOM_SHOW):
            yield link


def without_broken_links(part: ParsedPart, lost_ids: Collection[str]) -> ParsedPart:
    """Return a part without the relationships `lost_ids` and the elements that use them.

    Links to custom shows, and hyperlinks that no element uses any more, are removed, too.
    """
    shows = [] if part.root is None else list(_custom_shows(part.root))
    for link in shows:
        remove_element(link)
    clean = without_uses(with_edited_tree(part) if shows else part, lost_ids)
    if clean.root is None:
        return clean
    used = {value for _, _, value in relationship_uses(clean.root)}
    kept = (each for each in clean.relationships if each.type != "hyperlink" or each.id in used)
    return replace(clean, relationships=tuple(kept))
