"""Real templates as they are read, with python-pptx as witness."""

import io
import re
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT, Anchor, Placeholder, PlaceholderType, TextStyle
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.resolve.read_masters import read_masters, with_whole_lists
from deckgen.template.template import DrawnShape, Master
from tests.sampled import sampled
from tests.template.opened import opened, real_template, real_templates
from tests.template.small import only_layout, shape
from tests.template.small import opened as small_template

REAL = real_templates()
each = pytest.mark.parametrize("path", REAL, ids=[path.stem for path in REAL])


def read(path: Path) -> tuple[Master, ...]:
    template, _ = opened(path.read_bytes())
    diagnostics = Diagnostics()
    masters = read_masters(template)
    assert not list(diagnostics)
    return masters


@pytest.mark.slow
@each
def test_real_templates_make_sense(path: Path) -> None:
    for master in read(path):
        assert master.name
        assert 1 <= master.body_levels <= 9
        assert master.theme.heading
        assert master.theme.body
        for found in master.layouts:
            layout = found.layout
            assert layout.name
            idxs = [
                one.idx for one in layout.placeholders if one.type not in {"dt", "ftr", "sldNum"}
            ]
            assert len(set(idxs)) == len(idxs)
            for one in layout.placeholders:
                assert one.name
                assert min(one.box.cx, one.box.cy) > 0
                assert len(one.level_styles) == 9
                for level in one.level_styles:
                    assert 1 <= level.size <= 400
                    assert re.fullmatch("[0-9A-F]{6}", level.color)


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [one for one in REAL if one.suffix != ".ppsx"], ids=lambda path: path.stem
)
def test_placeholders_stand_where_another_reader_sees_them(path: Path) -> None:
    theirs = pptx.Presentation(io.BytesIO(path.read_bytes()))
    for master, their_master in zip(read(path), theirs.slide_masters, strict=True):
        if not any(list(layout.placeholders) for layout in their_master.slide_layouts):
            continue  # then they were made
        for found, layout in zip(master.layouts, their_master.slide_layouts, strict=True):
            seen: dict[Any, Any] = {}
            for one in layout.placeholders:
                kind = one.placeholder_format
                title = kind.type in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
                box = (one.left, one.top, one.width, one.height)
                seen.setdefault(None if title else kind.idx, box)
            assert {one.idx: tuple(one.box) for one in found.layout.placeholders} == seen


FACTS: dict[str, tuple[str, int, int, dict[str, Any]]] = {
    "sizes, margins and marks of Office": (
        "german-default",
        1,
        1,
        {"size": 28, "margin": 228_600, "indent": -228_600, "mark": "dot", "line_spacing": 90},
    ),
    "space before in per cent, as PowerPoint shows it": (
        "french-4x3-with-slides",
        1,
        1,
        {"size": 32, "space_before": 7.68},
    ),
    "grey, tinted": ("french-4x3-with-slides", 0, 1, {"color": "898989", "align": "ctr"}),
    "right to left": ("arabic-default", 1, 1, {"align": "r"}),
    "fonts by name": ("forest-green", 0, 0, {"font": "Georgia", "color": "1A3C34"}),
    "tracking": ("deleted-layouts", 0, 0, {"tracking": -3 / 96, "size": 96}),
    "capitals": ("french-4x3-with-slides", 2, 0, {"capitals": True, "bold": True}),
}


@pytest.mark.parametrize(
    ("name", "layout", "number", "expected"), sampled(FACTS.values(), every=6), ids=FACTS
)
def test_facts_of_real_templates(
    name: str, layout: int, number: int, expected: dict[str, Any]
) -> None:
    placeholder = read(real_template(name))[0].layouts[layout].layout.placeholders[number]
    (style, *_) = placeholder.level_styles
    assert {name: getattr(style, name) for name in expected} == expected


@pytest.mark.slow
def test_masters_come_in_the_order_of_powerpoint_with_their_own_themes() -> None:
    found = [(master.name, master.theme.heading) for master in read(real_template("seven-masters"))]
    assert found[1:3] == [("Custom Design", "Calibri"), ("Austin", "Century Gothic")]
    assert len(found) == 7


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
    found = only_layout(small_template(fitted(layout), master=fitted(master))).layout.placeholders
    assert [each.resized for each in found] == [resized]
