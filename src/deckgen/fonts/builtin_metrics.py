"""The fonts with known measures, and the face that measures each.

docs/facts/fonts.md has the sources of the measures, and how near those of substitutes are.
"""

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

_SUBSTITUTES = {
    # The font itself, or one of exactly the same widths.
    ("caladea", 100): "caladea, cambria",
    ("carlito", 100): "calibri, calibri light, carlito",
    ("inter", 100): "inter",
    ("lato", 100): "lato",
    ("liberation-serif", 100): "garamond, liberation serif, times, times new roman",
    ("noto-sans", 100): "noto sans",
    ("roboto", 100): "roboto",
    ("tahoma", 100): "tahoma",
    # These, and behind them fonts that are not wider: Georgia, Segoe UI, Source Sans, …
    ("dejavu-sans", 100): "dejavu sans, trebuchet ms, verdana",
    ("dejavu-serif", 100): "bookman old style, calisto mt, century schoolbook, "
    "dejavu serif, georgia",
    ("liberation-sans", 100): "arial, arial narrow, gill sans mt, helvetica, liberation sans, "
    "source sans 3, source sans pro, tw cen mt",
    ("liberation-sans", 103): "aptos, aptos display",
    ("liberation-sans", 106): "century gothic, corbel, rockwell",
    ("open-sans", 100): "open sans, segoe ui, segoe ui light",
    ("open-sans", 104): "segoe ui semibold",
    # All characters are of one width, and it is 0.6 em.
    ("liberation-mono", 100): "aptos mono, cascadia code, cascadia mono, courier new, fira code, "
    "jetbrains mono, liberation mono, source code pro",
    ("liberation-mono", 101): "dejavu sans mono, lucida console, menlo",
}
"""Fonts by the stored face that measures them, and its width in per cent."""
_CAP_HEIGHTS = {
    "caladea": 0.667,
    "carlito": 0.642,
    "dejavu-sans": 0.729,
    "dejavu-serif": 0.729,
    "inter": 0.727,
    "lato": 0.717,
    "liberation-mono": 0.659,
    "liberation-sans": 0.688,
    "liberation-serif": 0.655,
    "noto-sans": 0.714,
    "open-sans": 0.714,
    "roboto": 0.711,
    "tahoma": 0.727,
}
"""The height of capitals in the stored faces, in em; `OS/2` has it (sCapHeight)."""
_KNOWN = {name: face for face, names in _SUBSTITUTES.items() for name in names.split(", ")}
_CONSOLAS = Face(
    units=2048, ascent=1521, descent=527, line_gap=350, widths={}, fixed=1126, cap_height=0.638
)
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
    face = _stored(data, style or "-regular")
    if per_cent == 100:
        return face
    return changed(face, units=round(face.units * 100 / per_cent))


@cache
def _stored(data: str, style: str) -> Face:
    # As `pkgutil.get_data` does, which imports the whole of `inspect`.
    folder = __file__.removesuffix("builtin_metrics.py")
    file = f"{folder}faces/{data}{style}.face"
    face = unpack_face(cast("ResourceLoader", __spec__.loader).get_data(file))
    return changed(face, cap_height=_CAP_HEIGHTS[data])
