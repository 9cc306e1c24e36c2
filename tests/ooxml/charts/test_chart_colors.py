"""Series are told apart by their colours, also on a theme whose accents look alike."""

from itertools import combinations

import pytest

from deckgen.ooxml.backdrop import Backdrop
from deckgen.ooxml.charts.chart_colors import chart_colors
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
