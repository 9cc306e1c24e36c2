"""SVGs of other people's decks: what the light renderer is given in their place."""

import io
import zipfile

import pytest

from deckgen.render.light.plainer_slides import plainer_deck
from tests.media.sample_pictures import pixels, saved, svg
from tests.sampled import sampled

RED = svg("<rect width='40' height='30' fill='red'/>")
RICH = svg("<filter id='f'/><rect width='40' height='30' fill='red'/>")
ENDLESS = svg("<filter id='f'><feTurbulence numOctaves='999999'/></filter>")
PNG = saved(pixels(), "PNG")
FILM = b"\0\0\0\x18ftypmp42" + bytes(99)
RELATIONS = '<Relationships><Relationship Id="rId7" Target="../media/{}"/></Relationships>'
SHOWN = '<p:sld><a:blip r:embed="rId7"/></p:sld>'
BESIDE = '<p:sld><a:blip r:embed="rId1"/><asvg:svgBlip r:embed="rId7"/></p:sld>'


def deck(name: str, data: bytes, slide: str = SHOWN) -> bytes:
    """Return as much of a deck as is looked at: a slide that shows a file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        package.writestr("ppt/slides/slide1.xml", slide)
        package.writestr("ppt/slides/_rels/slide1.xml.rels", RELATIONS.format(name))
        package.writestr(f"ppt/media/{name}", data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "slide"),
    [("a.svg", ENDLESS, BESIDE), ("a.png", PNG, SHOWN), ("a.mp4", FILM, SHOWN)],
)
def test_what_is_not_drawn_or_no_svg_stays(name: str, data: bytes, slide: str) -> None:
    given = deck(name, data, slide)
    assert plainer_deck(given, "Calibri") is given


@pytest.mark.parametrize(
    ("name", "data", "slide", "begins"),
    sampled(
        [
            ("a.svg", RICH, SHOWN, b"\x89PNG"),
            ("a.png", RICH, SHOWN, b"\x89PNG"),
            ("a.svg", RED, SHOWN, b"\x89PNG"),
            ("a.svg", RICH, SHOWN.replace("a:blip r:", "b:blip s:"), b"\x89PNG"),
            ("a.svg", RICH, SHOWN.replace("rId7", "&#114;Id7") + BESIDE, b"\x89PNG"),
            ("a.svg", RICH, SHOWN + BESIDE, b"\x89PNG"),
            ("a.svg", RICH, "<p:sld/>", b"\x89PNG"),
            ("a.svg", ENDLESS, SHOWN, b"<svg"),
            ("a.png", ENDLESS, SHOWN, b"<svg"),
            ("a.png", svg('<image href="file:///etc/passwd"/>'), SHOWN, b"<svg"),
            ("a.svg", svg("<text>words</text>"), SHOWN, b"<svg"),
        ],
        every=8,
    ),
)
def test_all_else_is_drawn_before_or_left_out(
    name: str, data: bytes, slide: str, begins: bytes
) -> None:
    with zipfile.ZipFile(io.BytesIO(plainer_deck(deck(name, data, slide), "Calibri"))) as package:
        left = package.read(f"ppt/media/{name}")
        assert package.read("ppt/slides/slide1.xml") == slide.encode()
    assert left.startswith(begins)
    assert left != data


@pytest.mark.parametrize("data", [b"", b"PK\3\4", deck("a.svg", RICH)[:-40]])
def test_what_cannot_be_read_stays(data: bytes) -> None:
    assert plainer_deck(data, "Calibri") is data
