"""Numbers as people write them, in their language."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol
from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.numbers import Style, is_gap, number, separators, shown

LANGUAGES = (
    *("bg", "cs", "da", "de-AT", "de-CH", "de-DE", "en-GB", "en-US", "es-ES", "es-MX", "et", "fi"),
    *("fr-FR", "he", "hi", "hu", "it-IT", "ja", "ko", "lt", "nb", "nl", "pl", "pt-BR", "pt-PT"),
    *("ru", "sk", "sv", "th", "uk", "zh"),
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_separators_are_those_of_the_cldr(lang: str) -> None:
    locale = Locale.parse(lang, sep="-")
    assert separators(lang) == (get_decimal_symbol(locale), get_group_symbol(locale))


@pytest.mark.parametrize(
    ("text", "lang", "value", "style"),
    [
        ("12", "de-DE", 12, Style()),
        ("1.234,5", "de-DE", 1234.5, Style(1)),
        ("1.234", "de-DE", 1234, Style()),
        ("1,234", "de-DE", 1.234, Style(3)),
        ("1,234.50", "en-GB", 1234.5, Style(2)),
        ("1 234,5", "fr-FR", 1234.5, Style(1)),
        ("1’234.5", "de-CH", 1234.5, Style(1)),
        ("3,5", "de-DE", 3.5, Style(1)),
        ("12 %", "de-DE", 0.12, Style(0, percent=True)),
        ("12,5%", "de-DE", 0.125, Style(1, percent=True)),
        ("29 %", "de-DE", 0.29, Style(0, percent=True)),
        ("-3", "de-DE", -3, Style()),
        ("− 3,0", "de-DE", -3, Style(1)),
        ("+4", "en-US", 4, Style()),
        (" 7 ", "en-US", 7, Style()),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(
    text: str, lang: str, value: float, style: Style
) -> None:
    found = number(text, lang)
    assert found is not None
    assert (found.value, found.style) == (value, style)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("3.5", "de-DE"),
        ("12.34", "de-DE"),
        ("1,5", "en-GB"),
        ("12 km", "de-DE"),
        ("1.2.3", "en-GB"),
        ("zwölf", "de-DE"),
        ("", "de-DE"),
        ("%", "de-DE"),
        ("1,", "de-DE"),
        ("٣", "ar"),
        ("1e5", "en-US"),
        ("1234567890123456", "en-US"),
    ],
)
def test_what_could_mean_two_things_or_nothing_is_no_number(text: str, lang: str) -> None:
    assert number(text, lang) is None


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "…", "n/a", "k. A."])
def test_gaps(text: str) -> None:
    assert is_gap(text)


@pytest.mark.parametrize(
    ("value", "style", "lang", "text"),
    [
        (1234.5, Style(1), "de-DE", "1.234,5"),
        (1234.5, Style(1), "en-US", "1,234.5"),
        (0.12, Style(0, percent=True), "de-DE", "12\u00a0%"),
        (0.12, Style(0, percent=True), "en-US", "12%"),
        (-3, Style(), "de-DE", "−3"),
        (-0.01, Style(), "de-DE", "0"),
    ],
)
def test_a_number_is_shown_as_its_language_writes_it(
    value: float, style: Style, lang: str, text: str
) -> None:
    assert shown(value, style, lang) == text


@given(
    units=st.integers(-(10**12), 10**12),
    decimals=st.integers(0, 3),
    percent=st.booleans(),
    lang=st.sampled_from(LANGUAGES),
)
def test_what_is_shown_is_read_again(
    units: int, decimals: int, lang: str, *, percent: bool
) -> None:
    style = Style(decimals, percent)
    value = units / 10 ** (decimals + 2 * percent)
    text = shown(value, style, lang)
    found = number(text, lang)
    assert found is not None, text
    assert found.value == pytest.approx(value)
    assert found.style == style
