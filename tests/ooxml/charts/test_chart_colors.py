"""Series are told apart by their colours, also on a theme whose accents look alike."""

from itertools import combinations

import pytest

from deckgen.brand.contrast import GRAPHIC_MINIMUM, contrast_ratio
from deckgen.ooxml.backdrop import Backdrop
from deckgen.ooxml.charts.chart_colors import ChartColor, chart_colors
from tests.brand.styles.houses import HOUSES, house_brand
from tests.talks import talk

ALIKE = {f"accent{number}": f"2040{80 + number}" for number in range(1, 7)}
"""Six blues that nobody tells apart."""


def _difference(one: str, other: str) -> int:
    """Return the largest difference of two colours in red, green or blue."""
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    return max(abs(left - right) for left, right in pairs)


@pytest.mark.parametrize("accents", [{}, ALIKE], ids=["plain", "alike"])
def test_no_two_of_three_series_look_alike(accents: dict[str, str]) -> None:
    brand = talk("- title: T\n  text: A").compiled.brand
    backdrop = Backdrop("FFFFFF", {**brand.theme_colors, **accents})
    colors = chart_colors(brand.layout("bullets", "light"), None, backdrop).series(3)
    assert min(_difference(one.rgb, other.rgb) for one, other in combinations(colors, 2)) >= 40


@pytest.mark.parametrize("house", HOUSES)
def test_four_series_are_told_from_each_other_and_from_the_text(house: str) -> None:
    brand = house_brand(house, "panel")
    colors = chart_colors(
        brand.layout("bullets", "light"), None, Backdrop("FFFFFF", brand.theme_colors)
    )
    seen = [brand.theme_colors["dk1"], *(color.rgb for color in colors.series(4))]
    for one, other in combinations(seen, 2):
        assert contrast_ratio(one, other) >= 1.35 or _difference(one, other) >= 40


@pytest.mark.parametrize(
    ("house", "expected"),
    [
        ("university", ["accent1", "accent5", "accent3"]),
        ("hospital", ["accent1", "accent5", "accent3"]),
        ("fire brigade", ["accent1", "accent4", "accent3"]),
    ],
)
def test_three_series_are_the_accent_its_tint_and_a_grey(house: str, expected: list[str]) -> None:
    brand = house_brand(house, "panel")
    layout = brand.layout("bullets", "light")
    colors = chart_colors(layout, None, Backdrop("FFFFFF", brand.theme_colors)).series(3)
    assert [color.name for color in colors] == expected
    assert max(contrast_ratio(color.rgb, "FFFFFF") for color in colors) < 7


def test_on_a_dark_page_small_text_is_clear_and_rules_have_no_hue() -> None:
    brand = house_brand("start-up", "minimal")
    black = brand.theme_colors["lt1"]
    layout = brand.layout("bullets", "light")
    colors = chart_colors(layout, None, Backdrop(black, brand.theme_colors))
    assert contrast_ratio(colors.quiet.rgb, black) >= 7
    red, green, blue = bytes.fromhex(colors.hairline.rgb)
    assert max(red, green, blue) - min(red, green, blue) < 20
    assert contrast_ratio(colors.hairline.rgb, black) < 4


def test_on_a_picture_nothing_that_is_read_is_grey_or_of_an_accent() -> None:
    brand = house_brand("university", "panel")
    backdrop = Backdrop("FFFFFF", brand.theme_colors, is_guess=True)
    colors = chart_colors(brand.layout("bullets", "light"), None, backdrop)
    assert colors.quiet == colors.text
    assert colors.readable(ChartColor("666666", "666666")) == colors.text


def test_what_is_not_highlighted_is_greyed_on_a_background_of_middling_lightness() -> None:
    brand = talk("- title: T\n  text: A").compiled.brand
    backdrop = Backdrop("0050A0", {**brand.theme_colors, "lt1": "FFFF00"})
    colors = chart_colors(brand.layout("bullets", "dark"), None, backdrop)
    colors = colors._replace(text=ChartColor("lt1", "FFFF00"))
    (muted,) = colors.muted_steps
    assert contrast_ratio(muted.rgb, backdrop.rgb) >= GRAPHIC_MINIMUM
    red, green, blue = bytes.fromhex(muted.rgb)
    assert max(red, green, blue) - min(red, green, blue) < 60


@pytest.mark.parametrize(
    ("rgb", "expected"), [("FAFAFA", "lt1"), ("808080", "808080")], ids=["nearly white", "grey"]
)
def test_what_parts_neighbours_has_a_colour_of_the_theme_only_if_it_is_like_the_backdrop(
    rgb: str, expected: str
) -> None:
    brand = talk("- title: T\n  text: A").compiled.brand
    theme = {"lt1": "FFFFFF", "dk1": "000000", "lt2": "93D7E3", "dk2": "203864"}
    backdrop = Backdrop(rgb, {**brand.theme_colors, **theme})
    colors = chart_colors(brand.layout("bullets", "light"), None, backdrop)
    assert colors.backdrop_color.name == expected
