"""Text that begins at the edge of the page has a margin; what stands within the page stays."""

import pytest

from deckgen.deck.layout import EMU_PER_POINT
from deckgen.template.match.places.page_margin import with_margins
from tests.template.match.compositions.test_kicker_box import points, shown, title

WIDTH = 1000 * EMU_PER_POINT


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        pytest.param((0, 10, 1000, 90), (50, 10, 900, 90), id="as wide as the page"),
        pytest.param((-20, 10, 1060, 90), (50, 10, 900, 90), id="wider than the page"),
        pytest.param((5, 10, 600, 90), (50, 10, 555, 90), id="at the left"),
        pytest.param((300, 10, 695, 90), (300, 10, 650, 90), id="at the right"),
        pytest.param((12, 10, 976, 90), (12, 10, 976, 90), id="a narrow margin is one"),
    ],
)
def test_where_text_begins(box: tuple[int, ...], expected: tuple[int, ...]) -> None:
    found = with_margins({"title": title(points(*box))}, WIDTH, ())["title"]
    assert shown(found.box) == expected
    assert found.overrides_box == (box != expected)


def test_bars_stay() -> None:
    bar = title(points(0, 0, 1000, 90))
    assert with_margins({"title": bar}, WIDTH, {bar.idx})["title"] is bar
