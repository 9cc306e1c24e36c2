"""A seal is valid until somebody changes the file, and not longer."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.dump.deck_dump import dump_deck
from deckgen.opc.zip_writer import zip_files
from deckgen.seal.condition import Condition
from deckgen.seal.seal import seal_condition, seal_file
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.xml_text import RELATIONSHIPS
from tests.sampled import sampled
from tests.talks import complaints, talk
from tests.template.edits import related, typed
from tests.template.opened import plain_template
from tests.tools import libreoffice, validator
from tests.tools.needs import need
from tests.tools.packages import (
    Edit,
    add,
    by_python_pptx,
    clean_deck,
    edited,
    parts_of,
    png,
    replace,
    without_map,
)

SEAL = "customXml/item1.xml"
OURS = b"urn:deckgen:build"
PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <<>>\nstartxref\n9\n%%EOF\n"


def said_of(data: bytes) -> Condition:
    return seal_condition(io.BytesIO(data))


@cache
def deck(text: str = "Words") -> bytes:
    return talk(f"- title: One\n  text: {text}").data


def repacked(data: bytes) -> bytes:
    """Return the same parts, in another order and packed in another way."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, part in sorted(parts_of(data).items()):
            archive.writestr(name, part)
    return made.getvalue()


DECKS: dict[str, tuple[Callable[[bytes], bytes], Condition]] = {
    "as it was": (bytes, Condition.AS_WRITTEN),
    "packed again with the same parts": (repacked, Condition.AS_WRITTEN),
    "saved by another program": (by_python_pptx, Condition.CHANGED),
    "a word changed": (lambda data: edited(data, [a_word]), Condition.CHANGED),
    "a part more": (lambda data: edited(data, [add("ppt/more.xml", b"<a/>")]), Condition.CHANGED),
    "another seal": (
        lambda data: edited(data, [replace(SEAL, "</build>", "</build >")]),
        Condition.CHANGED,
    ),
    "no seal": (without_map, Condition.FOREIGN),
    "cut off": (lambda data: data[:-30], Condition.FOREIGN),
}


def a_word(parts: dict[str, bytes]) -> None:
    (name,) = [name for name in parts if name.startswith("ppt/slides/slide")]
    parts[name] = parts[name].replace(b"Words", b"Worte")


@pytest.mark.parametrize(("act", "expected"), sampled(DECKS.values(), every=2), ids=DECKS)
def test_what_the_seal_of_a_deck_says(act: Callable[[bytes], bytes], expected: Condition) -> None:
    assert said_of(act(deck())) is expected


FOREIGN = {
    "a deck": clean_deck(),
    "a zip": zip_files([("a.txt", b"a")]),
    "text": b"Dear colleagues\n",
    "a PNG": png(),
    "a PDF": PDF,
    "nothing": b"",
    "half a zip": deck()[:500],
}


@pytest.mark.parametrize("data", FOREIGN.values(), ids=FOREIGN)
def test_what_others_wrote_is_foreign(data: bytes) -> None:
    assert said_of(data) is Condition.FOREIGN


@pytest.mark.slow
def test_the_seal_is_a_custom_xml_part_that_every_checker_takes(tmp_path: Path) -> None:
    parts = parts_of(deck())
    assert OURS in parts[SEAL]
    assert f"{RELATIONSHIPS}/customXml".encode() in parts["ppt/_rels/presentation.xml.rels"]
    assert not complaints(deck())
    if validator.find():
        (tmp_path / "deck.pptx").write_bytes(deck())
        assert validator.validate([tmp_path / "deck.pptx"]) == {tmp_path / "deck.pptx": []}
    diagnostics = Diagnostics()
    assert "urn:deckgen" not in str(dump_deck(deck(), diagnostics, "deck.pptx"))
    assert not len(diagnostics)


def seals(data: bytes) -> list[str]:
    return [name for name, part in parts_of(data).items() if OURS in part and "Props" not in name]


@pytest.mark.slow
def test_a_template_and_an_included_deck_do_not_bring_their_seals_along() -> None:
    on_deck = talk("- section: Two", head="brand: deck.pptx\n", files={"deck.pptx": deck()})
    with_deck = talk("- include: ours.pptx", files={"ours.pptx": deck()})
    for made in (on_deck.data, with_deck.data):
        assert seals(made) == [SEAL]
        assert said_of(made) is Condition.AS_WRITTEN
        assert not complaints(made)


