"""Hostile fonts: small files whose tables stand for billions of entries, or are impossible."""

import json
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.fonts.font_files import read_font
from deckgen.fonts.table_reader import BrokenFontError
from tests.fonts.test_font_files import head, names, windows
from tests.fonts.test_font_files_faces import A, cmap, font, os2
from tests.tools.bounded import run_bounded, run_deckgen

MEGABYTES, SECONDS = 250, 60
NAME = names(windows("Town"))


def town(**others: bytes) -> bytes:
    """Return a font that is called Town, with other tables in place of its own."""
    return font(**{"name": NAME, "head": head(0)} | others)


def unicode_map(table: bytes, encoding: int = 10) -> bytes:
    return struct.pack(">2H2HI", 0, 1, 3, encoding, 12) + table


def groups(*ranges: tuple[int, int, int]) -> bytes:
    """Return a character map of format 12."""
    body = b"".join(struct.pack(">3I", *one) for one in ranges)
    return unicode_map(struct.pack(">2H3I", 12, 0, 16 + len(body), 0, len(ranges)) + body)


def segments(count: int) -> bytes:
    """Return a character map of format 4 in which each segment is all characters that there are."""
    body = struct.pack(">H", 0xFFFE) * count + bytes(2) + bytes(2 * count)
    body += struct.pack(">H", 1) * count + bytes(2 * count)
    return unicode_map(struct.pack(">7H", 4, 0, 0, 2 * count, 0, 0, 0) + body, 1)


def overlapping_tables(count: int) -> bytes:
    """Return a font with so many tables, each of them all the rest of the file."""
    start, size = 12 + 16 * count, 200_000
    entries = b"".join(struct.pack(">I3I", n, 0, start, size) for n in range(count))
    return struct.pack(">IH6x", 0x00010000, count) + entries + bytes(size)


def alike(count: int) -> bytes:
    """Return a table of so many names of 200 letters, all of them the same."""
    place = struct.pack(">6H", 3, 1, 7, 1, 400, 0)
    return struct.pack(">3H", 0, count, 6) + place * count + "A".encode("utf-16-be") * 200


CASES: list[tuple[str, Callable[[], bytes], str]] = [
    ("every character that there is", lambda: town(cmap=groups((0, 0x10FFFF, 1))), "characters"),
    (
        "every character, 8,000 times",
        lambda: town(cmap=groups(*[(0, 0x10FFFF, 1)] * 8000)),
        "maps more characters",
    ),
    ("every character of 16 bits, 8,000 times", lambda: town(cmap=segments(8000)), "characters"),
    ("characters beyond the last", lambda: town(cmap=groups((0, 0xFFFFFFFF, 1))), "no character"),
    ("more groups than there are bytes", lambda: town(cmap=groups()[:-4] + b"\xff" * 4), "early"),
    (
        "a map in a format of its own",
        lambda: town(cmap=unicode_map(struct.pack(">3H", 6, 0, 0), 1)),
        "no Unicode character map",
    ),
    ("no width at all", lambda: town(hhea=bytes(36)), "no glyph has a width"),
    ("fewer widths than glyphs", lambda: town(hmtx=bytes(2)), "ends too early"),
    ("no units to the em", lambda: town(head=bytes(54)), "0 units to the em"),
    (
        "lines of no height",
        lambda: town(**{"OS/2": bytes(78), "hhea": struct.pack(">34xH", 3)}),
        "its lines are as high",
    ),
    (
        "lines of 60 em",
        lambda: town(**{"OS/2": os2(0)[:74] + b"\xff\xff\xff\xff"}),
        "its lines are as high",
    ),
    ("200 tables over one another", lambda: overlapping_tables(200), "lie over one another"),
    ("60,000 tables", lambda: overlapping_tables(60_000), "more tables than any font"),
    ("60,000 names", lambda: town(name=alike(60_000)), ""),
    ("a name without end", lambda: town(name=names(windows("Town" * 5000))), "its name"),
    ("a collection", lambda: b"ttcf\0\1\0\0" + bytes(200), "no .ttf or .otf"),
    ("a font for the web", lambda: b"wOF2" + bytes(200), "no .ttf or .otf"),
]

DRIVER = """
import json, pathlib, sys
from deckgen.fonts.font_files import read_font, read_font_facts
from deckgen.fonts.table_reader import BrokenFontError
from deckgen.fonts.font_files import outlined_characters
said = {}
for path in sorted(pathlib.Path().glob("*.ttf")):
    data = path.read_bytes()
    try:
        said[path.stem] = ""
        read_font(data)
    except BrokenFontError as broken:
        said[path.stem] = str(broken)
    for read in (read_font_facts, outlined_characters):
        try:
            read(data)
        except BrokenFontError:
            pass
print(json.dumps(said))
"""


@pytest.mark.slow
def test_refused_or_read_in_bounds(tmp_path: Path) -> None:
    """All of them in one process: each takes a fraction of a second."""
    for number, (_, data, _) in enumerate(CASES):
        (tmp_path / f"{number:03}.ttf").write_bytes(data())
    command = (sys.executable, "-c", DRIVER)
    ended = run_bounded(command, tmp_path, seconds=SECONDS, megabytes=MEGABYTES)
    assert ended.code == 0, ended.said[-800:]
    said = json.loads(ended.out).values()
    wrong = {
        name: broken
        for (name, _, words), broken in zip(CASES, said, strict=True)
        if words not in broken or bool(words) != bool(broken)
    }
    assert wrong == {}


def test_a_character_whose_glyph_is_missing_is_one_that_the_font_does_not_have() -> None:
    _, face = read_font(town(cmap=groups((0x41, 0x41, A), (0x42, 0x42, 60_000))))
    assert face.widths.keys() == {"A"}


@pytest.mark.parametrize(
    ("text", "name"), [("Town\0\n\x1b[31m", "Town[31m"), (" Town\u200b ", "Town")]
)
def test_the_name_of_a_font_has_no_signs_that_nobody_sees(text: str, name: str) -> None:
    (found, _, _), _ = read_font(town(name=names(windows(text))))
    assert found == name


@pytest.mark.slow
def test_a_brand_with_such_a_font_is_refused_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "town.ttf").write_bytes(town(cmap=groups(*[(0, 0x10FFFF, 1)] * 8000)))
    (tmp_path / "brand.yaml").write_text(
        "name: B\ncolors: {ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0,"
        " accent: A8431C}\n"
        "fonts: {heading: Town, body: Town, files: [town.ttf]}\n"
    )
    (tmp_path / "a.yaml").write_text("title: T\nbrand: brand.yaml\nslides: [cover]\n")
    ended = run_deckgen("build", "a.yaml", folder=tmp_path, megabytes=400)
    assert ended.code == 1
    assert "brand.yaml:3:" in ended.said
    assert "bad-font" in ended.said


def test_the_fonts_that_the_cases_are_made_of_are_sound() -> None:
    for tables in ({}, {"cmap": cmap()}):
        assert read_font(town(**tables))[0] == ("Town", False, False)
    with pytest.raises(BrokenFontError):
        read_font(town(name=b""))
