"""Codes to scan begin at the margin: their quiet zone only where it is seen."""

import io
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR

from deckgen.deck.graphics import Drawing
from deckgen.deck.layout import EMU_PER_INCH, EMU_PER_POINT
from deckgen.deck.text_body import Run
from tests.present import present, the_graphic
from tests.talks import talk
from tests.template.opened import plain_template

PAPERS = {"white": ("FFFFFF", "Code to scan"), "tinted": ("EFE6D8", "Ground of the code")}


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_seen_of_a_code_begins_at_the_margin(paper: str, tmp_path: Path) -> None:
    color, first = PAPERS[paper]
    brand = tmp_path / "brand.yaml"
    brand.write_text(
        "name: Own\ncolors: {ink: 1B2A2E, deep: 0F4A50, sand: F4ECE0, accent: 8A2F10, "
        f"paper: {color}}}\n",
        encoding="utf-8",
    )
    made = talk("- {title: T, qr: 'https://example.org'}", brand=brand)
    assert not made.diagnostics.has_errors
    drawing = the_graphic(made.compiled.fitted.slides[0].slide, Drawing)
    margin = round(0.75 * EMU_PER_INCH)
    assert [shape.name for shape in drawing.shapes if shape.box.x == margin] == [first]


@pytest.mark.parametrize(
    ("style", "sizes"), [("panel", (48, 22)), ("bold", (48, 24)), ("civic", (48, 22))]
)
def test_a_link_beside_its_code_stands_on_its_foot_and_is_as_large_as_may_be(
    style: str, sizes: tuple[int, int]
) -> None:
    short, long = "https://example.org/form", "https://example.org/square/ten-years-on/form?lang=en"
    made = talk(f"- {{title: T, qr: '{short}'}}\n- {{title: T, qr: '{long}'}}", style=style)
    for slide, size in zip(made.compiled.fitted.slides, sizes, strict=True):
        drawing = the_graphic(slide.slide, Drawing)
        _, code, link = drawing.shapes
        assert link.styles[0].size == size
        assert link.box.x > code.box.right
        baseline = link.box.y + 0.97 * size * EMU_PER_POINT
        assert baseline == pytest.approx(code.box.bottom, abs=0.02 * EMU_PER_INCH)


@pytest.mark.parametrize(
    ("path", "lines", "size"),
    [
        ("form", ["example.org/form"], 28),
        ("the-square-ten-years-on", ["example.org/the-square-ten-years-on"], 24),
        (
            "measure-the-air-in-your-street-2026",
            ["example.org/", "measure-the-air-in-your-street-2026"],
            24,
        ),
        (
            "2026/reports/the-square/annexes/maps/of-the-town",
            ["example.org/2026/reports/", "the-square/annexes/maps/of-the-town"],
            24,
        ),
    ],
)
def test_a_link_below_its_code_has_two_lines_before_it_is_small(
    path: str, lines: list[str], size: int
) -> None:
    made = talk(f"- {{title: T, text: Scan it., qr: 'https://example.org/{path}'}}", style="panel")
    drawing = the_graphic(made.compiled.fitted.slides[0].slide, Drawing)
    link = drawing.shapes[-1]
    assert link.body
    runs = [run.text for run in link.body.paragraphs[0].runs if isinstance(run, Run)]
    assert (runs, link.styles[0].size) == (lines, size)


LABELS = {
    "beside the code": ("{title: T, tone: dark, qr: 'https://example.org/form'}", "across"),
    "below it": ("{title: T, tone: dark, bullets: [A], qr: 'https://example.org/form'}", "down"),
}


