"""Links are shown underlined and in the theme's colour, whoever draws them."""

import re
import zipfile
from io import BytesIO

import pytest

from deckgen.render.light.plainer_slides import plainer_deck
from tests.sampled import sampled
from tests.talks import talk

_HLINK = '<a:solidFill><a:schemeClr val="hlink"/></a:solidFill>'


def _slide(deck: bytes) -> str:
    with zipfile.ZipFile(BytesIO(deck)) as package:
        (name,) = [each for each in package.namelist() if each.startswith("ppt/slides/slide")]
        return package.read(name).decode()


@pytest.mark.parametrize(
    ("bullet", "runs"),
    sampled(
        [
            ("see [this](https://example.org)", [("see ", "", ""), ("this", "sng", _HLINK)]),
            ("a **[this](https://example.org)** too", [("a ", "", ""), ("this", "sng", _HLINK)]),
        ],
        every=2,
    ),
)
def test_only_text_that_links(bullet: str, runs: list[tuple[str, str, str]]) -> None:
    deck = talk(f"- title: One\n  bullets:\n    - {bullet}").data
    found = re.findall(
        r"<a:r><a:rPr([^>]*?)/?>(.*?)<a:t>([^<]*)</a:t>", _slide(plainer_deck(deck, "Calibri"))
    )
    shown = []
    for attributes, inner, text in found[1:3]:
        underlined = re.search(r' u="(\w+)"', attributes)
        shown.append((text, underlined[1] if underlined else "", _HLINK if _HLINK in inner else ""))
    assert shown == runs


def test_the_mark_of_a_line_that_begins_with_a_link_is_not_underlined() -> None:
    bullets = "[Here, '[this](https://example.org) too', '[that](https://example.org)']"
    shown = _slide(plainer_deck(talk(f"- title: One\n  bullets: {bullets}").data, "Calibri"))
    paragraphs = re.findall(r"<a:p>.*?</a:p>", shown)
    assert sum(' u="sng"' in each for each in paragraphs) == 2
    for each in paragraphs:
        assert ' u="' not in re.findall(r"<a:rPr([^>]*)>", each)[0]


def test_text_with_a_colour_of_its_own_keeps_it() -> None:
    """An overview that comes again mutes all lines but one; their authors linked words in them."""
    asked = "- question: Why [{0}](https://example.org/{0}) now?\n  bullets: [x]\n"
    other = "- question: And then?\n  bullets: [x]"
    deck = talk(f"- questions\n{asked.format('a')}- questions\n{other}")
    before = deck.data
    with zipfile.ZipFile(BytesIO(plainer_deck(before, "Calibri"))) as package:
        slides = [package.read(name) for name in package.namelist() if "/slides/slide" in name]
    colors = [
        color
        for slide in slides
        for color in re.findall(rb'u="sng"[^>]*><a:solidFill><a:schemeClr val="(\w+)"', slide)
    ]
    assert set(colors) > {b"hlink"}
    for slide in slides:
        assert not re.search(rb"</a:solidFill><a:solidFill>", slide)


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all"])
def test_what_cannot_be_read_stays(data: bytes) -> None:
    assert plainer_deck(data, "Calibri") == data


def test_a_deck_without_links_stays() -> None:
    data = talk("- title: One\n  bullets: [a]").data
    assert plainer_deck(data, "Calibri") is data
