"""Pictures for programs that follow what they find: pixels stay, other formats never arrive."""

import gzip
import struct
from collections.abc import Callable

import pytest

from deckgen.render.plain_pictures import TRANSPARENT_PIXEL, plain_picture
from tests.render.hostile import PLAIN, picture, svg
from tests.render.metafiles import (
    comment,
    drawn_with_plus,
    emf,
    escape,
    far_from_the_start,
    plus,
    plus_record,
    rectangle,
    wmf,
)

SVG = svg("file:///secret.png")
PNG = picture(PLAIN)
PIXELS = [
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff\xe0",
    b"GIF89a",
    b"BM1234",
    b"II*\0",
    b"MM\0*",
    b"RIFF1234WEBPVP8 ",
]
METAFILES = {
    "an EMF": emf(),
    "a WMF": wmf(rectangle()),
    "a WMF without a place": wmf(rectangle(), placeable=False),
    "EMF+ with a PNG": emf(drawn_with_plus(PNG)),
    "EMF+ with pixels": emf(drawn_with_plus(bytes(400), storage=0)),
    "EMF+ with a brush of one colour": emf(plus(plus_record(0x4008, 0x100, bytes(12)))),
}
BRUSH = struct.pack("<III", 0xDBC01002, 2, 0)
WITH_OTHER_FORMATS = {
    "an SVG": (emf(drawn_with_plus(SVG)), emf()),
    "an SVG as raw pixels without a width": (
        far_from_the_start(drawn_with_plus(SVG, storage=0, width=0)),
        far_from_the_start(),
    ),
    "an SVG as raw pixels": (
        far_from_the_start(drawn_with_plus(SVG, storage=0)),
        far_from_the_start(),
    ),
    "a packed SVG as raw pixels without a width": (
        emf(drawn_with_plus(gzip.compress(SVG, mtime=0), storage=0, width=0)),
        emf(),
    ),
    "an SVG stored in a way that is none": (
        far_from_the_start(drawn_with_plus(SVG, storage=2)),
        far_from_the_start(),
    ),
    "an SVG that is packed": (emf(drawn_with_plus(gzip.compress(SVG, mtime=0))), emf()),
    "an SVG behind a PNG's first bytes": (emf(drawn_with_plus(PNG[:8] + SVG)), emf()),
    "a metafile": (emf(drawn_with_plus(emf(drawn_with_plus(SVG)))), emf()),
    "a metafile as EMF+ has it": (
        emf(plus(plus_record(0x4008, 0x500, struct.pack("<III", 0xDBC01002, 2, 3) + emf()))),
        emf(),
    ),
    "PostScript": (emf(drawn_with_plus(b"%!PS-Adobe-3.0 EPSF\n")), emf()),
    "a picture in two records": (
        emf(plus(plus_record(0x4008, 0x8500, SVG[:20]), plus_record(0x4008, 0x500, SVG[20:]))),
        emf(),
    ),
    "a brush of an SVG": (emf(plus(plus_record(0x4008, 0x100, BRUSH + SVG))), emf()),
    "a record that ends before it begins": (
        emf(plus(struct.pack("<HHII", 0x4008, 0x500, 4, 0), bytes(12))),
        emf(),
    ),
    "a PNG first": (emf(drawn_with_plus(PNG), drawn_with_plus(SVG)), emf()),
    "the picture in many formats": (emf(comment(b"GDIC", SVG)), emf()),
    "a comment of anybody": (emf(comment(b"mine", SVG)), emf()),
    "a WMF with an EMF": (wmf(rectangle(), escape(emf(drawn_with_plus(SVG)))), wmf(rectangle())),
    "without a place": (
        wmf(escape(SVG), rectangle(), placeable=False),
        wmf(rectangle(), placeable=False),
    ),
    "bytes behind the end": (emf() + SVG, emf()),
}


@pytest.mark.parametrize("start", PIXELS)
@pytest.mark.parametrize("packed", [bytes, lambda data: gzip.compress(data, mtime=0)])
def test_pixels_stay(start: bytes, packed: Callable[[bytes], bytes]) -> None:
    assert plain_picture(packed(start + bytes(100))) == start + bytes(100)


@pytest.mark.parametrize("name", METAFILES)
@pytest.mark.parametrize("packed", [bytes, lambda data: gzip.compress(data, mtime=0)])
def test_plain_metafiles_stay(name: str, packed: Callable[[bytes], bytes]) -> None:
    assert plain_picture(packed(METAFILES[name])) == METAFILES[name]


@pytest.mark.parametrize("name", WITH_OTHER_FORMATS)
def test_a_metafile_loses_pictures_in_other_formats(name: str) -> None:
    data, expected = WITH_OTHER_FORMATS[name]
    assert plain_picture(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        SVG,
        gzip.compress(SVG, mtime=0),
        b"%!PS-Adobe-3.0 EPSF\n",
        PNG[:8] + SVG,
        emf()[:44],
        b"\x01\0\0\0\xff\xff\xff\xff" + emf()[8:],
        b"\x1f\x8b no gzip",
    ],
)
def test_anything_else_is_a_pixel_that_cannot_be_seen(data: bytes) -> None:
    assert plain_picture(data) == TRANSPARENT_PIXEL
