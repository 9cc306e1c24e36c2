"""The template that tokens make: every role, both tones, both shapes, and real placeholders."""

import pytest
from lxml import etree

from deckgen.brand.design.page import SlideFormat
from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.generate.logo import Logo, read_logo
from deckgen.brand.tokens import PLAIN_TOKENS, FontTokens, Limits
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import changed
from tests.media.sample_pictures import pixels, saved, turned
from tests.present import present

SPAN = Span("brand.yaml", 5, 7)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z" %s/></svg>'
)
SIZES: tuple[SlideFormat, ...] = ("16:9", "4:3")


def test_the_embedded_brand_can_be_read() -> None:
    diagnostics = Diagnostics()
    generate_brand(PLAIN_TOKENS, "16:9", None, diagnostics)
    assert not len(diagnostics)


def test_a_font_of_east_asian_letters_stands_in_the_theme() -> None:
    tokens = changed(PLAIN_TOKENS, fonts=FontTokens(east_asian="Yu Gothic", span=SPAN, spans={}))
    brand = generate_brand(tokens, "16:9", None, Diagnostics())
    (theme,) = (part for part in brand.parts if part.name == "/ppt/theme/theme1.xml")
    fonts = [found.get("typeface") for found in etree.fromstring(theme.data).iter("{*}ea")]
    assert fonts == ["Yu Gothic", "Yu Gothic"]


def test_numerals_within_arabic_have_the_font_of_the_text() -> None:
    """Programs set them in the font of complex scripts; without a name, in one of any width."""
    tokens = changed(PLAIN_TOKENS, fonts=FontTokens(body="Inter", span=SPAN, spans={}))
    brand = generate_brand(tokens, "16:9", None, Diagnostics())
    theme = next(part for part in brand.parts if part.name == "/ppt/theme/theme1.xml")
    fonts = [
        [found.get("typeface") for found in etree.fromstring(theme.data).iter(f"{{*}}{script}")]
        for script in ("latin", "cs")
    ]
    assert "Inter" in fonts[0]
    assert fonts[0] == fonts[1]


def test_a_higher_limit_lifts_every_content() -> None:
    tokens = changed(PLAIN_TOKENS, limits=Limits(size=28, span=SPAN, spans={}))
    brand = generate_brand(tokens, "16:9", None, Diagnostics())
    sizes = {
        level.size
        for layout in brand.layouts
        for placeholder in layout.placeholders
        if placeholder.role not in {"kicker", "date", "footer", "number", "day"}
        for level in placeholder.level_styles
    }
    assert min(sizes) == 28
    layout = next(part for part in brand.parts if part.name == brand.layouts[4].part_name)
    assert b'sz="2800"' in layout.data


@pytest.mark.parametrize(
    ("size", "told"), [(-1, 1), (0, 1), (7, 1), (8, 0), (18, 0), (40, 0), (41, 1)]
)
def test_a_limit_that_nobody_can_mean_is_refused(size: int, told: int) -> None:
    diagnostics = Diagnostics()
    limits = Limits(size=size, span=SPAN, spans={"size": SPAN})
    generate_brand(changed(PLAIN_TOKENS, limits=limits), "16:9", None, diagnostics)
    assert [(found.code, found.span) for found in diagnostics] == [("bad-limit", SPAN)] * told


@pytest.mark.parametrize(
    ("largest", "sizes"), [(None, {36, 44, 60}), (26, {26}), (96, {36, 44, 60})]
)
def test_bodies_grow_to_the_limit_at_most(largest: int | None, sizes: set[int]) -> None:
    limits = Limits(largest=largest, span=SPAN, spans={"largest": SPAN})
    brand = generate_brand(changed(PLAIN_TOKENS, limits=limits), "16:9", None, Diagnostics())
    bodies = [
        body
        for role in ("bullets", "question", "questions", "text", "two-contents")
        if (body := brand.layout(role).placeholder("body"))
    ]
    assert {body.largest_size for body in bodies} == sizes
    quotation = present(brand.layout("quote").placeholder("title"))
    assert quotation.largest_size == 72


