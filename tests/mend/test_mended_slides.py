"""What is mended on slides, and what is left, as it may mean something.

All cases stand in one deck, and are mended at once.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Any, Literal, NamedTuple, TypeAlias

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from deckgen.opc.xml_parser import q
from tests.mend.mended_decks import blank, mended, text_box
from tests.tools.packages import saved

BLANK, TITLED = 6, 5
YesNo: TypeAlias = Literal[True, False]
Fill: TypeAlias = Callable[[Any], object]

TITLES = [
    ("Budget", "Budget"),
    ("Budget", "Budget (2)"),
    ("", "Slide 3"),
    ("x " * 60, f"{'x ' * 39}x …"),
    ("12", "Slide 5"),
    ("A\nB", "A"),
]
"""The only words of a slide, and its new title; these slides are the first ones."""

LISTS: list[tuple[list[str], list[str], list[str]]] = [
    (["- one", "- two"], ["one", "two"], ['buChar char="-"', 'buChar char="-"']),
    (["• one"], ["one"], ['buChar char="•"']),
    (["- one", "two"], ["- one", "two"], ["", ""]),
    (["1. one", "2. two"], ["one", "two"], ['buAutoNum type="arabicPeriod"/>'] * 2),
    (["3) one", "4) two"], ["one", "two"], ['type="arabicParenR" startAt="3"'] * 2),
    (["(1) one", "(2) two"], ["one", "two"], ['type="arabicParenBoth"/>'] * 2),
    (["b) one", "c) two"], ["one", "two"], ['type="alphaLcParenR" startAt="2"'] * 2),
    (["A) one", "B) two"], ["one", "two"], ['type="alphaUcParenR"/>'] * 2),
    (["1. one", "5. two"], ["1. one", "5. two"], ["", ""]),
    (["1. one", "2) two"], ["1. one", "2) two"], ["", ""]),
    (["Intro", "* a", "* b"], ["Intro", "a", "b"], ["", 'char="*"', 'char="*"']),
]

TABLES: list[tuple[list[list[str]], YesNo]] = [
    ([["Town", "2024"], ["Gera", "12"]], True),
    ([["", "2024"], ["Gera", "12"]], True),
    ([["Gera", "12"], ["Jena", "14"]], False),
    ([["Town", ""], ["Gera", "12"]], False),
    ([["Town", "Why"], ["Gera", "so"]], False),
    ([["Town", "2024"], ["Gera", "so"]], False),
    ([["*Town", "*Why"], ["Gera", "so"]], True),
    ([["*Town", "*Why"], ["*Gera", "*so"]], False),
    ([["Town", "Town"], ["Gera", "12"]], False),
    ([["Town", "Inhabitants " * 4], ["Gera", "12"]], False),
    ([["Town", "Inhabitants"]], False),
    ([["Inhabitants"], ["12"]], False),
]
"""The rows of a table, and whether the first is a header row; a star makes a cell bold."""

DRAWINGS: list[tuple[tuple[float, float, float, float], str]] = [
    ((1, 3, 5, 0.1), "a rule"),
    ((1, 3, 5, 0.11), ""),
    ((0, 6.5, 10, 1), "a bar from edge to edge"),
    ((0, 6.5, 9.9, 1), ""),
    ((0.1, 6.5, 9.9, 1), ""),
    ((1, 1.5, 4, 2), "a panel behind text"),
    ((6, 4, 2, 2), ""),
]
"""A place in inches, on a slide of 10 to 7.5, and what a rectangle there plainly is."""

ORDERS: list[tuple[list[tuple[float, ...]], list[str]]] = [
    ([(3, 1), (1, 1)], ["1", "0"]),
    ([(1, 5), (1, 1), (3, 1)], ["1", "0", "2"]),
    # The second covers a part of the first: their order is that of the drawing.
    ([(2, 1), (1.5, 1)], ["0", "1"]),
    # Of a shape that is turned it is not known what it covers.
    ([(3, 1, 45), (1, 1)], ["0", "1"]),
]
"""From the top and from the left, in inches, where shapes stand, how they are turned; the order
after it."""


class MendedSlide(NamedTuple):
    """A slide after it was mended, what was said of it, and the codes of what is left."""

    slide: Any
    messages: list[tuple[str, str]]
    left: list[str]


def _cases() -> Iterator[tuple[str, int, Fill]]:
    """Yield the name of each case, its layout, and what fills its slide."""
    for at, (words, _) in enumerate(TITLES):
        yield f"title {at}", BLANK, partial(text_box, words=words, top=2)
    yield "largest", BLANK, _two_sizes
    yield "unseen before", TITLED, partial(_titled, words="Same", hidden=True)
    yield "seen", TITLED, _titled
    yield "seen again", TITLED, _titled
    yield "hidden", TITLED, partial(_titled, words="Unheard", hidden=True)
    yield "empty", TITLED, partial(text_box, words="Rivers", top=3)
    yield "languages", BLANK, _without_languages
    yield "lists", BLANK, _lists
    yield "tables", BLANK, _tables
    for at, (box, _) in enumerate(DRAWINGS):
        yield f"drawing {at}", BLANK, partial(_drawing, box=box)
    for at, (places, _) in enumerate(ORDERS):
        yield f"order {at}", BLANK, partial(_rectangles, places=places)


@cache
def _mended() -> dict[str, MendedSlide]:
    deck = Presentation()
    # The text tells what language it is in, whatever the file says.
    deck.core_properties.title, deck.core_properties.language = "A talk", "de-DE"
    for styles in (deck.part._element, deck.slide_master._element):
        for level in styles.iter(q("a:defRPr")):
            level.attrib.pop("lang", "")
    cases = list(_cases())
    for _, layout, fill in cases:
        fill(deck.slides.add_slide(deck.slide_layouts[layout]))
    made = mended(saved(deck))
    assert not {each.rule.code for each in made.left.findings} & {"element-order", "title-missing"}
    return {
        name: MendedSlide(
            slide,
            [(mend.code, mend.message) for mend in made.mends if mend.slide == number],
            [each.rule.code for each in made.left.findings if each.slide == number],
        )
        for number, ((name, *_), slide) in enumerate(
            zip(cases, Presentation(io.BytesIO(made.data)).slides, strict=True), 1
        )
    }


def _two_sizes(slide: Any) -> None:
    text_box(slide, "small", 1)
    text_box(slide, "Large", 3).text_frame.paragraphs[0].runs[0].font.size = Pt(40)


def _titled(slide: Any, *, words: str = "Same", hidden: YesNo = False) -> None:
    slide.shapes.title.text = words
    if hidden:
        slide.shapes.title._element.nvSpPr.cNvPr.set("hidden", "1")


def _without_languages(slide: Any) -> None:
    paragraph = text_box(slide, "One", 2).text_frame.paragraphs[0]
    paragraph.add_line_break()
    paragraph.add_run().text = "English"
    paragraph.runs[1]._r.get_or_add_rPr().set("lang", "en-GB")
    paragraph.add_run().text = "Two"
    paragraph.runs[2].font.bold = True


def _lists(slide: Any) -> None:
    for at, (lines, _, _) in enumerate(LISTS):
        text_box(slide, "\n".join(lines), 2).name = f"list {at}"


def _tables(slide: Any) -> None:
    for at, (rows, _) in enumerate(TABLES):
        size = Inches(1), Inches(1), Inches(4), Inches(2)
        shape = slide.shapes.add_table(len(rows), len(rows[0]), *size)
        shape.name, shape.table.first_row = f"table {at}", False
        _fill(shape.table, rows)


def _fill(table: Any, rows: Sequence[Sequence[str]]) -> None:
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            frame = table.cell(row, column).text_frame
            frame.text = words.removeprefix("*")
            frame.paragraphs[0].font.bold = words.startswith("*") or None


def _drawing(slide: Any, box: Sequence[float]) -> None:
    slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Inches, box))
    text_box(slide, "Words on the panel", 2)


def _rectangles(slide: Any, places: Sequence[tuple[float, ...]]) -> None:
    for number, (top, left, *turned) in enumerate(places):
        box = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(3), Inches(1)
        )
        box.text_frame.text, box.name = f"words {number}", str(number)
        box.rotation = sum(turned)


def _shape(case: str, name: str) -> Any:
    return next(shape for shape in _mended()[case].slide.shapes if shape.name == name)


def _codes(made: MendedSlide) -> set[str]:
    return {code for code, _ in made.messages}


@pytest.mark.parametrize("at", range(len(TITLES)))
def test_new_titles_are_unique_and_above_the_slide(at: int) -> None:
    made = _mended()[f"title {at}"]
    title = made.slide.shapes.title
    assert title.text == TITLES[at][1]
    assert title.top + title.height < 0
    assert made.slide.shapes[0].name == "Title"
    assert not {"title-missing", "title-repeated"} & {*made.left}


def test_the_largest_words_become_the_title() -> None:
    assert _mended()["largest"].slide.shapes.title.text == "Large"


def test_an_empty_title_gets_the_words() -> None:
    title = _mended()["empty"].slide.shapes.title
    assert title.text == "Rivers"
    assert len(title._element.findall(q("p:txBody"))) == 1


@pytest.mark.parametrize("name", ["seen", "seen again"])
def test_a_title_that_is_seen_is_never_changed(name: str) -> None:
    made = _mended()[name]
    assert made.slide.shapes.title.text == "Same"
    assert not [code for code in _codes(made) if code.startswith("title")]


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [("hidden", "Unheard", "title-hidden"), ("unseen before", "Same (2)", "title-repeated")],
)
def test_a_hidden_title_is_heard_again_above_the_slide(name: str, words: str, code: str) -> None:
    """With a number, if it is that of a slide that shows it, also of a later one."""
    made = _mended()[name]
    title = made.slide.shapes.title
    assert title.text == words
    assert title.top + title.height < 0
    assert title._element.nvSpPr.cNvPr.get("hidden") is None
    assert code in _codes(made)


def test_text_without_a_language_gets_that_of_the_deck() -> None:
    made = _mended()["languages"]
    runs = made.slide.shapes[-1]._element.iter(q("a:rPr"))
    assert [run.get("lang") for run in runs] == ["en-GB"] * 4
    assert ("language-missing", "2 texts without a language marked as en-GB.") in made.messages
    assert ("language-missing", "1 text without a language marked as en-GB.") in _mended()[
        "title 0"
    ].messages


@pytest.mark.parametrize("at", range(len(LISTS)))
def test_typed_lists_become_real(at: int) -> None:
    from lxml import etree

    _, words, marks = LISTS[at]
    paragraphs = _shape("lists", f"list {at}").text_frame.paragraphs
    assert [paragraph.text for paragraph in paragraphs] == words
    for paragraph, mark in zip(paragraphs, marks, strict=True):
        assert mark in etree.tostring(paragraph._p, encoding="unicode")
        assert bool(mark) == (b"<a:bu" in etree.tostring(paragraph._p))
    made = len(list(filter(None, marks)))
    lines = "1 line is" if made == 1 else f"{made} lines are"
    told = [text for _, text in _mended()["lists"].messages if f"“list {at}”" in text]
    assert told == ([f"{lines} a real list now, in “list {at}”."] if made else [])


def test_lines_of_a_list_stand_apart_from_their_marks() -> None:
    first = _shape("lists", "list 0").text_frame.paragraphs[0]._p.pPr
    # A text of 18 points, 12,700 EMU each, and a quarter more.
    assert (first.get("marL"), first.get("indent")) == ("285750", "-285750")


@pytest.mark.parametrize("at", range(len(TABLES)))
def test_a_header_row_is_only_set_where_it_is_plainly_one(at: int) -> None:
    is_header = TABLES[at][1]
    assert _shape("tables", f"table {at}").table.first_row == is_header
    message = f"The first row of the table “table {at}” is its header row."
    told = ("table-header-missing", message) in _mended()["tables"].messages
    assert told == is_header


@pytest.mark.parametrize("at", range(len(DRAWINGS)))
def test_only_what_plainly_decorates_is_marked(at: int) -> None:
    made = _mended()[f"drawing {at}"]
    kind = DRAWINGS[at][1]
    message = f"“Rectangle 1”, {kind}, is marked as decorative."
    told = [text for code, text in made.messages if code == "drawing-alt-missing"]
    assert told == ([message] if kind else [])
    assert ("drawing-alt-missing" in made.left) != bool(kind)


@pytest.mark.parametrize("at", range(len(ORDERS)))
def test_shapes_are_sorted_where_none_covers_another(at: int) -> None:
    shapes = _mended()[f"order {at}"].slide.shapes
    assert [shape.name for shape in shapes if shape.name != "Title"] == ORDERS[at][1]


@pytest.mark.slow
def test_what_was_sorted_needs_no_second_look() -> None:
    deck, slide = blank()
    # Sorting the first two must not bring the fourth before the third.
    for number, (top, left) in enumerate([(5, 1), (1, 1), (3, 1), (3, 5), (1, 5)]):
        text_box(slide, f"words {number}", top, left)
    made = mended(saved(deck))
    assert "reading-order" not in made.left.counts
    assert mended(made.data).mends == ()
    assert mended(made.data).data == made.data
