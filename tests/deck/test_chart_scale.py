"""The ends and the steps of scales, worked out by hand."""

import pytest

from deckgen.deck.chart_kind import ChartKind
from deckgen.deck.chart_scale import (
    Scale,
    axis_values,
    begins_at_zero,
    calm_step,
    has_two_scales,
    round_step,
    scale_decimals,
    scale_of,
    step_decimals,
)
from deckgen.deck.graphics import Chart, Series
from deckgen.language.number_formats import NumberFormat
from deckgen.support.diagnostics import Span

BUS, TRAIN = Series("Bus", (1, 2)), Series("Bahn", (-3, 4))


def chart(kind: ChartKind, *series: Series) -> Chart:
    return Chart(kind, ("a", "b"), series, "de-DE", "", Span("talk.yaml", 1, 1))


@pytest.mark.parametrize(
    ("values", "from_zero", "step", "expected"),
    [
        # A twentieth of the span beyond 100 is 105; 10.5 would be a tenth, so the step is 20.
        ((0, 100), True, 0, Scale(0, 120)),
        ((0, None, 100), True, 0, Scale(0, 120)),
        ((0, 100), True, 50, Scale(0, 150)),
        ((10, 20), True, 0, Scale(0, 25)),
        # From 9.5 to 20.5 in steps of 2.
        ((10, 20), False, 0, Scale(8, 22)),
        ((-20, -10), True, 0, Scale(-25, 0)),
        ((-10, 10), True, 0, Scale(-15, 15)),
        ((-10, -10), False, 0, Scale(-10, 1)),
        ((10,), False, 0, Scale(0, 11)),
        ((0, 0), True, 0, Scale(0, 1)),
        ((), False, 0, Scale(0, 1)),
    ],
)
def test_a_scale_ends_at_the_first_step_beyond_its_numbers(
    values: tuple[float | None, ...], *, from_zero: bool, step: float, expected: Scale
) -> None:
    assert scale_of(values, from_zero=from_zero, step=step) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("least", "step"),
    [(1, 1), (1.1, 2), (2, 2), (3, 5), (6, 10), (10, 10), (11, 20), (0.3, 0.5), (0.06, 0.1)],
)
def test_steps_are_round(least: float, step: float) -> None:
    assert round_step(least) == pytest.approx(step)


@pytest.mark.parametrize(
    ("values", "from_zero", "step"),
    [
        # 525 needs three steps of 200, or six of 100.
        ((0, 500), True, 200),
        # 20 would have six lines below 105, 50 ends at 150 and 40 at 120: 125 is easier to read.
        ((0, 100), True, 25),
        ((0, 1120), True, 250),
        # 157.5 ends at 160, or at 200.
        ((0, 150), True, 40),
        # Four lines of 250 would end at 1,000, too.
        ((0, 900), True, 200),
        # A quarter of a small unit would need decimals.
        ((0, 10), True, 4),
        ((0.52, 0.08), True, 0.2),
        # 5.5 on both sides: 2 has six lines, 5 ends at 10.
        ((-5, 5), False, 4),
        ((), True, 0.2),
        ((7, 7), True, 2),
    ],
)
def test_a_calm_scale_has_five_lines_at_most_and_is_short(
    values: tuple[float | None, ...], *, from_zero: bool, step: float
) -> None:
    assert calm_step(values, from_zero=from_zero) == pytest.approx(step)


@pytest.mark.parametrize(("step", "decimals"), [(20, 0), (1, 0), (0.5, 1), (0.1, 1), (0.02, 2)])
def test_the_decimals_of_a_step(step: float, decimals: int) -> None:
    assert step_decimals(step) == decimals


@pytest.mark.parametrize(
    ("high", "decimals"),
    # A step of 10, of 1 (for nothing at all, too), of a tenth, and of a hundredth.
    [(100, 0), (10, 0), (1, 1), (0, 1), (0.1, 2)],
)
def test_the_decimals_of_a_scale_are_those_of_its_finest_step(high: float, decimals: int) -> None:
    assert scale_decimals(Scale(0, high)) == decimals


@pytest.mark.parametrize(
    ("scale", "value", "share"), [(Scale(10, 30), 15, 0.25), (Scale(-10, 10), 0, 0.5)]
)
def test_the_place_of_a_value(scale: Scale, value: float, share: float) -> None:
    assert scale.share(value) == share


@pytest.mark.parametrize(
    ("drawn", "values"),
    [
        (chart("column", BUS, TRAIN), (1, 2, -3, 4)),
        (chart("column", Series("Bus", (None, 2))), (2,)),
        # What is below zero is stacked by itself.
        (chart("stacked", BUS, TRAIN), (-3, 1, 0, 6)),
        (chart("stacked-bar", BUS, Series("Rad", (None, 1))), (0, 1, 0, 3)),
        (chart("area", BUS, BUS), (0, 2, 0, 4)),
        (chart("area", BUS), (1, 2)),
    ],
    ids=["columns", "a gap", "a stack", "a stack with a gap", "areas", "an area"],
)
def test_an_axis_includes_numbers_or_their_sums(drawn: Chart, values: tuple[float, ...]) -> None:
    assert axis_values(drawn, drawn.series) == values


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("column", (90, 100), True),
        ("line", (83, 100), True),
        ("line", (84, 100), False),
        ("scatter", (50, 100), True),
        ("scatter", (51, 100), False),
        ("column", (-1, 100), False),
    ],
)
def test_lengths_are_compared_from_zero_and_lines_where_programs_begin_there(
    kind: ChartKind, values: tuple[float, ...], *, expected: bool
) -> None:
    assert begins_at_zero(chart(kind, Series("a", values))) is expected


def over_columns(*values: float, percent: bool = False) -> Series:
    return Series("Fahrt", values, as_line=True, number_format=NumberFormat(percent=percent))


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (chart("combined", BUS, over_columns(1, 8)), False),
        (chart("combined", BUS, over_columns(1, 9)), True),
        (chart("combined", BUS, over_columns(0, 0)), False),
        (chart("combined", BUS, over_columns(-9, 1)), True),
        (chart("combined", BUS, over_columns(1, 2, percent=True)), True),
        (chart("line", BUS, over_columns(1, 9)), False),
    ],
    ids=["four times as much", "more", "zeros", "more below zero", "per cent", "no columns"],
)
def test_lines_over_columns_have_a_scale_of_their_own_if_they_need_it(
    drawn: Chart, *, expected: bool
) -> None:
    assert has_two_scales(drawn) is expected
