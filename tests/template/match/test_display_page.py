"""Covers, sections and closing pages on a layout for lists."""

import pytest

from deckgen.template.match.display_page import with_display_title
from deckgen.template.match.placeholder_roles import PlaceholderMap
from deckgen.template.template import DrawnShape
from tests.template.match.test_kicker_box import BAR, HIGH, LOW, TEXT, around, body, points, shown

_CENTRED = HIGH._replace(level_styles=(HIGH.level_styles[0]._replace(align="ctr"),))


def test_the_title_is_large_in_the_middle_and_the_text_below_is_aligned_with_it() -> None:
    found = with_display_title({"title": _CENTRED, "subtitle": TEXT}, around())
    title, text = found["title"], found["subtitle"]
    assert (shown(title.box), title.anchor, title.level_styles[0].size) == (
        (50, 25, 800, 256),
        "b",
        56,
    )
    assert shown(text.box) == (50, 292, 800, 188)
    assert {level.align for level in text.level_styles} == {"ctr"}


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
            {"title": HIGH, "subtitle": body(points(50, 150, 800, 60))}, (), id="a place for a line"
        ),
        pytest.param(
            {"title": HIGH, "subtitle": TEXT},
            (BAR._replace(box=points(0, 20, 900, 110)),),
            id="a bar behind the headline",
        ),
    ],
)
def test_other_pages_stay_as_they_are(
    placeholders: PlaceholderMap, drawn: tuple[DrawnShape, ...]
) -> None:
    assert with_display_title(placeholders, around(*drawn)) == placeholders
