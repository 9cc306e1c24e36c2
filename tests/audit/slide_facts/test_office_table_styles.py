"""The colours that PowerPoint's own table styles give to cells, where no part defines them."""

import io
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Inches

from deckgen.audit.slide_facts.audited_deck import audited_deck, audited_slides
from deckgen.audit.slide_facts.office_table_styles import office_table_style
from deckgen.opc.package_reader import read_package
from deckgen.opc.zip_reader import open_entries
from deckgen.support.diagnostics import Diagnostics
from tests.sampled import sampled

LIGHT_1, LIGHT_2_ACCENT_1, MEDIUM_2, MEDIUM_3, DARK_1_ACCENT_2, DARK_2_ACCENT_3 = (
    "{9D7B26C5-4107-4FEC-AEDC-1716B250A1EF}",
    "{69012ECD-51FC-41F1-AA8D-1B2483CD663E}",
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}",
    "{8EC20E35-A176-4012-BC5E-935CFFF8708E}",
    "{37CE84F3-28C3-443E-9E96-99CF82512B78}",
    "{91EBBBCC-DAD2-459C-BE2E-F6DE35CF9A28}",
)
GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"
OF_NOBODY = "{00000000-0000-0000-0000-000000000001}"
WHITE, BLACK = "FFFFFF", "000000"
ACCENTS = ("4F81BD", "C0504D", "9BBB59", "8064A2")
"""The first accents of python-pptx's theme."""


def cells(guid: str, flags: str) -> dict[str, tuple[str | None, str | None]]:
    """Return the ground and the colour of text in a corner, on an edge and in the middle."""
    deck: Any = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    box = (Inches(side) for side in (1, 1, 6, 3))
    table = slide.shapes.add_table(3, 3, *box)._element.graphic.graphicData.tbl
    for name in ("firstRow", "bandRow"):
        table.tblPr.attrib.pop(name, None)
    for name in flags.split():
        table.tblPr.set(name, "1")
    table.tblPr[0].text = guid
    for cell in table.iter("{*}tc"):
        next(cell.iter("{*}p")).add_r("words")
    stream = io.BytesIO()
    deck.save(stream)
    diagnostics = Diagnostics()
    package = read_package(stream.getvalue(), diagnostics, "a.pptx")
    entries = open_entries(stream.getvalue(), diagnostics, "a.pptx")
    assert package is not None
    assert entries is not None
    audited = audited_deck(package, entries)
    assert audited is not None
    (shape,) = next(audited_slides(audited)).shapes
    looks = {area.cell: (area.behind, next(area.runs).color) for area in shape.texts}
    return {"head": looks[1, 2], "middle": looks[2, 2], "last": looks[3, 3]}


@pytest.mark.parametrize(
    ("guid", "flags", "place", "look"),
    sampled(
        [
            (GRID, "firstRow bandRow", "head", (WHITE, BLACK)),
            ("", "firstRow bandRow", "middle", (WHITE, BLACK)),
            (LIGHT_1, "firstRow", "head", (WHITE, BLACK)),
            (LIGHT_1, "firstRow bandRow", "middle", ("CCCCCC", BLACK)),
            (LIGHT_2_ACCENT_1, "firstRow", "head", (ACCENTS[0], WHITE)),
            (LIGHT_2_ACCENT_1, "bandRow", "head", (WHITE, BLACK)),
            (MEDIUM_2, "firstRow", "head", (BLACK, WHITE)),
            (MEDIUM_2, "", "middle", ("E7E7E7", BLACK)),
            (MEDIUM_3, "lastCol", "last", (BLACK, WHITE)),
            # Where both meet, the row fills the corner, and the corner has a colour of its own.
            (MEDIUM_3, "lastRow lastCol", "last", (WHITE, BLACK)),
            (DARK_1_ACCENT_2, "firstRow", "head", (BLACK, WHITE)),
            (DARK_1_ACCENT_2, "firstRow", "middle", (ACCENTS[1], WHITE)),
            (DARK_2_ACCENT_3, "firstRow", "head", (ACCENTS[3], WHITE)),
            (OF_NOBODY, "firstRow", "head", (None, BLACK)),
        ]
    ),
)
def test_a_cell_looks_as_its_style_says(
    guid: str, flags: str, place: str, look: tuple[str | None, str | None]
) -> None:
    assert cells(guid, flags)[place] == look


@pytest.mark.parametrize("guid", ["", MEDIUM_2[1:-1], MEDIUM_2[:9], "{-", OF_NOBODY])
def test_other_names_are_no_style(guid: str) -> None:
    assert office_table_style(guid) is None


@pytest.mark.parametrize(
    ("guid", "dark", "other"), [(LIGHT_1, b"tx1", b"dk1"), (MEDIUM_2, b"dk1", b"tx1")]
)
def test_light_styles_follow_the_text_of_the_master(guid: str, dark: bytes, other: bytes) -> None:
    style = office_table_style(guid)
    assert style is not None
    written = etree.tostring(style)
    assert dark in written
    assert other not in written
