"""Slides of other decks in this one: valid, each master once, the look of their own deck."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.util import Cm, Inches, Pt

from deckgen.files.tracked_files import TrackedFiles
from deckgen.outline.expand.variant import Variant
from deckgen.pipeline.build_cache import BuildCache
from deckgen.pipeline.compile import compile_nodes, compile_talk, deck_bytes
from deckgen.pipeline.read_source import Source, read_nodes
from deckgen.support.diagnostics import Diagnostics
from tests.building import EXAMPLES, ROOT, TOUR, built
from tests.folder import Folder
from tests.merge.decks import including, titled, with_diagram, with_film
from tests.sampled import sampled
from tests.talks import complaints, invalid, talk
from tests.template.opened import real_templates
from tests.tools import validator
from tests.tools.needs import need
from tests.tools.packages import clean_deck, edited, parts_of, replace, saved

TEMPLATES = real_templates()
_IDS = re.compile(rb'<p:sld(?:Master|Layout)Id [^>]*?\bid="(\d+)"')


STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""The table style that python-pptx gives to tables, and does not define."""


def styled_tables() -> bytes:
    """Return a deck with a table in a style that the deck defines, beside another style."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Table"
    slide.shapes.add_table(2, 2, Cm(1), Cm(5), Cm(9), Cm(3))
    other = STYLE.replace("5C", "6D")
    defined = "".join(
        f'<a:tblStyle styleId="{style}" styleName="Ours"/>' for style in (STYLE, other)
    )
    return edited(
        saved(deck), [replace("ppt/tableStyles.xml", "/>", f">{defined}</a:tblStyleLst>")]
    )


def small() -> bytes:
    """Return a deck of 8 × 6 inches: a text box, a shape with a border, a table."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = Inches(8), Inches(6)
    shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    shapes.add_textbox(Cm(1), Cm(1), Cm(5), Cm(2)).text_frame.text = "a box"
    shape = shapes.add_shape(1, Cm(8), Cm(1), Cm(5), Cm(2))
    shape.text_frame.text = "a shape"
    shape.text_frame.paragraphs[0].runs[0].font.size = Pt(20)
    shape.line.width = Pt(4)
    shapes.add_table(2, 2, Cm(1), Cm(6), Cm(8), Cm(4))
    return saved(deck)


