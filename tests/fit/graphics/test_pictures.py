"""The boxes of pictures of all shapes."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.brand.generate.generate_brand import generate_brand
from deckgen.brand.tokens import PLAIN_TOKENS
from deckgen.deck.box import Box
from deckgen.deck.graphics import BEFORE_CREDIT, Caption, Media, Picture
from deckgen.deck.layout import FilledArea
from deckgen.deck.text_body import Paragraph, Run, TextBody
from deckgen.fit.graphics.arrangements import cropped
from deckgen.fit.graphics.pictures import arranged_pictures, placed_pictures
from deckgen.fit.placement_context import PlacementContext
from deckgen.support.diagnostics import Diagnostics, Span
from tests.present import present

SPAN = Span("talk.yaml", 1, 1)
AREA = Box(1_000_000, 2_000_000, 9_000_000, 4_000_000)
BRAND = generate_brand(PLAIN_TOKENS, "16:9", None, Diagnostics())
SHARP = 4_000
"""Pixels across, so that nothing looks coarse."""


def picture(ratio: float, words: str = "", *, cover: bool = False) -> Picture:
    media = Media("/ppt/media/a.png", "image/png", b"", SHARP, max(round(SHARP / ratio), 1))
    caption = Caption(TextBody((Paragraph((Run(words),)),))) if words else None
    return Picture(media, "Alt", SPAN, fills_box=cover, caption=caption)


def placing() -> PlacementContext:
    return PlacementContext(BRAND.layout("bullets", "light"), BRAND.fonts, 18, Diagnostics(), set())


def boxes(*pictures: Picture) -> list[Box]:
    return [one.box for one in placed_pictures(pictures, AREA, placing()) if one.box]


@pytest.mark.parametrize(
    ("ratio", "cx", "cy"),
    [(1, 4_000_000, 4_000_000), (3, 9_000_000, 3_000_000), (0.5, 2_000_000, 4_000_000)],
)
def test_one_picture_is_as_large_as_it_can_be(ratio: float, cx: int, cy: int) -> None:
    (box,) = boxes(picture(ratio))
    assert box[:2] == AREA[:2]
    assert box[2:] == pytest.approx((cx, cy), rel=0.001)


@pytest.mark.parametrize(("color", "x"), [("112233", 3_500_000), ("FFFFFF", AREA.x)])
def test_a_narrow_one_stands_in_the_middle_below_a_headline_on_its_own_field(
    color: str, x: int
) -> None:
    layout = BRAND.layout("bullets", "light")
    page, head = Box(0, 0, 12_000_000, 6_800_000), present(layout.placeholder("title")).box
    fields = (FilledArea(page, "FFFFFF"), FilledArea(head, color))
    context = placing()._replace(layout=layout._replace(filled_areas=fields))
    (placed,) = placed_pictures([picture(1)], AREA, context)
    assert present(placed.box).x == x


@pytest.mark.parametrize(("ratio", "is_beside"), [(0.3, True), (0.6, False)])
def test_the_caption_of_a_narrow_picture_beside_text_stands_beside_it(
    ratio: float, *, is_beside: bool
) -> None:
    half = AREA._replace(cx=5_000_000)
    (placed,) = arranged_pictures([picture(ratio, "Tower, from the west")], half, placing())
    words, shown = present(present(placed.caption).box), present(placed.box)
    assert (words.x >= shown.right) is is_beside
    assert (shown.cy == half.cy) is is_beside


def test_one_that_fills_its_place_has_all_of_it() -> None:
    (placed,) = placed_pictures((picture(3, cover=True),), AREA, placing())
    assert placed.box == AREA
    assert placed.crop == pytest.approx((0.125, 0, 0.125, 0), abs=0.001)


@pytest.mark.parametrize(
    ("ratio", "width", "focus", "crop"),
    [
        (2, 1000, (0.5, 0.5), (0.25, 0, 0.25, 0)),
        (2, 1000, (0, 0), (0, 0, 0.5, 0)),
        (2, 1000, (1, 0), (0.5, 0, 0, 0)),
        (2, 1000, (0.6, 0), (0.35, 0, 0.15, 0)),
        (0.5, 1000, (0.5, 0), (0, 0, 0, 0.5)),
        (0.5, 1000, (0.5, 0.9), (0, 0.5, 0, 0)),
        (1, 1000, (0, 0), (0, 0, 0, 0)),
        (1, 2000, (0.5, 0.5), (0, 0.25, 0, 0.25)),
    ],
)
def test_the_focus_stays_in_sight(
    ratio: float, width: int, focus: tuple[float, float], crop: tuple[float, ...]
) -> None:
    found = cropped(picture(ratio)._replace(focus=focus), Box(0, 0, width, 1000))
    assert found.crop == pytest.approx(crop)


@pytest.mark.slow
@given(
    st.lists(
        st.tuples(st.floats(0.2, 5), st.text("abc ", max_size=60), st.booleans()),
        min_size=1,
        max_size=6,
    )
)
def test_pictures_stand_apart_in_their_area_and_are_never_stretched(
    shapes: list[tuple[float, str, bool]],
) -> None:
    pictures = [picture(ratio, words.strip(), cover=cover) for ratio, words, cover in shapes]
    placed = placed_pictures(pictures, AREA, placing())
    assert [one.media for one in placed] == [one.media for one in pictures]
    taken = [one.box for one in placed if one.box]
    taken += [one.caption.box for one in placed if one.caption and one.caption.box]
    slack = 40  # EMU: every box is rounded
    for box in taken:
        assert AREA.x <= box.x <= box.right <= AREA.right + slack
        assert box.y >= AREA.y
    for box, other in combinations(taken, 2):
        assert min(box.shared_width(other), box.shared_height(other)) <= slack
    for one in placed:
        assert one.box is not None
        left, top, right, bottom = one.crop
        seen = one.media.width * (1 - left - right) / (one.media.height * (1 - top - bottom))
        assert seen == pytest.approx(one.box.cx / one.box.cy, rel=0.01)


@given(st.lists(st.floats(0.3, 4), min_size=1, max_size=6))
def test_pictures_without_captions_end_where_their_area_ends(ratios: list[float]) -> None:
    for box in boxes(*(picture(ratio) for ratio in ratios)):
        assert box.bottom <= AREA.bottom + 40


@pytest.mark.parametrize("words", ["Before, with the old lamp and the puddle", "A caption " * 8])
@pytest.mark.parametrize("count", [2, 3, 4, 6])
def test_captions_that_are_broken_below_upright_pictures_end_in_their_area(
    count: int, words: str
) -> None:
    placed = placed_pictures([picture(0.77, words.strip())] * count, AREA, placing())
    ends = [one.caption.box.bottom for one in placed if one.caption and one.caption.box]
    assert len(ends) == count
    assert max(ends) <= AREA.bottom + 40


@pytest.mark.parametrize(
    ("ratios", "columns", "rows"),
    [
        ([1.5] * 6, 3, 2),
        ([0.75] * 3, 3, 1),
        ([1.33, 1.5, 1.5, 1.33, 1.5, 1.33], 3, 2),
        ([0.7, 1.4, 1.4, 0.7], 3, 3),  # two of them below each other, between portraits
    ],
)
def test_several_photographs_fill_their_area(ratios: list[float], columns: int, rows: int) -> None:
    found = boxes(*(picture(ratio)._replace(may_be_cropped=True) for ratio in ratios))
    assert (len({box.x for box in found}), len({(box.y, box.cy) for box in found})) == (
        columns,
        rows,
    )
    assert max(box.right for box in found) == pytest.approx(AREA.right, abs=9)
    assert max(box.bottom for box in found) == pytest.approx(AREA.bottom, abs=9)


def test_wide_photographs_lose_of_their_width_to_be_as_high_as_their_place() -> None:
    first, second, third = boxes(*[picture(1.9)._replace(may_be_cropped=True)] * 3)
    assert first.bottom == pytest.approx(AREA.bottom, abs=9)
    assert third.bottom == pytest.approx(first.bottom, abs=9)
    assert second.right == pytest.approx(AREA.right, abs=9)


def test_columns_that_lose_as_much_as_they_may_end_at_one_height_with_their_captions() -> None:
    photographs = [picture(1.9, "Ward 3")._replace(may_be_cropped=True)] * 3
    for high in range(4_000_000, 5_200_000, 150_000):
        placed = placed_pictures(photographs, Box(0, 0, 8_046_720, high), placing())
        first, _, third = [one.box.bottom for one in placed if one.box]
        assert third == pytest.approx(first, abs=9)


@pytest.mark.parametrize(("high", "sizes", "columns"), [(4_000_000, 1, 3), (5_400_000, 2, 4)])
def test_five_whole_pictures_of_one_shape_are_alike_where_unlike_rows_would_be_narrow(
    high: int, sizes: int, columns: int
) -> None:
    placed = placed_pictures([picture(1.5)] * 5, AREA._replace(cy=high), placing())
    found = [one.box for one in placed if one.box]
    assert (len({box[2:] for box in found}), len({box.x for box in found})) == (sizes, columns)


def test_a_photograph_loses_a_quarter_at_most() -> None:
    photographs = [picture(1.5)._replace(may_be_cropped=True)] * 6
    for one in placed_pictures(photographs, AREA._replace(cy=2_000_000), placing()):
        assert sum(one.crop) < 0.26


@pytest.mark.parametrize("ratios", [[1.4] * 6, [0.9] * 3, [0.75, 1.5, 1.5, 0.75]])
def test_pictures_that_stay_whole_end_at_both_margins_where_gaps_are_enough(
    ratios: list[float],
) -> None:
    placed = placed_pictures([picture(ratio) for ratio in ratios], AREA, placing())
    found = [one.box for one in placed if one.box]
    assert {one.crop for one in placed} == {(0, 0, 0, 0)}
    assert max(box.right for box in found) == pytest.approx(AREA.right, abs=9)


def test_all_rows_of_whole_pictures_of_unlike_shapes_end_at_the_margin() -> None:
    area = AREA._replace(cx=6_600_000, cy=5_000_000)
    pictures = [picture(ratio) for ratio in (0.77, 0.77, 0.77, 0.6, 1.1, 0.8)]
    found = [one.box for one in placed_pictures(pictures, area, placing()) if one.box]
    assert len({box.y for box in found}) == 2
    assert [found[2].right, found[5].right] == pytest.approx([area.right] * 2, abs=9)


@pytest.mark.parametrize(
    ("high", "ratio", "last", "columns", "rows"),
    [
        (4_500_000, 1.5, 1.5, 2, 2),
        (4_500_000, 1.5, 1.8, 4, 1),  # of two shapes
        (2_800_000, 1.5, 1.5, 4, 1),  # the row fills its place
        (4_500_000, 0.9, 0.9, 4, 1),  # larger in a row
    ],
)
def test_captions_stand_beside_pictures_in_two_columns_where_these_are_larger_than_in_a_low_row(
    high: int, ratio: float, last: float, columns: int, rows: int
) -> None:
    pictures = [picture(each, "A bench") for each in (ratio, ratio, ratio, last)]
    placed = placed_pictures(pictures, Box(0, 0, 10_800_000, high), placing())
    found = [(one.box, one.caption.box) for one in placed if one.box and one.caption]
    assert len({box.x for box, _ in found}) == columns
    assert len({box.y for box, _ in found}) == rows
    assert all((below and below.x > box.x) == (rows == 2) for box, below in found)


@pytest.mark.parametrize(("listed", "size"), [(28, 24), (22, 22), (20, 20)])
def test_captions_beside_pictures_are_no_larger_than_lists(listed: int, size: int) -> None:
    """A caption of 16 may be 24, in two columns; the headline of a template may be less."""
    context = placing()
    body = present(context.layout.placeholder("body"))
    smaller = body._replace(level_styles=(body.level_styles[0]._replace(size=listed),))
    layout = context.layout._replace(placeholders=(smaller,))
    pictures = [picture(1.5, "A bench")] * 4
    area = Box(0, 0, 10_800_000, 4_500_000)
    placed = placed_pictures(pictures, area, context._replace(layout=layout))
    assert [one.caption.size for one in placed if one.caption] == [size] * 4


@pytest.mark.parametrize(
    ("high", "words", "size"),
    [
        (4_800_000, "Thursday market", 24),
        (4_800_000, "A square of all", 24),  # in two lines
        (4_800_000, "Refurbishments", 20),  # a word that is too wide at 24
        (4_800_000, "A bench at every door of Mill Lane, and four in the sun", 16),
        (2_800_000, "Thursday market", 20),  # pictures lose less than 15 % of their area
        (2_400_000, "Thursday market", 16),
    ],
)
def test_captions_below_a_row_are_larger(high: int, words: str, size: int) -> None:
    pictures = [picture(ratio, words) for ratio in (0.77, 0.77, 0.9, 0.77)]
    placed = placed_pictures(pictures, Box(0, 0, 8_046_720, high), placing())
    assert [one.caption.size for one in placed if one.caption] == [size] * 4


def test_one_of_three_pictures_leads_and_the_others_stand_below_each_other() -> None:
    first, second, third = boxes(*[picture(1.5)] * 3)
    assert first.cy > second.cy * 2
    assert second.x == third.x
    assert third.bottom == pytest.approx(first.bottom, abs=9)


def test_pictures_of_equal_rank_are_of_like_size() -> None:
    for count in (4, 5, 6):
        found = boxes(*[picture(1.5)] * count)
        assert min(box.cx for box in found) > 0.6 * max(box.cx for box in found)


def test_a_credit_beside_a_picture_has_a_line_of_its_own() -> None:
    runs = (Run("The square"), BEFORE_CREDIT, Run("Drawing: a pupil"))
    caption = Caption(TextBody((Paragraph(runs),)))
    (beside,) = placed_pictures((picture(1.2)._replace(caption=caption),), AREA, placing())
    (below,) = placed_pictures((picture(2.2)._replace(caption=caption),), AREA, placing())
    texts = [one.caption.body.text for one in (beside, below) if one.caption]
    assert texts == ["The square\nDrawing: a pupil", "The square  ·  Drawing: a pupil"]


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("The square", 24),
        ("Donaudampfschifffahrt", 20),  # a word that is too wide at 24
        ("The square of our town on a Saturday in September, seen from the town hall", 16),
    ],
)
def test_a_caption_beside_a_picture_is_as_large_as_two_lines_allow(words: str, size: int) -> None:
    (placed,) = placed_pictures([picture(1, words)], AREA._replace(cx=6_700_000), placing())
    caption = present(placed.caption)
    assert present(caption.box).x > present(placed.box).x
    assert caption.size == size
