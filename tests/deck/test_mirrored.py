"""A talk in a language from the right is the mirror image of the same talk from the left."""

import io
import re
import zipfile
from typing import Any

import pytest
from lxml import etree

from deckgen.brand.design.page import SlideFormat
from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.generate.logo import read_logo
from deckgen.brand.styles import style_names
from deckgen.brand.tokens import PLAIN_TOKENS
from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import EMU_PER_INCH, Layout, Placeholder, ProgressTrack, TextStyle
from deckgen.deck.mirrored import mirrored, to_be_mirrored
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.roundtrip.comparing.compare import compare
from deckgen.support.diagnostics import Diagnostics, Span
from deckgen.support.records import changed
from tests.media.sample_pictures import pixels, saved
from tests.present import present
from tests.roundtrip.edited_talk import read
from tests.talks import Talk, complaints, talk

SIZES: tuple[SlideFormat, ...] = ("16:9", "4:3")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><path d="M0 0h20v10z"/></svg>'
PICTURES = {
    f"{name}.png": saved(pixels(width, 600), "PNG") for name, width in {"a": 400, "b": 900}.items()
}
EVERY = """\
- {title: T, bullets: [One, Two]}
- {title: T, kicker: K, text: One}
- {title: T, columns: [{text: One}, {text: Two}, {text: Three}]}
- {title: T, columns: [{text: One}, {table: [[a, b], [1, 2]]}]}
- {question: Why?, bullets: [One]}
- {question: Why?, bullets: [One], image: {file: a.png, alt: A}}
- {title: T, image: {file: b.png, alt: A, caption: Words}, bullets: [One]}
- {title: T, bullets: [One], image: {file: a.png, alt: A}}
- {title: T, image: [{file: a.png, alt: A, caption: C}, {file: b.png, alt: B}]}
- {title: T, image: {file: b.png, alt: A, caption: Words}, bleed: yes}
- {title: T, steps: [{title: One, text: Two}, {title: Three, text: Four}]}
- {title: T, figures: [{number: "7", label: One}, {number: "80", label: Two}]}
- {title: T, people: [{name: Anna B}, {name: Carl D}]}
- {title: T, qr: "https://a.example"}
- {section: Part, subtitle: Two}
- {quote: Words, by: Anna}
- {closing: Thanks, text: Anna}
"""


def parts_of(style: str, size: SlideFormat, lang: str) -> dict[str, etree._Element]:
    """Return the layouts and the master of a style, with a logo on all of them."""
    tokens = changed(PLAIN_TOKENS, style=style, logo_on="all")
    logo = present(read_logo("a.svg", SVG, Span("brand.yaml", 1, 1), Diagnostics()))
    brand = generate_brand(tokens, size, logo, Diagnostics(), lang)
    return {
        part.name: etree.fromstring(part.data)
        for part in brand.parts
        if re.search(r"slide(Layout|Master)\d+\.xml$", part.name)
    }


