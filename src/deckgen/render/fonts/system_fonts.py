"""The fonts of the system: found in its folders by name, read only when a deck needs them.

Of every file only the directory of its tables and three of these are read (`name`, `head`, `OS/2`);
what is found is kept for the life of the process.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import BinaryIO, NamedTuple

from deckgen.fonts.face import FaceKey
from deckgen.fonts.font_files import family_names
from deckgen.render.fonts.font_substitutes import substitute_families

LARGEST = 32 << 20
"""Bytes of a face; the renderer takes no larger one."""
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_MOST_FILES, _DEEPEST = 20_000, 6
_MOST_TABLES, _MOST_FACES, _LARGEST_NAMES = 64, 64, 1 << 20
_DIRECTORY = struct.Struct(">4s3I")
_ITALIC, _BOLD = 1 << 0, 1 << 5
"""OpenType, OS/2, fsSelection."""
_NORMAL_WIDTH = 5


class FontFile(NamedTuple):
    """Where a face lies."""

    path: str
    at: int = 0
    """Where it begins, in a collection of several."""


class FontData(NamedTuple):
    """A face to draw with, under the name that the deck has for it."""

    family: str
    bold: bool
    italic: bool
    data: bytes


FontIndex = Mapping[FaceKey, FontFile]
"""The names are folded to small letters."""


def faces_to_draw_with(
    families: Iterable[str], index: FontIndex, own: Mapping[FaceKey, bytes]
) -> Iterator[FontData]:
    """Yield the faces of fonts: a brand's own, else those installed, else those of a stand-in.

    A font for which nothing can be found has none.
    """
    for family in families:
        brought = [(key, data) for key, data in own.items() if _same(key[0], family)]
        for (_, bold, italic), data in brought:
            yield FontData(family, bold, italic, data)
        have = {key[1:] for key, _ in brought}
        if (False, False) not in have:
            yield from (
                face for face in _installed(family, index) if (face.bold, face.italic) not in have
            )


def _installed(family: str, index: FontIndex) -> Iterator[FontData]:
    for name in (family, *substitute_families(family)):
        found = [
            FontData(family, bold, italic, data)
            for bold in (False, True)
            for italic in (False, True)
            if (file := index.get((name.casefold(), bold, italic))) and (data := font_data(file))
        ]
        if found:
            yield from found
            return


def _same(name: str, other: str) -> bool:
    return name.casefold() == other.casefold()


@cache
def system_fonts() -> FontIndex:
    """Return the fonts of this machine; they are looked for once."""
    return font_index(font_folders(sys.platform, os.environ))


def font_folders(platform: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the folders that a system has its fonts in, the user's own last."""
    home = environment.get("HOME") or os.path.expanduser("~")
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
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    data = environment.get("XDG_DATA_HOME") or f"{home}/.local/share"
    below = [folder for folder in (*reversed(shared.split(":")), data) if os.path.isabs(folder)]
    found = ("/usr/share/fonts", *(f"{folder.rstrip('/')}/fonts" for folder in below))
    return (*dict.fromkeys(found), f"{home}/.fonts")


def font_index(places: Iterable[str]) -> FontIndex:
    """Return the faces of all fonts in folders; what cannot be read as a font is passed over."""
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
    """Return a face as a file of its own; None if it cannot be read, or is too large."""
    try:
        with open(file.path, "rb") as opened:
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
            found = sorted(entries, key=lambda entry: entry.name)[:_MOST_FILES]
    except OSError:
        return
    for entry in found:
        try:
            if entry.is_dir():
                if depth < _DEEPEST and not entry.is_symlink():
                    yield from _files(entry.path, depth + 1)
            elif entry.name.lower().endswith(_ENDINGS) and entry.is_file():
                yield entry.path
        except OSError:
            continue


def _faces(path: str) -> Iterator[tuple[FaceKey, int, int]]:
    """Yield the names of the faces in a file, how odd each is, and where it begins."""
    try:
        with open(path, "rb", buffering=0) as opened:
            for at in _beginnings(opened):
                tables = _tables(opened, at)
                names = set(family_names(_read(opened, tables, b"name", _LARGEST_NAMES)).values())
                bold, italic, rank = _style(_read(opened, tables, b"OS/2", 64))
                for name in names - {""}:
                    yield (name.casefold(), bold, italic), rank, at
    except (OSError, KeyError, ValueError, struct.error):
        return


def _beginnings(opened: BinaryIO) -> tuple[int, ...]:
    """Return where the faces of a file begin (OpenType, Font Collections)."""
    tag, _, count = struct.unpack(">4s2I", opened.read(12))
    if tag != b"ttcf":
        return (0,)
    if count > _MOST_FACES:
        raise ValueError("no collection has so many faces")
    return struct.unpack(f">{count}I", opened.read(4 * count))


def _tables(opened: BinaryIO, at: int) -> dict[bytes, tuple[int, int]]:
    """Return where each table of a face lies, and its length."""
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
    """Return whether a face is bold and italic, and how far it is from what these words mean."""
    weight, width = struct.unpack_from(">2H", os2, 4)
    (selection,) = struct.unpack_from(">H", os2, 62)
    bold, italic = bool(selection & _BOLD), bool(selection & _ITALIC)
    odd = abs(weight - (700 if bold else 400)) + 1000 * abs(width - _NORMAL_WIDTH)
    return bold, italic, odd


def _alone(opened: BinaryIO, tables: Mapping[bytes, tuple[int, int]]) -> bytes:
    """Return one face of a collection as a file of its own."""
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
