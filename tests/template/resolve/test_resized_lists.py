"""Lists whose boxes PowerPoint makes as high as their text reach down to what stands next."""

import pytest

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Anchor, Placeholder, PlaceholderType, TextStyle
from deckgen.template.resolve.resized_lists import with_whole_lists
from deckgen.template.template import DrawnShape
from tests.template.small import only_layout, opened, shape

HEIGHT = 600 * EMU_PER_POINT
"""A fifteenth, 40 points, stays free at the foot; six points stay above what stands below."""
LEVELS = "First level\nSecond level"


def points(y: int, cy: int, x: int = 50, cx: int = 800) -> Box:
    return Box(*(length * EMU_PER_POINT for length in (x, y, cx, cy)))


def text(
    box: Box,
    *,
    prompt: str = LEVELS,
    type_: PlaceholderType = "body",
    anchor: Anchor = "t",
    resized: bool = True,
) -> Placeholder:
    style = (TextStyle(20, "000000"),)
    return Placeholder(None, type_, 1, "Text", box, style, anchor, prompt=prompt, resized=resized)


def panel(box: Box) -> DrawnShape:
    return DrawnShape(box, "fill", "EEEEEE", 1)


LIST = text(points(100, 90))


@pytest.mark.parametrize(
    ("placeholder", "others", "drawn", "foot"),
    [
        pytest.param(LIST, [], [], 560, id="to the foot of the slide"),
        pytest.param(LIST, [text(points(500, 40))], [], 494, id="to the text below"),
        pytest.param(LIST, [text(points(300, 90, 850, 50))], [], 560, id="past a text beside it"),
        pytest.param(LIST, [text(points(20, 60))], [], 560, id="whatever stands above"),
        pytest.param(LIST, [], [panel(points(400, 10, 0, 960))], 394, id="to a bar below"),
        pytest.param(
            LIST, [], [panel(points(80, 320, 0, 960))], 400, id="to the edge of its panel"
        ),
        pytest.param(LIST, [], [panel(points(0, 600, 0, 960))], 560, id="on a ground of the slide"),
        pytest.param(LIST._replace(resized=False), [], [], 190, id="a box of its own height"),
        pytest.param(text(points(100, 30), prompt="Name"), [], [], 130, id="a line of one prompt"),
        pytest.param(text(points(100, 90), prompt="Text"), [], [], 560, id="room for three lines"),
        pytest.param(text(points(100, 90), anchor="b"), [], [], 190, id="text at its foot"),
        pytest.param(text(points(100, 90), type_="subTitle"), [], [], 190, id="a subtitle"),
        pytest.param(text(points(100, 480)), [], [], 580, id="one that is higher already"),
    ],
)
def test_how_far_a_list_reaches(
    placeholder: Placeholder, others: list[Placeholder], drawn: list[DrawnShape], foot: int
) -> None:
    still = [each._replace(resized=False) for each in others]
    reaching, *rest = with_whole_lists((placeholder, *still), drawn, HEIGHT)
    assert reaching.box.bottom == foot * EMU_PER_POINT
    assert reaching.overrides_box == (reaching.box != placeholder.box)
    assert [each.box for each in rest] == [each.box for each in others]


def fitted(kind: str) -> str:
    return shape().replace("<a:bodyPr />", f"<a:bodyPr>{kind}</a:bodyPr>")


@pytest.mark.parametrize(
    ("layout", "master", "resized"),
    [
        pytest.param("", "", False, id="nobody says so"),
        pytest.param("<a:spAutoFit/>", "", True, id="the layout"),
        pytest.param("", "<a:spAutoFit/>", True, id="the master"),
        pytest.param("<a:normAutofit/>", "<a:spAutoFit/>", False, id="the layout says otherwise"),
        pytest.param("<a:noAutofit/>", "<a:spAutoFit/>", False, id="the layout says no"),
    ],
)
def test_who_says_that_a_box_is_resized(layout: str, master: str, *, resized: bool) -> None:
    found = only_layout(opened(fitted(layout), master=fitted(master))).layout.placeholders
    assert [each.resized for each in found] == [resized]
