"""The installed fonts: found by name in the folders of the system, read when a deck needs them.

The index reads the table directory, `name` and `OS/2` of each file once, for the whole process.
"""

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from deckgen.fonts.face import FaceKey
from deckgen.fonts.font_files import FAMILY, font_names
from deckgen.render.fonts.font_substitutes import substitute_families

LARGEST = 32 << 20
"""Bytes of a face; the renderer rejects larger ones."""
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_MOST_FILES, _DEEPEST = 20_000, 6
_MOST_TABLES, _MOST_FACES, _LARGEST_NAMES = 64, 64, 1 << 20
_DIRECTORY = struct.Struct(">4s3I")
_ITALIC, _BOLD = 1 << 0, 1 << 5
"""OpenType, OS/2, fsSelection."""
_NORMAL_WIDTH = 5


class FontFile(NamedTuple):
    """The place of a face on the disk."""

    path: str
    at: int = 0
    """Its offset in a font collection."""


class FontData(NamedTuple):
    """A face to draw with, under the family name in the deck."""

    family: str
    bold: bool
    italic: bool
    data: bytes


FontIndex = Mapping[FaceKey, FontFile]
"""The family names are case-folded."""


def faces_to_draw_with(
    families: Iterable[str], index: FontIndex, own: Mapping[FaceKey, bytes]
) -> Iterator[FontData]:
    """Yield the faces of each family: the brand's own, or the installed, or those of a substitute.

    A family without any of these has no faces.
    """
    for family in families:
        own_faces = [
            (key, data) for key, data in own.items() if key[0].casefold() == family.casefold()
        ]
        for (_, bold, italic), data in own_faces:
            yield FontData(family, bold, italic, data)
        have = {key[1:] for key, _ in own_faces}
        if (False, False) not in have:
            yield from (
                face for face in _installed(family, index) if (face.bold, face.italic) not in have
            )


def _installed(family: str, index: FontIndex) -> Iterator[FontData]:
    for name in (family, *substitute_families(family)):
        files = [
            FontData(family, bold, italic, data)
            for bold in (False, True)
            for italic in (False, True)
            if (file := index.get((name.casefold(), bold, italic))) and (data := font_data(file))
        ]
        if files:
            yield from files
            return


@cache
def system_fonts() -> FontIndex:
    """Return the fonts of this machine; the index is made once."""
    return font_index(font_folders(sys.platform, os.environ))


