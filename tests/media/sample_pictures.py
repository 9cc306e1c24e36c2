"""Pictures for tests, made on the spot: whole ones, and ones that mean harm."""

import io
import struct
import zlib
from hashlib import shake_128
from typing import Any

from PIL import Image

SVG = "http://www.w3.org/2000/svg"


def pixels(width: int = 40, height: int = 30, mode: str = "RGB") -> Image.Image:
    """Return a picture whose left half differs from its right, its top from its foot."""
    image = Image.new("RGB", (width, height), (240, 230, 210))
    image.paste((20, 80, 90), (0, 0, width // 2, height // 2))
    image.paste((180, 60, 30), (width // 2, height // 2, width, height))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture as a file."""
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def noise(width: int, height: int) -> bytes:
    """Return a PNG that no packing makes small."""
    grey = shake_128(b"noise").digest(width * height)
    rows = (b"\0" + grey[at : at + width] for at in range(0, len(grey), width))
    return png(width, height, packed=zlib.compress(b"".join(rows), 1), color=0)


def turned(orientation: int, width: int = 40, height: int = 30) -> bytes:
    """Return a JPEG with a note of how the camera was held."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Maker of the camera"
    return saved(pixels(width, height), "JPEG", exif=exif)


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return a chunk of a PNG."""
    checksum = zlib.crc32(kind + body)
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", checksum)


def png(width: int, height: int, packed: bytes = b"", color: int = 2, depth: int = 8) -> bytes:
    """Return a PNG of a size that need not be true."""
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, 0)
    end = chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + end


def svg(inside: str = "", before: str = "", root: str = 'viewBox="0 0 40 30"') -> bytes:
    """Return an SVG."""
    links = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg xmlns="{SVG}" {links} {root}>{inside}</svg>'.encode()
