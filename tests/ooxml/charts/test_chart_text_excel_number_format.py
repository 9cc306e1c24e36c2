"""Numbers as format codes of Excel."""

from locale import windows_locale

import pytest

from deckgen.language.number_formats import NumberFormat
from deckgen.ooxml.charts.chart_text import format_code
from deckgen.support.word_sets import word_set

TAGS = word_set(
    "cs_CZ da_DK de_AT de_CH de_DE en_GB en_US es_ES fi_FI fr_FR it_IT nb_NO nl_NL pl_PL pt_BR"
    " pt_PT sv_SE"
)


def test_every_language_has_the_number_that_windows_gives_it() -> None:
    """As Python lists them."""
    numbers = {tag: f"{number:X}" for number, tag in windows_locale.items() if tag in TAGS}
    codes = {tag: format_code(NumberFormat(), tag.replace("_", "-")) for tag in TAGS}
    assert {tag: code[3 : code.index("]")] for tag, code in codes.items()} == numbers


@pytest.mark.parametrize(
    ("lang", "form", "code"),
    [
        ("en-US", NumberFormat(0, percent=True), '[$-409]0%;[$-409]"−"0%'),
        ("tlh", NumberFormat(2), '#,##0.00;"−"#,##0.00'),
    ],
    ids=["a tight per cent sign", "a language that Excel does not know"],
)
def test_a_number_as_a_code_of_excel(lang: str, form: NumberFormat, code: str) -> None:
    assert format_code(form, lang) == code
