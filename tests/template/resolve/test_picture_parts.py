"""Text stands on the parts of a picture on which nothing is drawn; a calm one is one colour."""

import io

import pytest
from PIL import Image

from deckgen.deck.box import Box
from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.xml_parser import Element, parse_xml
from deckgen.template.resolve.backgrounds import background_picture
from deckgen.template.resolve.picture_parts import Pictures, calm_ground
from deckgen.template.template import BackgroundPicture
from tests.template.small import NAMESPACES

PAGE = Box(0, 0, 6_400, 3_200)
PLAIN = Image.new("RGB", (80, 40), "#336699")
GREY = Image.linear_gradient("L").point(lambda level: 127 + level // 4)
BLACK_TO_WHITE = Image.linear_gradient("L")
BLIP = '<a:blip r:embed="rId1"/>'


def pictures_of(image: Image.Image, roots: tuple[str, ...] = ("",)) -> tuple[Pictures, ...]:
    """Return the pictures of parts with these roots, in which rId1 is an image."""
    out = io.BytesIO()
    image.save(out, "PNG")
    link = ParsedRelationship("rId1", "image", "/image.png", external=False, type_uri="")
    picture = ParsedPart("/image.png", "image/png", out.getvalue(), None, ())
    package = ParsedPackage("a.potx", {picture.name: picture}, (), {}, {}, ())
    slides = (f"<p:sldLayout {NAMESPACES}><p:cSld>{own}</p:cSld></p:sldLayout>" for own in roots)
    parts = (
        ParsedPart(f"/{at}.xml", None, b"", parse_xml(slide.encode()), (link,))
        for at, slide in enumerate(slides)
    )
    return tuple(Pictures(part, package, PAGE) for part in parts)


def fill_with(inner: str) -> Element:
    return parse_xml(f"<p:blipFill {NAMESPACES}>{inner}</p:blipFill>".encode())


def background(
    image: Image.Image, blip: str = BLIP, *, on_layout: bool = False
) -> BackgroundPicture | None:
    """Return the picture of a master's background, or of its layout's."""
    filled = f"<p:bg><p:bgPr><a:blipFill>{blip}</a:blipFill></p:bgPr></p:bg>"
    pictures = pictures_of(image, (filled if on_layout else "", filled))
    return background_picture([each.part for each in pictures], pictures[0])


def ground(image: Image.Image, blip: str = BLIP) -> str | None:
    picture = background(image, blip)
    return None if picture is None else calm_ground(picture, PAGE)[0]


@pytest.mark.parametrize(
    ("image", "blip", "color"),
    [
        pytest.param(PLAIN, BLIP, "336699", id="one colour"),
        pytest.param(PLAIN, '<a:blip r:embed="rId1"><a:lum/></a:blip>', "336699", id="unchanged"),
        pytest.param(
            PLAIN, '<a:blip r:embed="rId1"><a:lum bright="9"/></a:blip>', None, id="recoloured"
        ),
        pytest.param(PLAIN, f"{BLIP}<a:tile/>", None, id="repeated"),
        pytest.param(
            PLAIN,
            '<a:blip r:embed="rId1"><a:alphaModFix amt="40000"/></a:blip>',
            "ADC2D6",
            id="pale, on white",
        ),
        pytest.param(PLAIN, '<a:blip r:embed="rId7"/>', None, id="without a picture"),
        pytest.param(PLAIN, "", None, id="without a blip"),
        pytest.param(BLACK_TO_WHITE, BLIP, None, id="from black to white"),
        pytest.param(Image.new("RGBA", (8, 4), "#FFFFFF00"), BLIP, None, id="transparent"),
        pytest.param(Image.new("I;16", (80, 60), 0x8000), BLIP, "808080", id="16 bits a sample"),
    ],
)
def test_the_colour_of_a_background_picture(
    image: Image.Image, blip: str, color: str | None
) -> None:
    assert ground(image, blip) == color


def test_a_calm_gradient_is_its_mean() -> None:
    found = ground(GREY)
    assert found is not None
    assert abs(int(found[:2], 16) - 159) <= 2


def test_the_background_of_the_layout_is_before_that_of_its_master() -> None:
    assert background(PLAIN, on_layout=True) is not None


def drawn_on(color: str, *boxes: tuple[int, int, int, int]) -> Image.Image:
    """Return a picture of 64 by 32 dots of a colour; boxes of it, x, y, right, bottom, are red."""
    image = Image.new("RGBA", (64, 32), color)
    for box in boxes:
        image.paste((200, 0, 0, 255), box)
    return image


BAND, LOGO = (0, 0, 64, 4), (56, 20, 62, 28)
WHITE, CLEAR = "#FFFFFF", "#FFFFFF00"


def test_a_line_that_is_thinner_than_a_dot_is_drawn_on_a_background() -> None:
    """It is pale in the small copy; the edge of a pale band is none."""
    image = Image.new("RGB", (640, 320), "#FFFFFF")
    image.paste((20, 120, 200), (0, 60, 640, 64))
    image.paste((220, 235, 250), (0, 200, 640, 320))
    picture = background(image)
    assert picture is not None
    assert calm_ground(picture, PAGE)[1] == (Box(0, 600, 6_400, 100),)


@pytest.mark.parametrize(
    ("crop", "boxes"),
    [
        pytest.param("", {(0, 0, 6_400, 400), (5_600, 2_000, 600, 800)}, id="a band and a logo"),
        pytest.param(
            '<a:srcRect l="50000"/>', {(0, 0, 6_400, 400), (4_800, 2_000, 1_200, 800)}, id="cropped"
        ),
        pytest.param(
            '<a:stretch><a:fillRect t="-100000"/></a:stretch>',
            {(5_600, 800, 600, 1_600)},
            id="tall",
        ),
    ],
)
def test_what_is_drawn_on_a_calm_background(crop: str, boxes: set[tuple[int, ...]]) -> None:
    picture = background(drawn_on(WHITE, BAND, LOGO), BLIP + crop)
    assert picture is not None
    assert set(calm_ground(picture, PAGE)[1]) == boxes


@pytest.mark.parametrize(
    ("image", "boxes"),
    [
        pytest.param(drawn_on(CLEAR, LOGO), {(5_600, 2_000, 600, 800)}, id="a logo in its corner"),
        pytest.param(
            drawn_on(CLEAR, (0, 0, 4, 4), (5, 0, 9, 4)),
            {(0, 0, 900, 400)},
            id="the letters of a word",
        ),
        pytest.param(
            drawn_on(CLEAR, *((at, 2, at + 4, 4) for at in range(0, 50, 10))),
            {(0, 200, 4_400, 200)},
            id="many are one",
        ),
        pytest.param(drawn_on("#FF000020"), set(), id="a glow"),
        pytest.param(PLAIN, {tuple(PAGE)}, id="a photograph"),
        pytest.param(drawn_on("#DDEEFF"), set(), id="a pattern that is hardly seen"),
        pytest.param(drawn_on("#33669940"), set(), id="a pale one"),
    ],
)
def test_what_is_seen_of_a_picture(image: Image.Image, boxes: set[tuple[int, ...]]) -> None:
    (pictures,) = pictures_of(image)
    assert set(pictures.boxes(fill_with(BLIP), PAGE)) == boxes


def test_what_is_hardly_seen_depends_on_the_ground_the_opacity_and_the_size() -> None:
    (pictures,) = pictures_of(drawn_on("#DDEEFF"))
    on_dark = pictures._replace(ground="1F4E79")
    assert pictures.boxes(fill_with(BLIP), PAGE) == ()
    assert on_dark.boxes(fill_with(BLIP), PAGE) == (PAGE,)
    pale = '<a:blip r:embed="rId1"><a:alphaModFix amt="10000"/></a:blip>'
    assert on_dark.boxes(fill_with(pale), PAGE) == ()
    logo = Box(0, 0, 640, 640)
    assert pictures.boxes(fill_with(BLIP), logo) == (logo,)


def test_a_picture_through_which_its_ground_is_seen_is_mixed_with_that() -> None:
    (pictures,) = pictures_of(PLAIN)
    pale = '<a:blip r:embed="rId1"><a:alphaModFix amt="50000"/></a:blip>'
    paper = pictures._replace(ground="993300").paper(fill_with(pale), PAGE)
    assert paper is not None
    assert calm_ground(paper, PAGE)[0] == "664C4C"


@pytest.mark.parametrize(
    ("area", "colors"),
    [
        pytest.param(Box(0, 0, 6_400, 400), ("C80000", "C80000"), id="on a band"),
        pytest.param(Box(0, 800, 3_200, 800), ("FFFFFF", "FFFFFF"), id="on the ground"),
        pytest.param(Box(0, 0, 6_400, 800), (), id="no text suits both"),
        pytest.param(Box(0, 9_000, 100, 100), (), id="beside the page"),
    ],
)
def test_the_colours_behind_a_text(area: Box, colors: tuple[str, ...]) -> None:
    picture = background(drawn_on(WHITE, BAND, LOGO))
    assert picture is not None
    assert picture.colors_behind(area) == colors
