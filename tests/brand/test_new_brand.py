"""A brand to begin with: its brand.yaml builds, and a template's colours become readable ones."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio, luminance
from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.new_brand import (
    COLOR_PURPOSES,
    AdjustedColor,
    NewBrand,
    brand_from_theme,
    contrast_problems,
    hex_digits,
    new_brand_yaml,
)
from deckgen.brand.tokens import BrandTokens
from deckgen.outline.schema.record_reader import read_record
from deckgen.outline.syntax.yaml_parser import parse
from deckgen.project.starter import starter_files
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.template import OFFICE_THEME
from tests.building import ROOT
from tests.present import present

THEME = {**OFFICE_THEME.colors}
GREEN = {"dk2": "1A3C34", "lt2": "EDF5F0", "accent1": "2E7D32", "accent2": "FF8F00"}


def tokens(text: str) -> BrandTokens:
    diagnostics = Diagnostics()
    node = parse("brand.yaml", text.encode(), diagnostics)
    assert node is not None, list(diagnostics)
    found = present(read_record(node, BrandTokens, diagnostics))
    assert list(diagnostics) == []
    return found


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0E4A50", "0E4A50"),
        ("#0e4a50", "0E4A50"),
        (" f4ecdf ", "F4ECDF"),
        ("petrol", None),
        ("FFF", None),
        ("#0E4A5", None),
        ("0E4A500", None),
        ("", None),
    ],
)
def test_a_colour_is_six_digits(text: str, digits: str | None) -> None:
    assert hex_digits(text) == digits


def test_a_brand_comes_back_from_its_file() -> None:
    brand = NewBrand(
        name="Stadt: „Übersee“ #1",
        highlight="F2B872",
        heading="Noto Sans",
        body="Carlito",
        logo="a b/logo's.svg",
        style="panel",
    )
    found = tokens(new_brand_yaml(brand))
    assert found.fonts is not None
    assert {**brand._asdict()} == {
        "name": found.name,
        **{key: getattr(found.colors, key) for key in COLOR_PURPOSES},
        "heading": found.fonts.heading,
        "body": found.fonts.body,
        "style": found.style,
        "logo": found.logo,
    }


def test_what_is_left_open_is_shown_as_a_comment() -> None:
    assert "body:" not in new_brand_yaml(NewBrand(heading="Noto Sans"))
    text = new_brand_yaml(NewBrand())
    found = tokens(text)
    assert (found.colors.highlight, found.logo) == (None, None)
    assert "\n  # highlight: " in text
    assert "\n# logo: " in text


@pytest.mark.parametrize(
    ("language", "name"), [("en", "My town"), ("de", "Meine Stadt"), ("fr", "Ma ville")]
)
def test_it_begins_as_a_new_talk_does(language: str, name: str) -> None:
    """`deckgen brand new` and `deckgen new` offer the same colours and fonts."""
    starter = tokens(starter_files("panel", language)["brand.yaml"].decode())
    begun = tokens(new_brand_yaml(NewBrand()))
    for key in COLOR_PURPOSES.keys() - {"highlight"}:
        assert getattr(begun.colors, key) == getattr(starter.colors, key)
    assert (starter.name, begun.name) == (name, "My town")
    assert starter.style == begun.style
    assert begun.fonts is starter.fonts is None


@pytest.mark.parametrize(
    ("colors", "messages"),
    [
        ({"ink": "000000", "paper": "FFFFFF"}, []),
        ({"ink": "777777"}, []),
        ({"ink": "777777", "paper": "FFFFFF", "sand": ""}, ["ink (777777) on paper (FFFFFF)"]),
        (
            {"paper": "FFFFFF", "deep": "FFEE00"},
            ["deep (FFEE00) on paper (FFFFFF)", "paper (FFFFFF) on deep (FFEE00)"],
        ),
    ],
)
def test_colours_are_compared_as_soon_as_both_are_known(
    colors: dict[str, str], messages: list[str]
) -> None:
    found = list(contrast_problems(colors, "panel"))
    assert [message.partition(" has ")[0] for message in found] == messages
    assert all("text needs 4.5 : 1" in message for message in found)


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        pytest.param(
            {},
            {"ink": "000000", "paper": "FFFFFF", "deep": "44546A", "sand": "E7E6E6"},
            id="Office: as it is where it can be read",
        ),
        pytest.param({}, {"highlight": "FFC000"}, id="the most vivid on the deep colour"),
        pytest.param(GREEN, {"deep": "1A3C34", "sand": "EDF5F0"}, id="a dark green"),
        pytest.param(GREEN, {"accent": "A35C00"}, id="an accent of another hue, made darker"),
        pytest.param(
            {"dk2": "96968C", "accent1": "A100FF", "accent2": "7500C0"},
            {"deep": "7500C0"},
            id="a grey is not deep: the darker of the first two accents is",
        ),
        pytest.param({"dk1": "FFFFFF", "lt1": "000000"}, {"ink": "000000"}, id="turned round"),
        pytest.param({"dk1": "222222", "lt1": "333333"}, {"paper": "FFFFFF"}, id="dark on dark"),
        pytest.param({"lt2": "94D7E4", "dk2": "1F497D"}, {"sand": "EFF2F6"}, id="no tint"),
        pytest.param(
            dict.fromkeys(THEME, "808080") | {"lt1": "FFFFFF", "dk1": "000000"},
            {"deep": "717171", "accent": "717171", "highlight": ""},
            id="all grey",
        ),
        pytest.param({"accent1": "777777"}, {"accent": "9C5220"}, id="a grey is no accent"),
    ],
)
def test_a_theme_becomes_a_brand(theme: dict[str, str], expected: dict[str, str]) -> None:
    brand, _ = brand_from_theme({**THEME, **theme}, "Georgia", "Verdana")
    assert expected.items() <= brand._asdict().items()
    assert (brand.heading, brand.body) == ("Georgia", "Verdana")


def test_a_dark_ground_is_left_for_white() -> None:
    _, (paper, *_) = brand_from_theme(THEME | {"dk1": "222222", "lt1": "333333"}, "A", "B")
    assert paper.message == (
        "paper: 333333 of the template is too dark for a background. White takes its place."
    )


def test_what_had_to_be_changed_is_told_and_stands_in_the_file() -> None:
    brand, adjusted = brand_from_theme(THEME, "Calibri", "Calibri")
    assert adjusted == (
        AdjustedColor(
            "accent",
            "ED7D31",
            "9C5220",
            "accent: ED7D31 of the template reaches a contrast of 2.22 : 1 only on the light "
            "colours, and text needs 4.5 : 1. It was made darker: 9C5220.",
        ),
    )
    (line,) = [
        line for line in new_brand_yaml(brand, adjusted).splitlines() if "accent: 9C" in line
    ]
    assert line.endswith("(ED7D31 in the template)")


RGB = st.integers(0, 0xFFFFFF).map("{:06X}".format)


@pytest.mark.slow
@given(st.fixed_dictionaries(dict.fromkeys(THEME, RGB)))
def test_whatever_a_theme_has_the_brand_can_be_read(theme: dict[str, str]) -> None:
    brand, adjusted = brand_from_theme(theme, "A", "B")
    diagnostics = Diagnostics()
    generate_brand(tokens(new_brand_yaml(brand, adjusted)), "16:9", None, diagnostics)
    assert list(diagnostics) == []
    for one in adjusted:
        assert getattr(brand, one.key) == one.now
        assert luminance(one.now) < luminance(one.was) or one.key == "paper"


@given(RGB)
def test_a_colour_is_changed_no_more_than_it_must_be(color: str) -> None:
    """What can be read already stays; what cannot lies just above the contrast that it needs."""
    theme = {**THEME, "accent1": color, **dict.fromkeys((f"accent{n}" for n in range(2, 7)), color)}
    brand, adjusted = brand_from_theme(theme, "A", "B")
    weakest = min(contrast_ratio(color, brand.paper), contrast_ratio(color, brand.sand))
    changed = {one.key for one in adjusted}
    assert ("accent" in changed) == (weakest < TEXT_MINIMUM)
    if "accent" in changed:
        reached = min(
            contrast_ratio(brand.accent, brand.paper), contrast_ratio(brand.accent, brand.sand)
        )
        assert TEXT_MINIMUM <= reached < TEXT_MINIMUM + 0.6


def test_the_page_about_brands_knows_every_colour() -> None:
    page = Path(ROOT / "docs" / "brand.md").read_text(encoding="utf-8")
    assert all(f"{key}:" in page for key in COLOR_PURPOSES)