@pytest.mark.parametrize("largest", [-1, 0, 17, 97])
def test_a_largest_size_that_nobody_can_mean_is_refused(largest: int) -> None:
    diagnostics = Diagnostics()
    limits = Limits(largest=largest, span=SPAN, spans={"largest": SPAN})
    generate_brand(changed(PLAIN_TOKENS, limits=limits), "16:9", None, diagnostics)
    assert [(found.code, found.span) for found in diagnostics] == [("bad-limit", SPAN)]


def test_parts_are_well_formed_and_every_layout_hangs_on_the_master() -> None:
    brand = generate_brand(PLAIN_TOKENS, "16:9", None, Diagnostics())
    parts = {part.name: part for part in brand.parts}
    for part in brand.parts:
        etree.fromstring(part.data)
    master = parts[brand.master_part_names[0]]
    targets = {relationship.target for relationship in master.relationships}
    for layout in brand.layouts:
        assert f"../{layout.part_name.removeprefix('/ppt/')}" in targets
        assert parts[layout.part_name].relationships[0].target.endswith("slideMaster1.xml")


def test_names_are_safe_in_xml() -> None:
    tokens = changed(PLAIN_TOKENS, name='Bau & Umwelt <"Nord">')
    brand = generate_brand(tokens, "16:9", None, Diagnostics())
    theme = next(part for part in brand.parts if part.name == "/ppt/theme/theme1.xml")
    assert etree.fromstring(theme.data).get("name") == tokens.name


def test_a_logo_follows_its_background() -> None:
    logo = present(_logo(SVG % b'fill="currentColor"', Diagnostics()))
    brand = generate_brand(PLAIN_TOKENS, "16:9", logo, Diagnostics())
    media = {part.name: part.data for part in brand.parts if "/media/" in part.name}
    assert b"#141414" in media["/ppt/media/logo-light.svg"]
    assert b"#FFFFFF" in media["/ppt/media/logo-dark.svg"]
    assert media["/ppt/media/logo-dark.png"].startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GIF89a", "bad-logo"),
        (b"", "bad-logo"),
        (b"\x89PNG\r\n\x1a\n", "bad-logo"),
        (saved(pixels(), "PNG")[:-20], "bad-logo"),
        (turned(1)[:-2], "bad-logo"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><path", "bad-logo"),
        (b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'a'>]>" + SVG % b"", "unsafe-logo"),
        (SVG % b"/><script>alert(1)</script><g", "unsafe-logo"),
        (SVG % b'onload="alert(1)"', "unsafe-logo"),
        (SVG % b'/><image href="https://example.org/a.png"', "unsafe-logo"),
        (SVG % b'/><image href="../../secret.png"', "unsafe-logo"),
        (SVG % b'style="fill:url(https://example.org/a)"', "unsafe-logo"),
    ],
)
def test_a_logo_that_cannot_be_shown_safely_is_refused(data: bytes, code: str) -> None:
    diagnostics = Diagnostics()
    assert _logo(data, diagnostics) is None
    assert [(found.code, found.span) for found in diagnostics] == [(code, SPAN)]


@pytest.mark.parametrize(
    ("data", "ratio"), [(saved(pixels(60, 40), "PNG"), 1.5), (turned(1), 4 / 3)]
)
def test_a_logo_of_pixels_has_its_shape_and_tells_nothing_of_the_camera(
    data: bytes, ratio: float
) -> None:
    logo = present(_logo(data, Diagnostics()))
    assert logo.ratio == ratio
    assert b"Maker of the camera" not in logo.data


def _logo(data: bytes, diagnostics: Diagnostics) -> Logo | None:
    return read_logo("logo.svg", data, SPAN, diagnostics)
