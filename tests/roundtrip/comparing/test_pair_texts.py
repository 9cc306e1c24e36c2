"""Which paragraph is which: rewritten, new, deleted; also where there are very many."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.deck_map import MappedParagraph, MappedText
from deckgen.roundtrip.comparing.pair_texts import BuiltShape, pair_paragraphs, pair_shapes
from deckgen.roundtrip.reading.edited_deck import EditedShape, EditedSlide

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


def test_of_shapes_with_the_same_words_those_at_the_same_place_are_one() -> None:
    places = Box(0, 0, 900, 900), Box(90_000, 0, 900, 900)
    words = (MappedParagraph("Yes"),)
    text = MappedText("drawing 1 shape 2", 0, words)
    built = [BuiltShape(0, "drawing 1", "text", box, "", (text,)) for box in places]
    shapes = tuple(
        EditedShape(0, "", "text", box=box, paragraphs=words) for box in reversed(places)
    )
    edited = EditedSlide(1, 256, "", "", is_hidden=False, shapes=shapes, notes=())
    assert pair_shapes(built, edited, ids=False) == {0: 1, 1: 0}
