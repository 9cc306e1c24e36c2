"""Where a line may end within a word, and which characters are never parted (UAX #14 and #29)."""

import pytest

from deckgen.fonts.break_opportunities import clusters, pieces

SOFT, ZERO_WIDTH, JOINER = "\u00ad", "\u200b", "\u200d"


@pytest.mark.parametrize(
    "parts",
    [
        ("Wort",),
        ("Schloss-", "Straße"),
        ("Nord-", "Süd-", "Bahn"),
        ("und/", "oder"),
        # Numbers: a fraction, a minus, a number behind a name, one in parentheses.
        ("1/2",),
        ("-5",),
        ("A-", "1"),
        ("(-5",),
        ("--help",),
        # A dash between words may begin a line and end it; two stay together.
        ("Ja", "—", "nein"),
        ("Ja", "——", "nein"),
        ("9–", "12"),
        ("(ja)", "—", "(nein)"),
        ("Donau" + SOFT, "dampf"),
        ("a" + ZERO_WIDTH, "b"),
        ("a" + ZERO_WIDTH, "!"),
        ("was?!",),
        # Ideographs stand alone, but not what closes or opens.
        ("東", "京"),
        ("東。",),
        ("東", "「京」"),
        ("東\u2060京",),
        ("東\u3099", "京"),
        ("a", "東", "b"),
        # Flags are pairs.
        ("🇦🇿", "🇿🇦"),
        ("👍🏽", "👍"),
        ("👨" + JOINER + "👩",),
    ],
)
def test_a_word_in_pieces_after_which_a_line_may_end(parts: tuple[str, ...]) -> None:
    assert pieces("".join(parts)) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ("a", "b"),
        ("e\u0301", "a"),
        ("👍🏽", "a"),
        ("👨" + JOINER + "👩", "a"),
        ("🇦🇿", "🇿🇦"),
        ("🇦🇿", "🇦"),
    ],
)
def test_clusters_are_never_parted(parts: tuple[str, ...]) -> None:
    assert clusters("".join(parts)) == parts
