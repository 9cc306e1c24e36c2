"""Where pictures of all shapes stand beside a headline or a text, and where the words stand."""

from typing import NamedTuple

import pytest

from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.tokens import PLAIN_TOKENS
from deckgen.deck.box import Box
from deckgen.deck.graphics import Clip, Picture, Recording
from deckgen.deck.layout import EMU_PER_INCH
from deckgen.deck.slide import Deck, LayoutRole, PlaceholderRole, Slide
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.fit import fit
from deckgen.support.diagnostics import Diagnostics
from tests.fit.graphics.test_pictures import SPAN, picture
from tests.media.sample_pictures import pixels, saved
from tests.present import present, the_graphic
from tests.sampled import sampled
from tests.talks import talk

BRAND = generate_brand(PLAIN_TOKENS, "16:9", None, Diagnostics())
WHOLE = BRAND.layout("bullets").graphic_box("body")
MARGIN_RIGHT = WHOLE.right
"""EMU: the right margin."""
FOOT = 6.55
"""Inches: where bodies end."""


class Placed(NamedTuple):
    """A slide as it was placed."""

    layout: str
    pictures: list[Picture]
    texts: dict[PlaceholderRole, Box]


def placed(
    role: LayoutRole, text: str, *pictures: Picture | Clip, place: PlaceholderRole
) -> Placed:
    """Return a slide with a headline, a text if it has one, and pictures or films for `place`."""
    lines: dict[PlaceholderRole, str] = {"title": "Trees"}
    if text:
        lines["second" if place == "body" else "body"] = text
    contents = tuple((at, TextBody((Paragraph((Run(line),)),))) for at, line in lines.items())
    graphics = tuple((place, each) for each in pictures)
    slide = Slide("a", role, None, "en", contents, SPAN, graphics=graphics)
    diagnostics = Diagnostics()
    found = fit(Deck("T", "en", (slide,)), BRAND.layout, BRAND.fonts, 18, diagnostics)
    assert list(diagnostics) == []
    (made,) = found.deck.slides
    layout = BRAND.layout(*made.layout_key)
    boxes = {
        at: body.box or own.box for at, body in made.placeholders if (own := layout.placeholder(at))
    }
    shown = [
        each.picture if isinstance(each, Clip) else each
        for _, each in made.graphics
        if isinstance(each, Picture | Clip)
    ]
    return Placed(layout.name, shown, boxes)


def inches(box: Box | None) -> tuple[float, ...]:
    assert box is not None
    return tuple(round(length / EMU_PER_INCH, 1) for length in box)


@pytest.mark.parametrize(
    ("ratio", "layout", "box"),
    [
        (4.0, "Title and bullets", (0.8, 1.4, 11.8, 3.0)),  # panorama: all of the width, above it
        (1.5, "Picture beside title", (4.8, 0.6, 7.8, 5.2)),  # landscape: to the right margin
        (1.0, "Picture beside title", (6.6, 0.6, 6.0, 6.0)),  # square: all of the height
        (0.66, "Picture beside title", (8.6, 0.6, 4.0, 6.0)),  # portrait: the headline has the rest
        (0.0001, "Picture beside title", (12.6, 0.6, 0.0, 6.0)),  # a thread
    ],
)
def test_a_picture_alone_is_as_wide_or_as_high_as_its_place(
    ratio: float, layout: str, box: tuple[float, ...]
) -> None:
    found = placed("bullets", "", picture(ratio), place="body")
    assert (found.layout, inches(found.pictures[0].box)) == (layout, box)


FEW, LONGER = "Trees and benches", "Trees where until last year cars and lorries stood"


@pytest.mark.parametrize(
    ("words", "place", "box", "text"),
    [
        (FEW, "second", (5.8, 1.4, 6.7, 4.5), (0.8, 4.7)),  # seven of the twelve columns
        (FEW, "body", (0.8, 1.4, 6.7, 4.5), (7.9, 4.7)),
        (LONGER, "second", (6.9, 1.4, 5.7, 3.8), (0.8, 5.7)),  # it would have another line
    ],
)
def test_a_picture_is_wider_beside_few_words(
    words: str, place: PlaceholderRole, box: tuple[float, ...], text: tuple[float, float]
) -> None:
    found = placed("two-contents", words, picture(1.5), place=place)
    assert inches(found.pictures[0].box) == box
    shown = inches(found.texts["second" if place == "body" else "body"])
    assert (shown[0], shown[2]) == text


@pytest.mark.parametrize(
    ("ratio", "place", "box", "text"),
    [
        (0.66, "second", (9.2, 1.4, 3.4, 5.1), (0.8, 8.1)),
        (0.66, "body", (0.8, 1.4, 3.4, 5.1), (4.5, 8.1)),
    ],
)
def test_a_picture_beside_text_is_at_the_margin_and_the_text_has_the_rest(
    ratio: float, place: PlaceholderRole, box: tuple[float, ...], text: tuple[float, float]
) -> None:
    found = placed("two-contents", FEW, picture(ratio), place=place)
    assert inches(found.pictures[0].box) == box
    words = inches(found.texts["second" if place == "body" else "body"])
    assert (words[0], words[2]) == text


def test_a_picture_that_leaves_the_text_little_ends_at_the_margin() -> None:
    found = placed("two-contents", "Trees " * 60, picture(1.08), place="second")
    assert inches(found.pictures[0].box) == (7.1, 1.4, 5.5, 5.1)
    assert inches(found.texts["body"])[2] == 5.7


