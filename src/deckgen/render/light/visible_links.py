"""Links as PowerPoint shows them, for a renderer that draws them like any other text."""

import re

from deckgen.opc.zip_reader import ZipEntries
from deckgen.render.light.replaced_parts import SLIDE_PART, with_replaced_parts

_LINK = b"<a:hlinkClick"
_PROPERTIES = re.compile(rb"<a:rPr\b([^<>]*?)(/?)>((?:(?!</?a:rPr\b).)*)", re.DOTALL)
_FILL = re.compile(rb"<a:(?:no|solid|grad|blip|patt|grp)Fill\b")
_LINK_FILL = b'<a:solidFill><a:schemeClr val="hlink"/></a:solidFill>'


def with_visible_links(deck: bytes) -> bytes:
    """Return a .pptx in which linked text is underlined, and in the theme's colour of links.

    Text with a colour of its own keeps it. A deck without links, and one that cannot be read, is
    returned unchanged.
    """
    return with_replaced_parts(deck, _slides_with_links)


def _slides_with_links(entries: ZipEntries) -> dict[str, bytes]:
    replaced = {}
    for name in filter(SLIDE_PART.fullmatch, entries.infos):
        data = entries.unpacked(name)
        if _LINK in data and (marked := _PROPERTIES.sub(_marked, data)) != data:
            replaced[name] = marked
    return replaced


def _marked(properties: re.Match[bytes]) -> bytes:
    attributes, empty, inner = properties.groups()
    if empty or _LINK not in inner:
        return properties[0]
    underlined = b"" if b" u=" in attributes else b' u="sng"'
    fill = b"" if _FILL.search(inner) else _LINK_FILL
    return b"<a:rPr%b%b>%b%b" % (attributes, underlined, fill, inner)
