"""What a font says about itself, and what it permits (OpenType, OS/2)."""

import struct

import pytest

from deckgen.fonts.font_files import FontFacts, read_font_facts
from tests.fonts.test_font_files import head, names, windows
from tests.fonts.test_font_files_faces import font, os2

FACTS = FontFacts(
    family="Lato",
    style="Regular",
    version="",
    full_name="Lato",
    panose=bytes(10),
    weight=400,
    italic=False,
    fs_type=0,
    unicode_ranges=(0, 0, 0, 0),
    code_pages=(0, 0),
    adjustment=0,
    truetype=True,
)


@pytest.mark.parametrize(
    ("bits", "permission"),
    [
        (0, "free"),
        (0x2, "no"),
        (0x4, "view"),
        (0x8, "free"),
        # The least strict counts.
        (0x2 | 0x4, "view"),
        (0x2 | 0x8, "free"),
        (0x4 | 0x8, "free"),
        (0x200, "bitmaps"),
        (0x200 | 0x8, "bitmaps"),
        # Bits that forbid something else: to embed only the characters that are used.
        (0x100, "free"),
    ],
)
def test_what_may_be_done_with_a_font(bits: int, permission: str) -> None:
    assert FACTS._replace(fs_type=bits).permission == permission


@pytest.mark.parametrize(("version", "pages"), [(0, (0, 0)), (1, (1, 1 << 31))])
def test_the_code_pages_stand_in_fonts_since_version_1(
    version: int, pages: tuple[int, ...]
) -> None:
    table = struct.pack(">H", version) + os2(1)[2:] + struct.pack(">2I", 1, 1 << 31)
    facts = read_font_facts(
        font(**{"OS/2": table, "head": head(0), "name": names(windows("Stadt Sans"))})
    )
    assert (facts.family, facts.style, facts.full_name) == ("Stadt Sans", "Regular", "Stadt Sans")
    assert facts.italic
    assert facts.code_pages == pages
