"""Which fonts of a brand may be embedded, as they say it of themselves."""

import struct

import pytest

from deckgen.brand.font_embedding import check_embedding
from deckgen.support.diagnostics import Diagnostics
from tests.fonts.test_font_files import head, names, windows
from tests.fonts.test_font_files_faces import font


def lato(permission: int, *, postscript: bool = False) -> bytes:
    os2 = struct.pack(">HhHHH", 0, 500, 400, 5, permission) + bytes(68)
    data = font(**{"name": names(windows("Lato")), "head": head(0), "OS/2": os2})
    return b"OTTO" + data[4:] if postscript else data


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, "nothing-to-embed"),
        ({("Lato", False, False): lato(0)}, None),
        ({("Lato", False, False): lato(0x8)}, None),
        ({("Lato", False, False): lato(0x2)}, "font-not-permitted"),
        ({("Lato", False, False): lato(0x200)}, "font-not-permitted"),
        ({("Lato", False, False): lato(0x4)}, "font-for-viewing"),
        ({("Lato", False, False): lato(0, postscript=True)}, "font-not-truetype"),
        ({("Lato", False, False): b"no font"}, "bad-font"),
    ],
    ids=["none", "free", "editable", "not", "bitmaps", "viewing", "PostScript", "broken"],
)
def test_a_font_that_may_not_be_embedded_is_told(
    files: dict[tuple[str, bool, bool], bytes], code: str | None
) -> None:
    found = Diagnostics()
    check_embedding(files, None, found)
    assert [one.code for one in found] == ([code] if code else [])


def test_after_a_broken_font_the_others_are_still_looked_at() -> None:
    found = Diagnostics()
    files = {("A", False, False): b"", ("Lato", True, False): lato(0x2)}
    check_embedding(files, None, found)
    assert [one.code for one in found] == ["bad-font", "font-not-permitted"]
    assert "Lato" in list(found)[1].message