def font_folders(platform: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the font folders of a system, the user's own last."""
    home = environment.get("HOME") or Path.home()
    if platform == "win32":
        windows = environment.get("WINDIR") or r"C:\Windows"
        own = environment.get("LOCALAPPDATA")
        return (
            rf"{windows}\Fonts",
            *((rf"{own}\Microsoft\Windows\Fonts", rf"{own}\Microsoft\FontCache\4") if own else ()),
        )
    if platform == "darwin":
        office = "/Applications/Microsoft {}.app/Contents/Resources/DFonts"
        return (
            "/System/Library/Fonts",
            "/Library/Fonts",
            *(office.format(program) for program in ("PowerPoint", "Word")),
            f"{home}/Library/Group Containers/UBF8T346G9.Office/FontCache",
            f"{home}/Library/Fonts",
        )
    system = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    data = environment.get("XDG_DATA_HOME") or f"{home}/.local/share"
    below = [
        folder for folder in (*reversed(system.split(":")), data) if Path(folder).is_absolute()
    ]
    folders = ("/usr/share/fonts", *(f"{folder.rstrip('/')}/fonts" for folder in below))
    return (*dict.fromkeys(folders), f"{home}/.fonts")


def font_index(places: Iterable[str]) -> FontIndex:
    """Return the faces of all fonts in these folders; files that are no fonts are skipped."""
    index: dict[FaceKey, FontFile] = {}
    ranks: dict[FaceKey, int] = {}
    for place in places:
        for path in _files(place):
            for key, rank, at in _faces(path):
                if rank < ranks.get(key, 10_000):
                    ranks[key], index[key] = rank, FontFile(path, at)
    return index


@lru_cache(maxsize=24)
def font_data(file: FontFile) -> bytes | None:
    """Return a face as a font file; None if it cannot be read or is too large."""
    try:
        with Path(file.path).open("rb") as opened:
            tables = _tables(opened, file.at)
            if sum(length for _, length in tables.values()) > LARGEST:
                return None
            if file.path.lower().endswith((".ttf", ".otf")):
                opened.seek(0)
                data = opened.read(LARGEST + 1)
                return data if len(data) <= LARGEST else None
            return _alone(opened, tables)
    except (OSError, ValueError, struct.error):
        return None


def _files(place: str, depth: int = 0) -> Iterator[str]:
    try:
        with os.scandir(place) as entries:
            in_order = sorted(entries, key=lambda entry: entry.name)[:_MOST_FILES]
    except OSError:
        return
    for entry in in_order:
        try:
            if entry.is_dir():
                if depth < _DEEPEST and not entry.is_symlink():
                    yield from _files(entry.path, depth + 1)
            elif entry.name.lower().endswith(_ENDINGS) and entry.is_file():
                yield entry.path
        except OSError:
            continue


def _faces(path: str) -> Iterator[tuple[FaceKey, int, int]]:
    """Yield the key of each face in a file, how unusual it is, and its offset."""
    try:
        with Path(path).open("rb", buffering=0) as opened:
            for at in _beginnings(opened):
                tables = _tables(opened, at)
                table = _read(opened, tables, b"name", _LARGEST_NAMES)
                names = {text for _, text, _ in font_names(table, {FAMILY})}
                bold, italic, rank = _style(_read(opened, tables, b"OS/2", 64))
                for name in names:
                    yield (name.casefold(), bold, italic), rank, at
    except (OSError, KeyError, ValueError, struct.error):
        return


def _beginnings(opened: BinaryIO) -> tuple[int, ...]:
    """Return the offsets of the faces in a file (OpenType, Font Collections)."""
    tag, _, count = struct.unpack(">4s2I", opened.read(12))
    if tag != b"ttcf":
        return (0,)
    if count > _MOST_FACES:
        raise ValueError("no collection has so many faces")
    return struct.unpack(f">{count}I", opened.read(4 * count))


def _tables(opened: BinaryIO, at: int) -> dict[bytes, tuple[int, int]]:
    """Return the offset and length of each table of a face."""
    opened.seek(at)
    _, count = struct.unpack(">4sH6x", opened.read(12))
    if count > _MOST_TABLES:
        raise ValueError("no font has so many tables")
    raw = opened.read(_DIRECTORY.size * count)
    return {tag: (start, length) for tag, _, start, length in _DIRECTORY.iter_unpack(raw)}


def _read(
    opened: BinaryIO, tables: Mapping[bytes, tuple[int, int]], tag: bytes, most: int
) -> bytes:
    start, length = tables[tag]
    opened.seek(start)
    return opened.read(min(length, most))


def _style(os2: bytes) -> tuple[bool, bool, int]:
    """Return whether a face is bold, is italic, and how far its weight and width are from usual."""
    weight, width = struct.unpack_from(">2H", os2, 4)
    (selection,) = struct.unpack_from(">H", os2, 62)
    bold, italic = bool(selection & _BOLD), bool(selection & _ITALIC)
    odd = abs(weight - (700 if bold else 400)) + 1000 * abs(width - _NORMAL_WIDTH)
    return bold, italic, odd


def _alone(opened: BinaryIO, tables: Mapping[bytes, tuple[int, int]]) -> bytes:
    """Return one face of a collection as a font file."""
    directory, body = [], []
    at = 12 + _DIRECTORY.size * len(tables)
    for tag in sorted(tables):
        data = _read(opened, tables, tag, LARGEST)
        directory.append(_DIRECTORY.pack(tag, 0, at, len(data)))
        body.append(data + bytes(-len(data) % 4))
        at += len(body[-1])
    kind = b"OTTO" if b"CFF " in tables else b"\x00\x01\x00\x00"
    head = struct.pack(">4sH6x", kind, len(tables))
    return b"".join((head, *directory, *body))
