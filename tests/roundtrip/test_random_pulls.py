"""Random edits come into the outlines exactly, or are refused: none is wrong, none is lost."""

import pytest

from tests.roundtrip.random_pulls import subjects, trial


@pytest.mark.slow
def test_no_random_edit_is_wrong_or_lost() -> None:
    trials = [trial(each, seed) for each in subjects() for seed in range(12)]
    assert [each for each in trials if each.verdict in {"wrong", "untold"}] == []
