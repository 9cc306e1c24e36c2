"""What colleagues change of looks: each is kept or told, with a way out; nothing is silent."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from pptx.dml.color import RGBColor
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.opc.xml_parser import q
from deckgen.roundtrip.comparing.changes import LookTold
from tests.building import ROOT
from tests.folder import Folder
from tests.roundtrip.edits_by_hand import found
from tests.roundtrip.pulling import MAIN, Edit, edited, pulled, pulled_into, words
from tests.sampled import sampled

OUTLINE = """\
title: A talk
speaker: Ann
lang: en-GB
footer: Altenburg
event: {date: 2026-11-22}
frame: {date: yes}
slides:
  - title: What we want
    bullets:
      - A square
      - Trees
    notes: Begin slowly.
  - title: What it costs
    table:
      - [Item, Euro]
      - [Trees, 1200]
  - title: How it looks
    image: {file: plan.png, alt: A plan}
  - title: Who came
    chart:
      kind: column
      data: [[Year, Men, Women], [2024, 120, 110], [2025, 180, 170]]
"""
FILES: dict[str, str | bytes] = {
    MAIN: OUTLINE,
    "plan.png": (ROOT / "examples" / "images" / "market.png").read_bytes(),
}
_colour: Any = RGBColor
_RED = _colour(255, 0, 0)
WORDS, TABLE, PICTURE, CHART = range(4)


def _xml(text: str) -> Any:
    return parse_xml(text.replace("/>", f" {nsdecls('a')}/>", 1))


def on(slide: int, name: str, change: Callable[[Any], object]) -> Edit:
    """Return what changes the shape of a slide whose name begins with some letters."""

    def edit(presentation: Any) -> None:
        shapes = presentation.slides[slide].shapes
        change(next(each for each in shapes if each.name.startswith(name)))

    return edit


def _gone(shape: Any) -> None:
    shape._element.getparent().remove(shape._element)


def _described(shape: Any, **attributes: str) -> None:
    shape._element._nvXxPr.cNvPr.attrib.update(attributes)


def _numbered(shape: Any) -> None:
    for paragraph in shape.text_frame.paragraphs:
        numbers = _xml('<a:buAutoNum type="arabicPeriod"/>')
        paragraph._p.get_or_add_pPr().append(numbers)


def _filled(cell: Any) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = _RED


def _style_of_table(shape: Any) -> None:
    (style,) = shape._element.iter(q("a:tableStyleId"))
    style.text = "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}"


def _emptied(shape: Any) -> None:
    for point in list(shape.chart._chartSpace.iter(q("c:pt"))):
        point.getparent().remove(point)


def _legend(shape: Any) -> None:
    shape.chart.has_legend = not shape.chart.has_legend


def _red_series(shape: Any) -> None:
    _filled(shape.chart.plots[0].series[0].format)


def _reordered(shape: Any) -> None:
    shape._element.getprevious().addprevious(shape._element)


def _underlined(presentation: Any) -> None:
    found(presentation, "Trees").runs[0].font.underline = True


def _without_master(presentation: Any) -> None:
    presentation.slides[WORDS]._element.set("showMasterSp", "0")


KEPT: dict[str, tuple[Edit, str]] = {
    "a crop within the frame": (
        on(PICTURE, "Picture", lambda shape: setattr(shape, "crop_left", 0.2)),
        "has another crop",
    ),
    "numbers for bullets": (on(WORDS, "Content", _numbered), "has other bullets or numbers"),
    "a number taken away": (on(WORDS, "Slide Number", _gone), "has no number"),
    "a footer taken away": (on(WORDS, "Footer", _gone), "has no footer"),
    "a date taken away": (on(WORDS, "Date", _gone), "has no date"),
    "a chart without numbers": (on(CHART, "Chart", _emptied), "has no numbers"),
    "a legend": (on(CHART, "Chart", _legend), "has another title or legend"),
    "a series in red": (on(CHART, "Chart", _red_series), "has another colour"),
    "a cell in red": (
        on(TABLE, "Table", lambda shape: _filled(shape.table.cell(1, 1))),
        "has another colour",
    ),
    "a table's style": (on(TABLE, "Table", _style_of_table), "has another style of its table"),
    "a picture turned": (
        on(PICTURE, "Picture", lambda shape: setattr(shape, "rotation", 10)),
        "has another direction",
    ),
    "a picture hidden": (
        on(PICTURE, "Picture", lambda shape: _described(shape, hidden="1")),
        "has another visibility",
    ),
    "a description emptied": (
        on(PICTURE, "Picture", lambda shape: _described(shape, descr="")),
        "has another description",
    ),
    "the reading order": (on(WORDS, "Content", _reordered), "has its shapes in another order"),
    "a word underlined": (_underlined, "has a line below"),
    "the layout's drawings hidden": (_without_master, "has other parts of its layout"),
}


@pytest.mark.parametrize(("edit", "what"), sampled(KEPT, every=5))
def test_a_look_pins_its_slide(edit: Edit, what: str) -> None:
    (outcome,) = pulled(FILES, edit).outcomes
    assert (outcome.result, getattr(outcome.change, "what", "")) == ("pinned", what)


def _resized(presentation: Any) -> None:
    presentation.slide_width = Emu(presentation.slide_height * 4 // 3)


def _theme_with(pattern: bytes, other: bytes) -> Edit:
    def edit(presentation: Any) -> None:
        links = presentation.slide_masters[0].part.rels.values()
        (theme,) = (each.target_part for each in links if each.reltype.endswith("/theme"))
        theme._blob = re.sub(pattern, other, theme.blob)

    return edit


def _layout_reworded(presentation: Any) -> None:
    layout = presentation.slides[WORDS].slide_layout
    layout.placeholders[0].text_frame.paragraphs[0].runs[0].text = "CONFIDENTIAL"


def _notes_in_red(presentation: Any) -> None:
    found(presentation, "Begin slowly.").runs[0].font.color.rgb = _RED


def _without_numbers(presentation: Any) -> None:
    for slide in range(4):
        on(slide, "Slide Number", _gone)(presentation)


TOLD: dict[str, tuple[Edit, str, str, int]] = {
    "the slide size": (_resized, "the slide size", "Type `size: 4:3`", 1),
    "a colour of the theme": (
        _theme_with(rb'(<a:accent1><a:srgbClr val=)"\w+"', rb'\1"FF0000"'),
        "the theme",
        "There: `accent: FF0000`.",
        1,
    ),
    "a font of the theme": (
        _theme_with(rb'(<a:latin typeface=)"[^"]*"', rb'\1"Arial"'),
        "the theme",
        "comes from the brand",
        1,
    ),
    "words of a layout": (
        _layout_reworded,
        "the layout “Title and bullets”: other words",
        "comes from the brand",
        1,
    ),
    "the title of the file": (
        lambda presentation: setattr(presentation.core_properties, "title", "Ours"),
        "the file’s properties",
        "Type `title: Ours`",
        1,
    ),
    "the author of the file": (
        lambda presentation: setattr(presentation.core_properties, "author", "Bo"),
        "the file’s properties",
        "Type `speaker: Bo`",
        2,
    ),
    "notes in red": (_notes_in_red, "notes: another colour of words", "lists: type `- `", 8),
    "numbers of all slides": (
        _without_numbers,
        "every slide has no number",
        "Type `frame: {number: no}`",
        6,
    ),
}


@pytest.mark.parametrize(("edit", "what", "way", "line"), sampled(TOLD, every=3))
def test_what_can_be_neither_written_nor_kept_is_told_once(
    edit: Edit, what: str, way: str, line: int
) -> None:
    (outcome,) = pulled(FILES, edit).outcomes
    assert isinstance(outcome.change, LookTold)
    assert (outcome.result, outcome.change.what) == ("refused", what)
    assert way in outcome.why
    assert outcome.span is not None
    assert outcome.span.line == line


@pytest.mark.parametrize(
    ("day", "slides", "why"),
    [
        ("29 November 2026", None, ""),
        (
            "29 November 2026",
            1,
            "The footer stands on other slides, too, such as 2, where it was not changed.",
        ),
        ("in autumn", None, "It is the day of the event: type it as `date` there."),
        ("29.11.2026", None, "It is the day of the event: type it as `date` there."),
    ],
)
def test_a_day_that_was_changed_on_all_slides_is_written(
    day: str, slides: int | None, why: str
) -> None:
    result = pulled(FILES, words(("22 November 2026", day), last=slides))
    assert {(each.result, each.why) for each in result.outcomes} == {
        ("refused" if why else "taken", why)
    }
    assert all(each.span is None or each.span.line == 5 for each in result.outcomes)
    assert result.files == ({} if why else {MAIN: OUTLINE.replace("2026-11-22", "2026-11-29")})


def _changed(old: str, new: str) -> MemoryOverlay:
    """Return the files after their author changed words."""
    return MemoryOverlay({MAIN: OUTLINE.replace(old, new).encode()}, Folder(FILES))


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (_underlined, ["has a line below"]),
        (on(WORDS, "Title", lambda shape: setattr(shape.text_frame, "word_wrap", False)), []),
    ],
    ids=["what deckgen never writes", "what may follow from other words"],
)
def test_of_a_slide_that_the_author_changed_too_what_is_certain_is_told(
    edit: Edit, told: list[str]
) -> None:
    data = edited(FILES, edit)
    outcomes = pulled_into(_changed("A square", "A large square"), data).outcomes
    assert [getattr(each.change, "what", "") for each in outcomes] == told


def test_the_brand_of_the_author_is_no_change_of_a_colleague() -> None:
    data = edited(FILES, lambda _: None)
    assert pulled_into(_changed("A talk\n", "A talk\nsize: 4:3\n"), data).outcomes == ()


@pytest.mark.parametrize("side", sampled(["", "x", "-1", "9" * 40, "1 2"]))
def test_a_size_that_is_no_number_is_told(side: str) -> None:
    def edit(presentation: Any) -> None:
        presentation.part._element.find(q("p:sldSz")).set("cx", side)

    (outcome,) = pulled(FILES, edit).outcomes
    assert isinstance(outcome.change, LookTold)
    assert outcome.change.edited.startswith("0.0 × ")


def test_when_a_deck_was_made_may_be_any_words() -> None:
    def edit(presentation: Any) -> None:
        (created,) = presentation.core_properties._element.iterchildren("{*}created")
        created.text = "0001-01-01T00:00:00+14:00"

    assert pulled(FILES, edit).outcomes == ()


def test_a_program_may_write_no_properties() -> None:
    """So does Google Slides."""

    def edit(presentation: Any) -> None:
        package = presentation.part.package
        (id_,) = (key for key, each in package._rels.items() if each.reltype == RT.CORE_PROPERTIES)
        package._rels.pop(id_)

    assert pulled(FILES, edit).outcomes == ()
