"""What colleagues do to the looks of slides and charts in PowerPoint: nothing passes unnoticed."""

from typing import Any

import pytest
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from deckgen.opc.xml_parser import q
from tests.roundtrip.edits_by_hand import found
from tests.roundtrip.pulling import MAIN, Edit, pulled
from tests.sampled import sampled

OUTLINE = """\
title: A talk
lang: en-GB
footer: Altenburg
slides:
  - title: What we planted
    bullets:
      - Eleven trees
      - A meadow
    reveal: yes
  - title: Who came
    chart:
      kind: column
      data: {2024: 12, 2025: 15}
  - title: Who went
    chart:
      data: {2024: 12, 2025: 15}
"""
FILES: dict[str, str | bytes] = {MAIN: OUTLINE}
_colour: Any = RGBColor
_GREEN = _colour(200, 255, 200)


def background(*slides: int) -> Edit:
    def edit(presentation: Any) -> None:
        for at in slides:
            fill = presentation.slides[at].background.fill
            fill.solid()
            fill.fore_color.rgb = _GREEN

    return edit


def timed(*slides: int) -> Edit:
    def edit(presentation: Any) -> None:
        for at in slides:
            (map_,) = presentation.slides[at]._element.iterchildren(q("p:clrMapOvr"))
            map_.addnext(parse_xml(f"<p:transition {nsdecls('p')} advTm='5000'/>"))

    return edit


def flown_in(presentation: Any) -> None:
    for step in presentation.slides[0]._element.iter(q("p:cTn")):
        if step.get("presetID"):
            step.set("presetID", "2")


def in_capitals(presentation: Any) -> None:
    found(presentation, "Eleven trees").runs[0]._r.get_or_add_rPr().set("cap", "all")


def drawn_as(kind: Any, slide: int) -> Edit:
    """Return what changes the type of a chart, as PowerPoint does: the chart is a new one."""

    def edit(presentation: Any) -> None:
        shapes = presentation.slides[slide].shapes
        (old,) = (each for each in shapes if each.has_chart)
        new_data: Any = CategoryChartData
        data = new_data()
        data.categories = ["2024", "2025"]
        data.add_series("", (12, 15))
        box = old.left, old.top, old.width, old.height
        new = shapes.add_chart(kind, *box, data)
        new.name = old.name
        for axis in new.chart._chartSpace.iter(q("c:axId"), q("c:crossAx")):
            axis.set("val", axis.get("val").lstrip("-"))
        new._element.nvGraphicFramePr.cNvPr.set(
            "descr", old._element.nvGraphicFramePr.cNvPr.get("descr", "")
        )
        old._element.addprevious(new._element)
        old._element.getparent().remove(old._element)

    return edit


PINNED: dict[str, tuple[Edit, str]] = {
    "a background": (background(0), "has a background of its own"),
    "a time after which it goes on": (timed(0), "has times of its own"),
    "another animation": (flown_in, "has another animation"),
    "capitals": (in_capitals, "has other capitals"),
    "a chart that no outline has": (drawn_as(XL_CHART_TYPE.RADAR, 1), "is drawn as a radarChart"),
}


@pytest.mark.parametrize(("edit", "what"), sampled(PINNED))
def test_what_no_outline_can_say_pins_its_slide(edit: Edit, what: str) -> None:
    (outcome,) = pulled(FILES, edit).outcomes
    assert outcome.result == "pinned"
    assert getattr(outcome.change, "what", "") == what


@pytest.mark.parametrize(
    ("edit", "what"),
    [
        (background(0, 1, 2), "every slide has a background of its own"),
        (timed(0, 1, 2), "every slide has times of its own"),
    ],
    ids=["formatted together", "rehearsed"],
)
def test_what_all_slides_have_is_told_once(edit: Edit, what: str) -> None:
    (outcome,) = pulled(FILES, edit).outcomes
    assert (outcome.result, getattr(outcome.change, "what", "")) == ("refused", what)


def test_another_type_of_chart_is_written() -> None:
    result = pulled(FILES, drawn_as(XL_CHART_TYPE.LINE, 1))
    assert result.results == ["taken"]
    assert result.files == {MAIN: OUTLINE.replace("kind: column", "kind: line")}


def test_where_no_type_is_written_it_is_said_what_to_type() -> None:
    (outcome,) = pulled(FILES, drawn_as(XL_CHART_TYPE.PIE, 2)).outcomes
    assert (outcome.result, outcome.why) == ("refused", "Type `kind: pie` below `chart`.")


def test_a_footer_that_was_deleted_is_told_with_its_key() -> None:
    def edit(presentation: Any) -> None:
        for slide in presentation.slides:
            for shape in [*slide.placeholders]:
                if shape.has_text_frame and shape.text_frame.text == "Altenburg":
                    shape._element.getparent().remove(shape._element)

    outcomes = pulled(FILES, edit).outcomes
    assert {each.result for each in outcomes} == {"refused"}
    assert {each.why for each in outcomes} == {
        "Type `frame: {footer: no}` at the top of the outline."
    }


def test_a_slide_on_another_layout_is_pinned_once() -> None:
    def edit(presentation: Any) -> None:
        first, second = presentation.slides
        for relationship in first.part.rels.values():
            if relationship.reltype == RT.SLIDE_LAYOUT:
                relationship._target = second.slide_layout.part

    slides = "  - title: A\n    text: one\n  - title: B\n    bullets: [two]\n"
    files = {MAIN: f"title: A talk\nslides:\n{slides}"}
    assert [each.result for each in pulled(files, edit).outcomes] == ["pinned"]
