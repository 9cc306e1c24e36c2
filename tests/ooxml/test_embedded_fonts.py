"""A deck embeds only fonts that the brand wants embedded, that it shows, and that permit it."""

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest

from deckgen.files.workspace import Workspace
from deckgen.fonts.font_files import Permission, read_font_facts
from deckgen.fonts.table_reader import BrokenFontError
from deckgen.ooxml.embedded_fonts import EmbeddedFonts, embedded_opentype
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from tests.audit.promises import audit_promises
from tests.fonts.test_font_files import head, names, windows
from tests.fonts.test_font_files_faces import font
from tests.sampled import sampled
from tests.tools import validator
from tests.tools.needs import need
from tests.validity import check_validity

TALK = "title: A talk\nlang: en-GB\nbrand: brand.yaml\nslides:\n  - title: One\n    text: {}\n"
BRAND = """\
name: Ours
colors: {{ink: 1B2A2E, paper: FFFFFF, deep: 0E4A50, sand: F4ECDF, accent: A83F1B}}
fonts: {{heading: Cambria, body: Own Sans, files: [{files}]}}
embed_fonts: {embed}
"""
FACES = {"regular.ttf": 0, "bold.ttf": 1, "italic.ttf": 2, "both.ttf": 3}


def own_font(style: int = 0, fs_type: int = 0, name: str = "Own Sans") -> bytes:
    """Return a font of the letters A and V with all that it says about itself."""
    os2 = struct.pack(">HhHHH", 1, 500, 700 if style & 1 else 400, 5, fs_type) + bytes(22)
    os2 += bytes(range(10)) + struct.pack(">4I", 1, 2, 3, 4) + b"OURS"
    os2 += struct.pack(">3H", style >> 1, 0x20, 0xFFFF) + struct.pack(
        ">3h2H", 700, -250, 0, 900, 300
    )
    os2 += struct.pack(">2I", 5, 6)
    table = names(windows(name), windows("Style", name_id=2), windows("Version 1", name_id=5))
    return font(**{"OS/2": os2}, name=table, head=head(style))


def lay_out(folder: Path, text: str = "A", embed: str = "yes", fs_type: int = 0) -> None:
    for name, style in FACES.items():
        (folder / name).write_bytes(own_font(style, fs_type))
    (folder / "slides.yaml").write_text(TALK.format(text), encoding="utf-8")
    brand = BRAND.format(files=", ".join(FACES), embed=embed)
    (folder / "brand.yaml").write_text(brand, encoding="utf-8")


def built(folder: Path, diagnostics: Diagnostics, brand: BrandFile | None = None) -> bytes:
    compiled = compile_talk("slides.yaml", Workspace(folder), brand, diagnostics)
    assert compiled is not None
    return deck_bytes(compiled, None)


def part(deck: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        return package.read(name).decode()


def embedded(deck: bytes) -> list[tuple[str, list[str]]]:
    """Return the fonts that a deck lists as its own, each with its faces."""
    fonts = re.findall(
        r'<p:embeddedFont><p:font typeface="([^"]+)"/>(.*?)</p:embeddedFont>',
        part(deck, "ppt/presentation.xml"),
    )
    return [(name, re.findall(r"<p:(\w+) ", faces)) for name, faces in fonts]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "embed", "faces"),
    [
        ("A", "yes", ["regular"]),
        ("A **V**", "yes", ["regular", "bold"]),
        ("A *V*", "yes", ["regular", "italic"]),
        ("A **V** *V* ***A***", "yes", ["regular", "bold", "italic", "boldItalic"]),
        ("A `V`", "yes", ["regular"]),
        ("A **V**", "no", None),
    ],
)
def test_the_faces_that_are_shown_go_into_the_deck(
    text: str, embed: str, faces: list[str] | None, tmp_path: Path
) -> None:
    lay_out(tmp_path, f'"{text}"', embed)
    diagnostics = Diagnostics()
    deck = built(tmp_path, diagnostics)
    assert list(diagnostics) == []
    assert embedded(deck) == ([("Own Sans", faces)] if faces else [])
    assert ("embedTrueTypeFonts" in part(deck, "ppt/presentation.xml")) is bool(faces)
    assert ("x-fontdata" in part(deck, "[Content_Types].xml")) is bool(faces)
    check_validity(deck, diagnostics)
    audit_promises(deck, diagnostics, code_font="Consolas")
    assert list(diagnostics) == []


LIST = "<p:embeddedFontLst>{}</p:embeddedFontLst>"


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("<p:notesSz/><p:defaultTextStyle/>", f"<p:notesSz/>{LIST}<p:defaultTextStyle/>"),
        ("<p:notesSz/><p:smartTags/><p:kinsoku/>", f"<p:notesSz/><p:smartTags/>{LIST}<p:kinsoku/>"),
        (LIST.format("<a/>"), LIST.format("<a/>{}")),
    ],
    ids=["behind the size of notes", "behind smart tags", "in the list that is there"],
)
def test_fonts_are_listed_where_the_schema_has_them(tail: str, expected: str) -> None:
    fonts = EmbeddedFonts("<b/>", (), ())
    head, listed = fonts.listed_in("<p:presentation>", tail)
    assert head == '<p:presentation embedTrueTypeFonts="1">'
    assert listed == expected.format("<b/>")


