"""One reader for all numbers: by their language where their shape leaves a choice."""

import pytest

from deckgen.language.number_formats import Number, NumberFormat
from deckgen.language.number_reader import (
    AmbiguousNumber,
    Reading,
    ambiguity_message,
    decimal_marks,
    localized_number,
    read_number,
    readings,
)

NARROW, WIDE, THIN = "\u202f", "\u00a0", "\u2009"


@pytest.mark.parametrize(
    ("text", "lang", "value", "decimals"),
    [
        # As the language writes it.
        ("12", "de-DE", 12, 0),
        ("94.000", "de-DE", 94000, 0),
        ("1.234.567", "de-DE", 1234567, 0),
        ("1.234,5", "de-DE", 1234.5, 1),
        ("12,5", "de-DE", 12.5, 1),
        ("1,234", "de-DE", 1.234, 3),
        ("94,000", "en-GB", 94000, 0),
        ("94.000", "en-GB", 94, 3),
        ("1,234.50", "en-GB", 1234.5, 2),
        ("3.142", "en-US", 3.142, 3),
        (f"94{NARROW}000", "fr-FR", 94000, 0),
        (f"1{NARROW}234,5", "fr-FR", 1234.5, 1),
        ("1’234.5", "de-CH", 1234.5, 1),
        ("1'234'567", "de-CH", 1234567, 0),
        ("12,34,567.5", "hi-IN", 1234567.5, 1),
        ("12,34,567", "en-IN", 1234567, 0),
        # As only another one writes it: it cannot mean anything else.
        ("12.5", "de-DE", 12.5, 1),
        ("0.5", "de-DE", 0.5, 1),
        ("0.500", "de-DE", 0.5, 3),
        ("1234.567", "de-DE", 1234.567, 3),
        ("1,234.5", "de-DE", 1234.5, 1),
        ("1,234,567", "de-DE", 1234567, 0),
        ("12,5", "en-GB", 12.5, 1),
        ("1.234.567", "en-GB", 1234567, 0),
        (".5", "en-GB", 0.5, 1),
        # Blanks and apostrophes part the thousands everywhere.
        *[(f"1{mark}234{mark}567", "de-DE", 1234567, 0) for mark in (" ", WIDE, NARROW, THIN, "’")],
        ("1 234.567", "de-DE", 1234.567, 3),
        # Signs.
        *[(f"{sign}3", "de-DE", -3, 0) for sign in ("-", "–", "−", "− ", "‑")],
        ("+4", "en-US", 4, 0),
        (" 7 ", "en-US", 7, 0),
        ("05", "de-DE", 5, 0),
    ],
)
def test_a_number_is_read(text: str, lang: str, value: float, decimals: int) -> None:
    assert read_number(text, lang) == Number(value, NumberFormat(decimals))


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [("12 %", 0.12, 0), ("12,5%", 0.125, 1), ("29 %", 0.29, 0), (f"−3{WIDE}%", -0.03, 0)],
)
def test_per_cent(text: str, value: float, decimals: int) -> None:
    assert read_number(text, "de-DE") == Number(value, NumberFormat(decimals, percent=True))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("12 km", "de-DE"),
        ("12 €", "de-DE"),
        ("$12", "en-US"),
        ("1.2.3", "en-GB"),
        ("1.23.456", "de-DE"),
        ("12,34,567", "de-DE"),
        ("1.234.5", "de-DE"),
        ("1,234.567.890", "de-DE"),
        ("12 34", "de-DE"),
        ("22.11.2026", "de-DE"),
        ("zwölf", "de-DE"),
        ("", "de-DE"),
        ("%", "de-DE"),
        ("--3", "de-DE"),
        ("1,", "de-DE"),
        ("٣", "ar"),
        ("1e5", "en-US"),
        ("1234567890123456", "en-US"),
        ("1" * 100_000, "en-US"),
    ],
)
def test_what_means_nothing_is_no_number(text: str, lang: str) -> None:
    assert read_number(text, lang) is None


