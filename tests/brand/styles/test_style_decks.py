"""Whole decks in every style: the talk and the tour, on brands of five houses."""

import re
from pathlib import Path

import pytest

from deckgen.brand.styles import style_names
from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from tests.brand.styles.houses import HOUSES, house_file
from tests.building import ROOT, TOUR
from tests.present import present
from tests.sampled import pairs
from tests.tools.drawn import drawn
from tests.tools.seen import Seen

OUTLINES = {"talk": ROOT / "slides.yaml", "tour": TOUR}


def made(outline: Path, settings: str, brand: bytes | None, style: str) -> bytes:
    """Return a deck with more settings, free of findings; without a brand, on its own."""
    text = re.sub(r"\n    tone: .*", "", outline.read_text(encoding="utf-8"))
    files = {"talk.yaml": text.replace("\nlang:", f"\n{settings}\nlang:", 1).encode()}
    if brand is not None:
        files["own.yaml"] = brand
    folder, diagnostics = MemoryOverlay(files, Workspace(outline.parent)), Diagnostics()
    found = BrandFile("own.yaml", folder) if brand is not None else None
    compiled = present(compile_talk("talk.yaml", folder, found, diagnostics, style=style))
    assert list(diagnostics) == []
    return deck_bytes(compiled, None)


def weak(deck: bytes) -> list[Seen]:
    """Return what is drawn with too little contrast."""
    return [one for one in drawn(deck) if one.ratio < (4.5 if one.is_text else 3)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("style", "size", "outline"), pairs(style_names(), ["16:9", "4:3"], OUTLINES)
)
def test_talk_and_tour_need_no_warning(outline: str, size: str, style: str) -> None:
    assert weak(made(OUTLINES[outline], f'size: "{size}"', None, style)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("house", "style", "tone"), pairs(HOUSES, style_names(), ["light", "dark"])
)
def test_the_tour_is_read_on_the_brand_of_any_house(house: str, tone: str, style: str) -> None:
    """Each colour of a house is drawn by each style; what a tone changes, it changes in all."""
    assert weak(made(TOUR, f"tone: {tone}", house_file(house, style), style)) == []