@pytest.mark.parametrize(
    ("ratio", "place", "words", "box", "text"),
    [
        (4.0, "second", "Trees", (0.8, 3.6, 11.8, 3.0), (0.8, 1.4, 11.8)),
        (4.0, "body", "Trees", (0.8, 1.4, 11.8, 3.0), (0.8, 4.7, 11.8)),
        (2.5, "body", "Trees", (0.8, 1.4, 10.8, 4.3), (0.8, 6.1, 11.8)),  # not the last column
        (2.5, "second", "Trees " * 60, (6.9, 1.4, 5.7, 2.3), (0.8, 1.3, 5.7)),  # too much above it
    ],
)
def test_a_panorama_stands_below_or_above_its_text(
    ratio: float,
    place: PlaceholderRole,
    words: str,
    box: tuple[float, ...],
    text: tuple[float, ...],
) -> None:
    found = placed("two-contents", words, picture(ratio), place=place)
    assert inches(found.pictures[0].box) == box
    assert inches(found.texts["second" if place == "body" else "body"])[:3] == text


def test_a_caption_stands_below_the_headline_that_is_beside_the_picture() -> None:
    found = placed("bullets", "", picture(1.5, "A market"), place="body")
    (shown,) = found.pictures
    assert shown.box
    assert shown.caption
    assert shown.caption.box
    assert shown.caption.box.x == found.texts["title"].x
    assert shown.caption.box.right < shown.box.x
    foot = shown.caption.box.bottom
    assert foot == pytest.approx(shown.box.bottom, abs=2)
    assert shown.caption.size == 16


def test_a_film_alone_stands_as_a_picture_does() -> None:
    shown = picture(1.5, "A market")
    film = Clip(Recording(shown.media, film=True, milliseconds=1000), shown, SPAN)
    found, expected = (placed("bullets", "", each, place="body") for each in (film, shown))
    assert found.layout == "Picture beside title"
    assert found == expected


@pytest.mark.parametrize("count", sampled([2, 3, 4, 5, 6], every=2))
@pytest.mark.parametrize("ratio", [0.66, 1.0, 1.5, 3.0])
def test_several_pictures_end_at_the_right_margin(count: int, ratio: float) -> None:
    found = placed("bullets", "", *[picture(ratio)] * count, place="body")
    boxes = [each.box for each in found.pictures if each.box]
    right = max(box.right for box in boxes)
    if found.layout == "Picture beside title":
        assert right == pytest.approx(MARGIN_RIGHT, abs=40)
        title = found.texts["title"]
        assert title.right <= min(box.x for box in boxes)
    assert max(box.bottom for box in boxes) <= FOOT * EMU_PER_INCH + 9_144


@pytest.mark.parametrize(
    ("size", "text", "across"),
    [
        ("16:9", "It has five parts.", False),
        ("4:3", "It has five parts.", True),
        ("4:3", "It has five parts. " * 20, False),
    ],
)
def test_a_wide_picture_stands_across_a_narrow_page(size: str, text: str, *, across: bool) -> None:
    """Beside its text, it would be less than half as high as its place."""
    plan = {"plan.png": saved(pixels(1100, 500), "PNG")}
    entry = f"- {{title: Plan, text: {text}, image: {{file: plan.png, alt: A}}}}"
    (slide,) = talk(entry, size=size, files=plan, style="panel").compiled.fitted.deck.slides
    shown = the_graphic(slide, Picture)
    (words,) = [body.box for role, body in slide.placeholders if role != "title"]
    assert words
    assert shown.box
    assert (words.x == shown.box.x) is across


def test_four_drawings_on_a_narrow_page_end_at_its_right_margin() -> None:
    """Beside their headline; below it, they would leave a third of the page at their right."""
    files = {"a.png": saved(pixels(1200, 800), "PNG")}
    listed = ", ".join(["{file: a.png, alt: A, caption: Spring}"] * 4)
    made = talk(f"- {{title: Four, image: [{listed}]}}", size="4:3", files=files, style="panel")
    (slide,) = made.compiled.fitted.deck.slides
    boxes = [shown.box for _, shown in slide.graphics if isinstance(shown, Picture) and shown.box]
    page = made.compiled.brand.layout("bullets").graphic_box("body")
    assert max(box.right for box in boxes) == pytest.approx(page.right, abs=1000)


SIX = [(600, 780, "A bench at every door"), (600, 780, "Thursday market"),
       (600, 780, "Bike to borrow"), (600, 780, "Light in Mill Lane"),
       (900, 900, "Four rules"), (900, 900, "The shop")]  # fmt: skip


@pytest.mark.parametrize("style", ["band", "bold"])
def test_six_drawings_with_captions_stand_beside_their_headline_in_two_rows(style: str) -> None:
    """Below it, one row of them would leave the foot of the page empty."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h9v9z"/></svg>'
    files = {f"{at}.svg": svg.format(*one).encode() for at, one in enumerate(SIX)}
    listed = ", ".join(
        f"{{file: {at}.svg, alt: A, caption: {words}}}" for at, (*_, words) in enumerate(SIX)
    )
    made = talk(f"- {{title: Six places, image: [{listed}]}}", files=files, style=style)
    (slide,) = made.compiled.fitted.deck.slides
    boxes = [one.box for _, one in slide.graphics if isinstance(one, Picture) and one.box]
    assert len({box.y for box in boxes}) == 2


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_a_headline_on_a_field_stays_on_it_beside_an_upright_picture(size: str) -> None:
    """In `bold`, its letters are as light as the page beside the field."""
    files = {"tall.png": saved(pixels(600, 900), "PNG")}
    entry = "- {title: A bench at every door, image: {file: tall.png, alt: A}}"
    made = talk(entry, style="bold", size=size, files=files)
    (slide,) = made.compiled.fitted.deck.slides
    layout = made.compiled.brand.layout(*slide.layout_key)
    title = present(slide.text("title"))
    place = present(layout.placeholder("title"))
    assert layout.name == "Picture beside title"
    assert (title.box or place.box).right <= layout.filled_areas[-1].box.right
