"""One quotation stands between one pair of marks, whatever the language."""

import pytest

from deckgen.language.quotation_marks import is_one_quotation, is_quotation_mark

QUOTATIONS = {
    "“Nobody asked us.”": True,
    "„Niemand fragte.“": True,
    "„Niemand fragte.”": True,
    "»Niemand fragte.«": True,
    "« Personne. »": True,
    '"Nobody."': True,
    "“He said ‘no’ to us.”": True,
    "Nobody asked us.": False,
    "“Nobody asked us.": False,
    "“Yes.” – “No.”": False,
    "„Ja.“ – „Nein.“": False,
    "“Nobody”, they said.": False,
    "“": False,
    "": False,
}


@pytest.mark.parametrize("text", QUOTATIONS)
def test_is_one_quotation(text: str) -> None:
    assert is_one_quotation(text) is QUOTATIONS[text]


@pytest.mark.parametrize("text", ["“", "”", "„", "»", '"'])
def test_a_mark_alone(text: str) -> None:
    assert is_quotation_mark(text)


@pytest.mark.parametrize("text", ["", "“”", "Draft", "’s"])
def test_other_texts(text: str) -> None:
    assert not is_quotation_mark(text)
