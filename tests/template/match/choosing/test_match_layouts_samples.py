"""Sample slides of a template show which of its layouts are the cover, and for lists."""

import pytest

from tests.template.match.choosing.test_match_layouts import Design, shown_by, template

_TWO_OF_EACH = [
    "Title Slide",
    "Title Slide = Cover 2",
    "Title and Content",
    "Title and Content = List 2",
    "Title Only = Start",
]


@pytest.mark.parametrize(
    ("type_", "sampled", "cover", "bullets"),
    [
        pytest.param(None, (), "Title Slide", "Title and Content", id="no slides: the first"),
        pytest.param(None, (1, 3, 3, 3, 2), "Cover 2", "List 2", id="the first slide, and most"),
        pytest.param(None, (3, 1, 2, 2), "Title Slide", "Title and Content", id="a list first"),
        pytest.param(
            "cust", (4, 3), "Title Slide", "Title and Content", id="a name before a slide"
        ),
    ],
)
def test_sample_slides_show_how_a_template_is_meant(
    type_: str | None, sampled: tuple[int, ...], cover: str, bullets: str
) -> None:
    made = template(Design("Any", _TWO_OF_EACH, type=type_))
    layouts = made.masters[0].layouts
    found = shown_by(made, [layouts[at] for at in sampled])
    assert (found["cover"].name, found["bullets"].name) == (cover, bullets)


def test_a_first_slide_is_a_cover_also_where_another_layout_states_its_type() -> None:
    made = template(Design("Any", ["Title Slide", "Title and Content", "Title Only = Cover"]))
    assert shown_by(made, ())["cover"].name == "Title Slide"
    assert shown_by(made, made.masters[0].layouts[2:])["cover"].name == "Cover"


def test_a_first_slide_with_a_title_alone_is_a_cover() -> None:
    made = template(Design("Any", ["Title and Content", "Title Only = Start"], type="cust"))
    assert shown_by(made, ())["cover"].name == "Title and Content"
    assert shown_by(made, [made.masters[0].layouts[1]])["cover"].name == "Start"
