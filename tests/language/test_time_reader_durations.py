"""Minutes as people write them."""

import pytest

from deckgen.language.time_reader import read_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("20", 20),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("0,75", 0.75),
        ("-5", -5),
        ("20 Minuten", 20),
        ("20 min", 20),
        ("20 min.", 20),
        ("20min", 20),
        ("20’", 20),
        ("2,5 Min.", 2.5),
        ("1 Std.", 60),
        ("1,5 h", 90),
        ("1 h 30 min", 90),
        ("1h30", 90),
        ("1 Stunde, 5 Minuten", 65),
        ("1 heure 15", 75),
        ("90 s", 1.5),
        ("2 min 30 s", 2.5),
        ("30 Sekunden", 0.5),
        ("1:30 h", 90),
        ("1:30 min", 1.5),
        ("0:20:00", 20),
    ],
)
def test_minutes_are_read(text: str, minutes: float) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize(
    ("text", "longer", "shorter"),
    [("2.500", 2500, 2.5), ("1,250 min", 1250, 1.25), ("1:30", 90, 1.5)],
)
def test_what_could_be_long_or_short_is_told(text: str, longer: float, shorter: float) -> None:
    assert read_minutes(text) == (longer, shorter)


@pytest.mark.parametrize(
    "text",
    ["", "lang", "20 Äpfel", "1 2", "2,", "20 min 1 h", "1 h 2 h", "1:75", "h", "1" * 50_000],
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_minutes(text) is None
