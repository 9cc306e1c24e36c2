"""Links as PowerPoint shows them, for a renderer that shows them like any other text."""

from __future__ import annotations

import io
import re
import zipfile

from deckgen.opc.zip_reader import DAMAGE_ERRORS, open_entries
from deckgen.support.diagnostics import Diagnostics

_SLIDE = re.compile(r"/ppt/slides/[^/]+\.xml")
_LINK = b"<a:hlinkClick"
_PROPERTIES = re.compile(rb"<a:rPr\b([^<>]*?)(/?)>((?:(?!</?a:rPr\b).)*)", re.DOTALL)
_FILL = re.compile(rb"<a:(?:no|solid|grad|blip|patt|grp)Fill\b")
_OF_LINKS = b'<a:solidFill><a:schemeClr val="hlink"/></a:solidFill>'


def with_visible_links(deck: bytes) -> bytes:
    """Return a .pptx in which text that links is underlined, and has the theme's colour of links.

    Text with a colour of its own keeps it. A deck without links is returned as it is, and so is
    what cannot be read.
    """
    entries = open_entries(deck, Diagnostics(), "the deck")
    if entries is None:
        return deck
    try:
        changed = {}
        for name in entries.infos:
            if _SLIDE.fullmatch(name):
                data = entries.unpacked(name)
                shown = _PROPERTIES.sub(_shown, data) if _LINK in data else data
                if shown != data:
                    changed[name] = shown
        if not changed:
            return deck
        # Not deflated: nobody keeps it.
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as package:
            for name in entries.infos:
                data = changed[name] if name in changed else entries.unpacked(name)
                package.writestr(name.lstrip("/"), data)
    except DAMAGE_ERRORS:
        return deck
    return written.getvalue()


def _shown(found: re.Match[bytes]) -> bytes:
    attributes, empty, inner = found.groups()
    if empty or _LINK not in inner:
        return found[0]
    underlined = b"" if b" u=" in attributes else b' u="sng"'
    fill = b"" if _FILL.search(inner) else _OF_LINKS
    return b"<a:rPr%b%b>%b%b" % (attributes, underlined, fill, inner)
