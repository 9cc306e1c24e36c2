"""Equations as words, for a renderer that draws no equations.

Inside a paragraph, betteroffice ignores both an equation and its fallback. docs/facts/formulas.md
describes other programs.
"""

import re

from deckgen.opc.zip_reader import ZipEntries
from deckgen.render.light.replaced_parts import with_replaced_parts

_EQUATION = re.compile(
    rb"<mc:AlternateContent\b[^>]*><mc:Choice\b[^>]*><(\w+):m><m:oMath.*?</\1:m></mc:Choice>"
    rb"<mc:Fallback>(.*?)</mc:Fallback></mc:AlternateContent>",
    re.DOTALL,
)
_SLIDES = "/ppt/slides/"
_MATH = b"officeDocument/2006/math"


def without_equations(deck: bytes) -> bytes:
    """Return a .pptx of ours with the fallback text of each equation in its place.

    Any other package, and one that cannot be read, is returned unchanged.
    """
    return with_replaced_parts(deck, _slides_without_equations)


def _slides_without_equations(entries: ZipEntries) -> dict[str, bytes]:
    slides = {name: entries.unpacked(name) for name in entries.infos if name.startswith(_SLIDES)}
    return {name: _EQUATION.sub(rb"\2", data) for name, data in slides.items() if _MATH in data}
