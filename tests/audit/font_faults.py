"""Faults among the fonts that a deck brings along, to be seeded into a clean deck."""

import struct

from tests.tools.packages import Edit, add, replace

TYPES = "[Content_Types].xml"
DECK = "ppt/presentation.xml"
DECK_RELS = "ppt/_rels/presentation.xml.rels"
NOTES_SIZE = '<p:notesSz cx="6858000" cy="9144000"/>'
FONT = struct.pack("<4I10x2BIHH44x", 90, 10, 0x20001, 0, 1, 0, 400, 0, 0x504C) + bytes(10)
"""As little of an embedded font as the rules look at."""
FONT_LIST = (
    '<p:embeddedFontLst><p:embeddedFont><p:font typeface="Own"/><p:regular r:id="font1"/>'
    "</p:embeddedFont></p:embeddedFontLst>"
)
FONT_TWICE = (
    "</p:embeddedFontLst>",
    FONT_LIST.replace("<p:embeddedFontLst>", "").replace("Own", "OWN"),
)


def embedded_font(data: bytes = FONT, content_type: str = "application/x-fontdata") -> list[Edit]:
    """Return the edits that embed a font."""
    default = f'<Default Extension="fntdata" ContentType="{content_type}"/></Types>'
    link = (
        '<Relationship Id="font1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/font" Target="fonts/font1.fntdata"/></Relationships>'
    )
    return [
        add("ppt/fonts/font1.fntdata", data),
        replace(TYPES, "</Types>", default),
        replace(DECK_RELS, "</Relationships>", link),
        replace(DECK, NOTES_SIZE, NOTES_SIZE + FONT_LIST),
    ]


FONT_FAULTS: list[tuple[str, list[Edit]]] = [
    ("embedded-font-twice", [*embedded_font(), replace(DECK, *FONT_TWICE)]),
    ("embedded-font-broken", [*embedded_font(FONT[:-1])]),
    ("embedded-font-broken", [*embedded_font(FONT[:8])]),
    ("embedded-font-broken", [*embedded_font(FONT[:34] + b"??" + FONT[36:])]),
    ("embedded-font-broken", [*embedded_font(content_type="font/ttf")]),
    ("embedded-font-broken", [*embedded_font(), replace(DECK, 'typeface="Own"', 'typeface=""')]),
    ("embedded-font-unlisted", [*embedded_font(), replace(DECK, FONT_LIST, "")]),
]
