"""Figures and steps from the outline to the deck: shapes that fit, can be read, in order."""

from pathlib import Path
from typing import Any

import pytest

from deckgen.brand.contrast import TEXT_MINIMUM, contrast_ratio
from deckgen.deck.graphics import Drawing, Shape
from deckgen.ooxml.backdrop import backdrop
from deckgen.ooxml.graphics.drawing import drawing_colors
from tests.present import present, the_graphic
from tests.talks import Talk, check_valid, complaints, talk
from tests.template.test_any_template import FILES, GOOD

FIGURES = "- {title: F, figures: [{number: '41', label: towns}, {number: 68 %, label: of ideas}]}"
STEPS = "- {title: S, steps: [{title: Ask, text: What?}, {title: Draw}, {title: Build}]}"
DATES = "- {title: D, steps: [{date: May, title: Ask}, {date: June, title: Draw, text: Three}]}"
WORDS = "words that go on and on "
MANY = "- {{title: M, steps: [{}]}}".format(
    ", ".join(f"{{title: Step {n}, text: {WORDS * 3}}}" for n in "ABCDE")
)
EVERY = f"{FIGURES}\n{STEPS}\n{DATES}\n{MANY}"


def drawing(made: Talk) -> Drawing:
    (slide,) = made.compiled.deck.slides
    return the_graphic(slide, Drawing)


def said(shapes: tuple[Shape, ...]) -> list[str]:
    return [shape.body.text for shape in shapes if shape.body]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (FIGURES, ["41\ntowns", "68 %\nof ideas"]),
        (STEPS, ["1", "Ask", "What?", "2", "Draw", "3", "Build"]),
        (DATES, ["May", "Ask", "June", "Draw", "Three"]),
    ],
)
def test_shapes_are_read_in_the_order_of_the_outline(entry: str, words: list[str]) -> None:
    made = talk(entry)
    assert said(drawing(made).shapes) == words
    (slide,) = made.slides
    (group,) = [shape for shape in slide.shapes if shape.shape_type == 6]
    assert [shape.text_frame.text for shape in group.shapes if shape.has_text_frame][-1:] == words[
        -1:
    ]
    assert all(shape.name for shape in group.shapes)
    assert not [one for one in slide.placeholders if one.placeholder_format.idx == 1]


def test_what_reads_from_the_right_begins_there() -> None:
    steps = "{title: Ask, text: What is it?}, {title: Try, text: One day}"
    shapes = drawing(talk(f"- {{title: T, steps: [{steps}]}}", lang="ar")).shapes
    number, title, text = (one.box.x for one in shapes if one.name.endswith(" 1") and one.body)
    assert number > title > text


@pytest.mark.parametrize(
    "entry",
    [
        "- {{title: T, steps: [{{title: A, text: {0}}}, {{title: B, text: {0}}}]}}",
        "- {{title: T, figures: [{{number: '1', label: {0}}}]}}",
        "- {{title: T, figures: [{{number: {0}}}]}}",
    ],
)
def test_too_many_words_are_an_error_with_the_way_out(entry: str) -> None:
    made = talk(entry.format(WORDS * 90))
    assert made.codes == ["too-long"]
    assert next(iter(made.diagnostics)).hint


@pytest.mark.parametrize("number", ["\\n%", "68\\n%", "a\\n\\nb\\n"])
def test_a_number_of_several_lines_is_measured_line_by_line(number: str) -> None:
    made = talk(f'- {{title: T, figures: [{{number: "{number}", label: a}}]}}')
    assert made.codes == []
    (shape,) = drawing(made).shapes
    assert shape.styles[0].size > 40


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_shapes_stand_in_the_place_of_the_body(size: str) -> None:
    made = talk(EVERY, size=size)
    for measured in made.compiled.fitted.slides:
        slide, title = measured.slide, present(measured.text("title"))
        layout = made.compiled.brand.layout(slide.role, slide.tone)
        body = layout.with_headline_to(title.bottom).graphic_box("body")
        for _, graphic in slide.graphics:
            assert isinstance(graphic, Drawing)
            assert all(body.contains(shape.box) for shape in graphic.shapes)


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_on_any_template_nothing_is_left_out_and_all_can_be_read(name: str) -> None:
    made = talk(EVERY, brand=FILES[name])
    assert "too-long" not in made.codes
    # Colours are the template's own: by number where its theme has no name for them.
    found = complaints(made.data, FILES[name].read_bytes())
    assert found.keys() - {"hard-coded-colour", "hard-coded-fill"} == set()
    brand = made.compiled.brand
    layout = brand.layout("bullets", "light")
    body = layout.placeholder("body")
    colors = drawing_colors(
        layout, backdrop(layout, body, layout.graphic_box("body"), brand.theme_colors)
    )
    discs = contrast_ratio(
        *(brand.theme_colors[one] for one in (colors.accent, colors.on("accent", "text")))
    )
    assert discs >= TEXT_MINIMUM


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_our_own_drawings_can_be_read(tone: Any) -> None:
    brand = talk(FIGURES).compiled.brand
    layout = brand.layout("bullets", tone)
    found = drawing_colors(
        layout, backdrop(layout, None, layout.graphic_box("body"), brand.theme_colors)
    )
    ground = brand.theme_colors["lt1" if tone == "light" else "dk2"]
    for ink in (found.text, found.quiet, found.accent):
        assert contrast_ratio(brand.theme_colors[ink], ground) >= TEXT_MINIMUM
    assert found.panel == ("lt2" if tone == "light" else found.panel)


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    check_valid(talk(EVERY).data, tmp_path)
