"""Content that no deck may merge: code, and content that lies outside of the slide's deck.

A deck is shown on other people's computers, often offline: such content would ask for permission
there, or stay empty.
"""

from collections.abc import Iterator

from deckgen.ooxml_rules.link_addresses import LINK_TAGS
from deckgen.opc.parsed_package import ParsedPart
from deckgen.opc.xml_parser import q

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


def refused_content(part: ParsedPart) -> Iterator[tuple[str, str]]:
    """Yield the refused content of a part in words, each with the way out."""
    for word, what in _RUNNING_TYPES.items():
        if word in (part.content_type or "").lower():
            yield what, _DELETE
    for relationship in part.relationships:
        if relationship.type in _RUNNING:
            yield _RUNNING[relationship.type], _DELETE
        elif relationship.external and relationship.type != "hyperlink":
            yield f"what lies outside of its deck ({_short(relationship.target)})", _EMBED
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


def _short(target: str) -> str:
    return target if len(target) <= _LONGEST else target[: _LONGEST - 1] + "…"
