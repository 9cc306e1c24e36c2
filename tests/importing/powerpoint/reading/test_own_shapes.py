"""What deckgen draws beside the words of an author is known when a deck of ours is read."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.powerpoint.reading.own_shapes import is_own_drawing, is_progress, is_rule
from deckgen.importing.powerpoint.reading.source_slide import SourceGroup, SourceShape, Unread
from deckgen.opc.xml_parser import NAMESPACES, parse_xml


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Steps", "Line", "Step 1"], True),
        (["Steps", "Arrow"], False),
        (["Figures", "Figure 1", "Figure 2"], True),
        (["Figures", "Figure 1", "Arrow"], False),
        (["QR: https://example.org", "Code to scan"], True),
        (["QR: https://example.org", "Picture 3"], False),
        (["Group 7", "Initials 1", "Name 1"], True),
        (["Lines", "Line", "Line"], True),
        (["Group 7", "Oval 3"], False),
        ([], False),
    ],
)
def test_a_group_is_known_by_the_names_in_it(names: list[str], *, expected: bool) -> None:
    shapes = "".join(f'<p:cNvPr id="{at}" name="{name}"/>' for at, name in enumerate(names, 2))
    xml = f'<p:grpSp xmlns:p="{NAMESPACES["p"]}">{shapes}</p:grpSp>'
    assert is_own_drawing(parse_xml(xml.encode())) == expected


@pytest.mark.parametrize(
    ("layout", "box", "expected"),
    [
        ("Two contents", Box(0, 0, 12_700, 900), True),
        ("Three contents (dark)", Box(0, 0, 12_700, 900), True),
        ("Two contents", Box(0, 0, 12_701, 900), False),
        ("Title and bullets", Box(0, 0, 12_700, 900), False),
        ("Questions", Box(0, 0, 900, 9_525), True),
        ("Question (dark)", Box(0, 0, 900, 12_701), False),
        ("Two contents", Box(0, 0, 900_000, 9_525), False),
    ],
)
def test_a_hairline_between_columns_or_rows_is_known(
    layout: str, box: Box, *, expected: bool
) -> None:
    line = SourceShape(Unread("lines"), box, name="Line")
    assert is_rule(layout, line) is expected


@pytest.mark.parametrize(
    ("layout", "group", "expected"),
    [
        ("Questions", "Lines", True),
        ("Question (dark)", "Lines", True),
        ("Questions", "Steps", False),
        ("Two contents", "Lines", False),
    ],
)
def test_the_hairlines_between_rows_are_one_group(
    layout: str, group: str, *, expected: bool
) -> None:
    assert is_rule(layout, SourceShape(SourceGroup(group, ()))) is expected


@pytest.mark.parametrize(
    ("layout", "name", "expected"),
    [
        ("Question", "Progress", True),
        ("Question (dark)", "Progress", True),
        ("Question beside picture", "Progress", True),
        ("Title and bullets", "Progress", False),
        ("Question", "Freeform 4", False),
    ],
)
def test_the_track_of_a_talk_is_known(layout: str, name: str, *, expected: bool) -> None:
    track = SourceShape(Unread("shapes"), Box(0, 0, 900, 900), name=name)
    assert is_progress(layout, track) is expected
