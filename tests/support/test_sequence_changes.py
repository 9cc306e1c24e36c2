"""How one sequence becomes another."""

from difflib import SequenceMatcher

import pytest

from deckgen.support.sequence_changes import longest_rising, opcodes

_LONG = [f"word{at}" for at in range(5_000)]


@pytest.mark.parametrize(
    ("old", "new"),
    [("", ""), ("abc", "abc"), ("abc", ""), ("", "abc"), ("abcd", "bcxd"), ("abxcd", "cdyab")],
)
def test_short_sequences_are_compared_as_difflib_does(old: str, new: str) -> None:
    expected = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    assert [tuple(each) for each in opcodes(old, new)] == expected


@pytest.mark.parametrize(
    ("old", "new", "equal"),
    [
        (_LONG, _LONG, 5_000),
        (_LONG, [*_LONG[:10], "x", *_LONG[10:4_000], *_LONG[4_500:]], 4_500),
        (_LONG, [word.upper() for word in _LONG], 0),
        (_LONG, [*_LONG[2_500:], *_LONG[:2_500]], 2_500),
        (["a", *_LONG] * 2, ["a", "b", *_LONG] * 2, 10_002),
        ("the " * 5_000, "the " * 4_000, 16_000),
    ],
    ids=["same", "edited", "all others", "moved", "twice", "one word"],
)
def test_long_sequences(old: list[str], new: list[str], equal: int) -> None:
    assert (
        sum(end - start for what, start, end, *_ in opcodes(old, new) if what == "equal") == equal
    )


@pytest.mark.parametrize("seed", range(20))
def test_they_lead_from_one_to_the_other(seed: int) -> None:
    old = [(at * at + seed) % 401 for at in range(700)]
    new = [each if at * (seed + 7) % 10 > 2 else at * 13 % 800 for at, each in enumerate(old)]
    made: list[int] = []
    for what, start, end, new_start, new_end in opcodes(old, new):
        assert (what == "equal") == (old[start:end] == new[new_start:new_end])
        made += old[start:end] if what == "equal" else new[new_start:new_end]
    assert made == new


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ([], []),
        ([7], [7]),
        ([1, 2, 3], [1, 2, 3]),
        ([4, 1, 2, 3], [1, 2, 3]),
        ([1, 5, 2, 3, 9, 4], [1, 2, 3, 4]),
        ([2, 2], [2]),
    ],
)
def test_the_most_numbers_that_rise(numbers: list[int], kept: list[int]) -> None:
    assert [numbers[at] for at in longest_rising(numbers)] == kept
