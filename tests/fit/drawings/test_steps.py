"""Steps are rows, or run whichever way their text is larger; they fill the page in one size."""

from itertools import pairwise
from typing import Literal, TypeAlias

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.box import Box
from deckgen.deck.graphics import Drawing, DrawingItem
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.text_body import TextBody
from deckgen.fit.drawings.drawing_canvas import Canvas
from deckgen.fit.drawings.steps import step_shapes
from deckgen.fit.placement_context import PlacementContext
from deckgen.support.diagnostics import Diagnostics
from tests.fit import square
from tests.sampled import sampled
from tests.talks import talk

Way: TypeAlias = Literal["rows", "across", "down"]

FEW = "{title: Ask, text: What is it?}, {title: Try, text: One day}"
LONG = "text: A summer with chairs and with trees in tubs that many people came to look at"
WORDS = ["Record", "Align", "Segment", "Estimate", "Calibrate"]
ONE_LONG = ", ".join(
    [f"{{title: {word}, text: Network with a prior}}" for word in WORDS]
    + ["{title: Report, text: 48 hours at one frame a minute from a £200 camera on a tripod}"]
)
CASES: dict[str, tuple[str, str, tuple[Way, int]]] = {
    "two short ones": ("panel", FEW, ("rows", 28)),
    "four with dates": (
        "panel",
        ", ".join(f"{{date: May {n}, title: Ask, text: What is it?}}" for n in range(4)),
        ("rows", 28),
    ),
    "titles alone": ("panel", "{title: Ask}, {title: Try}, {title: Build}", ("rows", 28)),
    "many lines of text": (
        "panel",
        ", ".join(f"{{title: Step {n}, {LONG}}}" for n in range(4)),
        ("rows", 28),
    ),
    "long dates": (
        "panel",
        ", ".join(
            f"{{date: From September to December 202{n}, title: A first evening, text: So it was}}"
            for n in range(3)
        ),
        ("rows", 24),
    ),
    "six on a low place": ("bold", ", ".join([FEW] * 3), ("rows", 28)),
    "six, one of which has two lines": ("editorial", ONE_LONG, ("rows", 28)),
    "six, whose widest title fits exactly": ("bold", ONE_LONG, ("rows", 26)),
}


@pytest.mark.parametrize("case", CASES)
def test_steps_run_as_they_are_largest_and_fill_their_place(case: str) -> None:
    style, steps, expected = CASES[case]
    made = talk(f"- {{title: T, steps: [{steps}]}}", style=style)
    assert not made.diagnostics.has_errors
    drawing = drawn(made.compiled.fitted.slides[0].slide.graphics)
    titles = {shape.styles[0].size for shape in drawing.shapes if shape.name.startswith("Step")}
    assert (way(drawing), *titles) == expected


def way(drawing: Drawing) -> Way:
    lines = [shape.box for shape in drawing.shapes if shape.name.startswith("Line")]
    if len(lines) == len(drawing.items):
        return "rows"
    return "across" if lines[0].cx > lines[0].cy else "down"


@pytest.mark.parametrize("style", sampled(style_names()))
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize("count", [2, 3, 4, 5, 8])
def test_rows_fill_their_place_on_one_baseline(count: int, size: str, style: str) -> None:
    steps = ", ".join(["{title: Ask, text: What do you miss here?}"] * count)
    made = talk(f"- {{title: T, steps: [{steps}]}}", size=size, style=style)
    slide = made.compiled.fitted.slides[0].slide
    drawing = drawn(slide.graphics)
    rules = [shape.box for shape in drawing.shapes if shape.name.startswith("Line")]
    words = [shape for shape in drawing.shapes if shape.body]
    last = max(shape.box.bottom for shape in words)
    place = made.compiled.brand.layout(*slide.layout_key).graphic_box("body")

    assert way(drawing) == "rows"
    apart = {below.y - above.y for above, below in pairwise(rules)}
    assert len(apart) == 1
    assert {rule.cx for rule in rules} == {rules[0].cx}
    assert last <= place.bottom
    assert (last - rules[0].y) / (place.bottom - rules[0].y) >= (0.47 if count == 2 else 0.75)
    for row in range(0, len(words), 3):
        baselines = {shape.box.y + round(0.97 * shape.styles[0].size * EMU_PER_POINT)
                     for shape in words[row : row + 3]}  # fmt: skip
        assert len(baselines) == 1


def drawn(graphics: tuple[tuple[str, object], ...]) -> Drawing:
    """Return the only drawing of a slide."""
    ((_, drawing),) = graphics
    assert isinstance(drawing, Drawing)
    return drawing


def test_no_step_ends_with_a_lost_word() -> None:
    words = "It stays or it may go away now as nobody who lives here has seen it"
    steps = ", ".join(f"{{title: Step {n}, text: {words}}}" for n in range(4))
    made = talk(f"- {{title: T, steps: [{steps}]}}")
    shapes = drawn(made.compiled.fitted.slides[0].slide.graphics).shapes
    texts = {shape.body.text for shape in shapes if shape.body and shape.name.startswith("Text")}
    assert texts == {
        words.replace("lives here has seen it", "lives\u00a0here\u00a0has\u00a0seen\u00a0it")
    }


def test_where_one_text_has_two_lines_all_rows_have_the_same_space_around_their_words() -> None:
    made = talk(f"- {{title: T, steps: [{ONE_LONG}]}}", style="editorial")
    shapes = drawn(made.compiled.fitted.slides[0].slide.graphics).shapes
    rules = [shape.box.y for shape in shapes if shape.name.startswith("Line")]
    texts = [shape.box for shape in shapes if shape.name.startswith("Text")]
    assert texts[-1].cy > texts[0].cy
    assert len({text.y - rule for text, rule in zip(texts, rules, strict=True)}) == 1


def test_in_a_narrow_place_numbers_stand_on_a_line_smaller_than_the_words_beside_them() -> None:
    layout = square.layout("bullets", "light")
    context = PlacementContext(layout, square.FONTS, 12, Diagnostics(), set())
    area = Box(0, 0, 4 * EMU_PER_INCH, 4 * EMU_PER_INCH)
    canvas = Canvas(area, square.FONTS, 12, context, "auto")
    items = [
        DrawingItem(square.line_of(1), title=TextBody((square.bullet(word),)))
        for word in ("a", "b")
    ]
    shapes = step_shapes(Drawing("steps", tuple(items), square.line_of(1), "Steps"), canvas)
    sizes = {shape.name: shape.styles[0].size for shape in shapes if shape.styles}
    # The headline has 30 points, words nine tenths of these, and numbers eight tenths of the words.
    assert sizes == {"Number 1": 22, "Step 1": 27, "Number 2": 22, "Step 2": 27}