@pytest.mark.slow
def test_a_template_with_custom_xml_of_its_own_keeps_it() -> None:
    edits: list[Edit] = [
        add(SEAL, b"<theirs/>"),
        typed(SEAL, "application/xml"),
        related("ppt/presentation.xml", "rId51", f"{RELATIONSHIPS}/customXml", f"../{SEAL}"),
    ]
    template = edited(plain_template(), edits)
    made = talk("- section: Two", head="brand: theirs.pptx\n", files={"theirs.pptx": template}).data
    assert parts_of(made)[SEAL] == b"<theirs/>"
    assert seals(made) == ["customXml/item2.xml"]
    assert said_of(made) is Condition.AS_WRITTEN
    assert not complaints(made, template)


FILES = {
    "a PDF": PDF,
    "a PNG": png(),
    "a text": b"# A talk\n\n- One\n",
    "a page": b"<!DOCTYPE html>\n<title>A</title>\n",
}


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_every_change_of_a_byte_breaks_a_seal(data: bytes) -> None:
    whole = seal_file(data)
    assert said_of(data) is Condition.FOREIGN
    assert said_of(whole) is Condition.AS_WRITTEN
    assert seal_file(whole) == whole
    for at in range(len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        assert said_of(changed) is not Condition.AS_WRITTEN, at
    for more in (b"x", b"\n", b"\n%%EOF\n"):
        assert said_of(whole + more) is not Condition.AS_WRITTEN


def test_a_zip_is_known_by_what_is_in_it() -> None:
    files = [("a/b.txt", b"b"), ("a/c.png", png())]
    whole = seal_file(zip_files(files))
    assert said_of(whole) is Condition.AS_WRITTEN
    assert seal_file(whole) == whole
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert [(name, archive.read(name)) for name in archive.namelist()] == files
    changed = io.BytesIO(whole)
    with zipfile.ZipFile(changed, "a") as archive:
        archive.writestr("a/d.txt", b"by hand")
    assert said_of(changed.getvalue()) is Condition.CHANGED


def test_line_ends_of_another_system_do_not_break_the_seal_of_a_text() -> None:
    assert said_of(seal_file(b"One\n\nTwo\n").replace(b"\n", b"\r\n")) is Condition.AS_WRITTEN


def test_a_sealed_pdf_and_png_are_what_they_were() -> None:
    pdf = seal_file(PDF)
    kept = PDF.index(b"startxref")
    assert pdf.startswith(PDF[:kept] + b"%deckgen-seal ")
    assert pdf.endswith(b"\n" + PDF[kept:])
    chunks, at = [], 8
    picture = seal_file(png())
    while at < len(picture):
        (length,) = struct.unpack_from(">I", picture, at)
        name, rest = picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack_from(">I", picture, at + 8 + length)
        assert zlib.crc32(name + rest) == checksum
        chunks.append(name)
        at += 12 + length
    assert chunks[-2:] == [b"tEXt", b"IEND"]


@given(
    st.binary(max_size=200).filter(lambda data: b"deckgen" not in data),
    st.sampled_from([b"", b"PK", b"%PDF-", b"\x89PNG\r\n\x1a\n"]),
)
def test_nothing_that_a_file_may_hold_is_too_much(data: bytes, begins: bytes) -> None:
    assert said_of(begins + data) is Condition.FOREIGN


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=4))
def test_a_deck_that_is_damaged_anywhere_raises_nothing_and_one_cut_off_is_foreign(
    at: int, data: bytes
) -> None:
    whole = deck()
    at %= len(whole)
    said_of(whole[:at] + data + whole[at + len(data) :])
    assert said_of(whole[:at]) is Condition.FOREIGN


@pytest.mark.slow
def test_a_deck_that_libreoffice_saved_is_no_more_as_it_was_written(tmp_path: Path) -> None:
    need("libreoffice")
    (tmp_path / "deck.pptx").write_bytes(deck())
    (saved,) = libreoffice.saved_again([tmp_path / "deck.pptx"], tmp_path / "out")
    assert said_of(saved.read_bytes()) is Condition.CHANGED