@pytest.mark.parametrize("style", ["panel", "bold", "band"])
@pytest.mark.parametrize("case", LABELS)
def test_on_dark_grounds_code_and_link_stand_on_one_label(case: str, style: str) -> None:
    entry, way = LABELS[case]
    made = talk(f"- {entry}", style=style)
    assert not made.diagnostics.has_errors
    (slide,) = made.compiled.fitted.slides
    ((role, drawing),) = slide.slide.graphics
    assert isinstance(drawing, Drawing)
    label, code, link = drawing.shapes
    area = made.compiled.brand.layout(*slide.slide.layout_key).graphic_box(role)
    assert label.box.right == area.right
    if way == "across":
        assert label.box.x == area.x
    assert link.fill == label.fill == "paper"
    for inner in (code.box, link.box):
        assert label.box.x < inner.x < inner.right < label.box.right
        assert inner.bottom < label.box.bottom
    squares = len(drawing.items[0].squares)
    quiet = 4 * code.box.cx // squares - 1
    assert code.box.x - label.box.x >= quiet
    assert (link.box.x - code.box.x - code.box.cx if way == "across" else quiet) >= quiet
    assert (quiet if way == "across" else link.box.y - code.box.y - code.box.cy) >= quiet


def test_a_code_on_two_grounds_has_a_label() -> None:
    entry = "- {closing: Thanks, text: Anna, qr: 'https://example.org/form'}"
    (slide,) = talk(entry, style="band", size="4:3").compiled.fitted.slides
    drawing = the_graphic(slide.slide, Drawing)
    assert [shape.fill for shape in drawing.shapes] == ["paper", "dark", "paper"]


@pytest.mark.parametrize(
    ("entry", "size"),
    [
        ("{closing: Thanks, text: Anna, qr: 'https://a.example'}", 24),
        ("{title: T, text: 'A sentence.', qr: 'https://a.example'}", 28),
    ],
    ids=["as large as the contact", "beside other text"],
)
def test_a_link_below_its_code_is_no_larger_than_a_contact(entry: str, size: int) -> None:
    (slide,) = talk(f"- {entry}", style="minimal").compiled.fitted.slides
    drawing = the_graphic(slide.slide, Drawing)
    assert drawing.shapes[-1].styles[0].size == size


def test_on_templates_a_label_is_no_wider_than_code_and_link(tmp_path: Path) -> None:
    template = tmp_path / "dark.pptx"
    deck = Presentation()
    fill = deck.slide_master.background.fill
    fill.solid()
    fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_2
    deck.save(str(template))
    (slide,) = talk(
        "- {title: T, qr: 'https://example.org'}", brand=template
    ).compiled.fitted.slides
    drawing = the_graphic(slide.slide, Drawing)
    label, code, link = drawing.shapes
    quiet = code.box.x - label.box.x
    assert link.box.x >= code.box.right + quiet
    assert label.box.right == link.box.right + quiet
    assert link.box.cx < 3.5 * EMU_PER_INCH


@pytest.mark.parametrize("paper", [b"FFFFFF", b"EFE6D8"])
def test_on_white_templates_a_code_begins_where_text_does(paper: bytes, tmp_path: Path) -> None:
    template = tmp_path / "t.potx"
    with (
        zipfile.ZipFile(io.BytesIO(plain_template())) as given,
        zipfile.ZipFile(template, "w") as tinted,
    ):
        for name in given.namelist():
            tinted.writestr(
                name, given.read(name).replace(b'lastClr="FFFFFF"', b'lastClr="%b"' % paper)
            )
    made = talk("- {title: T, qr: 'https://example.org'}", brand=template)
    (slide,) = made.compiled.fitted.slides
    drawing = the_graphic(slide.slide, Drawing)
    title = present(slide.text("title"))
    edge = title.frame.placeholder.inner_box.x
    first = "Code to scan" if paper == b"FFFFFF" else "Ground of the code"
    assert [shape.name for shape in drawing.shapes if shape.box.x == edge] == [first]
    assert min(shape.box.y for shape in drawing.shapes) >= title.frame.placeholder.box.bottom


@pytest.mark.parametrize("size", ["16:9", "4:3"])
def test_on_white_its_quiet_zone_is_the_space_between_a_code_and_its_link(size: str) -> None:
    made = talk("- {title: T, qr: 'https://example.org/form'}", style="panel", size=size)
    drawing = the_graphic(made.compiled.fitted.slides[0].slide, Drawing)
    _, code, link = drawing.shapes
    quiet = 4 * code.box.cx / len(drawing.items[0].squares)
    apart = (link.box.x - code.box.right) / EMU_PER_INCH
    assert apart == pytest.approx(max(quiet / EMU_PER_INCH, 0.5), abs=0.01)
