"""A section without a place for its subtitle has a small text box, below or in the title's box."""

from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.small_text_box import with_subtitle
from deckgen.template.template import DrawnShape
from tests.template.match.compositions.test_kicker_box import (
    BAR,
    around,
    body,
    points,
    shown,
    title,
)


def test_the_subtitle_stands_below_the_title() -> None:
    found = with_subtitle({"title": title(points(50, 150, 800, 100))}, around())
    assert shown(found["title"].box) == (50, 150, 800, 100)
    assert shown(found["subtitle"].box) == (50, 250, 800, 47)


def test_where_something_is_drawn_below_the_title_gives_its_last_lines() -> None:
    bar = BAR._replace(box=points(0, 260, 900, 10))
    found = with_subtitle({"title": title(points(50, 100, 800, 150))}, around(bar))
    assert shown(found["title"].box) == (50, 100, 800, 103)
    assert shown(found["subtitle"].box) == (50, 203, 800, 47)


def test_a_title_of_one_line_has_none_to_give() -> None:
    placeholders: PlaceholderMap = {
        "title": title(points(50, 100, 800, 60)),
        "progress": body(points(50, 160, 800, 100)),
    }
    assert with_subtitle(placeholders, around()) == placeholders


def test_below_a_title_with_a_frame_the_subtitle_stays_below_it() -> None:
    given: PlaceholderMap = {"title": title(points(50, 150, 800, 100))}
    open_, framed = around(), around()
    frame = DrawnShape(points(50, 150, 800, 100), "line", line_color="FF0000")
    framed = framed._replace(layout=framed.layout._replace(fills={given["title"].idx: frame}))
    kept = [with_subtitle(given, each)["subtitle"].keeps_place for each in (open_, framed)]
    assert kept == [False, True]
