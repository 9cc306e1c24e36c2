"""A picture has a new key when it looks different, and only then."""

import pytest

from deckgen.preview.picture_queue import picture_keys
from tests.talks import talk

_BEFORE = """\
- title: One
  bullets: [a, b]
- id: two
  title: Two
  bullets: [c]
- title: Three
  bullets: [d]
"""


def _keys(entries: str, *, size: str = "16:9", renderer: str = "words") -> tuple[str, ...]:
    compiled = talk(entries, size=size).compiled
    return picture_keys(compiled.deck, compiled.brand, renderer)


def test_the_same_talk_has_the_same_keys_and_every_slide_its_own() -> None:
    keys = _keys(_BEFORE)
    assert keys == _keys(_BEFORE)
    assert len(set(keys)) == 3


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("[c]", "[x]", [False, True, False]),
        ("[c]", "[c, c]", [False, True, False]),
        ("title: Two", "title: Two!", [False, True, False]),
        ("title: Two", "title: Two\n  tone: dark", [False, True, False]),
        ("title: Two", "title: Two\n  lang: de-DE", [False, True, False]),
        # What is not on the picture.
        ("title: Two", "title: Two\n  notes: Say this", [False, False, False]),
        ("title: Two", "title: Two\n  hidden: yes", [False, False, False]),
        ("title: Two", "title: Two\n  minutes: 3", [False, False, False]),
    ],
)
def test_one_slide_changes(old: str, new: str, changed: list[bool]) -> None:
    before, after = _keys(_BEFORE), _keys(_BEFORE.replace(old, new))
    assert [one != other for one, other in zip(before, after, strict=True)] == changed


def test_a_slide_between_changes_the_numbers_below_it() -> None:
    before = _keys(_BEFORE)
    after = _keys(_BEFORE.replace("- id: two", "- quote: q\n- id: two"))
    assert before[0] == after[0]
    assert not set(before[1:]) & set(after)


def test_all_change_with_the_shape_of_the_slides_and_with_who_draws() -> None:
    plain = set(_keys(_BEFORE))
    assert not plain & set(_keys(_BEFORE, size="4:3"))
    assert not plain & set(_keys(_BEFORE, renderer="others"))
