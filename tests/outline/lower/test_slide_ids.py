"""The ids that slides get from their headlines: small ASCII letters, digits, single hyphens."""

import pytest

from deckgen.outline.lower.slide_ids import slug

HEADLINES = {
    "1. Der Stadtrat im Wandel": "1-der-stadtrat-im-wandel",
    "Größe: 5 % — „viel“!": "groesse-5-viel",
    "Søren Ångström, café": "soren-angstroem-cafe",
    "a_b/c\\d~e|f{g}": "a-b-c-d-e-f-g",
    "  -- two\tblanks\x7f --  ": "two-blanks",
    "İstanbul": "istanbul",
    "ℐ und a": "und-a",
    "Ελληνικά": "",
    "?!": "",
    "word " * 20: "-".join(["word"] * 9),
    "x" * 60: "x" * 48,
}


@pytest.mark.parametrize(("headline", "made"), HEADLINES.items())
def test_a_headline_becomes_an_id(headline: str, made: str) -> None:
    assert slug(headline) == made
