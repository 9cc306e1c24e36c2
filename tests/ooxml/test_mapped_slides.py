"""The map of a deck says what stands in it: each text in its shape, each shape in its place."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.enum.chart import XL_CHART_TYPE

from deckgen.deck.deck_map import MappedParagraph, MappedSlide, MappedText
from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes, map_deck
from deckgen.support.diagnostics import Diagnostics
from tests.building import EXAMPLES, FORMULAS, TOUR


@pytest.mark.parametrize("outline", [*EXAMPLES, FORMULAS, TOUR], ids=lambda path: path.stem)
def test_what_the_map_says_stands_in_the_deck(outline: Path) -> None:
    compiled = compile_talk(outline.name, Workspace(outline.parent), None, Diagnostics())
    assert compiled is not None
    deck = pptx.Presentation(io.BytesIO(deck_bytes(compiled, None)))
    mapped = map_deck(compiled).slides
    assert [slide.number for slide in mapped] == [slide.slide_id for slide in deck.slides]
    for slide, written in zip(mapped, deck.slides, strict=True):
        assert slide.is_hidden == (written._element.get("show") == "0")
        assert slide.layout == written.slide_layout.name
        if slide.is_included:
            continue
        assert slide.id == written.name
        shapes = {shape.shape_id: shape for shape in _all_shapes(written.shapes)}
        boxes = {box.shape: tuple(box.box) for box in slide.boxes}
        assert boxes == {at: _box(shape) for at, shape in shapes.items()}
        for text in slide.texts:
            words = [_without_formulas(paragraph) for paragraph in text.paragraphs]
            assert words == _written(text, shapes.get(text.shape), written), text
        assert _texts(slide) == sorted(at for at, shape in shapes.items() if _has_words(shape))


def _all_shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:  # a group
            yield from _all_shapes(shape.shapes)


def _box(shape: Any) -> tuple[int, ...]:
    return tuple(map(int, (shape.left, shape.top, shape.width, shape.height)))


def _texts(slide: MappedSlide) -> list[int]:
    """Return the shapes that have words, in the order of their ids."""
    ids = {text.shape for text in slide.texts if text.shape and not text.place.startswith("alt")}
    return sorted(ids)


def _has_words(shape: Any) -> bool:
    if shape.is_placeholder and shape.placeholder_format.type == 13:  # the slide number
        return False
    return (
        shape.has_table
        or shape.has_chart
        or (shape.has_text_frame and shape._element.txBody is not None)
    )


def _without_formulas(paragraph: MappedParagraph) -> str:
    """Return the words as python-pptx reads them."""
    words = paragraph.words
    for start, end in reversed(paragraph.formulas):
        words = words[:start] + words[end:]
    return words


def _written(text: MappedText, shape: Any, slide: Any) -> list[str]:
    """Return the paragraphs that stand in the deck in the place of a text."""
    match text.place.split():
        case ["notes"]:
            return [each.text for each in slide.notes_slide.notes_text_frame.paragraphs]
        case ["alt", _]:
            return [shape._element._nvXxPr.cNvPr.get("descr")]
        case ["table", _, "cell", row, column]:
            return [shape.table.cell(int(row) - 1, int(column) - 1).text]
        case ["chart", _, what, *numbers]:
            return [_in_chart(shape.chart, what, *(int(number) - 1 for number in numbers))]
        case _:
            return [each.text for each in shape.text_frame.paragraphs]


def _in_chart(chart: Any, what: str, at: int, point: int = 0) -> str:
    """Return a name or a value of a chart.

    A scatter chart names points in labels; the first series is that of x, which all others repeat.
    """
    series = [series for plot in chart.plots for series in plot.series]
    if chart.chart_type == XL_CHART_TYPE.XY_SCATTER:
        series = [series[0], *series]
        element = series[0]._element
        if what == "category":
            (word,) = element.xpath(f"c:dLbls/c:dLbl[c:idx/@val='{at}']/c:tx//a:t")
            return str(word.text)
        if at == 0 and what == "value":
            (x,) = element.xpath(f"c:xVal//c:pt[@idx='{point}']/c:v")
            return str(x.text)
        if at == 0:
            (title,) = chart._chartSpace.xpath("//c:valAx[1]/c:title//a:t")
            return str(title.text)
    if what == "category":
        return str(chart.plots[0].categories[at])
    if what == "series":
        return str(series[at].name)
    return f"{series[at].values[point]:g}"
