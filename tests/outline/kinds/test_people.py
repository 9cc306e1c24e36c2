"""People from the outline to the deck: portrait, name, portrait, name."""

from pathlib import Path

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from deckgen.deck.box import Box
from tests.media.sample_pictures import pixels, saved
from tests.sampled import sampled
from tests.talks import Talk, check_valid, complaints, talk
from tests.template.test_any_template import FILES, GOOD

PICTURES = {"a.png": saved(pixels(600, 400), "PNG")}
SHOWN = (
    "- {title: S, people: [{name: Anna Muster, role: Town, picture: a.png}, {name: Bo Beispiel}]}"
)
NAMED = "- {title: N, people: [{name: Anna, role: Town}, {name: Bo}]}"
ALONE = "- {title: A, people: [{name: Anna, role: Town}]}"
EIGHT = "- {{title: E, people: [{}]}}".format(
    ", ".join(f"{{name: Person {n}, role: Town, picture: a.png}}" for n in range(8))
)
EVERY = f"{SHOWN}\n{NAMED}\n{ALONE}\n{EIGHT}"


def people(entries: str, brand: Path | None = None, lang: str = "en-GB") -> Talk:
    return talk(entries, brand=brand, lang=lang, files=PICTURES)


def test_each_portrait_is_a_square_read_before_its_name() -> None:
    (slide,) = people(SHOWN).slides
    portrait, name, other = [one for one in slide.shapes if not one.is_placeholder]
    assert portrait.width == portrait.height
    assert portrait.crop_left == portrait.crop_right == pytest.approx(1 / 6, abs=1e-4)
    assert portrait._element.nvPicPr.cNvPr.get("descr") == "Anna Muster"
    assert name.text_frame.text == "Anna Muster\nTown"
    initials, words = other.shapes
    assert (initials.text_frame.text, words.text_frame.text) == ("BB", "Bo Beispiel")
    assert (initials.width, initials.top) == (portrait.width, portrait.top)


@pytest.mark.parametrize("count", sampled(range(1, 9), every=8))
@pytest.mark.parametrize("size", sampled(["16:9", "4:3"], every=2))
def test_every_number_of_people_stands_in_the_place_of_the_body(count: int, size: str) -> None:
    listed = ", ".join(f"{{name: Person {n}, role: Town, picture: a.png}}" for n in range(count))
    made = talk(f"- {{title: T, people: [{listed}]}}", size=size, files=PICTURES)
    assert not made.diagnostics.has_errors
    body = made.compiled.brand.layout("bullets", "light").graphic_box("body")
    (slide,) = made.slides
    title = slide.shapes.title
    for shape in (one for one in slide.shapes if not one.is_placeholder):
        box = Box(shape.left, shape.top, shape.width, shape.height)
        assert body.x <= box.x < box.right <= body.right
        assert title.top + title.height / 2 < box.y < box.bottom <= body.bottom


@pytest.mark.parametrize(
    ("keys", "top", "bottom"),
    [("file: tall.png", 0.1, 0.4), ("file: tall.png, focus: bottom", 0.5, 0.0)],
    ids=["the face", "what the author says"],
)
def test_a_tall_portrait_keeps_its_face(keys: str, top: float, bottom: float) -> None:
    tall = {"tall.png": saved(pixels(400, 800), "PNG")}
    (slide,) = talk(
        f"- {{title: S, people: [{{name: Anna, picture: {{{keys}}}}}]}}", files=tall
    ).slides
    (portrait,) = [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert (portrait.crop_top, portrait.crop_bottom) == pytest.approx((top, bottom), abs=1e-3)


def test_what_reads_from_the_right_begins_there() -> None:
    (slide,) = people(SHOWN, lang="ar").slides
    lefts = [one.left for one in slide.shapes if not one.is_placeholder]
    assert lefts[0] > lefts[-1]


@pytest.mark.parametrize(
    ("name", "lang", "initials"),
    [("عمران هولت", "ar", "ع\u200cه"), ("Anna Muster", "ar", "AM"), ("Anna Muster", "de", "AM")],
)
def test_initials_in_arabic_are_not_joined_to_a_word(name: str, lang: str, initials: str) -> None:
    (slide,) = people(f"- {{title: T, people: [{{name: {name}}}]}}", lang=lang).slides
    assert initials in slide.element.xpath("//a:t/text()")


def test_too_many_words_are_an_error() -> None:
    made = people(f"- {{title: T, people: [{{name: Anna, role: {'word ' * 400}}}]}}")
    assert made.codes == ["too-long"]


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_on_any_template_they_have_their_room(name: str) -> None:
    made = people(EVERY, FILES[name])
    assert complaints(made.data, FILES[name].read_bytes()) == {}


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    check_valid(people(EVERY).data, tmp_path)
