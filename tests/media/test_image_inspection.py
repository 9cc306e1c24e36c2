"""Pictures are recognised by their bytes; broken and unsafe ones are refused."""

import base64
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.media.image_inspection import inspect_image
from deckgen.media.refusal import RefusedError
from tests.media.growth import grows_with_its_size
from tests.media.sample_pictures import chunk, pixels, png, saved, svg, turned
from tests.media.sample_recordings import FILM

PNG = saved(pixels(), "PNG")
PHOTO = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
JPEG = saved(pixels(), "JPEG")
GIF = saved(pixels(), "GIF")
WEBP = saved(pixels(), "WEBP")
MOVING = saved(pixels(), "GIF", save_all=True, append_images=[pixels(mode="L").convert("RGB")])
PHONE = saved(pixels(), "MPO", save_all=True, append_images=[pixels()])
WIDE_USE = "".join(
    f'<g id="g{n + 1}">' + f'<use xlink:href="#g{n}"/>' * 10 + "</g>" for n in range(9)
)


@pytest.mark.parametrize(
    ("data", "kind", "size", "ready"),
    [
        (PNG, "image/png", (40, 30), True),
        (saved(pixels(mode="P"), "PNG"), "image/png", (40, 30), True),
        (saved(pixels(mode="RGBA"), "PNG"), "image/png", (40, 30), True),
        (png(1_000, 100, b"x" * 385, color=6), "image/png", (1_000, 100), True),
        (png(1_000, 100, b"x" * 193, color=4), "image/png", (1_000, 100), True),
        (png(8, 10_400, b"x" * 20, color=0, depth=1), "image/png", (8, 10_400), True),
        (JPEG, "image/jpeg", (40, 30), True),
        (saved(pixels(), "JPEG", progressive=True), "image/jpeg", (40, 30), True),
        (saved(pixels(mode="L"), "JPEG"), "image/jpeg", (40, 30), True),
        (PHONE, "image/jpeg", (40, 30), True),
        (turned(1), "image/jpeg", (40, 30), True),
        (turned(3), "image/jpeg", (40, 30), False),
        (turned(6), "image/jpeg", (30, 40), False),
        (turned(8), "image/jpeg", (30, 40), False),
        (turned(9), "image/jpeg", (40, 30), True),
        (saved(pixels(mode="CMYK"), "JPEG"), "image/jpeg", (40, 30), False),
        (GIF, "image/gif", (40, 30), True),
        (MOVING, "image/gif", (40, 30), True),
        (WEBP, "image/webp", (40, 30), False),
        (saved(pixels(), "WEBP", lossless=True), "image/webp", (40, 30), False),
        (saved(pixels(mode="RGBA"), "WEBP"), "image/webp", (40, 30), False),
        (svg(), "image/svg+xml", (1000, 750), False),
        (svg(root='width="4cm" height="20mm"'), "image/svg+xml", (1000, 500), False),
        (svg(root='width="4cm" viewBox="0 0 4 2"'), "image/svg+xml", (1000, 500), False),
        (svg(root='height="4cm" viewBox="0 0 4 2"'), "image/svg+xml", (1000, 500), False),
        (svg(before="<?xml version='1.0'?>\n<!DOCTYPE svg>"), "image/svg+xml", (1000, 750), False),
        (svg('<use href="#a"/><path id="a" d="M0 0"/>'), "image/svg+xml", (1000, 750), False),
        (svg('<rect fill="url(#a)" style="fill:red"/>'), "image/svg+xml", (1000, 750), False),
        (svg(f'<image href="{PHOTO}"/>'), "image/svg+xml", (1000, 750), False),
        (
            svg('<a href="https://a.example/b"><path d="M0 0"/></a>'),
            "image/svg+xml",
            (1000, 750),
            False,
        ),
    ],
)
def test_pictures(data: bytes, kind: str, size: tuple[int, int], *, ready: bool) -> None:
    found = inspect_image("picture", data)
    assert (found.content_type, (found.width, found.height), found.ready) == (kind, size, ready)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "no-picture"),
        (b"Some words.", "no-picture"),
        (b"%PDF-1.7 ...", "no-picture"),
        (FILM, "no-picture"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "no-picture"),
        (b"<!DOCTYPE html><html><svg></svg></html>", "no-picture"),
        (svg().replace(b"/2000/svg", b"/1999/xhtml"), "no-picture"),
        (PNG[:-1], "broken-picture"),
        (PNG[: len(PNG) // 2], "broken-picture"),
        (PNG[:8], "broken-picture"),
        (PNG.replace(b"IDAT", b"IDAX"), "broken-picture"),
        (png(40, 30), "broken-picture"),
        (png(0, 30, b"x"), "broken-picture"),
        (png(4, 4, b"x" * 9, color=7), "broken-picture"),
        (b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "broken-picture"),
        (png(20_000, 20_000, b"\0" * 1_200_000), "huge-picture"),
        (png(60_000, 10, b"\0" * 9_000), "huge-picture"),
        (png(1_000, 100, b"x" * 384, color=6), "broken-picture"),  # of 400,100 bytes, 1 to 1040
        (png(1_000, 100, b"x" * 192, color=4), "broken-picture"),  # of 200,100
        (png(8, 10_400, b"x" * 19, color=0, depth=1), "broken-picture"),  # of 20,800
        (png(2**31 - 1, 2**31 - 1, b"\0"), "broken-picture"),
        (JPEG[:-2], "broken-picture"),
        (JPEG[:-2] + b"\xff\xda\0\x02" * 101 + b"\xff\xd9", "broken-picture"),
        (JPEG[: len(JPEG) // 2], "broken-picture"),
        (JPEG[:4], "broken-picture"),
        (b"\xff\xd8\xff\xd9", "broken-picture"),
        (JPEG.replace(b"\xff\xc0", b"\xff\xc3"), "broken-picture"),
        (GIF[:-1], "broken-picture"),
        (GIF[:20], "broken-picture"),
        (b"GIF89a", "broken-picture"),
        (b"GIF89a" + struct.pack("<HHB", 9, 9, 0) + b"\0\0\x3b", "broken-picture"),
        (WEBP[:-1], "broken-picture"),
        (b"RIFF\x0c\0\0\0WEBPVP8 ", "broken-picture"),
        (WEBP.replace(b"\x9d\x01\x2a", b"\x9d\x01\x2b"), "broken-picture"),
        (svg(root=""), "broken-picture"),
        (svg(root='width="40"'), "broken-picture"),
        (svg(root='viewBox="0 0 0 10"'), "broken-picture"),
        (svg(root='viewBox="0 0 1 1000"'), "broken-picture"),
        (svg(root='width="100%" height="100%"'), "broken-picture"),
        (svg("<g>"), "broken-picture"),
        (svg("<script/>"), "unsafe-picture"),
        (svg('<rect onclick="x()"/>'), "unsafe-picture"),
        (
            svg("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>"),
            "unsafe-picture",
        ),
        (svg("<foreignObject>words</foreignObject>"), "unsafe-picture"),
        (svg("<text>words</text>"), "unsafe-picture"),
        (svg('<image href="photo.png"/>'), "unsafe-picture"),
        (svg('<image xlink:href="http://a.example/b.png"/>'), "unsafe-picture"),
        (svg('<image href="&#104;ttp://a.example/b.png"/>'), "unsafe-picture"),
        (svg('<image href="data:image/svg+xml;base64,AA"/>'), "unsafe-picture"),
        (svg('<a href="javascript:x()"/>'), "unsafe-picture"),
        (svg('<rect style="fill:url(http://a.example/b)"/>'), "unsafe-picture"),
        (svg('<rect style="fill:u\\72l(b)"/>'), "unsafe-picture"),
        (svg('<style>@import "a.css";</style>'), "unsafe-picture"),
        (svg("<style><![CDATA[@imp]]>ort 'a.css';</style>"), "unsafe-picture"),
        (svg(before='<?xml-stylesheet href="a.css"?>'), "unsafe-picture"),
        (svg('<set attributeName="href" to="javascript:x()"/>'), "unsafe-picture"),
        (svg(before='<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'), "unsafe-picture"),
        (svg(before='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), "unsafe-picture"),
        (svg(before='<!DOCTYPE svg [<!ENTITY % a "b">]>'), "unsafe-picture"),
        # Of two, the first is no document type.
        (svg(before='<!-- <!DOCTYPE [] x --><!DOCTYPE svg [<!ENTITY a "b">]>'), "unsafe-picture"),
        (svg("&a;", before='<!DOCTYPE svg SYSTEM "a.dtd">'), "broken-picture"),
        (svg('<g id="g0"/>' + WIDE_USE + '<use href="#g9"/>'), "unsafe-picture"),
        (svg('<g id="a"><use href="#a"/></g>'), "unsafe-picture"),
        (svg("<g>" * 300 + "</g>" * 300), "unsafe-picture"),
    ],
)
def test_what_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        inspect_image("picture", data)
    assert refused.value.code == code
    assert refused.value.hint


@pytest.mark.parametrize("data", [PNG, JPEG, GIF, MOVING])
def test_what_needs_no_change_is_passed_on_byte_for_byte(data: bytes) -> None:
    assert inspect_image("picture", data).data == data


def test_the_same_picture_has_the_same_name_whatever_its_file_is_called() -> None:
    assert inspect_image("a.png", PNG) == inspect_image("b.jpg", PNG)
    assert (
        inspect_image("a.png", PNG).part_name
        != inspect_image("a.png", saved(pixels(41), "PNG")).part_name
    )


def test_what_a_camera_noted_and_its_second_picture_stay_at_home() -> None:
    assert b"Maker of the camera" in turned(1)
    assert b"Maker of the camera" not in inspect_image("photo.jpg", turned(1)).data
    assert inspect_image("photo.jpg", PHONE).data.count(b"\xff\xd8\xff") == 1


@given(st.sampled_from([PNG, JPEG, GIF, WEBP, svg("<rect/>")]), st.data())
def test_no_damage_is_more_than_a_refusal(whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(whole) - 1))
    put = data.draw(st.binary(min_size=1, max_size=6))
    broken = whole[:at] + put + whole[at + data.draw(st.integers(0, 6)) :]
    try:
        found = inspect_image("picture", broken)
    except RefusedError:
        return
    assert found.width > 0
    assert found.height > 0


SCAN = b"\xff\xd8\xff\xda\x00\x02"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("before", "part"),
    [
        (SCAN, b"\xff"),
        (SCAN, b"\xff\xff\0"),
        (b"\xff\xd8", b"\xff"),
        (b"\xff\xd8", b"\xff\xe1\0\x02"),
        (b"\xff\xd8", b"\xff\xda\0\x02"),
        (b"GIF89a\x09\0\x09\0\0\0\0", b"!\xff\x01a\0"),
        (b"GIF89a\x09\0\x09\0\0\0\0", b"!\xff\x01a"),
        (b"RIFF\0\0\x01\0WEBP", b"EXIF\x0c\0\0\0II*\0\x08\0\0\0\xff\xff\0\0"),
        (b"\x89PNG\r\n\x1a\n", chunk(b"IDAT", b"")),
        (b"", b"<svg "),
        (b"", b"<!DOCTYPE "),
    ],
)
def test_looking_at_a_picture_grows_with_its_size(before: bytes, part: bytes) -> None:
    assert grows_with_its_size(
        lambda data: inspect_image("picture", data),
        lambda size: before + part * (size // len(part)),
        10_000,
    )
