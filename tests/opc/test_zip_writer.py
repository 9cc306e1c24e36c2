"""The zip holds what was put in, with the same bytes each time and no facts about the machine."""

import io
import struct
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from deckgen.opc.zip_writer import PackedEntries, Packer, zip_files

NAMES = st.builds(
    str.__add__,
    st.text(st.sampled_from("aZ0 -ßж語🙂"), min_size=1, max_size=20),
    st.sampled_from(["", ".xml", ".rels", ".png"]),
)


@given(st.dictionaries(NAMES, st.binary(max_size=200).map(lambda piece: piece * 100), max_size=8))
def test_what_goes_in_comes_out(entries: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(zip_files(entries.items()))) as archive:
        assert archive.testzip() is None
        assert [info.filename for info in archive.infolist()] == list(entries)
        assert {name: archive.read(name) for name in entries} == entries


def test_entries_have_no_clock_and_no_owner() -> None:
    with zipfile.ZipFile(io.BytesIO(zip_files([("a.xml", b"<a/>")]))) as archive:
        (info,) = archive.infolist()
    assert info.date_time == (1980, 1, 1, 0, 0, 0)
    assert (info.create_system, info.external_attr, info.extra) == (0, 0, b"")


def test_the_directory_says_where_each_entry_begins() -> None:
    """In bytes from the beginning; `zipfile` itself would mend what is shifted (4.3.16)."""
    data = zip_files([("a.xml", b"<a/>"), ("b.xml", b"<b/>")])
    disk, first_disk, here, all_, size, start, comment = struct.unpack("<4H2IH", data[-18:])
    assert (disk, first_disk, here, all_, comment) == (0, 0, 2, 2, 0)
    assert (start + size, data[start : start + 4]) == (len(data) - 22, b"PK\1\2")
    second = data.rindex(b"PK\1\2")
    offsets = [struct.unpack_from("<I", data, entry + 42)[0] for entry in (start, second)]
    assert offsets == [0, data.rindex(b"PK\3\4")]


def test_large_parts_are_packed_as_well() -> None:
    data = b"words and words " * 10_000
    packed = zip_files([("large.xml", data)])
    assert len(packed) < len(data) / 50
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.read("large.xml") == data


def test_what_was_packed_for_an_earlier_deck_is_not_packed_again() -> None:
    """The bytes are the same, and what is kept has a bound."""
    kept: PackedEntries = {}
    first = Packer(kept).entry("a.xml", b"<a/>")
    assert Packer(kept).entry("a.xml", b"<a/>") is first
    assert Packer().entry("a.xml", b"<a/>") == first
    assert Packer(kept).entry("a.xml", b"<b/>") != first
    kept |= {(f"{number}.xml", b""): first for number in range(1_999)}
    assert Packer(kept).entry("a.xml", b"<a/>") is not first
    assert len(kept) == 1