def boxes(root: etree._Element) -> list[Box]:
    """Return the boxes of all shapes of a slide, a layout or a master, in their order."""
    found = []
    for shape in root.iter("{*}xfrm"):
        off, ext = shape.find("{*}off"), shape.find("{*}ext")
        if off is not None and ext is not None and int(ext.get("cx", "0")):
            sides = [off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")]
            found.append(Box(*map(int, filter(None, sides))))
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("style", style_names())
def test_every_layout_is_mirrored(style: str, size: SlideFormat) -> None:
    width = round({"16:9": 13 + 1 / 3, "4:3": 10}[size] * EMU_PER_INCH)
    usual, turned = (parts_of(style, size, lang) for lang in ("de", "ar"))
    assert usual.keys() == turned.keys()
    for name, root in usual.items():
        exact = [box._replace(x=width - box.right) for box in boxes(root)]
        assert boxes(turned[name]) == exact, name
        levels = [*turned[name].iter(*(f"{A}lvl{number}pPr" for number in range(1, 10)))]
        assert {level.get("rtl") for level in levels} == {"1"}
        sides = {"l": "r", "r": "l", "ctr": "ctr"}
        before = [*root.iter(*(f"{A}lvl{number}pPr" for number in range(1, 10)))]
        assert [each.get("algn") for each in levels] == [
            sides[each.get("algn", "")] for each in before
        ]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("style", style_names())
def test_a_headline_ends_at_the_right_margin_where_it_began_at_the_left_one(
    style: str, size: SlideFormat
) -> None:
    left, right = (
        talk("- {title: T, bullets: [a]}", lang=lang, style=style, size=size)
        for lang in ("en", "ar")
    )
    (first,), (other,) = (
        [shape for shape in made.slides[0].shapes if shape.name == "Title"]
        for made in (left, right)
    )
    assert right.compiled.brand.width - (other.left + other.width) == first.left


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("style", style_names())
def test_slides_are_mirrored_with_all_that_stands_on_them(style: str, size: str) -> None:
    usual, turned = (
        talk(EVERY, lang=lang, style=style, size=size, files=PICTURES) for lang in ("en", "ar")
    )
    width = usual.compiled.brand.width
    for first, other in zip(usual.slides, turned.slides, strict=True):
        expected = [(left, width - left - wide, top) for left, wide, top in _places(first)]
        found = [(width - left - wide, left, top) for left, wide, top in _places(other)]
        assert found == expected, first.slide_layout.name
    assert complaints(turned.data) == complaints(usual.data)


def _places(slide: Any) -> list[tuple[int, int, int]]:
    """Return left, width and top of each shape, but of frames that balanced lines narrow."""
    return [(shape.left, shape.width, shape.top) for shape in slide.shapes]


def test_pictures_are_moved_and_never_flipped() -> None:
    made = talk(
        "- {title: T, image: {file: b.png, alt: A}, bullets: [One]}", lang="ar", files=PICTURES
    )
    (picture,) = (shape for shape in made.slides[0].shapes if "Picture" in shape.name)
    assert "flipH" not in etree.tostring(picture._element).decode()
    assert picture.left + picture.width > made.compiled.brand.width / 2


def test_code_runs_from_the_left_in_every_language() -> None:
    (slide,) = talk("- {title: T, code: 'a = 1'}", lang="ar").slides
    (code,) = (shape for shape in slide.shapes if shape.name == "Code")
    (words,) = code._element.iter(f"{A}pPr")
    assert (words.get("algn"), words.get("rtl")) == ("l", "0")


def test_parts_of_layouts_are_mirrored() -> None:
    style = TextStyle(20, "dk1")
    place = Placeholder("body", "body", 1, "Body", Box(10, 5, 30, 7), (style,))
    place = place._replace(insets=Insets(1, 2, 3, 4), larger_boxes=(Box(0, 0, 90, 9),))
    layout = Layout("L", "bullets", "light", "/l.xml", (place,))
    layout = layout._replace(
        graphic_boxes=(("body", Box(10, 5, 60, 7)),),
        progress_track=ProgressTrack(Box(0, 0, 2, 9), "accent1"),
    )
    composed = to_be_mirrored(layout)
    assert composed.mirrored
    assert composed.placeholders[0].box == place.box
    assert composed.placeholders[0].level_styles == (style._replace(rtl=True),)
    shown = mirrored(composed, 100)
    (other,) = shown.placeholders
    assert not shown.mirrored
    assert other.box == Box(60, 5, 30, 7)
    assert other.larger_boxes == (Box(10, 0, 90, 9),)
    assert other.insets == Insets(3, 2, 1, 4)
    assert other.level_styles == (style._replace(align="r", rtl=True),)
    assert shown.graphic_boxes == (("body", Box(30, 5, 60, 7)),)
    assert present(shown.progress_track).box == Box(98, 0, 2, 9)


def test_the_free_space_beside_a_text_changes_sides() -> None:
    body = TextBody((Paragraph((Run("a"),)),), box=Box(10, 0, 20, 9), side_insets=(1, 5))
    assert mirrored(body, 100) == body._replace(box=Box(70, 0, 20, 9), side_insets=(5, 1))


def test_an_arabic_slide_of_a_german_talk_leaves_the_layouts_as_they_are() -> None:
    made = talk("- {title: T, lang: ar, bullets: [a]}", lang="de-DE")
    layouts = made.slides[0].slide_layout.slide_master.slide_layouts
    xml = "".join(etree.tostring(layout._element).decode() for layout in layouts)
    assert 'rtl="0"' in xml
    assert 'rtl="1"' not in xml


@pytest.mark.parametrize("lang", ["ar", "he-IL", "fa"])
def test_pull_of_an_untouched_deck_is_silent(lang: str) -> None:
    data = talk(EVERY, lang=lang, files=PICTURES).data
    deck = read(data)
    assert compare(present(deck.base), deck) == ()


def test_views_and_new_text_boxes_run_from_the_right() -> None:
    made = talk("- {title: T}", lang="ar")
    assert _presentation(made).get("rtl") == "1"
    levels = _presentation(made).find(".//{*}defaultTextStyle")
    assert levels is not None
    assert {level.get("rtl") for level in levels.iterchildren() if level.get("algn")} == {"1"}
    assert _presentation(talk("- {title: T}")).get("rtl") is None


def _presentation(made: Talk) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(made.data)).read("ppt/presentation.xml"))


@pytest.mark.parametrize("lang", ["ar", "en-GB"])
def test_a_talk_from_the_right_is_mirrored_whatever_its_slides_speak(lang: str) -> None:
    made = talk(f"- {{title: T, text: Words, lang: {lang}, tone: light}}", lang="ar", style="panel")
    assert not any(layout.mirrored for layout in made.compiled.brand.layouts)


def test_text_in_another_language_begins_at_the_other_margin() -> None:
    entries = "- {title: T, bullets: [One]}\n- {title: T, bullets: [One], lang: en-GB}"
    from_right, from_left = talk(entries, lang="ar").slides
    ends = [shape.left + shape.width for shape in from_right.placeholders if shape.width]
    begins = [shape.left for shape in from_left.placeholders if shape.width]
    assert max(ends) == 12_192_000 - min(begins)
