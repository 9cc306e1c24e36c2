"""Numbers as people write them, in their language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.language.number_formats import (
    Number,
    NumberFormat,
    format_number,
    group_digits,
    is_gap,
    separators,
)
from deckgen.language.number_reader import read_number

NARROW, WIDE = "\u202f", "\u00a0"
POINT_AND_GROUP = {
    ",": {
        ".": ("da", "de-AT", "de-DE", "es-ES", "it-IT", "nl", "pt-BR"),
        NARROW: ("fr-FR", "fr-BE"),
        WIDE: (
            *("bg", "cs", "et", "fi", "hu", "lt", "nb", "pl", "pt-PT", "ru", "sk", "sv", "uk"),
            "af",
            "fr-CA",
        ),
    },
    ".": {
        ",": ("en-GB", "en-US", "es-419", "es-MX", "ar", "he", "hi", "ja", "ko", "th", "zh"),
        "’": ("de-CH", "de-LI", "it-CH"),
    },
}
"""What each language writes before the decimals, and between the thousands."""

WRITTEN = [
    (lang, point, group)
    for point, groups in POINT_AND_GROUP.items()
    for group, langs in groups.items()
    for lang in langs
]
LANGUAGES = [lang for lang, _, _ in WRITTEN]


@pytest.mark.parametrize(("lang", "point", "group"), WRITTEN)
def test_each_language_has_its_own_separators(lang: str, point: str, group: str) -> None:
    assert separators(lang) == (point, group)


@pytest.mark.parametrize(
    ("digits", "lang", "written"),
    [
        ("0", "de-DE", "0"),
        ("999", "de-DE", "999"),
        ("1000", "de-DE", "1.000"),
        ("1234567", "en-GB", "1,234,567"),
        ("1234567", "de-CH", "1’234’567"),
        ("1234567", "fr-FR", "1\u202f234\u202f567"),
        ("123456789", "hi-IN", "12,34,56,789"),
        ("123456", "en-IN", "1,23,456"),
        ("100", "hi", "100"),
    ],
)
def test_whole_numbers_are_parted_as_their_language_does(
    digits: str, lang: str, written: str
) -> None:
    assert group_digits(digits, lang) == written


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "…", "n/a", "k. A.", "n. v."])
def test_gaps(text: str) -> None:
    assert is_gap(text)


@pytest.mark.parametrize(
    ("value", "style", "lang", "text"),
    [
        (1234.5, NumberFormat(1), "de-DE", "1.234,5"),
        (1234.5, NumberFormat(1), "en-US", "1,234.5"),
        (0.12, NumberFormat(0, percent=True), "de-DE", "12\u00a0%"),
        (0.12, NumberFormat(0, percent=True), "en-US", "12%"),
        (-3, NumberFormat(), "de-DE", "−3"),
        (-0.01, NumberFormat(), "de-DE", "0"),
    ],
)
def test_a_number_is_shown_as_its_language_writes_it(
    value: float, style: NumberFormat, lang: str, text: str
) -> None:
    assert format_number(value, style, lang) == text


@given(
    units=st.integers(-(10**12), 10**12),
    decimals=st.integers(0, 3),
    percent=st.booleans(),
    lang=st.sampled_from(LANGUAGES),
)
def test_what_is_shown_is_read_again(
    units: int, decimals: int, lang: str, *, percent: bool
) -> None:
    style = NumberFormat(decimals, percent)
    value = units / 10 ** (decimals + 2 * percent)
    text = format_number(value, style, lang)
    found = read_number(text, lang)
    assert isinstance(found, Number), text
    assert found.value == pytest.approx(value)
    assert found.number_format == style
