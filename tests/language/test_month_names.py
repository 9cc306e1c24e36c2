"""Months in a row, by their names."""

import pytest

from deckgen.language.month_names import are_months_in_order


@pytest.mark.parametrize(
    ("names", "lang", "expected"),
    [
        ("January February March", "en-GB", True),
        ("Nov Dec Jan", "en-GB", True),
        ("Jän Feb März", "de-AT", True),
        ("Mrz. Apr. Mai", "de-DE", True),
        ("janvier février", "fr-FR", True),
        ("January March", "en-GB", False),
        ("March February", "en-GB", False),
        ("May", "en-GB", False),
        ("May Hall", "en-GB", False),
        ("Markt Aprilia", "de-DE", False),
    ],
)
def test_months_in_a_row_are_known_by_their_names(names: str, lang: str, *, expected: bool) -> None:
    assert are_months_in_order(names.split(), lang) is expected
