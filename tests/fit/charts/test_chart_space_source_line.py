"""Units and sources of charts: one line, or several alike in length."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.layout import EMU_PER_POINT
from tests.fit.charts.placed_charts import HALF, PAGE, made, plot
from tests.present import present

SHORT = "Source: us"
LONG = "Source: Counted by the classes 7 and 8 of Mill Lane School on three weekdays in May 2025"


@pytest.mark.parametrize("kind", ["column", "donut"])
@pytest.mark.parametrize(
    ("source", "box", "lines"),
    [(SHORT, PAGE, 1), (SHORT, HALF, 1), (LONG, PAGE, 1), (LONG, HALF, 2)],
)
def test_a_source_has_a_box_as_high_as_its_lines(
    source: str, box: Box, lines: int, kind: ChartKind
) -> None:
    drawn = plot(made(kind, (1, 2))._replace(source=source), box)
    place = present(drawn.source)
    line = 16 * 1.25 * EMU_PER_POINT / box.cy
    assert place.height == pytest.approx((lines + 0.1) * line, abs=0.001)
    assert place.y + place.height == pytest.approx(1)
    assert drawn.area.y + drawn.area.height <= place.y
    assert (0.5 < place.width < 0.85) if lines > 1 else place.width > 0.85


@pytest.mark.parametrize("kind", ["column", "bar", "donut"])
@pytest.mark.parametrize(
    ("unit", "box", "lines"), [("£", HALF, 1), (LONG[:50], PAGE, 1), (LONG[:70], HALF, 2)]
)
def test_a_plot_begins_below_all_lines_of_its_unit(
    unit: str, box: Box, lines: int, kind: ChartKind
) -> None:
    drawn = plot(made(kind, (1, 2))._replace(unit=unit), box)
    place = present(drawn.unit)
    line = drawn.unit_size * 1.25 * EMU_PER_POINT / box.cy
    assert place.height == pytest.approx((lines + 0.1) * line, abs=0.001)
    assert (place.x, place.y) == (0, 0)
    assert drawn.area.y >= (lines + 0.3) * line
    assert (0.5 < place.width < 0.85) if lines > 1 else place.width > 0.85
