"""Days as people and spreadsheets write them."""

import datetime as dt

import pytest

from deckgen.language.time_reader import AmbiguousDay, are_months_in_order, localized_date, read_day

MARCH = dt.date(2027, 3, 14)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("2027-03-14", "xx"),
        ("2027-03-14T00:00:00Z", "xx"),
        ("2027-03-14 00:00:00", "xx"),
        ("2027. 3. 14.", "hu"),
        ("2027/03/14", "ja"),
        ("14.3.2027", "en-US"),
        ("14.03.2027", "de-DE"),
        ("14. 3. 2027", "cs-CZ"),
        ("14.03.27", "de-DE"),
        ("14.03.2027 00:00", "de-DE"),
        ("14/3/2027", "en-US"),
        ("3/14/2027", "de-DE"),
        ("14-3-2027", "nl-NL"),
        ("14. März 2027", "de-DE"),
        ("14. Mrz. 2027", "de-DE"),
        ("14. Mär 27", "de-AT"),
        ("14 März 2027", "en-GB"),
        ("Sonntag, 14. März 2027", "de-DE"),
        ("So, 14. März 2027", "de-DE"),
        ("14 March 2027", "fr-FR"),
        ("March 14, 2027", "en-US"),
        ("Mar 14th 2027", "en-US"),
        ("Sunday, the 14th of March 2027", "en-GB"),
        ("14-Mar-2027", "en-US"),
        ("14 mars 2027", "fr-FR"),
        ("dimanche 14 mars 2027", "fr-FR"),
        ("14 de marzo de 2027", "es-ES"),
        ("14 marca 2027", "pl-PL"),
    ],
)
def test_a_day_is_read(text: str, lang: str) -> None:
    assert read_day(text, lang) == MARCH


@pytest.mark.parametrize(
    ("text", "lang", "month"), [("3/4/2027", "fr-FR", 4), ("3-4-2027", "nl", 4), ("3/3/27", "", 3)]
)
def test_where_a_language_has_one_order_or_there_is_no_choice(
    text: str, lang: str, month: int
) -> None:
    assert read_day(text, lang) == dt.date(2027, month, 3)


@pytest.mark.parametrize("lang", ["en-US", "en-GB", "de-DE", "fr-CA", "es-US", ""])
@pytest.mark.parametrize("text", ["3/4/2027", "03-04-2027", "3/4/27"])
def test_what_could_be_two_days_is_told(text: str, lang: str) -> None:
    assert read_day(text, lang) == AmbiguousDay(dt.date(2027, 4, 3), dt.date(2027, 3, 4))


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-30",
        "31.4.2027",
        "14.3.",
        "14.3.027",
        "März 2027",
        "14. Märzen 2027",
        "Montag, 14. März 2027",
        "14. bis 16. März 2027",
        "14. März 2027, 19 Uhr",
        "14.03.2027 19:30",
        "46460",
        "27-03-14",
        "heute",
        "",
        "1" * 100_000,
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, "de-DE") is None


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2026-11-22", "22. November 2026"),
        ("22.11.2026", "22. November 2026"),
        ("2026-13-01", None),
        ("", None),
    ],
)
def test_a_day_is_written_out(text: str, written: str | None) -> None:
    assert localized_date(text, "de-DE") == written


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
