"""Brands of five houses, which could not be more different, in any style."""

from deckgen.brand.brand import Brand
from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.pipeline.find_brand import BrandFile, read_brand
from deckgen.support.diagnostics import Diagnostics
from tests.present import present

HOUSES = {
    "university": "ink: '1A2233', paper: FFFFFF, deep: '12305E', sand: EEF2F8, "
    "accent: '1F5FBF', highlight: FFC845",
    "museum": "ink: '2B2520', paper: FFFDF8, deep: '3A2A22', sand: F3EBDD, "
    "accent: '8C2F1B', highlight: E3B873",
    "hospital": "ink: '1C2B26', paper: FFFFFF, deep: '0B5345', sand: EAF5F0, "
    "accent: '0E7A5F', highlight: A9E5C9",
    "fire brigade": "ink: '1E1E1E', paper: FFFFFF, deep: A3121B, sand: F4F2EF, "
    "accent: C2151F, highlight: FFD84D",
    "start-up": "ink: EDEDF5, paper: '0A0A0F', deep: B6FF3D, sand: '17171F', "
    "accent: FF5CD0, highlight: '2B0A45'",
}
"""The colours as a brand.yaml has them."""
_FONTS = {"museum": "{heading: Cambria, body: Cambria}", "university": "{heading: Arial}"}


def house_file(house: str, style: str) -> bytes:
    """Return the brand.yaml of a house."""
    fonts = f"fonts: {_FONTS[house]}\n" if house in _FONTS else ""
    return f"name: B\nstyle: {style}\ncolors: {{{HOUSES[house]}}}\n{fonts}".encode()


def house_brand(house: str, style: str) -> Brand:
    """Return the brand of a house; it must be free of findings."""
    files = MemoryOverlay({"own.yaml": house_file(house, style)}, Workspace("."))
    diagnostics = Diagnostics()
    found = present(read_brand(BrandFile("own.yaml", files), None, None, diagnostics))
    assert list(diagnostics) == []
    return found.brand
