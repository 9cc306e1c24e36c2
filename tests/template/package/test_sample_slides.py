"""What of its sample slides a template's layouts draw, and what they leave to the slides."""

import copy
import io
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import pptx
import pytest
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Emu

from deckgen.opc.xml_parser import local_name, parse_xml, q
from deckgen.template.package.kept_parts import part_label
from tests.template.edits import TYPES
from tests.template.opened import opened, put_together
from tests.tools.packages import add, edited, parts_of, png, replace, saved
from tests.validity import faults_of

Draw: TypeAlias = Callable[[Any], None]

WIDTH, HEIGHT = 9_144_000, 6_858_000
"""EMU: the page of python-pptx's template."""
BULLETS, COLUMNS = "Title and Content", "Two Content"
LAYOUTS = 11
"""Those of this template."""


def shape(left: float, top: float, width: float, height: float, words: str = "") -> Draw:
    """Return what draws a rectangle; its sides are shares of the page."""

    def draw(slide: Any) -> None:
        box = (left * WIDTH, top * HEIGHT, width * WIDTH, height * HEIGHT)
        drawn = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Emu(round(side)) for side in box))
        drawn.text_frame.text = words

    return draw


def logo(size: tuple[int, int] = (8, 6)) -> Draw:
    """Return what draws a picture in the upper right corner."""

    def draw(slide: Any) -> None:
        box = (Emu(WIDTH - 900_000), Emu(100_000), Emu(600_000), Emu(600_000))
        slide.shapes.add_picture(io.BytesIO(png(size=size)), *box)

    return draw


def ground(slide: Any) -> None:
    """Fill the background of a slide."""
    slide.background.fill.solid()
    slide.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_2


def line(slide: Any) -> None:
    """Draw a line across the page, below the headline."""
    at = Emu(round(HEIGHT * 0.19))
    slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Emu(0), at, Emu(WIDTH), at)


def own_colors(slide: Any) -> None:
    """Give a slide a map of colours of its own."""
    override = slide.element.find(f"{q('p:clrMapOvr')}")
    override[:] = [override.makeelement(q("a:overrideClrMapping"))]


def see_through(slide: Any) -> None:
    """Make the last shape of a slide show its background."""
    slide.shapes[-1]._element.set("useBgFill", "1")


BAND, FOOT = shape(0, 0, 1, 0.15), shape(0, 0.93, 1, 0.07)


def template(slides: Sequence[tuple[str, Sequence[Draw]]]) -> bytes:
    """Return python-pptx's template with sample slides: layouts, and what is drawn on each."""
    deck = pptx.Presentation()
    for layout, drawn in slides:
        slide = deck.slides.add_slide(deck.slide_layouts.get_by_name(layout))
        for draw in drawn:
            draw(slide)
    return saved(deck)


def drawn_by_layouts(data: bytes) -> tuple[dict[str, list[str]], list[str]]:
    """Return the tags of what each layout draws, if anything, and the codes of the notes."""
    taken, codes = opened(data)
    found = {}
    for part in taken.package.of_root("p:sldLayout"):
        slide = parse_xml(part.data).find(q("p:cSld"))
        assert slide is not None
        own = (*slide.findall(q("p:bg")), *slide.findall(f"{q('p:spTree')}/*")[2:])
        tags = [local_name(each) for each in own if each.find(f"*/*/{q('p:ph')}") is None]
        if tags:
            found[slide.get("name", "")] = tags
    return found, codes


CASES: list[Any] = [
    pytest.param([(BULLETS, [BAND])] * 2, {BULLETS: ["sp"]}, id="on both slides of a layout"),
    pytest.param([(BULLETS, [BAND])], {}, id="once: it may be of that slide"),
    pytest.param(
        [(BULLETS, [BAND, FOOT]), (BULLETS, [BAND])],
        {BULLETS: ["sp"]},
        id="on half of the slides: not the foot",
    ),
    pytest.param(
        [(BULLETS, [ground, logo(), FOOT])] * 2,
        {BULLETS: ["bg", "pic", "sp"]},
        id="a background and a logo, the lowest first",
    ),
    pytest.param(
        [(BULLETS, [logo((8, 6))]), (BULLETS, [logo((9, 6))])], {}, id="two pictures in one place"
    ),
    pytest.param([(BULLETS, [shape(0.3, 0.4, 0.3, 0.3)])] * 2, {}, id="among the contents"),
    pytest.param([(BULLETS, [shape(0, 0, 1, 1)])] * 2, {BULLETS: ["sp"]}, id="a ground"),
    pytest.param([(BULLETS, [shape(0.7, -0.2, 0.3, 0.3)])] * 2, {}, id="mostly beside the page"),
    pytest.param([(BULLETS, [shape(0, 0, 1, 0.15, "Draft")])] * 2, {}, id="with words"),
    pytest.param([(BULLETS, [shape(0, 0, 0.1, 0.1)])] * 2, {}, id="a mark beside some words"),
    pytest.param([(BULLETS, [line])] * 2, {}, id="a line, which belongs to words"),
    pytest.param([(BULLETS, [own_colors, BAND])] * 2, {}, id="in other colours than the layout's"),
    pytest.param([(BULLETS, [BAND, see_through])] * 2, {}, id="composed by PowerPoint's Designer"),
]


