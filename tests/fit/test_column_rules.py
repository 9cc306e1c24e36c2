"""The lines between columns of text, in every style and size."""

from itertools import pairwise

import pytest

from deckgen.brand.styles import style_names
from deckgen.deck.graphics.drawing import Drawing
from deckgen.deck.layout import EMU_PER_INCH
from tests.talks import talk

TWO = "- {title: T, columns: [{heading: A, bullets: [x, y]}, {heading: B, bullets: [z]}]}"
THREE = "- {title: T, columns: [{text: One}, {text: Two}, {text: Three}]}"


@pytest.mark.parametrize("style", style_names())
@pytest.mark.parametrize("size", ["16:9", "4:3"])
@pytest.mark.parametrize(("entries", "count"), [(TWO, 2), (THREE, 3)])
def test_a_line_stands_in_the_middle_of_each_gap(
    entries: str, count: int, size: str, style: str
) -> None:
    made = talk(entries, size=size, style=style)
    (slide,) = made.compiled.fitted.deck.slides
    (measured,) = made.compiled.fitted.slides
    columns = [text for text in measured.texts if text.role in {"body", "second", "third"}]
    assert len(columns) == count
    lines = [graphic.shapes[0].box for _, graphic in slide.graphics if isinstance(graphic, Drawing)]
    gaps = pairwise(text.frame.placeholder.box for text in columns)
    for line, (left, right) in zip(lines, gaps, strict=True):
        assert line.x - (left.x + left.cx) == pytest.approx(right.x - line.x - line.cx, abs=2)
        assert line.x - (left.x + left.cx) >= 0.1 * EMU_PER_INCH
        assert line.y == left.y
        assert line.y + line.cy == max(text.bottom for text in columns)


@pytest.mark.parametrize(
    "entries",
    [
        "- {title: T, columns: [{text: One}, {table: [[a, b], [c, d]]}]}",
        "- {title: T, bullets: [a]}",
    ],
)
def test_there_is_none_beside_a_graphic_and_on_other_slides(entries: str) -> None:
    (slide,) = talk(entries).compiled.fitted.deck.slides
    assert not [each for _, each in slide.graphics if isinstance(each, Drawing)]


def test_it_is_decoration() -> None:
    (slide,) = talk(TWO).slides
    (line,) = [shape for shape in slide.shapes if shape.name == "Line"]
    assert not line.is_placeholder
    assert "decorative" in line.element.xml


def test_headings_have_room_below_them_but_text_stands_close() -> None:
    (listed, prose) = talk(
        "- {title: T, columns: [{heading: A, bullets: [x, y]}, {bullets: [z]}]}\n"
        "- {title: T, columns: [{heading: A, text: x}, {heading: B, text: y}]}"
    ).compiled.fitted.deck.slides
    bodies = [dict(slide.placeholders)["body"] for slide in (listed, prose)]
    assert [body.paragraphs[0].space_after for body in bodies] == [6, 6]
    assert [body.paragraphs[1].space_after for body in bodies] == [0, 0]
    spread, close = (body.space_before[0] for body in bodies)
    assert close <= 16 < spread
