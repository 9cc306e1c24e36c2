"""Packages for programs that know no equations: what stands for them instead, in their place.

Within a paragraph, betteroffice passes over a choice and its fallback alike. docs/facts/formulas.md
tells of others.
"""

from __future__ import annotations

import io
import re
import zipfile

from deckgen.opc.zip_reader import DAMAGE_ERRORS, open_entries
from deckgen.support.diagnostics import Diagnostics

_EQUATION = re.compile(
    rb"<mc:AlternateContent\b[^>]*><mc:Choice\b[^>]*><(\w+):m><m:oMath.*?</\1:m></mc:Choice>"
    rb"<mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>",
    re.DOTALL,
)
_SLIDES = "/ppt/slides/"
_MATH = b"officeDocument/2006/math"


def without_equations(deck: bytes) -> bytes:
    """Return a .pptx of ours with the words of its equations in their place.

    Any other package, and one that cannot be read, is returned as it is.
    """
    if (entries := open_entries(deck, Diagnostics(), "")) is None:
        return deck
    try:
        slides = {
            name: entries.unpacked(name) for name in entries.infos if name.startswith(_SLIDES)
        }
        if not any(_MATH in data for data in slides.values()):
            return deck
        shown = {name: _EQUATION.sub(rb"\2", data) for name, data in slides.items()}
        # Not deflated: nobody keeps it.
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as package:
            for name in entries.infos:
                data = shown[name] if name in shown else entries.unpacked(name)
                package.writestr(name.removeprefix("/"), data)
    except DAMAGE_ERRORS:
        return deck
    return written.getvalue()
