"""Scales and numbers of charts as PowerPoint has them."""

import pytest

from deckgen.render.light.charts.chart_scales import AxisScale, axis_scale, shown_number
from deckgen.render.light.charts.chart_values import Axis, TextLook

AXIS = Axis(
    is_right=False,
    is_reversed=False,
    look=TextLook(),
    has_labels=True,
    low=None,
    step=0,
    code="",
    line="",
    grid="",
    skip=1,
    is_turned=False,
    between=True,
    title=None,
)


@pytest.mark.parametrize(
    ("values", "from_zero", "step", "ends"),
    [
        pytest.param([1240, 2510], True, 0, (0, 3000), id="lengths begin at zero"),
        pytest.param([9, 48], False, 0, (0, 60), id="lines that differ much begin at zero"),
        pytest.param([95, 100], False, 0, (92, 101), id="others do not"),
        pytest.param([96, 100], True, 0, (0, 120), id="a twentieth of the span is free above"),
        pytest.param([-3, 33], True, 0, (-5, 35), id="below zero, too"),
        pytest.param([-30, -10], True, 0, (-35, 0), id="all below zero"),
        pytest.param([12, 44], True, 20, (0, 60), id="the step is given"),
        pytest.param([0, 0], True, 0, (0, 1), id="zeros"),
        pytest.param([], True, 0, (0, 1), id="nothing"),
        pytest.param([5, 5], False, 0, (0, 6), id="one number"),
    ],
)
def test_a_scale_ends_where_powerpoint_ends_it(
    *, values: list[float], from_zero: bool, step: float, ends: tuple[float, float]
) -> None:
    scale = axis_scale(AXIS._replace(step=step), values, from_zero=from_zero)
    assert (scale.low, scale.high) == pytest.approx(ends)


def test_the_ends_of_a_part_are_kept() -> None:
    scale = axis_scale(AXIS._replace(low=10), [12, 44], from_zero=True, top=30)
    assert (scale.low, scale.high) == (10, 30)


def test_a_step_that_is_too_fine_is_not_taken() -> None:
    scale = axis_scale(AXIS._replace(step=1e-9), [0, 1e6], from_zero=True)
    assert len(scale.ticks) < 15


def test_a_value_beyond_the_scale_stands_at_its_end() -> None:
    scale = AxisScale(10, 30, 5)
    assert [scale.share(value) for value in (-5, 10, 15, 50)] == [0, 0, 0.25, 1]


def test_a_scale_that_begins_beyond_all_numbers_has_a_step() -> None:
    scale = axis_scale(AXIS._replace(low=50), [12, 12], from_zero=False)
    assert scale.high == pytest.approx(scale.low + scale.step)


@pytest.mark.parametrize(
    ("value", "code", "lang", "shown"),
    [
        (1234.5, "[$-407]#,##0.0", "de-DE", "1.234,5"),
        (1234.5, "[$-809]#,##0.0", "en-GB", "1,234.5"),
        (-3, "#,##0", "de", "−3"),
        (-3.5, '[$-407]#,##0.0;[$-407]"−"#,##0.0', "de", "−3,5"),
        (0.125, '0.0"\u00a0"%', "de", "12,5\u00a0%"),
        (0.5, "0%", "en", "50%"),
        (1234.5, "0.00", "de", "1234,50"),
        (12, '#,##0" "', "de", "12"),
        (7, '0" €"', "de", "7 €"),
        (1234.25, "General", "de", "1.234,25"),
        (3, "", "en", "3"),
        (3, "0;[Red]-0", "en", "3"),
    ],
)
def test_a_number_is_shown_as_its_format_says(
    value: float, code: str, lang: str, shown: str
) -> None:
    assert shown_number(value, code, lang) == shown
