"""Fonts embedded in a deck (ECMA-376 Part 1, 19.2.1.9 embeddedFont; 15.2.13 Font Part).

PowerPoint keeps each face as Embedded OpenType (W3C submission of 5 March 2008): a header, then the
font file. Compression (MTX) and encryption (XOR) are optional there, and are not used here.
"""

import re
import struct
from html import unescape
from typing import NamedTuple

from deckgen.brand.brand import Brand
from deckgen.deck.slide import Deck
from deckgen.fonts.face import FaceKey
from deckgen.fonts.font_files import read_font_facts
from deckgen.fonts.used_faces import used_faces
from deckgen.opc.package_writer import Part, Relationship
from deckgen.support.xml_text import RELATIONSHIPS, escape

CONTENT_TYPE = "application/x-fontdata"
VERSION = 0x0002_0001
MAGIC = 0x504C
_FIXED = struct.Struct("<4I10sBBIHH4I2II16x")
"""Sizes, version, flags, PANOSE, character set, italic, weight, fsType, magic number, Unicode
ranges, code pages, adjustment of the checksum; four reserved fields."""
_SIZE = struct.Struct("<HH")
_DEFAULT_CHARACTERS = 1
_STYLES = {
    (False, False): "regular",
    (True, False): "bold",
    (False, True): "italic",
    (True, True): "boldItalic",
}
"""Elements of `p:embeddedFont` by bold and italic, in the order of the schema."""

_LIST_END = re.compile(r"</(?:\w+:)?embeddedFontLst>")
_BEFORE_LIST = re.compile(r"<(?:\w+:)?(?:notesSz|smartTags)\b[^>]*/>")
"""The elements before the list of fonts (ECMA-376 Part 1, 19.2.1.26 presentation)."""
_LISTED = re.compile(r'<(?:\w+:)?embeddedFont>\s*<(?:\w+:)?font\b[^>]*?\btypeface="([^"]*)"')
_ROOT = re.compile(r"<(?:\w+:)?presentation\b")
_EMBED_ATTRIBUTE = re.compile(r'\bembedTrueTypeFonts="[^"]*"')


class EmbeddedFonts(NamedTuple):
    """The fonts that a deck embeds."""

    xml: str
    """The `p:embeddedFont` of each font."""
    parts: tuple[Part, ...]
    relationships: tuple[Relationship, ...]

    def listed_in(self, head: str, tail: str) -> tuple[str, str]:
        """Return head and tail of a presentation part with the fonts in its list of fonts.

        `embedTrueTypeFonts` makes PowerPoint keep them when it saves the deck.
        """
        if not self.xml:
            return head, tail
        attribute = 'embedTrueTypeFonts="1"'
        if _EMBED_ATTRIBUTE.search(head):
            head = _EMBED_ATTRIBUTE.sub(attribute, head, count=1)
        else:
            head = _ROOT.sub(lambda match: f"{match[0]} {attribute}", head, count=1)
        listed = _LIST_END.search(tail)
        if listed:
            return head, f"{tail[: listed.start()]}{self.xml}{tail[listed.start() :]}"
        at = max((match.end() for match in _BEFORE_LIST.finditer(tail)), default=0)
        new_list = f"<p:embeddedFontLst>{self.xml}</p:embeddedFontLst>"
        return head, f"{tail[:at]}{new_list}{tail[at:]}"


def embedded_fonts(deck: Deck, brand: Brand) -> EmbeddedFonts:
    """Return the fonts to embed: those of the brand's font files whose faces the deck shows.

    Reading them checked that they may be embedded. Fonts that the template embeds are left out.
    """
    used = used_faces(deck, brand.layout, brand.fonts)
    listed = fonts_listed_in(brand.presentation.tail) if brand.presentation else set()
    files = {
        key: data
        for key, data in sorted(brand.font_files.items())
        if key in used and key[0].casefold() not in listed
    }
    parts: list[Part] = []
    links: list[Relationship] = []
    xml: list[str] = []
    for family in dict.fromkeys(name for name, _, _ in files):
        faces = []
        for style, element in _STYLES.items():
            key: FaceKey = (family, *style)
            if key not in files:
                continue
            number = len(parts) + 1
            name = f"fonts/deckgen{number}.fntdata"
            parts.append(Part(f"/ppt/{name}", CONTENT_TYPE, embedded_opentype(files[key])))
            links.append(Relationship(f"deckgenFont{number}", f"{RELATIONSHIPS}/font", name))
            faces.append(f'<p:{element} r:id="deckgenFont{number}"/>')
        typeface = escape(family)
        xml.append(
            f'<p:embeddedFont><p:font typeface="{typeface}"/>{"".join(faces)}</p:embeddedFont>'
        )
    return EmbeddedFonts("".join(xml), tuple(parts), tuple(links))


def fonts_listed_in(tail: str) -> set[str]:
    """Return the fonts that the tail of a presentation part embeds already, in lower case."""
    return {unescape(name).casefold() for name in _LISTED.findall(tail)}


def embedded_opentype(font: bytes) -> bytes:
    """Return a .ttf or .otf file as Embedded OpenType. Raises BrokenFontError."""
    facts = read_font_facts(font)
    words = (facts.family, facts.style, facts.version, facts.full_name, "")
    written = (name.encode("utf-16-le") for name in words)
    names = b"".join(_SIZE.pack(0, len(raw)) + raw for raw in written)
    header = _FIXED.pack(
        _FIXED.size + len(names) + len(font),
        len(font),
        VERSION,
        0,
        facts.panose,
        _DEFAULT_CHARACTERS,
        facts.italic,
        facts.weight,
        facts.fs_type,
        MAGIC,
        *facts.unicode_ranges,
        *facts.code_pages,
        facts.adjustment,
    )
    return header + names + font