CASES: dict[str, tuple[tuple[str, ...], dict[str, bytes]]] = {
    "all": (("- include: partner.pptx",), {}),
    "twice": (("- include: partner.pptx", "- include: partner.pptx"), {}),
    "another order": (("- include: partner.pptx\n  slides: [3, 1, 2]",), {}),
    "two decks": (
        ("- include: partner.pptx", "- include: two.pptx"),
        {"two.pptx": titled("One", "Two")},
    ),
    "two names of one deck": (
        ("- include: partner.pptx", "- include: copy.pptx"),
        {"copy.pptx": clean_deck()},
    ),
    "before a section": (("- include: partner.pptx", "- section: Later", "- agenda"), {}),
    "a film": (("- include: film.pptx",), {"film.pptx": with_film()}),
    "a diagram": (("- include: d.pptx",), {"d.pptx": with_diagram()}),
    "scaled": (("- include: small.pptx",), {"small.pptx": small()}),
    "tables": (("- include: tables.pptx",), {"tables.pptx": styled_tables()}),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", sampled([*CASES]))
def test_lint_finds_nothing_and_ids_are_unique(case: str) -> None:
    entries, files = CASES[case]
    data = including(*entries, files=files).data
    assert invalid(data) == {}
    parts = parts_of(data)
    ids = [number for part in parts.values() for number in _IDS.findall(part)]
    assert len(ids) == len(set(ids))
    assert including(*entries, files=files).data == data, "the same bytes"


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    need("validator")
    files = []
    for number, (entries, decks) in enumerate(CASES.values()):
        files.append(tmp_path / f"{number}.pptx")
        files[-1].write_bytes(including(*entries, files=decks).data)
    assert {path.name: found for path, found in validator.validate(files).items() if found} == {}


def test_a_master_comes_once_with_the_layouts_that_are_used() -> None:
    data = including("- include: partner.pptx", "- include: partner.pptx").data
    parts = parts_of(data)
    included = Counter(name.split("/")[3] for name in parts if "/included/" in name)
    assert included["slideMasters"] == 2, "the master, and its relationships"
    assert included["slideLayouts"] == 4, "two layouts, and theirs"
    charts = [name for name in parts if re.search(r"/charts/chart\d+\.xml$", name)]
    assert len(charts) == 2, "a chart belongs to its slide"
    pictures = [name for name in parts if "/included/" in name and name.endswith(".png")]
    assert len(pictures) == 1


@pytest.mark.slow
def test_a_deck_comes_into_a_talk_whose_template_is_a_deck_that_it_came_into_before() -> None:
    last = including("- include: partner.pptx").data
    files = {"partner.pptx": clean_deck(), "last.pptx": last}
    data = talk("- include: partner.pptx", head="brand: last.pptx\n", files=files).data
    assert invalid(data) == {}


@pytest.mark.slow
def test_slides_on_the_talks_own_master_bring_none() -> None:
    partner = talk("- title: Theirs\n  bullets:\n    - A word", size="4:3").data
    parts = parts_of(including("- include: p.pptx", files={"p.pptx": partner}).data)
    assert [name for name in parts if "/included/" in name] == []
    wide = talk("- include: p.pptx", files={"p.pptx": built(TOUR, "plain")})
    assert not any("slideMaster" in name for name in parts_of(wide.data) if "/included/" in name)
    assert invalid(wide.data) == {}


@pytest.mark.slow
def test_the_number_of_a_slide_is_its_number_here() -> None:
    partner = talk("- title: Theirs\n  bullets:\n    - A word", size="4:3").data
    made = including("- section: Second", "- include: p.pptx", files={"p.pptx": partner})
    fields = [shape for shape in made.slides[2].placeholders if "Number" in shape.name]
    assert [shape.text_frame.text for shape in fields] == ["3"]


def test_styles_of_tables_come_along() -> None:
    made = including(*CASES["tables"][0], files=CASES["tables"][1])
    styles = parts_of(made.data)["ppt/tableStyles.xml"].decode()
    assert re.findall('styleId="([^"]+)"', styles) == [STYLE], "that of its table, and no other"


@pytest.mark.slow
def test_text_boxes_look_as_their_deck_says() -> None:
    """What a presentation says of text in general does not come along; so the text says it."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Boxes"
    slide.shapes.add_textbox(Cm(1), Cm(5), Cm(5), Cm(2)).text_frame.text = "small"
    plain = saved(deck)
    small = edited(plain, [replace("ppt/presentation.xml", 'sz="1800"', 'sz="1100"')])

    def style(data: bytes) -> str:
        made = including("- include: a.pptx", files={"a.pptx": data})
        (box,) = [one for one in made.slides[1].shapes if not one.is_placeholder]
        return str(box._element.xpath(".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz")[0])

    assert (style(plain), style(small)) == ("1800", "1100")


@pytest.mark.slow
def test_slides_of_another_size_are_scaled_with_all_that_is_on_them() -> None:
    """From 8 to 10 inches: five quarters of everything, with what was not said before."""
    made = including(*CASES["scaled"][0], files=CASES["scaled"][1])
    _, slide = made.slides
    box, shape, table = slide.shapes
    assert (box.left, box.width) == (Cm(1.25), Cm(6.25))
    assert (shape.left, shape.line.width) == (Cm(10), Pt(5))
    assert shape.text_frame.paragraphs[0].runs[0].font.size == Pt(25)
    first = "./p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr"
    assert box._element.xpath(f"{first}/@sz") == ["2250"]
    assert box._element.xpath("./p:txBody/a:bodyPr/@lIns") == ["114300"]
    assert shape._element.xpath(f"{first}/*") == [], "its colour is that of its style"
    assert [column.width for column in table.table.columns] == [Cm(5), Cm(5)]
    assert table.table.rows[0].height == Cm(2.5)


@pytest.mark.slow
def test_what_one_town_takes_changes_nothing_for_another() -> None:
    """The deck is read once for both; links to slides that only one takes are cut for it alone."""
    outline = (
        'title: T\nlang: en-GB\nsize: "4:3"\nslides:\n'
        "  - {include: partner.pptx, slides: 1}\n"
        "  - {include: partner.pptx, slides: 2-3, only: gera}\n"
    )
    files = Folder({"slides.yaml": outline.encode(), "partner.pptx": clean_deck()})
    nodes = read_nodes("slides.yaml", files, Diagnostics())
    assert nodes is not None
    source = Source("slides.yaml", nodes, files)

    def made(town: str, cache: BuildCache) -> bytes:
        compiled = compile_nodes(source, Variant(town, None), cache, Diagnostics())
        assert compiled is not None
        return deck_bytes(compiled, None)

    cache = BuildCache()
    together = [made(town, cache) for town in ("jena", "gera", "jena")]
    assert together == [made(town, BuildCache()) for town in ("jena", "gera", "jena")]
    assert together[0] != together[1]


@pytest.mark.slow
def test_a_film_and_a_diagram_come_with_all_their_parts() -> None:
    film = parts_of(including(*CASES["a film"][0], files=CASES["a film"][1]).data)
    slide = next(part for part in film.values() if b">A film<" in part and b"<p:sld " in part)
    assert b"<p:timing" in slide
    assert [part for name, part in film.items() if name.endswith(".mp4")] == [b"film"]
    diagram = parts_of(including(*CASES["a diagram"][0], files=CASES["a diagram"][1]).data)
    assert sorted(name.split("/")[-1] for name in diagram if "/diagrams/" in name) == [
        "colors1.xml",
        "data1.xml",
        "layout1.xml",
        "style1.xml",
    ]


def test_a_change_of_the_deck_is_noticed() -> None:
    """It is read as all files are, so that the record of what was built knows it."""
    outline = b'title: T\nsize: "4:3"\nslides:\n  - include: partner.pptx\n'
    files = TrackedFiles(Folder({"slides.yaml": outline, "partner.pptx": clean_deck()}))
    assert compile_talk("slides.yaml", files, None, Diagnostics()) is not None
    assert set(files.digests()) == {"slides.yaml", "partner.pptx"}


@pytest.mark.slow
def test_two_hundred_slides() -> None:
    deck = titled(*(f"Slide {number}" for number in range(1, 201)))
    made = including("- include: long.pptx", files={"long.pptx": deck})
    assert len(made.slides) == 201
    assert invalid(made.data) == {}
    masters = [name for name in parts_of(made.data) if re.search(r"included.*slideMaster1", name)]
    assert len(masters) == 2


@pytest.mark.slow
@pytest.mark.parametrize("example", ["talk", "tour", *(path.stem for path in EXAMPLES)])
def test_decks_of_our_own_can_be_included(example: str) -> None:
    path = {"talk": ROOT / "slides.yaml", "tour": TOUR}.get(example)
    data = built(path or ROOT / "examples" / f"{example}.yaml", None if path else "talk")
    made = talk("- include: own.pptx", files={"own.pptx": data})
    assert [one.severity for one in made.diagnostics if one.severity != "note"] == []
    assert complaints(made.data) - complaints(data) == {}


@pytest.mark.slow
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_real_deck_brings_no_fault_that_it_did_not_have(template: Path, tmp_path: Path) -> None:
    source = template.read_bytes()
    wanted = {"own.pptx": source}
    made = [talk("- include: own.pptx", size=size, files=wanted) for size in ("16:9", "4:3")]
    fitting = [one for one in made if not one.diagnostics.has_errors]
    if not fitting:
        codes = {code for one in made for code in one.codes}
        assert codes & {"no-slides", "other-size", "refused-content"}
        return
    (one,) = fitting
    assert invalid(one.data) - invalid(source) == {}
    need("validator")
    if after := faults_of(one.data, tmp_path):
        assert after <= faults_of(source, tmp_path)


def faults_of(deck: bytes, folder: Path) -> set[tuple[str, str]]:
    """Return what the validator finds, wherever it stands: parts have other names when included."""
    file = folder / "deck.pptx"
    file.write_bytes(deck)
    return {(each.code, each.message) for each in validator.validate([file])[file]}
