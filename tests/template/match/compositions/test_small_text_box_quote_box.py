"""A quotation has the area of headline and body; its author stands below."""

from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.small_text_box import with_quotation
from deckgen.template.match.text.placed_text import seen_text
from deckgen.template.template import DrawnShape
from tests.template.match.compositions.test_kicker_box import (
    BAR,
    LOW,
    TEXT,
    around,
    body,
    points,
    shown,
)


def test_the_words_have_the_page_and_the_author_its_last_line() -> None:
    found = with_quotation({"title": LOW, "body": TEXT}, around())
    assert shown(found["title"].box) == (50, 100, 800, 357)
    assert shown(found["by"].box) == (50, 457, 800, 23)
    assert "body" not in found


def test_on_a_fill_of_the_title_the_author_stands_at_its_foot_in_its_colour() -> None:
    fills = {LOW.idx: DrawnShape(LOW.box, "fill", "000000", 1)}
    place = around()
    place = place._replace(layout=place.layout._replace(fills=fills))
    light = LOW._replace(level_styles=(LOW.level_styles[0]._replace(color="FFFFFF"),))
    found = with_quotation({"title": light, "body": TEXT}, place)
    assert shown(found["title"].box) == (50, 100, 800, 380)
    by = seen_text(found["by"], place)
    assert found["title"].insets.bottom == by.box.cy + by.box.cy // 2
    assert shown(by.box) == (50, 445, 800, 23)
    assert (by.level_styles[0].color, by.background) == ("bg1", "000000")


def test_on_a_title_as_high_as_the_page_nothing_stands_at_its_edges() -> None:
    found = with_quotation({"title": LOW._replace(box=points(50, -9, 800, 549))}, around())
    assert shown(found["title"].box) == (50, 22, 800, 473)
    assert shown(found["by"].box) == (50, 495, 800, 23)


def test_the_words_do_not_stand_across_a_bar() -> None:
    bar = BAR._replace(box=points(0, 200, 900, 10))
    found = with_quotation({"title": LOW, "body": TEXT}, around(bar))
    assert shown(found["title"].box) == (50, 210, 800, 247)
    assert shown(found["by"].box) == (50, 457, 800, 23)


def test_a_body_with_larger_text_keeps_the_words() -> None:
    large = TEXT._replace(level_styles=(TEXT.level_styles[0]._replace(size=60),))
    placeholders: PlaceholderMap = {"title": LOW, "body": large}
    assert with_quotation(placeholders, around()) == placeholders


def test_a_layout_for_quotations_stays_as_it_is() -> None:
    placeholders: PlaceholderMap = {"title": LOW, "by": body(points(50, 400, 800, 40))}
    assert with_quotation(placeholders, around()) == placeholders


def test_on_a_cover_with_its_text_above_the_title_the_words_have_the_page() -> None:
    title = LOW._replace(
        box=points(50, 360, 800, 120), level_styles=(LOW.level_styles[0]._replace(size=96),)
    )
    found = with_quotation({"title": title, "by": body(points(50, 300, 800, 60))}, around())
    assert shown(found["title"].box) == (50, 60, 800, 394)
    assert shown(found["by"].box) == (50, 454, 800, 26)
    assert found["by"].is_text_box
    assert found["title"].level_styles[0].size == 48


def test_below_a_line_at_the_head_of_the_page_the_words_have_the_page() -> None:
    head = body(points(50, 0, 800, 60))
    found = with_quotation(
        {"title": LOW._replace(box=points(50, 90, 800, 40)), "by": head}, around()
    )
    assert shown(found["title"].box) == (50, 22, 800, 473)
    assert shown(found["by"].box) == (50, 495, 800, 23)


def test_lines_of_a_fixed_distance_do_not_overlap_in_the_larger_size() -> None:
    fixed = LOW.level_styles[0]._replace(size=20, line_points=24)
    title = LOW._replace(level_styles=(fixed,))
    small = TEXT._replace(level_styles=(TEXT.level_styles[0]._replace(size=16),))
    words = with_quotation({"title": title, "body": small}, around())["title"]
    assert words.level_styles[0] == fixed._replace(size=28, line_points=33.6)
    assert 'spcPts val="3360"' in words.list_style
