"""Steps run whichever way their text is larger and fills the page; all titles have one size."""

from pathlib import Path
from typing import Literal, TypeAlias

import pytest

from deckgen.deck.graphics.drawing import Drawing
from tests.talks import talk

Way: TypeAlias = Literal["across", "down"]

BOLD = """\
name: Own
style: bold
colors: {ink: 1B2A2E, paper: FFFFFF, deep: 0F4A50, sand: F4ECE0, accent: A8431C}
"""
FEW = "{title: Ask, text: What is it?}, {title: Try, text: One day}"
LONG = "text: A summer with chairs and with trees in tubs that many people came to look at"
CASES: dict[str, tuple[str, tuple[Way, int]]] = {
    "two short ones": (FEW, ("across", 28)),
    "three short ones": (f"{FEW}, {{title: Do, text: Only that}}", ("down", 28)),
    "four with dates": (
        ", ".join(f"{{date: May {n}, title: Ask, text: What is it?}}" for n in range(4)),
        ("down", 28),
    ),
    "two titles with dates": (
        "{date: May 2023, title: First evening}, {date: '2026', title: Opening}",
        ("across", 28),
    ),
    "five with a line each": (
        ", ".join(f"{{title: Step, text: Something {n}}}" for n in range(5)),
        ("across", 28),
    ),
    "words that make high columns": (
        ", ".join(f"{{title: Step {n}, {LONG}}}" for n in range(4)),
        ("down", 26),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_steps_run_as_they_are_largest_and_fill_their_place(case: str) -> None:
    steps, expected = CASES[case]
    made = talk(f"- {{title: T, steps: [{steps}]}}")
    assert not made.diagnostics.has_errors
    drawing = drawn(made.compiled.fitted.slides[0].slide.graphics)
    (line,) = [shape.box for shape in drawing.shapes if shape.name == "Line"]
    titles = {shape.styles[0].size for shape in drawing.shapes if shape.name.startswith("Step")}
    assert ("across" if line.cx > line.cy else "down", *titles) == expected


def test_marks_are_evenly_apart() -> None:
    steps = (
        "{date: May, title: One}, {date: June, title: Two, text: of all}, {date: July, title: X}"
    )
    made = talk(f"- {{title: T, steps: [{steps}]}}")
    drawing = drawn(made.compiled.fitted.slides[0].slide.graphics)
    tops = [shape.box.y for shape in drawing.shapes if shape.name.startswith("Mark")]
    assert tops[1] - tops[0] == tops[2] - tops[1] > 0


def drawn(graphics: tuple[tuple[str, object], ...]) -> Drawing:
    """Return the only drawing of a slide."""
    ((_, drawing),) = graphics
    assert isinstance(drawing, Drawing)
    return drawing


def test_steps_on_a_low_place_are_large_and_run_across(tmp_path: Path) -> None:
    steps = ", ".join(f"{{title: Step {n}, text: A summer with chairs in tubs}}" for n in range(4))
    brand = tmp_path / "brand.yaml"
    brand.write_text(BOLD, encoding="utf-8")
    made = talk(f"- {{title: T, steps: [{steps}]}}", brand=brand)
    assert not made.diagnostics.has_errors
    drawing = drawn(made.compiled.fitted.slides[0].slide.graphics)
    (line,) = [shape.box for shape in drawing.shapes if shape.name == "Line"]
    assert line.cx > line.cy
    assert drawing.shapes[-1].styles[0].size >= 24


def test_no_step_ends_with_a_lost_word() -> None:
    words = "It stays or it may go away now"
    steps = ", ".join(f"{{title: Step {n}, text: {words}}}" for n in range(5))
    made = talk(f"- {{title: T, steps: [{steps}]}}")
    shapes = drawn(made.compiled.fitted.slides[0].slide.graphics).shapes
    texts = {shape.body.text for shape in shapes if shape.body and shape.name.startswith("Step")}
    assert {text.partition("\n")[2] for text in texts} == {"It stays or it may go away\u00a0now"}
