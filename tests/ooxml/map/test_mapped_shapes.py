"""The map of a deck says what stands in it: each text in its shape, each shape in its place."""

import io
import re
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
from tests.sampled import sampled
from tests.talks import talk
from tests.tools.packages import png


@pytest.mark.parametrize(
    "outline", sampled({path.stem: path for path in (*EXAMPLES, FORMULAS, TOUR)}, every=9)
)
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


KINDS = {
    "COLUMN_STACKED": "stacked",
    "BAR_STACKED": "stacked-bar",
    "COLUMN": "column",
    "BAR": "bar",
    "LINE": "line",
    "AREA": "area",
    "PIE": "pie",
    "DOUGHNUT": "donut",
    "SCATTER": "scatter",
}
"""The kinds of charts by what python-pptx calls them."""


def _in_chart(chart: Any, what: str, at: int = 0, point: int = 0) -> str:
    """Return a name or a value of a chart.

    A scatter chart names points in labels; the first series is that of x, which all others repeat.
    """
    if what == "kind":
        name = chart.chart_type.name
        is_combined = len(chart.plots) > 1 and name == "COLUMN_CLUSTERED"
        return "combined" if is_combined else next(KINDS[each] for each in KINDS if each in name)
    if what in {"unit", "source"}:
        links = chart.part.rels.values()
        (drawing,) = (each for each in links if each.reltype.endswith("/chartUserShapes"))
        shape = drawing.target_part.blob.decode().partition(f' name="{what.title()}"/>')[2]
        return str(re.findall("<a:t>(.*?)</a:t>", shape)[0])
    return _number_or_name(chart, what, at, point)


def _number_or_name(chart: Any, what: str, at: int, point: int) -> str:
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


ENTRIES = """\
- title: A chart
  chart:
    data: numbers.csv
    alt: What it shows
- title: A picture
  image: {file: town.png, alt: The town}
- title: A table
  table:
    alt: All towns
    rows:
      - [Town, People]
      - [Gera, 93.000]"""
FILES = {"numbers.csv": b"Year;Bus;Train\n2024;1,5;2\n2025;;3\n", "town.png": png()}


def test_each_text_knows_where_the_author_wrote_it() -> None:
    made = talk(ENTRIES, files=FILES, lang="de-DE")
    outline = ["title: A talk", "lang: de-DE", 'size: "16:9"', "slides:", *ENTRIES.splitlines()]
    sources = {"slides.yaml": outline, "numbers.csv": FILES["numbers.csv"].decode().splitlines()}
    found = {}
    for slide in map_deck(made.compiled).slides:
        for text in slide.texts:
            for span in [each.span for each in text.paragraphs if each.span]:
                indent = 2 if span.file == "slides.yaml" else 0  # `talk` indents the entries
                line = sources[span.file][span.line - 1]
                found[slide.id, text.place] = line[span.column - 1 - indent :]
    expected = {
        ("a-chart", "title"): "A chart",
        ("a-chart", "alt 1"): "What it shows",
        ("a-chart", "chart 1 category 1"): "2024;1,5;2",
        ("a-chart", "chart 1 category 2"): "2025;;3",
        ("a-chart", "chart 1 series 1"): "Bus;Train",
        ("a-chart", "chart 1 series 2"): "Train",
        ("a-chart", "chart 1 value 1 1"): "1,5;2",
        ("a-chart", "chart 1 value 2 1"): "2",
        ("a-chart", "chart 1 value 2 2"): "3",
        ("a-picture", "title"): "A picture",
        ("a-picture", "alt 1"): "The town}",
        ("a-table", "title"): "A table",
        ("a-table", "alt 1"): "All towns",
        ("a-table", "table 1 cell 1 1"): "Town, People]",
        ("a-table", "table 1 cell 1 2"): "People]",
        ("a-table", "table 1 cell 2 1"): "Gera, 93.000]",
        ("a-table", "table 1 cell 2 2"): "93.000]",
    }
    assert found == expected


FORMATS = {
    "one **bold** word": ((4, 8, "bold"),),
    "***both* bold**": ((0, 4, "italic"), (0, 9, "bold")),
    "_b_ ~~c~~ m^2^": ((0, 1, "italic"), (2, 3, "strike"), (5, 6, "superscript")),
    "plain": (),
}


@pytest.mark.parametrize(("line", "marks"), FORMATS.items())
def test_the_map_says_what_is_bold(line: str, marks: tuple[tuple[int, int, str], ...]) -> None:
    (slide,) = map_deck(talk(f"- title: T\n  bullets: ['{line}']").compiled).slides
    assert [text.paragraphs[0].marks for text in slide.texts if text.place == "body"] == [marks]


def test_the_map_says_where_formulas_stand() -> None:
    (slide,) = map_deck(talk("- title: T\n  bullets: ['so $x^2$ grows']").compiled).slides
    ((paragraph,),) = [text.paragraphs for text in slide.texts if text.place == "body"]
    assert (paragraph.words, paragraph.formulas) == ("so x² grows", ((3, 5),))