@pytest.mark.parametrize(("slides", "drawn"), CASES)
def test_what_most_slides_of_a_layout_draw(
    slides: Sequence[tuple[str, Sequence[Draw]]], drawn: Mapping[str, Sequence[str]]
) -> None:
    assert drawn_by_layouts(template(slides)) == (drawn, ["sample-design"] if drawn else [])


def test_what_most_pages_draw_stands_on_layouts_without_slides() -> None:
    """A layout of one slide takes what this slide has."""
    slides = [(BULLETS, [BAND, logo()])] * 3 + [(COLUMNS, [BAND])]
    drawn, codes = drawn_by_layouts(template(slides))
    assert codes == ["sample-design"]
    assert drawn.pop(COLUMNS) == ["sp"]
    assert len(drawn) == LAYOUTS - 1
    assert {tuple(tags) for tags in drawn.values()} == {("sp", "pic")}


def test_a_layout_that_draws_itself_keeps_its_design() -> None:
    deck = pptx.Presentation(io.BytesIO(template([(BULLETS, [BAND])] * 3)))
    of_columns = deck.slide_layouts.get_by_name(COLUMNS)
    assert of_columns is not None
    of_columns.shapes._spTree.append(copy.deepcopy(deck.slides[0].shapes[-1]._element))
    drawn, _ = drawn_by_layouts(saved(deck))
    assert drawn[COLUMNS] == drawn[BULLETS] == ["sp"]


def test_pictures_and_ids_of_a_layout_are_its_own() -> None:
    data = template([(BULLETS, [logo(), BAND])] * 2)
    taken, _ = opened(edited(data, [replace(TYPES, "image/png", "image/x")]))
    layout = next(
        part
        for part in taken.package.of_root("p:sldLayout")
        if (BULLETS.encode()) in part.data and part.target_of("image")
    )
    target = layout.target_of("image") or ""
    assert taken.package.parts[target].data == png(size=(8, 6))
    # The file's own types may be wrong: image/jpg is none.
    assert taken.package.parts[target].content_type == "image/png"
    ids = re.findall(rb'<p:cNvPr id="(\d+)"', layout.data)
    assert len(ids) == len(set(ids))
    assert not faults_of(put_together(taken))


@pytest.mark.parametrize(
    ("target", "drawn"),
    [
        ("../media/image1.png", ["pic", "sp"]),
        ("slide1.xml", ["sp"]),
        ("../media/image 1.png", ["sp"]),
        ("../media/image1.exe", ["sp"]),
        ("../media/none.png", ["sp"]),
    ],
)
def test_what_is_no_picture_of_a_safe_name_is_left_out(target: str, drawn: list[str]) -> None:
    data = template([(BULLETS, [logo(), BAND])] * 2)
    picture = parts_of(data)["ppt/media/image1.png"]
    names = [f"ppt/slides/_rels/slide{number}.xml.rels" for number in (1, 2)]
    edits = [replace(name, "../media/image1.png", target) for name in names]
    more = [add(f"ppt/media/{name}", picture) for name in ("image 1.png", "image1.exe")]
    assert drawn_by_layouts(edited(data, [*edits, *more]))[0] == {BULLETS: drawn}


def test_layouts_under_slides_go_by_the_numbers_of_the_slides() -> None:
    names = [COLUMNS, *[BULLETS] * 9, COLUMNS]
    taken, _ = opened(template([(name, []) for name in names]))
    found = [part_label(taken.package.parts[name]) for name in taken.sampled_layouts]
    assert found == [f"the layout “{name}”" for name in names]
