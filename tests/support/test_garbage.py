"""What lasts until the process ends is not searched for cycles."""

import gc

import pytest

from deckgen.support.garbage import lasting_objects


def test_nothing_is_searched_while_such_objects_are_made() -> None:
    before = gc.get_freeze_count()
    with lasting_objects():
        assert not gc.isenabled()
        kept: list[list[int]] = [[] for _ in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + len(kept)


def test_the_search_goes_on_after_an_error() -> None:
    with pytest.raises(ImportError), lasting_objects():
        raise ImportError
    assert gc.isenabled()
