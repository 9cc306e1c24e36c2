"""Where a line may end: not within a day, a number or an amount."""

import pytest

from deckgen.fit.text.end_cost import LinePieces, ends_sentence, is_numbered


def pieces(text: str) -> LinePieces:
    return [(float(len(word)), 1.0, word) for word in text.split()]


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("Wir danken allen.", True),
        ("Das Haus steht seit 1912.", True),
        ("Bis zum 31.", False),
        ("Sonntag, 9.", False),
        ("Wir löschten mit 11 Mio.", False),
        ("Ein Gespräch mit Prof.", False),
        ("Wir trafen uns um zwölf.", True),
    ],
)
def test_the_stop_of_a_day_or_an_abbreviation_ends_no_sentence(line: str, *, ends: bool) -> None:
    assert ends_sentence(pieces(line)) is ends


@pytest.mark.parametrize(
    ("line", "behind", "expected"),
    [
        ("Kündigungen sind bis 31.", "Dezember 2031 ausgeschlossen", True),
        ("Sie treffen uns am 9.", "Mai um zwölf", True),
        ("Kündigungen sind bis", "31. Dezember 2031", False),
        ("Treffpunkt am Tor, 5", "€ je Person", True),
        ("Das steht fest.", "Dezember wird kalt", False),
    ],
)
def test_a_german_day_stands_with_its_month(line: str, behind: str, *, expected: bool) -> None:
    assert is_numbered(pieces(line), pieces(behind), "de") is expected
