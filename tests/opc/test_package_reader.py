"""A package that is broken or harmful gives a diagnostic, never an exception."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.dump.deck_dump import dump_deck
from deckgen.opc import zip_reader as entries
from deckgen.opc.package_reader import read_package
from deckgen.opc.zip_reader import COMPOUND_FILE
from deckgen.support.diagnostics import Diagnostics
from tests.audit.promises import audit_promises
from tests.dump.template_dump import dump_template
from tests.tools.packages import clean_deck, damaged, edited, nonsense, replace
from tests.validity import check_validity

APP = "docProps/app.xml"

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
BOMB = f"<!DOCTYPE Properties [{LAUGHS}]><Properties>&l9;</Properties><!--"
THIEF = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><Properties>&f;</Properties><!--'


def zip_of(*entries: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream.getvalue()


def encrypted() -> bytes:
    """Return a zip whose first entry says that it is encrypted."""
    data = bytearray(zip_of(("[Content_Types].xml", b"<Types/>")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


UNREADABLE = [
    ("nothing at all", b"", "not-a-package"),
    ("text", b"title: no deck", "not-a-package"),
    ("a deck cut off", clean_deck()[:20_000], "not-a-zip"),
    ("a damaged entry", damaged(clean_deck(), "ppt/slides/slide1.xml"), "not-a-zip"),
    ("an encrypted entry", encrypted(), "not-a-zip"),
    ("a protected deck, or a .ppt", COMPOUND_FILE + b"\0" * 600, "encrypted-or-old"),
    ("a zip of other things", zip_of(("a.txt", b"a")), "not-a-package"),
]


def office(part: str, content_type: str) -> bytes:
    """Return a package of another program of Office, or of nobody."""
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{part}" ContentType="{content_type}"/></Types>'
    )
    return zip_of(("[Content_Types].xml", types.encode()), (part, b"<a/>"))


def compound(stream: str) -> bytes:
    """Return the beginning of a compound file that holds a stream of this name."""
    return COMPOUND_FILE + bytes(600) + stream.encode("utf-16-le") + bytes(100)


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.presentation"
OTHER_KINDS = [
    (b"%PDF-1.7", "a PDF file", ".pptx"),
    (b"title:\tno deck", "a text file", ".pptx"),
    (office("word/document.xml", WORD), "a Word document", ".pptx"),
    (office("xl/workbook.xml", EXCEL), "an Excel workbook", ".pptx"),
    (zip_of(("mimetype", OPEN_DOCUMENT)), "an OpenDocument file", "Impress"),
    (zip_of(("Index/Document.iwa", b"a")), "a Keynote file", "Keynote"),
    (compound("EncryptedPackage"), "protected with a password", "remove the password"),
    (compound("PowerPoint Document"), "a .ppt file", "save it as .pptx"),
    (compound("WordDocument"), "an old Word document", ".pptx"),
    (compound("Workbook"), "an old Excel workbook", ".pptx"),
]


@pytest.mark.parametrize(
    ("data", "kind", "way_out"), OTHER_KINDS, ids=lambda value: str(value)[:20]
)
def test_files_of_other_programs_are_called_what_they_are(
    data: bytes, kind: str, way_out: str
) -> None:
    diagnostics = Diagnostics()
    assert read_package(data, diagnostics, "deck.pptx") is None
    (found,) = diagnostics
    assert found.message.startswith(f"deck.pptx is {kind}")
    assert way_out in str(found.hint)


NO_XML = "xml-not-well-formed"
REFUSED = [
    ("entities that grow without end", BOMB, "xml-doctype"),
    ("an entity that reads a file", THIEF, "xml-doctype"),
    ("elements nested 10,000 deep", "<a>" * 10_000 + "<!--", "xml-too-deep"),
    ("elements nested 200 deep", "<a>" * 200 + "</a>" * 200 + "<!--", "xml-too-deep"),
    ("an encoding that hides signs", '<?xml version="1.0" encoding="UTF-7"?><a/><!--', NO_XML),
    ("no sign that XML begins with", "Lo§\x94@a/><!--", NO_XML),
]


def codes_of(data: bytes) -> list[str]:
    diagnostics = Diagnostics()
    read_package(data, diagnostics, "deck.pptx")
    return [found.code for found in diagnostics]


@pytest.mark.parametrize(
    ("data", "code"), [case[1:] for case in UNREADABLE], ids=[case[0] for case in UNREADABLE]
)
def test_unreadable(data: bytes, code: str) -> None:
    diagnostics = Diagnostics()
    assert read_package(data, diagnostics, "deck.pptx") is None
    assert [found.code for found in diagnostics] == [code]
    assert all(found.hint and "deck.pptx" in found.message for found in diagnostics)


@pytest.mark.slow
def test_a_zip_bomb_is_unreadable() -> None:
    """It takes time to make, so it stands in no table."""
    test_unreadable(zip_of(("bomb.xml", bytes(80 << 20))), "too-large")


@pytest.mark.parametrize(
    ("xml", "code"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_harmful_part_is_refused_and_the_rest_is_read(xml: str, code: str) -> None:
    data = edited(clean_deck(), [lambda parts: parts.update({APP: f"{xml}-->".encode()})])
    assert codes_of(data) == [code]
    text = dump_deck(data, Diagnostics())
    assert text is not None
    assert "Second level" in text


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "MAX_PARTS", 10)
    assert codes_of(clean_deck()) == ["too-large"]


def test_relationship_targets_are_part_names() -> None:
    package = read_package(clean_deck(), Diagnostics(), "deck.pptx")
    assert package is not None
    slide = package.parts["/ppt/slides/slide1.xml"]
    assert slide.target_of("slideLayout") == "/ppt/slideLayouts/slideLayout2.xml"
    assert [rel.target for rel in slide.relationships if rel.external] == ["https://example.org/"]


def test_absolute_targets_are_part_names_too() -> None:
    edit = replace("ppt/slides/_rels/slide1.xml.rels", "../slideLayouts/", "/ppt/slideLayouts/")
    diagnostics = Diagnostics()
    check_validity(edited(clean_deck(), [edit]), diagnostics)
    assert list(diagnostics) == []


def read_in_every_way(data: bytes) -> None:
    for read in (check_validity, audit_promises, dump_deck, dump_template):
        read(data, Diagnostics())


@given(st.data())
def test_no_damage_to_the_file_makes_a_reader_crash(data: st.DataObject) -> None:
    deck = bytearray(clean_deck())
    for _ in range(data.draw(st.integers(1, 8))):
        deck[data.draw(st.integers(0, len(deck) - 1))] = data.draw(st.integers(0, 255))
    read_in_every_way(bytes(deck))


@pytest.mark.slow
@given(st.data())
def test_no_nonsense_in_the_parts_makes_a_reader_crash(data: st.DataObject) -> None:
    """Any few attributes set to nonsense, any few elements taken away."""
    read_in_every_way(edited(clean_deck(), [nonsense(data)]))


def test_the_mark_of_an_open_file_is_called_so_with_the_name_of_that_file() -> None:
    told = Diagnostics()
    assert read_package(b"\x05Anna " + bytes(159), told, "talks/~$the-square.pptx") is None
    assert [(each.message.partition(" is ")[2], each.hint) for each in told] == [
        (
            "the mark of a file that is open in PowerPoint, not a PowerPoint file",
            "Name that file: the-square.pptx.",
        )
    ]
