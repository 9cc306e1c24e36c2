"""Small Windows metafiles: a rectangle, with a picture embedded in the way of EMF+ or WMF."""

import struct

Rgb = tuple[int, int, int]
SIDE = 640
"""Width and height in pixels."""
_MICROMETRES = SIDE * 26458 // 100
_OBJECT, _IMAGE, _DRAW_IMAGE = 0x4008, 0x0500, 0x401A


def emf(*records: bytes, colour: Rgb = (20, 20, 200)) -> bytes:
    """Return an EMF that draws a rectangle, with these records before it."""
    r, g, b = colour
    body = [
        *records,
        _emr(39, struct.pack("<IIII", 1, 0, r | g << 8 | b << 16, 0)),  # EMR_CREATEBRUSHINDIRECT
        _emr(37, struct.pack("<I", 1)),  # EMR_SELECTOBJECT
        _emr(43, struct.pack("<iiii", 20, 20, 200, 200)),  # EMR_RECTANGLE
        _emr(14, struct.pack("<III", 0, 16, 20)),  # EMR_EOF
    ]
    size = 88 + sum(map(len, body))
    frame = _MICROMETRES // 10
    head = struct.pack(
        "<II4i4i4sIIIHHIIIiiii",
        *(1, 88, 0, 0, SIDE, SIDE, 0, 0, frame, frame),
        *(b" EMF", 0x10000, size, len(body) + 1, 2, 0, 0, 0, 0),
        *(1920, 1080, 508, 286),
    )
    return b"".join((head, *body))


def comment(identifier: bytes, data: bytes) -> bytes:
    """Return an EMR_COMMENT."""
    padding = bytes(-len(data) % 4)
    return _emr(70, struct.pack("<I", len(data) + 4) + identifier + data + padding)


def drawn_with_plus(image: bytes, *, storage: int = 1, width: int = 64) -> bytes:
    """Return the comment that draws an image with EMF+ over the whole metafile.

    `storage` says how the image is stored: 0 as raw pixels, 1 as a file ([MS-EMFPLUS] 2.1.1.2).
    """
    bitmap = struct.pack("<IIiiiiI", 0xDBC01002, 1, width, 64, 0, 0, storage) + image
    return plus(
        plus_record(0x4001, 1, struct.pack("<IIII", 0xDBC01002, 1, 96, 96)),
        plus_record(0x4030, 2, struct.pack("<f", 1)),  # page unit: pixels
        plus_record(_OBJECT, _IMAGE, bitmap),
        plus_record(*(_DRAW_IMAGE, 0), struct.pack("<Ii8f", 1, 2, 0, 0, 64, 64, 0, 0, SIDE, SIDE)),
        plus_record(0x4002, 0, b""),
    )


def far_from_the_start(*records: bytes) -> bytes:
    """Return an EMF with records behind its first 4,096 bytes."""
    return emf(*[_emr(43, struct.pack("<iiii", 20, 20, 200, 200))] * 200, *records)


def plus(*records: bytes) -> bytes:
    """Return a comment of EMF+ records."""
    return comment(b"EMF+", b"".join(records))


def plus_record(type_: int, flags: int, data: bytes) -> bytes:
    """Return an EMF+ record."""
    data += bytes(-len(data) % 4)
    return struct.pack("<HHII", type_, flags, 12 + len(data), len(data)) + data


def wmf(*records: bytes, placeable: bool = True) -> bytes:
    """Return a WMF of these records."""
    body = b"".join((*records, _wmr(0, b"")))
    start = struct.pack("<IHhhhhHIH", 0x9AC6CDD7, 0, 0, 0, SIDE, SIDE, 96, 0, 0)
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(body) // 2, 1, 512, 0)
    return (start if placeable else b"") + head + body


def escape(data: bytes) -> bytes:
    """Return a META_ESCAPE with a comment, in which a WMF may hold an EMF."""
    data += bytes(len(data) % 2)
    return _wmr(0x626, struct.pack("<HH", 15, len(data)) + data)


def rectangle() -> bytes:
    """Return a META_RECTANGLE."""
    return _wmr(0x41B, struct.pack("<4h", 200, 200, 20, 20))


def _emr(type_: int, data: bytes) -> bytes:
    return struct.pack("<II", type_, 8 + len(data)) + data


def _wmr(type_: int, data: bytes) -> bytes:
    return struct.pack("<IH", 3 + len(data) // 2, type_) + data
