"""Covers, sections and closing pages on a layout for lists."""

import pytest

from deckgen.deck.layout import Anchor
from deckgen.template.match.choosing.layout_match import LayoutMatch
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.display_page import (
    with_close_details,
    with_details_aligned,
    with_details_below,
    with_display_title,
    with_leading_titles,
    with_two_lines,
    without_low_text,
)
from deckgen.template.template import DrawnShape
from tests.template.match.compositions.test_kicker_box import (
    BAR,
    HIGH,
    LOW,
    TEXT,
    around,
    body,
    points,
    shown,
    title,
)

_CENTRED = HIGH._replace(level_styles=(HIGH.level_styles[0]._replace(align="ctr"),))


def test_the_title_is_large_in_the_middle_and_the_text_below_is_aligned_with_it() -> None:
    found = with_display_title({"title": _CENTRED, "subtitle": TEXT}, around())
    large, text = found["title"], found["subtitle"]
    assert (shown(large.box), large.anchor, large.level_styles[0].size) == (
        (50, 25, 800, 256),
        "b",
        56,
    )
    assert shown(text.box) == (50, 292, 800, 188)
    assert {level.align for level in text.level_styles} == {"ctr"}


def test_on_a_layout_with_a_bar_behind_the_headline_both_have_the_place_of_the_text() -> None:
    bar = BAR._replace(box=points(0, 20, 900, 110))
    found = with_display_title({"title": HIGH, "subtitle": TEXT._replace(box=LARGE)}, around(bar))
    assert shown(found["title"].box) == (50, 140, 800, 141)
    assert shown(found["subtitle"].box) == (50, 292, 800, 188)


LARGE = points(50, 140, 800, 340)


@pytest.mark.parametrize(
    ("placeholders", "drawn"),
    [
        pytest.param({"title": HIGH}, (), id="no text"),
        pytest.param(
            {"title": LOW._replace(box=points(50, 250, 800, 60)), "subtitle": TEXT},
            (),
            id="a low title",
        ),
        pytest.param(
            {"title": HIGH._replace(box=points(50, 50, 800, 290)), "subtitle": TEXT},
            (),
            id="a title whose middle is low",
        ),
        pytest.param(
            {"title": HIGH, "subtitle": body(points(50, 150, 800, 60))}, (), id="a place for a line"
        ),
        pytest.param(
            {"title": HIGH, "subtitle": TEXT},
            (BAR._replace(box=points(0, 20, 900, 110)), BAR._replace(box=points(0, 300, 900, 9))),
            id="a bar behind the headline, another behind the text",
        ),
    ],
)
def test_other_pages_stay_as_they_are(
    placeholders: PlaceholderMap, drawn: tuple[DrawnShape, ...]
) -> None:
    assert with_display_title(placeholders, around(*drawn)) == placeholders


@pytest.mark.parametrize(("headline", "expected"), [(44, 51), (28, 40)])
def test_a_title_leads_above_headlines(headline: int, expected: int) -> None:
    layout = around().layout
    lists = LayoutMatch("bullets", layout, {"title": title(HIGH.box, headline)}, "")
    cover, page = (LayoutMatch(role, layout, {"title": HIGH}, "") for role in ("cover", "quote"))
    found = with_leading_titles((lists, cover, page))
    sizes = [each.placeholders["title"].level_styles[0].size for each in found]
    assert sizes == [headline, expected, 40]


@pytest.mark.parametrize(
    ("anchor", "cy", "drawn", "expected"),
    [
        pytest.param("t", 60, (), (50, 250, 800, 100), id="downwards"),
        pytest.param("b", 60, (), (50, 210, 800, 100), id="upwards"),
        pytest.param("ctr", 60, (), (50, 250, 800, 60), id="in the middle, it stays"),
        pytest.param("t", 120, (), (50, 250, 800, 120), id="two lines already"),
        pytest.param(
            "t",
            60,
            (BAR._replace(box=points(0, 330, 900, 10)),),
            (50, 250, 800, 75),
            id="as far as a bar",
        ),
    ],
)
def test_a_title_has_the_height_of_two_lines(
    anchor: Anchor, cy: float, drawn: tuple[DrawnShape, ...], expected: tuple[int, ...]
) -> None:
    place = HIGH._replace(box=points(50, 250, 800, cy), anchor=anchor)
    found = with_two_lines({"title": place}, around(*drawn))
    assert shown(found["title"].box) == expected


@pytest.mark.parametrize(("size", "expected"), [(20, ["r", "r"]), (32, ["r", "ctr"])])
def test_smaller_details_of_a_cover_are_aligned_with_its_subtitle(
    size: int, expected: list[str]
) -> None:
    first = TEXT.level_styles[0]._replace(size=32, align="r")
    second = first._replace(size=size, align="ctr")
    subtitle = TEXT._replace(level_styles=(first, second))
    found = with_details_aligned({"title": HIGH, "subtitle": subtitle})["subtitle"]
    assert [level.align for level in found.level_styles] == expected
    assert ('lvl2pPr algn="r"' in found.list_style) == (size == 20)


