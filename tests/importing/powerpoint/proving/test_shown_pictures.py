"""An entry shows a picture if it names its file: as often as it stands, and cropped alike."""

import pytest

from deckgen.importing.outline_yaml import Item, OutlineEntry, Value
from deckgen.importing.powerpoint.entries.asset_files import AssetFiles
from deckgen.importing.powerpoint.proving.shown_pictures import lost_pictures
from deckgen.importing.powerpoint.reading.source_slide import SourceGroup
from tests.importing.powerpoint.entries.source_shapes import LINE, PLAN, shown, slide

PLANS, LINES = "pictures/a-plan.png", "pictures/line.png"
BOTH = slide(shown(PLAN), shown(SourceGroup("Steps", (shown(LINE),))))
TWICE = slide(shown(PLAN), shown(PLAN))


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"picture": PLANS, "logo": LINES}, ()),
        ({"picture": {"file": PLANS, "alt": "A plan"}, "logo": LINES}, ()),
        ({"people": ({"picture": PLANS}, {"picture": LINES})}, ()),
        ({"picture": PLANS}, (LINES,)),
        ({"bullets": (Item("a"),), "title": "A plan"}, (PLANS, LINES)),
        ({"include": "old.pptx"}, ()),
    ],
    ids=["texts", "keys", "list", "not in the group", "none", "as it is"],
)
def test_files_that_no_key_names_are_lost(
    keys: dict[str, Value], expected: tuple[str, ...]
) -> None:
    assert lost_pictures(OutlineEntry(keys, 4), BOTH, AssetFiles(",")) == expected


@pytest.mark.parametrize(
    ("keys", "expected"), [({"a": PLANS, "b": PLANS}, ()), ({"a": PLANS}, (PLANS,))]
)
def test_a_picture_that_stands_twice_is_named_twice(
    keys: dict[str, Value], expected: tuple[str, ...]
) -> None:
    assert lost_pictures(OutlineEntry(keys, 4), TWICE, AssetFiles(",")) == expected


@pytest.mark.parametrize(
    ("is_own", "expected"), [(True, ()), (False, ("",))], ids=["ours", "of others"]
)
def test_what_is_cropped_is_whole_in_an_entry_of_ours_alone(
    expected: tuple[str, ...], *, is_own: bool
) -> None:
    cropped = slide(shown(PLAN._replace(crop=(0.25, 0, 0.25, 0))))._replace(is_own=is_own)
    assert lost_pictures(OutlineEntry({"picture": PLANS}, 4), cropped, AssetFiles(",")) == expected
