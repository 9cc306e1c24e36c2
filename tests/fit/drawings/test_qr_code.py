"""Codes to scan begin at the margin: their quiet zone only where it is seen."""

from pathlib import Path

import pytest

from deckgen.deck.graphics.drawing import Drawing
from deckgen.deck.layout import EMU_PER_INCH
from tests.talks import talk

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
    ((_, drawing),) = made.compiled.fitted.slides[0].slide.graphics
    assert isinstance(drawing, Drawing)
    margin = round(0.75 * EMU_PER_INCH)
    assert [shape.name for shape in drawing.shapes if shape.box.x == margin] == [first]