@pytest.mark.parametrize(
    ("x", "expected"), [(50, "l"), (60, "l"), (300, "ctr")], ids=["its box", "nearly", "beside it"]
)
def test_centred_details_in_the_column_of_a_title_begin_where_it_does(
    x: int, expected: str
) -> None:
    text = _CENTRED._replace(role="subtitle", box=points(x, 300, 800, 90))
    found = with_details_aligned({"title": title(points(50, 100, 800, 110)), "subtitle": text})
    assert found["subtitle"].level_styles[0].align == expected


@pytest.mark.parametrize(
    ("height", "before", "expected"),
    [
        pytest.param(24, 23, 5, id="one line, far from others"),
        pytest.param(24, 3, 3, id="one line, close already"),
        pytest.param(100, 23, 23, id="it may grow to the foot of the page"),
        # Between bars, five lines of 20 need 125 of 180 points, three distances the rest.
        pytest.param(180, 14, 14, id="several lines have room between bars"),
        pytest.param(180, 23, 5, id="they have none"),
    ],
)
def test_details_of_a_cover_stand_close_where_its_text_has_little_room(
    height: float, before: float, expected: float
) -> None:
    style = TEXT.level_styles[0]._replace(size=20, space_before=before)
    subtitle = TEXT._replace(box=points(50, 300, 800, height), level_styles=(style,))
    bars = (BAR._replace(box=points(0, y, 900, 5)) for y in (290, 485))
    drawn = tuple(bars) if height > 100 else ()
    found = with_close_details({"title": HIGH, "subtitle": subtitle}, around(*drawn))["subtitle"]
    assert found.level_styles[0].space_before == expected
    assert (f'spcPts val="{expected * 100:.0f}"' in found.list_style) == (before != expected)


_ABOVE = body(points(50, 300, 800, 60))
_BELOW_IT = LOW._replace(box=points(50, 360, 800, 140))


def test_details_that_have_no_room_above_the_title_stand_below_it() -> None:
    found = with_details_below({"title": _BELOW_IT, "subtitle": _ABOVE}, around())
    upper, under = found["title"], found["subtitle"]
    assert (shown(upper.box), upper.anchor) == ((50, 240, 800, 140), "b")
    assert (shown(under.box), under.anchor) == ((50, 380, 800, 120), "t")


@pytest.mark.parametrize(
    ("placeholders", "drawn"),
    [
        pytest.param({"title": _BELOW_IT}, (), id="no text"),
        pytest.param({"title": HIGH, "subtitle": TEXT}, (), id="a text below"),
        pytest.param(
            {"title": _BELOW_IT, "subtitle": body(points(50, 200, 800, 160))}, (), id="room above"
        ),
        pytest.param(
            {"title": _BELOW_IT, "subtitle": _ABOVE},
            (BAR._replace(box=points(0, 355, 900, 150)),),
            id="a bar behind the title",
        ),
    ],
)
def test_details_stay_above_the_title(
    placeholders: PlaceholderMap, drawn: tuple[DrawnShape, ...]
) -> None:
    assert with_details_below(placeholders, around(*drawn)) == placeholders


STRIP = BAR._replace(box=points(0, 450, 900, 90))


@pytest.mark.parametrize(
    ("drawn", "stays"),
    [
        # At the foot of a page of 540 points, text ends at 518. Four lines of 12 have up to 72.
        pytest.param(STRIP, False, id="a low strip"),
        pytest.param(STRIP._replace(box=points(0, 420, 900, 120)), True, id="a higher one"),
        pytest.param(STRIP._replace(box=points(0, 0, 900, 540)), True, id="the same panel"),
    ],
)
def test_a_strip_that_holds_no_details_stays_empty(drawn: DrawnShape, *, stays: bool) -> None:
    line = body(points(50, 455, 800, 50))
    given: PlaceholderMap = {"title": title(points(50, 300, 800, 110)), "subtitle": line}
    found = without_low_text(given, around(drawn))
    assert ("subtitle" in found) is stays


@pytest.mark.parametrize(
    ("y", "cy", "stays"),
    [
        # Four lines of 24 need 120 points.
        pytest.param(0, 60, False, id="a line at the head of the page"),
        pytest.param(120, 60, True, id="it may grow to the head"),
        pytest.param(0, 140, True, id="room"),
    ],
)
def test_a_line_above_the_title_that_holds_no_details_stays_empty(
    y: float, cy: float, *, stays: bool
) -> None:
    given: PlaceholderMap = {
        "title": title(points(50, y + cy + 10, 800, 50)),
        "subtitle": body(points(50, y, 800, cy)),
    }
    assert ("subtitle" in without_low_text(given, around())) is stays
