"""The fonts with known measures, and the face that measures each.

docs/facts/fonts.md has the sources of the measures, and how near those of substitutes are.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from deckgen.fonts.face import Face, FaceKey, unpack_face
from deckgen.support.records import changed

if TYPE_CHECKING:
    from importlib.abc import ResourceLoader

UNKNOWN = ("liberation-sans", 110)
"""The substitute for unknown fonts: Arial in bold, a tenth wider. Few fonts are wider."""
UNKNOWN_CODE = "dejavu sans mono"
"""The substitute for unknown code fonts: 0.61 em for every character."""

_KNOWN: dict[str, tuple[str, int]] = {
    # The font itself, or one of exactly the same widths.
    "aptos mono": ("liberation-mono", 100),
    "arial": ("liberation-sans", 100),
    "caladea": ("caladea", 100),
    "calibri": ("carlito", 100),
    "calibri light": ("carlito", 100),
    "cambria": ("caladea", 100),
    "carlito": ("carlito", 100),
    "courier new": ("liberation-mono", 100),
    "dejavu sans": ("dejavu-sans", 100),
    "dejavu serif": ("dejavu-serif", 100),
    "helvetica": ("liberation-sans", 100),
    "inter": ("inter", 100),
    "lato": ("lato", 100),
    "liberation mono": ("liberation-mono", 100),
    "liberation sans": ("liberation-sans", 100),
    "liberation serif": ("liberation-serif", 100),
    "noto sans": ("noto-sans", 100),
    "open sans": ("open-sans", 100),
    "roboto": ("roboto", 100),
    "tahoma": ("tahoma", 100),
    "times": ("liberation-serif", 100),
    "times new roman": ("liberation-serif", 100),
    # A substitute that is not narrower.
    "aptos": ("liberation-sans", 103),
    "aptos display": ("liberation-sans", 103),
    "georgia": ("dejavu-serif", 100),
    "segoe ui": ("open-sans", 100),
    "segoe ui light": ("open-sans", 100),
    "segoe ui semibold": ("open-sans", 104),
    "source sans 3": ("liberation-sans", 100),
    "source sans pro": ("liberation-sans", 100),
    "trebuchet ms": ("dejavu-sans", 100),
    "verdana": ("dejavu-sans", 100),
    # All characters are of one width, and it is 0.6 em.
    "cascadia code": ("liberation-mono", 100),
    "cascadia mono": ("liberation-mono", 100),
    "dejavu sans mono": ("liberation-mono", 101),
    "fira code": ("liberation-mono", 100),
    "jetbrains mono": ("liberation-mono", 100),
    "lucida console": ("liberation-mono", 101),
    "menlo": ("liberation-mono", 101),
    "source code pro": ("liberation-mono", 100),
}
_CONSOLAS = Face(units=2048, ascent=1521, descent=527, line_gap=350, widths={}, fixed=1126)
"""Every character is 0.55 em wide, in all four faces."""


def is_known(name: str) -> bool:
    """Return whether the measures of a font are known."""
    name = name.casefold()
    return name in _KNOWN or name == "consolas"


@lru_cache(maxsize=256)
def known_face(key: FaceKey) -> Face:
    """Return a face of a font by its name in PowerPoint; a wide substitute if it is unknown."""
    name, bold, italic = key[0].casefold(), key[1], key[2]
    if name == "consolas":
        return _CONSOLAS
    data, per_cent = _KNOWN.get(name, UNKNOWN)
    style = ("-bold" if bold or name not in _KNOWN else "") + ("-italic" if italic else "")
    face = _stored(data + (style or "-regular"))
    if per_cent == 100:
        return face
    return changed(face, units=round(face.units * 100 / per_cent))


@cache
def _stored(name: str) -> Face:
    # As `pkgutil.get_data` does, which imports the whole of `inspect`.
    folder = __file__.removesuffix("builtin_metrics.py")
    return unpack_face(
        cast("ResourceLoader", __spec__.loader).get_data(f"{folder}faces/{name}.face")
    )
