"""Numbers as people write them, in their language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.deck.numbers import Style, is_gap, number, separators, shown

NARROW, WIDE = "\u202f", "\u00a0"
POINT_AND_GROUP = {
    ",": {
        ".": ("da", "de-AT", "de-DE", "es-ES", "it-IT", "nl", "pt-BR"),
        NARROW: ("fr-FR",),
        WIDE: (*("bg", "cs", "et", "fi", "hu", "lt", "nb", "pl", "pt-PT", "ru", "sk", "sv", "uk"),),
    },
    ".": {
        ",": ("en-GB", "en-US", "es-MX", "he", "hi", "ja", "ko", "th", "zh"),
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
