"""What a chart says of itself."""

import pytest

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.graphics import Chart, Series
from deckgen.language.number_formats import NumberFormat
from deckgen.support.diagnostics import Span

PERCENT, PLAIN = NumberFormat(percent=True), NumberFormat()


@pytest.mark.parametrize(
    ("kind", "rows", "formats", "shares"),
    [
        ("stacked", ((61, 48), (39, 52)), (PLAIN, PLAIN), True),
        ("stacked-bar", ((0.61, 0.48), (0.39, 0.52)), (PERCENT, PERCENT), True),
        # Each number is rounded; a gap is nothing.
        ("stacked", ((33, 33), (33, 34), (33, 34)), (PLAIN,) * 3, True),
        ("stacked", ((100, 48), (None, 52)), (PLAIN, PLAIN), True),
        ("stacked", ((61, 48), (39, 62)), (PLAIN, PLAIN), False),
        ("stacked", ((0.61, 0.48), (0.39, 0.52)), (PLAIN, PLAIN), False),
        ("stacked", ((61, 48), (39, 52)), (PERCENT, PERCENT), False),
        ("stacked", ((0.6, 0.5), (0.4, 0.5)), (PERCENT, PLAIN), False),
        ("stacked", ((120, 48), (-20, 52)), (PLAIN, PLAIN), False),
        ("stacked", ((100, 100),), (PLAIN,), False),
        ("column", ((61, 48), (39, 52)), (PLAIN, PLAIN), False),
        ("area", ((61, 48), (39, 52)), (PLAIN, PLAIN), False),
    ],
)
def test_which_stacks_are_the_parts_of_a_whole(
    kind: ChartKind,
    rows: tuple[tuple[float | None, ...], ...],
    formats: tuple[NumberFormat, ...],
    *,
    shares: bool,
) -> None:
    series = tuple(
        Series(f"S{at}", values, number_format=each)
        for at, (values, each) in enumerate(zip(rows, formats, strict=True))
    )
    chart = Chart(kind, ("A", "B"), series, "en-GB", "", Span("talk.yaml", 1, 1))
    assert chart.shows_shares is shares