@pytest.mark.slow
def test_microsofts_validator_accepts_them(tmp_path: Path) -> None:
    need("validator")
    lay_out(tmp_path, '"A **V** *V*"')
    file = tmp_path / "deck.pptx"
    file.write_bytes(built(tmp_path, Diagnostics()))
    assert validator.validate([file]) == {file: []}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("brand", "others"),
    [
        ("", []),
        ("fonts: [heading.ttf]\nembed_fonts: yes\n", [("Cambria", ["regular"])]),
        ("fonts: [regular.ttf, bold.ttf]\nembed_fonts: yes\n", []),
    ],
    ids=["its own", "another", "the same again"],
)
def test_a_template_keeps_its_fonts_and_takes_others(
    brand: str, others: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    lay_out(tmp_path, '"A **V**"')
    (tmp_path / "heading.ttf").write_bytes(own_font(name="Cambria"))
    (tmp_path / "house.potx").write_bytes(built(tmp_path, Diagnostics()))
    (tmp_path / "brand.yaml").write_text(f"template: house.potx\n{brand}", encoding="utf-8")
    diagnostics = Diagnostics()
    deck = built(tmp_path, diagnostics)
    assert embedded(deck) == [("Own Sans", ["regular", "bold"]), *others]
    check_validity(deck, diagnostics)
    assert [each for each in diagnostics if each.severity == "error"] == []


@pytest.mark.parametrize(
    ("fs_type", "permission", "code"),
    [
        (0x0000, "free", None),
        (0x0008, "free", None),
        (0x000A, "free", None),  # of several, the least strict counts
        (0x0004, "view", "font-for-viewing"),
        (0x0006, "view", "font-for-viewing"),
        (0x0104, "view", "font-for-viewing"),
        (0x0002, "no", "font-not-permitted"),
        (0x0200, "bitmaps", "font-not-permitted"),
    ],
)
def test_what_a_fonts_maker_permits_is_kept(
    fs_type: int, permission: Permission, code: str | None, tmp_path: Path
) -> None:
    assert read_font_facts(own_font(0, fs_type)).permission == permission
    lay_out(tmp_path, fs_type=fs_type)
    diagnostics = Diagnostics()
    compile_talk("slides.yaml", Workspace(tmp_path), None, diagnostics)
    assert {each.code for each in diagnostics} == ({code} if code else set())
    assert all("Own Sans" in each.message for each in diagnostics)
    assert all(each.span and each.span.line == 4 for each in diagnostics)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    sampled(
        [
            (", files: [regular.ttf, bold.ttf, italic.ttf, both.ttf]", "", "nothing-to-embed"),
            ("embed_fonts: yes", "embed_fonts: please", "wrong-type"),
        ],
        every=2,
    ),
)
def test_what_cannot_be_embedded_is_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    lay_out(tmp_path)
    file = tmp_path / "brand.yaml"
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")
    diagnostics = Diagnostics()
    compile_talk("slides.yaml", Workspace(tmp_path), None, diagnostics)
    assert code in {each.code for each in diagnostics if each.severity == "error"}


def test_postscript_outlines_are_refused(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "bold.ttf").write_bytes(b"OTTO" + own_font(1)[4:])
    diagnostics = Diagnostics()
    compile_talk("slides.yaml", Workspace(tmp_path), None, diagnostics)
    assert [each.code for each in diagnostics] == ["font-not-truetype"]


def test_a_face_is_wrapped_as_the_submission_says() -> None:
    """W3C, Embedded OpenType (EOT) File Format, 5 March 2008, version 0x00020001."""
    data = own_font(3, 8)
    made = embedded_opentype(data)
    size, length, version, flags = struct.unpack_from("<4I", made)
    assert (size, length, version, flags) == (len(made), len(data), 0x00020001, 0)
    assert made[16:26] == bytes(range(10))
    assert struct.unpack_from("<BBIHH", made, 26) == (1, 1, 700, 8, 0x504C)
    assert struct.unpack_from("<6I", made, 36) == (1, 2, 3, 4, 5, 6)
    at, read = 80, []
    for _ in range(5):
        padding, count = struct.unpack_from("<HH", made, at)
        assert padding == 0
        read.append(made[at + 4 : at + 4 + count].decode("utf-16-le"))
        at += 4 + count
    assert read == ["Own Sans", "Style", "Version 1", "Own Sans", ""]
    assert made[at:] == data


@pytest.mark.parametrize("data", [b"", font(), own_font()[:200]])
def test_what_is_no_whole_font_cannot_be_wrapped(data: bytes) -> None:
    with pytest.raises(BrokenFontError):
        embedded_opentype(data)