@pytest.mark.parametrize(
    ("text", "lang", "beside"),
    [
        ("94.000", "fr-FR", []),
        ("94.000", "pl-PL", []),
        ("94,000", "de-CH", []),
        ("−94.000", "fr-FR", []),
        ("94.000", "de-DE", ["12.5"]),
        ("94.000", "de-DE", ["1,234,567"]),
        ("94,000", "de-DE", ["12.5"]),
        ("94.000", "en-GB", ["12,5"]),
        ("94.000", "en-GB", ["1.087.353"]),
        ("94.000", "fr-FR", ["12.5", "12,5"]),
    ],
)
def test_what_could_mean_two_things_is_told(text: str, lang: str, beside: list[str]) -> None:
    found = read_number(text, lang, decimal_marks(beside, lang))
    assert isinstance(found, AmbiguousNumber)
    assert (found.thousands.whole, found.decimals.whole, found.decimals.decimals) == (
        "94000",
        "94",
        "000",
    )


@pytest.mark.parametrize(
    ("text", "lang", "beside", "value"),
    [
        ("94.000", "fr-FR", ["12,5", "Gera", "–"], 94000),
        ("94.000", "fr-FR", ["12.5"], 94),
        ("94,000", "de-CH", ["1,234,567"], 94000),
        ("94.000", "de-DE", ["12,5", "1.087.353"], 94000),
        ("94.000", "de-DE", ["31.100", "1 234"], 94000),
    ],
)
def test_its_company_says_what_the_language_does_not(
    text: str, lang: str, beside: list[str], value: float
) -> None:
    found = read_number(text, lang, decimal_marks(beside, lang))
    assert isinstance(found, Number)
    assert found.value == value


def test_the_way_out_of_two_meanings_is_one_that_works() -> None:
    for text, lang, beside in [("94.000", "fr-FR", []), ("94.000", "de-DE", ["12.5"])]:
        points = decimal_marks(beside, lang)
        found = read_number(text, lang, points)
        assert isinstance(found, AmbiguousNumber)
        message, hint = ambiguity_message(text, found, lang, points)
        assert "94000" in message
        assert "94,000" in message
        assert "94000" in hint
        for typed, value in (("94000", 94000), ("94,000", 94)):
            again = read_number(typed, lang)
            assert isinstance(again, Number)
            assert again.value == value


@pytest.mark.parametrize(
    ("text", "german", "english"),
    [
        ("94000", "94.000", "94,000"),
        ("-1234567", "-1.234.567", "-1,234,567"),
        ("− 3,50", "− 3,50", "− 3.50"),
        ("12 %", "12 %", "12 %"),
        ("1234567.5 €", "1.234.567,5 €", "1,234,567.5 €"),
        ("€94000", "€94.000", "€94,000"),
        ("-$1.5", "-$1,5", "-$1.5"),
        ("CHF 1’000", "CHF 1.000", "CHF 1,000"),
        ("0.125", "0,125", "0.125"),
    ],
)
def test_digits_are_written_anew_and_all_else_stays(text: str, german: str, english: str) -> None:
    assert localized_number(text, "de-DE") == german
    assert localized_number(text, "en-GB") == english


@pytest.mark.parametrize("text", ["04109", "007,5", "1e9", "zwölf", "12 Wege", ""])
def test_keys_and_words_are_not_written_as_numbers(text: str) -> None:
    assert localized_number(text, "de-DE") is None


def test_by_shape_alone_four_to_six_digits_in_two_groups_have_two_readings() -> None:
    assert readings("1.234", "de") == (Reading("1234", "", ","), Reading("1", "234", "."))
    shapes = ["1.23", "1.2345", "1234.567", "0.234", "1.234.567", "1.234,5", "1 234"]
    assert [len(readings(shape, "de")) for shape in shapes] == [1] * len(shapes)
