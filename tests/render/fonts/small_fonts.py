"""Small fonts in folders, as systems have them."""

import struct
from pathlib import Path

from tests.fonts.test_font_files import head, names, windows
from tests.fonts.test_font_files_faces import font

REGULAR, ITALIC, BOLD, BOLD_ITALIC = 0x40, 0x01, 0x20, 0x21
"""OpenType, OS/2, fsSelection."""


def face(
    *families: str, style: int = REGULAR, weight: int = 0, width: int = 5, draws: str = "A"
) -> bytes:
    """Return a font file by the names of its family, that draws some characters."""
    weight = weight or (700 if style & BOLD else 400)
    os2 = struct.pack(">4x2H54xH", weight, width, style) + bytes(20)
    named = names(*(windows(name, 0x409 + at) for at, name in enumerate(families)))
    return font(**{"OS/2": os2, "name": named, "cmap": cmap(draws), "glyf": b"", "head": head(0)})


def cmap(draws: str) -> bytes:
    """Return a character map of format 12; every character has glyph 1."""
    groups = b"".join(struct.pack(">3I", ord(sign), ord(sign), 1) for sign in sorted(draws))
    table = struct.pack(">2H3I", 12, 0, 16 + len(groups), 0, len(draws)) + groups
    return struct.pack(">2H2HI", 0, 1, 3, 10, 12) + table


def collection(*faces: bytes) -> bytes:
    """Return font files as one (OpenType, Font Collections)."""
    at = 12 + 4 * len(faces)
    offsets, body = [], b""
    for each in faces:
        begin = at + len(body)
        offsets.append(begin)
        (count,) = struct.unpack_from(">H", each, 4)
        moved = bytearray(each)
        for number in range(count):
            place = 12 + 16 * number + 8
            (offset,) = struct.unpack_from(">I", each, place)
            struct.pack_into(">I", moved, place, offset + begin)
        body += bytes(moved)
    return struct.pack(f">4s2I{len(faces)}I", b"ttcf", 0x00010000, len(faces), *offsets) + body


def put(folder: Path, **files: bytes) -> None:
    """Write files; “sub__one_ttf” is one.ttf in the folder sub."""
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_ttf", ".ttf").replace("_ttc", ".ttc")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
