"""Codes to scan from the outline to the deck: every square where it belongs, dark on light."""

from pathlib import Path
from typing import Any

import pytest
import segno

from deckgen.brand.contrast import contrast_ratio
from deckgen.ooxml.backdrop import Backdrop
from deckgen.ooxml.graphics.drawing import drawing_colors
from tests.talks import check_valid, complaints, talk
from tests.template.test_any_template import FILES, GOOD

LINK = "https://altenburg.example/square"
ALONE = f"- {{title: A, qr: '{LINK}'}}"
BESIDE = f"- {{title: B, qr: '{LINK}', bullets: [One, Two]}}"
LAST = f"- {{closing: C, text: Anna, qr: '{LINK}'}}"
EVERY = f"{ALONE}\n{BESIDE}\n{LAST}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def code(slide: Any) -> Any:
    (group,) = [shape for shape in slide.shapes if shape.shape_type == 6]
    ground, squares, link = group.shapes
    assert ground.left < squares.left
    assert link.text_frame.text.replace("\v", "") == LINK.removeprefix("https://")
    assert link.text_frame.paragraphs[0].runs[0].hyperlink.address == LINK
    return squares


def dark(squares: Any) -> set[tuple[int, int]]:
    """Return the dark squares as they are drawn, each by its place."""
    points = [
        (int(one.get("x")), int(one.get("y"))) for one in squares._element.iter(f"{DRAWING}pt")
    ]
    corners = [points[at : at + 4] for at in range(0, len(points), 4)]
    return {(x, top) for (left, top), (right, _), *_ in corners for x in range(left, right)}


@pytest.mark.parametrize(
    ("entry", "layout"),
    [(ALONE, "Title and bullets"), (BESIDE, "Two contents"), (LAST, "Closing")],
)
def test_the_code_is_the_one_of_its_link(entry: str, layout: str) -> None:
    (slide,) = talk(entry).slides
    assert slide.slide_layout.name == layout
    squares = code(slide)
    rows = segno.make(LINK, error="m", micro=False, boost_error=False).matrix
    assert dark(squares) == {(x, y) for y, row in enumerate(rows) for x, on in enumerate(row) if on}
    assert squares._element.nvSpPr.cNvPr.get("descr") == f"QR: {LINK}"
    assert squares.width == squares.height


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_on_any_template_it_has_its_room_and_is_dark_on_light(name: str) -> None:
    made = talk(EVERY, brand=FILES[name])
    for slide in made.slides:
        code(slide)
    # Colours are the template's own: by number where its theme has no name for them.
    assert complaints(made.data, FILES[name].read_bytes()).keys() <= {"hard-coded-colour"}
    brand = made.compiled.brand
    found = drawing_colors(brand.layout("bullets", "light"), Backdrop("FFFFFF", brand.theme_colors))
    paper, ink = (brand.theme_colors[found.named(one)] for one in ("paper", "dark"))
    assert contrast_ratio(paper, ink) >= 7


@pytest.mark.parametrize("letters", [300, 3000])
def test_a_link_that_cannot_be_scanned_is_told(letters: int) -> None:
    link = "https://a.example/" + "x" * letters
    assert talk(f"- {{title: A, qr: '{link}'}}").codes == ["link-too-long"]


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    check_valid(talk(EVERY, size="4:3").data, tmp_path)
