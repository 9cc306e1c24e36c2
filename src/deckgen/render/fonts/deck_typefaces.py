"""Which fonts a deck names: in its themes, and on its text."""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics

_PARTS = re.compile(r"/ppt/(?:theme|slideMasters|slideLayouts|slides|charts)/[^/]+\.xml")
_THEME = "/ppt/theme/"
_SCRIPT = re.compile(rb"<a:font [^>]*>")
"""A theme's font for a script; Office's themes have dozens, and decks use almost none."""
_TYPEFACE = re.compile(rb'\btypeface="([^"+][^"]*)"')
_MOST = 48
"""More fonts of one deck are not looked for."""


class DeckTypefaces(NamedTuple):
    """The names of a deck's fonts; empty where it names none."""

    body: str
    heading: str
    every: tuple[str, ...]
    """All of them, the body font first."""


def deck_typefaces(deck: bytes) -> DeckTypefaces:
    """Return the fonts that a .pptx names; none where the package cannot be read."""
    entries = open_entries(deck, Diagnostics(), "the deck")
    themes: list[bytes] = []
    typefaces: dict[str, None] = {}
    if entries is None:
        return DeckTypefaces("", "", ())
    for name in sorted(filter(_PARTS.fullmatch, entries.infos), key=lambda n: (_THEME not in n, n)):
        data = entries.unpacked_or_empty(name)
        if b"<a:font " in data:
            data = _SCRIPT.sub(b"", data)
        if _THEME in name:
            themes.append(data)
        typefaces.update(dict.fromkeys(_names(data)))
    body = _first(themes, b"<a:minorFont>")
    heading = _first(themes, b"<a:majorFont>")
    every = dict.fromkeys((body, heading, *typefaces))
    return DeckTypefaces(body, heading, tuple(name for name in every if name)[:_MOST])


def _first(themes: list[bytes], element: bytes) -> str:
    """Return the first theme's font for Latin letters."""
    found = ((data, data.find(element)) for data in themes)
    return next((next(_names(*place), "") for place in found if place[1] >= 0), "")


def _names(data: bytes, begin: int = 0) -> Iterator[str]:
    for match in _TYPEFACE.finditer(data, begin):
        yield html.unescape(match[1].decode("utf-8", "replace"))
