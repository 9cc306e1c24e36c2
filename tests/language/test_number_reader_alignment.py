"""Which texts are numbers, and where they stand below each other."""

import pytest

from deckgen.language.number_reader import decimal_offset, is_number_column, number_unit
from tests.present import present


@pytest.mark.parametrize(
    ("lang", "text", "before_the_decimals"),
    [
        ("de-DE", "12", "12"),
        ("de-DE", "0", "0"),
        ("de-DE", "1.234,5 €", "1.234"),
        ("de-DE", "1.234.567", "1.234.567"),
        ("de-DE", "12 %", "12"),
        ("de-DE", "−3,75 %", "−3"),
        ("de-DE", "+ 3", "+ 3"),
        ("de-DE", "3.5", "3"),
        ("de-DE", "31.100", "31.100"),
        ("de-DE", "1,234", "1"),
        ("en-GB", "1,234", "1,234"),
        ("en-GB", "1,234.5", "1,234"),
        ("en-GB", "3,5", "3"),
        ("de-CH", "1’234.50", "1’234"),
        ("de-CH", "1.234", "1"),
        ("fr-FR", "1 234,5", "1 234"),
        ("en-US", "$12.50", "$12"),
        ("de-DE", "CHF 7", "CHF 7"),
        ("de-DE", "1,5 Mio. €", "1"),
        ("de-DE", "120 km²", "120"),
        ("de-DE", "2026", "2026"),
    ],
)
def test_a_number_is_cut_at_its_decimals(lang: str, text: str, before_the_decimals: str) -> None:
    at = present(decimal_offset(text, lang))
    assert text[:at] == before_the_decimals


@pytest.mark.parametrize(
    "text",
    [
        *("", "–", "Gera", "04109", "22.11.2026", "12:30", "2026-11-22", "1.", "3/4", "10–20"),
        *("1.23.456", "1234.567.890", "12 neue Wohnungen in Gera", "0123/456", "B 7"),
    ],
)
def test_what_is_no_number_is_text(text: str) -> None:
    assert decimal_offset(text, "de-DE") is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [("1,5 Mio. €", "Mio. €"), ("12 %", "%"), ("3km", "km"), ("12", ""), ("frei", "")],
)
def test_the_unit_is_what_stands_behind_a_number(text: str, unit: str) -> None:
    assert number_unit(text) == unit


@pytest.mark.parametrize(
    ("texts", "first", "numbers"),
    [
        (["12", "–", "", "k. A.", "3,5"], False, True),
        (["–", ""], False, False),
        ([], False, False),
        (["12", "Gera"], False, False),
        (["2024", "2025"], False, True),
        (["2024", "2025"], True, False),
        (["2024", "12"], True, True),
        (["04109", "12345"], False, False),
        (["4,50 €", "frei", "5 €"], False, True),
        (["4,50 €", "frei", "frei"], False, False),
        (["4,50 €", "frei", "5 €", "nie"], False, False),
        (["4,50 €", "auf Anfrage", "5 €"], False, False),
        (["4,50 €", "Vereinbarung", "5 €"], False, False),
        (["4,50 €", "s. Amt", "5 €"], False, False),
        (["4,50 €", "frei", "5 €", "7 €", "bis zu 40 Prozent"], False, False),
        (["4,50 €", "frei", "5 €"], True, False),
        (["1,2 Mio. €", "frei", "640.000 €"], False, True),
        (["9.200 €", "11.160 €", "bis 40 %"], False, True),
        (["640 €", "180 €", "1/30", "frei"], False, False),
        (["640 €", "180 €", "35 €", "1/30", "frei"], False, True),
        (["60", "50", "je 40", "25"], False, True),
        (["60", "50", "je 40", "25"], True, False),
        (["112", "110", "02271 99 12"], False, False),
        (["112", "110", "0180 5"], False, False),
        (["1363", "1589", "Neubau nach dem Brand"], False, False),
        (["hoch", "86 Mio. €", "14 Hektar", "34 %"], False, False),
    ],
)
def test_a_column_of_numbers(texts: list[str], *, first: bool, numbers: bool) -> None:
    assert is_number_column(texts, "de-DE", first=first) is numbers
