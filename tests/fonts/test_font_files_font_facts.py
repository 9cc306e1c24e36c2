"""What a font permits (OpenType, OS/2, fsType)."""

import pytest

from deckgen.fonts.font_files import FontFacts

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
