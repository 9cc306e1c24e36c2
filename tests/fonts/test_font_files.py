"""Fonts that a brand brings along: named as Office names them, measured as they are."""

import struct
from pathlib import Path

import pytest

from deckgen.files.workspace import Workspace
from deckgen.fonts.font_files import read_font
from deckgen.fonts.table_reader import BrokenFontError
from deckgen.pipeline.find_brand import BrandFile, read_brand
from deckgen.support.diagnostics import Diagnostics
from tests.fonts.test_font_files_faces import font

ENGLISH, GERMAN = 0x409, 0x407


def names(*records: tuple[int, int, int, int, bytes]) -> bytes:
    """Return a name table of platform, encoding, language, name ID and string."""
    entries, strings = b"", b""
    for platform, encoding, language, name_id, text in records:
        place = struct.pack(">2H", len(text), len(strings))
        entries += struct.pack(">4H", platform, encoding, language, name_id) + place
        strings += text
    return struct.pack(">3H", 0, len(records), 6 + len(entries)) + entries + strings


def windows(
    text: str, language: int = ENGLISH, name_id: int = 1
) -> tuple[int, int, int, int, bytes]:
    return 3, 1, language, name_id, text.encode("utf-16-be")


def head(style: int) -> bytes:
    return bytes(18) + struct.pack(">H", 1000) + bytes(24) + struct.pack(">H", style) + bytes(8)


@pytest.mark.parametrize(
    ("table", "style", "key"),
    [
        (names(windows("Stadt Sans")), 0, ("Stadt Sans", False, False)),
        (names(windows("Stadt Sans")), 1, ("Stadt Sans", True, False)),
        (names(windows("Stadt Sans")), 3, ("Stadt Sans", True, True)),
        (
            names(windows("Stadtschrift", GERMAN), windows("Stadt Sans")),
            0,
            ("Stadt Sans", False, False),
        ),
        # Names in other encodings of old Macintoshes, here Japanese, are passed over.
        (names((1, 1, 11, 1, b"\x93\x73"), windows("Stadt Sans")), 0, ("Stadt Sans", False, False)),
        (
            names(windows("Fett", name_id=2), (1, 0, 0, 1, b"Stadt Sans")),
            2,
            ("Stadt Sans", False, True),
        ),
    ],
)
def test_a_font_is_known_by_the_name_that_office_lists(
    table: bytes, style: int, key: tuple[str, bool, bool]
) -> None:
    found, face = read_font(font(name=table, head=head(style)))
    assert found == key
    assert face.widths["A"] == 600


@pytest.mark.parametrize(
    "data",
    [b"", b"wOFF" + bytes(60), b"ttcf" + bytes(60), font(), font(name=names())],
    ids=["empty", "woff", "collection", "without names", "without a name"],
)
def test_what_is_no_font_with_a_name_is_refused(data: bytes) -> None:
    with pytest.raises(BrokenFontError):
        read_font(data)


BRAND = """
name: Stadt
colors: {ink: 1A1A1A, paper: FFFFFF, deep: 141414, sand: F2F1EE, accent: C22F1D}
fonts: {heading: Stadt Sans, body: Stadt Sans, files: [stadt.ttf]}
"""


def test_a_brand_brings_its_fonts(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text(BRAND, encoding="utf-8")
    (tmp_path / "stadt.ttf").write_bytes(font(name=names(windows("Stadt Sans")), head=head(0)))
    diagnostics = Diagnostics()
    found = read_brand(BrandFile("brand.yaml", Workspace(tmp_path)), None, None, diagnostics)
    assert list(diagnostics) == []
    assert found is not None
    assert found.brand.fonts.unknown == ()
    assert found.brand.fonts.face(("Stadt Sans", False, False)).widths["A"] == 600


@pytest.mark.parametrize(("data", "code"), [(None, "missing-file"), (b"no font", "bad-font")])
def test_a_font_file_that_is_none_is_told(tmp_path: Path, data: bytes | None, code: str) -> None:
    (tmp_path / "brand.yaml").write_text(BRAND, encoding="utf-8")
    if data is not None:
        (tmp_path / "stadt.ttf").write_bytes(data)
    diagnostics = Diagnostics()
    read_brand(BrandFile("brand.yaml", Workspace(tmp_path)), None, None, diagnostics)
    assert [(found.code, found.span and found.span.line) for found in diagnostics] == [(code, 4)]
