"""Which paragraph is which: rewritten, new, deleted; also where there are very many."""

import pytest

from deckgen.deck.deck_map import MappedParagraph
from deckgen.roundtrip.comparing.pair_texts import pair_paragraphs

CASES: dict[str, tuple[str, str, list[tuple[int | None, int | None]]]] = {
    "nothing": ("a|b", "a|b", [(0, 0), (1, 1)]),
    "blanks of another kind": ("a b", "a\u00a0b", [(0, 0)]),
    "all rewritten, as many": ("one|two", "three|four", [(0, 0), (1, 1)]),
    "new at the end": ("a|b", "a|b|c", [(0, 0), (1, 1), (None, 2)]),
    "new before an alike one": (
        "Trees and water",
        "Benches|Trees and much water",
        [(None, 0), (0, 1)],
    ),
    "deleted, and the next one rewritten": (
        "Benches|Trees and water",
        "Trees and much water",
        [(0, None), (1, 0)],
    ),
    "divided in two": ("Trees and water", "Trees|and water", [(None, 0), (0, 1)]),
    "all deleted": ("a|b", "", [(0, None), (1, None)]),
    "moved": ("a|b|c", "c|a|b", [(None, 0), (0, 1), (1, 2), (2, None)]),
}


def _paragraphs(words: str) -> list[MappedParagraph]:
    return [MappedParagraph(each) for each in words.split("|") if each]


@pytest.mark.parametrize("case", CASES)
def test_paragraphs_are_paired_in_order(case: str) -> None:
    base, edited, expected = CASES[case]
    assert list(pair_paragraphs(_paragraphs(base), _paragraphs(edited))) == expected


def test_very_many_paragraphs_are_paired_by_their_places() -> None:
    base, edited = [MappedParagraph("x")] * 4_000, [MappedParagraph("y")] * 5_000
    pairs = list(pair_paragraphs(base, edited))
    assert pairs[0] == (0, 0)
    assert pairs[-1] == (None, 4_999)
    assert len(pairs) == 5_000
