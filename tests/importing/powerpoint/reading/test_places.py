"""Where shapes stand, as they or their placeholders say it, and the order of reading."""

import pytest

from deckgen.deck.box import Box
from deckgen.importing.powerpoint.reading.places import box_of, fills_half, in_reading_order
from deckgen.importing.powerpoint.reading.source_slide import SourceShape, Unread
from tests.importing.powerpoint.reading.shape_elements import shape
from tests.importing.powerpoint.source_slides import text_shape

OWN, ABOVE, TOP = Box(1, 2, 30, 40), Box(5, 6, 70, 80), Box(9, 10, 110, 120)
NOWHERE = Box(0, 0, 0, 0)
BODY = '<p:ph type="body" idx="3"/>'
CORNER, SIZE = '<a:off x="1" y="2"/>', '<a:ext cx="30" cy="40"/>'


def placed(box: Box | None, ph: str = "") -> str:
    x, y, cx, cy = box or (0, 0, 0, 0)
    place = f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>' if box else ""
    return f"<p:sp><p:nvSpPr><p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr></p:sp>"


@pytest.mark.parametrize(
    ("xml", "layout", "master", "kind", "expected"),
    [
        (placed(OWN, BODY), placed(ABOVE, BODY), placed(TOP, BODY), "body", OWN),
        (placed(None, BODY), placed(ABOVE, BODY), placed(TOP, BODY), "body", ABOVE),
        (placed(None, BODY), placed(None, BODY), placed(TOP, BODY), "body", TOP),
        (placed(None, BODY), "", "", "body", NOWHERE),
        (placed(None), placed(ABOVE), placed(TOP), "", NOWHERE),
        (f"<p:x><p:xfrm>{CORNER}{SIZE}</p:xfrm></p:x>", "", "", "", OWN),
        (f"<p:x><p:grpSpPr><a:xfrm>{CORNER}{SIZE}</a:xfrm></p:grpSpPr></p:x>", "", "", "", OWN),
        (f"<p:x><p:xfrm>{CORNER}</p:xfrm></p:x>", "", "", "", NOWHERE),
        (f"<p:x><p:xfrm>{SIZE}</p:xfrm></p:x>", "", "", "", NOWHERE),
    ],
    ids=["own", "layout", "master", "nowhere", "free", "graphic", "group", "no size", "no corner"],
)
def test_a_shape_stands_where_it_says_else_where_its_placeholder_does(
    xml: str, layout: str, master: str, kind: str, expected: Box
) -> None:
    assert box_of(shape(xml, layout=layout, master=master), kind) == expected


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (placed(TOP, '<p:ph type="body" idx="2"/>') + placed(ABOVE, '<p:ph idx="3"/>'), ABOVE),
        (placed(ABOVE, '<p:ph type="body" idx="2"/>'), ABOVE),
        (placed(TOP, '<p:ph type="title"/>'), NOWHERE),
        (placed(TOP), NOWHERE),
    ],
    ids=["the same index", "the same type", "neither", "no placeholder"],
)
def test_a_placeholder_goes_by_that_of_its_index_else_of_its_type(
    layout: str, expected: Box
) -> None:
    assert box_of(shape(placed(None, BODY), layout=layout), "body") == expected


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        (Box(0, 0, 400, 500), True),
        (Box(500, 5, 495, 490), True),
        (Box(0, 0, 1000, 500), False),
        (Box(0, 0, 800, 500), False),
        (Box(0, 0, 200, 500), False),
        (Box(0, 100, 400, 400), False),
        (Box(100, 0, 400, 500), False),
    ],
    ids=["left", "about right", "all of it", "most of it", "a strip", "too low", "in the middle"],
)
def test_a_half_of_a_slide_stands_at_one_side_from_top_to_foot(box: Box, *, expected: bool) -> None:
    assert fills_half(box, Box(0, 0, 1000, 500)) == expected


TITLE = ("Title", "title", Box(0, 900, 9, 9))


@pytest.mark.parametrize(
    "placed_shapes",
    [
        [TITLE, ("Low left", "", Box(0, 50, 9, 20)), ("Low right", "", Box(9, 40, 9, 20))],
        [("Top", "", Box(9, 0, 9, 20)), ("Next, as 9 of 20 overlap", "", Box(0, 11, 9, 20))],
        [("Left, as half overlaps", "", Box(0, 10, 9, 20)), ("Right", "", Box(9, 0, 9, 20))],
        [("Left, as half of it overlaps", "", Box(0, 36, 9, 8)), ("R", "", Box(9, 0, 9, 40))],
        [TITLE, ("Below", "subTitle", Box(0, 0, 9, 9)), ("Text", "body", Box(0, 0, 9, 9))],
        [("Nowhere", "", NOWHERE), ("Somewhere", "", Box(5, 5, 9, 9))],
        [("First row", "", Box(0, 0, 9, 9)), ("Second", "", Box(0, 20, 9, 9))],
        [
            ("Text", "", Box(0, 0, 60, 40)),
            ("1", "", Box(11, 4, 48, 9)),
            ("2", "", Box(10, 20, 49, 9)),
        ],
        [("1", "", Box(1, 0, 9, 9)), ("2", "", Box(0, 20, 9, 9)), ("R", "", Box(20, 0, 9, 40))],
    ],
    ids=[
        *("rows", "below", "one row", "small", "titles", "without a place", "column"),
        *("column on a text", "column beside"),
    ],
)
def test_the_title_is_read_first_then_row_by_row_from_the_left(
    placed_shapes: list[tuple[str, str, Box]],
) -> None:
    ordered = [SourceShape(Unread(""), box, kind, name=name) for name, kind, box in placed_shapes]
    assert list(in_reading_order(ordered[::-1])) == ordered


LEFT, RIGHT = Box(0, 0, 40, 10), Box(50, 0, 40, 10)


@pytest.mark.parametrize(
    ("kind", "lines", "height", "expected"),
    [
        ("body", 1, 10, "a1b2"),
        ("obj", 1, 10, "a1b2"),
        ("body", 2, 80, "ab12"),
        ("", 1, 20, "a1b2"),
        ("", 1, 19, "ab12"),
    ],
    ids=["headings", "contents", "two lines each", "text boxes", "two low rows"],
)
def test_below_headings_each_column_is_read_by_itself(
    kind: str, lines: int, height: int, expected: str
) -> None:
    words = [str(line) for line in range(lines)]
    heads = [
        text_shape(*words, placeholder=kind, box=box)._replace(name=name)
        for name, box in (("a", LEFT), ("b", RIGHT))
    ]
    below = [
        SourceShape(Unread(""), box._replace(y=20, cy=height), "obj", name=name)
        for name, box in (("1", LEFT), ("2", RIGHT))
    ]
    assert "".join(each.name for each in in_reading_order(below + heads)) == expected
