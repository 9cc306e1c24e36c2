"""A picture as background counts as one colour if it is calm, and as none otherwise."""

import io

import pytest
from PIL import Image

from deckgen.opc.parsed_package import ParsedPackage, ParsedPart, ParsedRelationship
from deckgen.opc.xml_parser import parse_xml
from deckgen.template.resolve.backgrounds import picture_background
from tests.template.small import NAMESPACES

PLAIN = Image.new("RGB", (80, 60), "#336699")
GREY = Image.linear_gradient("L").point(lambda level: 127 + level // 4)
BLACK_TO_WHITE = Image.linear_gradient("L")
BLIP = '<a:blip r:embed="rId1"/>'


def background(image: Image.Image, blip: str = BLIP, *, on_layout: bool = False) -> str | None:
    """Return the colour of a master's background, or of its layout's."""
    out = io.BytesIO()
    image.save(out, "PNG")
    filled = f"<p:bg><p:bgPr><a:blipFill>{blip}</a:blipFill></p:bgPr></p:bg>"
    parts = [
        ParsedPart(
            f"/{name}.xml",
            None,
            b"",
            parse_xml(f"<p:sldLayout {NAMESPACES}><p:cSld>{own}</p:cSld></p:sldLayout>".encode()),
            (ParsedRelationship("rId1", "image", "/image.png", external=False, type_uri=""),),
        )
        for name, own in (("layout", filled if on_layout else ""), ("master", filled))
    ]
    picture = ParsedPart("/image.png", "image/png", out.getvalue(), None, ())
    package = ParsedPackage("a.potx", {picture.name: picture}, (), {}, {}, ())
    return picture_background(parts, package)


@pytest.mark.parametrize(
    ("image", "blip", "color"),
    [
        pytest.param(PLAIN, BLIP, "336699", id="one colour"),
        pytest.param(PLAIN, '<a:blip r:embed="rId1"><a:lum/></a:blip>', "336699", id="unchanged"),
        pytest.param(
            PLAIN, '<a:blip r:embed="rId1"><a:lum bright="9"/></a:blip>', None, id="recoloured"
        ),
        pytest.param(PLAIN, '<a:blip r:embed="rId7"/>', None, id="without a picture"),
        pytest.param(PLAIN, "", None, id="without a blip"),
        pytest.param(BLACK_TO_WHITE, BLIP, None, id="from black to white"),
    ],
)
def test_the_colour_of_a_background_picture(
    image: Image.Image, blip: str, color: str | None
) -> None:
    assert background(image, blip) == color


def test_a_calm_gradient_is_its_mean() -> None:
    found = background(GREY)
    assert found is not None
    assert abs(int(found[:2], 16) - 159) <= 2


def test_a_grey_picture_of_16_bits_a_sample_is_not_white() -> None:
    assert background(Image.new("I;16", (80, 60), 0x8000)) == "808080"


def test_the_background_of_the_layout_is_before_that_of_its_master() -> None:
    assert background(PLAIN, on_layout=True) == "336699"
