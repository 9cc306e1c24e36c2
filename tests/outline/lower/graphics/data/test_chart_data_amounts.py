"""Numbers with what they count, as spreadsheets and people write them."""

import pytest

from deckgen.outline.lower.graphics.data.chart_data import common_unit, split_amount
from tests.present import present


@pytest.mark.parametrize(
    ("cell", "number", "unit"),
    [
        ("1.200,50 €", "1.200,50", "€"),
        ("-1.100,00 €", "-1.100,00", "€"),
        ("€ 6", "6", "€"),
        ("$1,200.50", "1,200.50", "$"),
        ("-$5", "-5", "$"),
        ("1'200.50 CHF", "1'200.50", "CHF"),
        ("CHF 13'500.–", "13'500", "CHF"),
        ("1.200,- €", "1.200", "€"),
        ("12 km²", "12", "km²"),
        ("1,2 Mio. €", "1,2", "Mio. €"),
        ("7 of ten", "7", "of ten"),
        ("(5,00) €", "-5,00", "€"),
        ("(1.350,00 €)", "-1.350,00", "€"),
        ("-   €", "0", "€"),
        ("12", "12", ""),
    ],
)
def test_a_number_and_what_it_counts(cell: str, number: str, unit: str) -> None:
    amount = present(split_amount(cell, "de"))
    assert (amount.number, amount.unit) == (number, unit)


_BLANKS = pytest.param("-" + " " * 50_000 + "x", id="many blanks: at once, not in an hour")


@pytest.mark.parametrize(
    "cell", ["about 13", "3.5.1", "12:30", "< 5", "5 (2023)", "5 ?", "(5", "", _BLANKS]
)
def test_what_is_not_one_number_of_one_unit(cell: str) -> None:
    assert split_amount(cell, "de") is None


@pytest.mark.parametrize(
    ("cells", "unit"),
    [
        (["1 €", "2,50 €"], "€"),
        (["1 €", "–", "-   €"], "€"),
        (["1 €", "2"], ""),
        (["1 €", "2 km"], ""),
        (["1 €", "none"], ""),
        (["–"], ""),
    ],
)
def test_what_all_numbers_count(cells: list[str], unit: str) -> None:
    assert common_unit(cells, "de") == unit
