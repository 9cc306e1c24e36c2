"""Bullets in brackets: items that came, went and were moved, spelled as YAML has them there."""

import pytest

from deckgen.roundtrip.pull import Pulled
from tests.folder import Folder
from tests.roundtrip.edits_by_hand import added, removed
from tests.roundtrip.pulling import MAIN, Edit, all_of, edited, pulled_into
from tests.sampled import sampled

OUTLINE = """\
title: A talk
slides:
  - title: Trees
    bullets: [Limes, 'Oaks, old', Elms]  # in brackets
"""


def pulled(edit: Edit, outline: str = OUTLINE) -> Pulled:
    return pulled_into(Folder({MAIN: outline}), edited({MAIN: outline}, edit))


TAKEN: dict[str, tuple[Edit, str]] = {
    "one more": (added("Elms", "Yews"), "[Limes, 'Oaks, old', Elms, Yews]"),
    "in the middle": (added("Limes", "Yews"), "[Limes, Yews, 'Oaks, old', Elms]"),
    "with signs": (added("Elms", "Yews, [2]: #1"), "[Limes, 'Oaks, old', Elms, 'Yews, [2]: #1']"),
    "one less": (removed("Limes"), "['Oaks, old', Elms]"),
    "the last one": (removed("Elms"), "[Limes, 'Oaks, old']"),
    "moved": (all_of([removed("Limes"), added("Elms", "Limes")]), "['Oaks, old', Elms, Limes]"),
}


@pytest.mark.parametrize(("edit", "listed"), sampled(TAKEN, every=3))
def test_a_list_in_brackets_keeps_its_line(edit: Edit, listed: str) -> None:
    result = pulled(edit)
    assert {outcome.result for outcome in result.outcomes} == {"taken"}, result.outcomes
    expected = OUTLINE.replace("[Limes, 'Oaks, old', Elms]", listed)
    assert result.files["slides.yaml"].decode() == expected


def test_brackets_over_several_lines_are_left_alone() -> None:
    outline = OUTLINE.replace("Limes, ", "Limes,  # old\n      ")
    result = pulled(added("Elms", "Yews"), outline)
    assert [outcome.result for outcome in result.outcomes] == ["refused"]
    assert not result.files
