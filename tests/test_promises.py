"""The promises on whole decks: valid, native, openable, every word on the page, the same bytes."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckgen.support.diagnostics import Diagnostics
from tests.audit.promises import audit_promises
from tests.building import BRANDS, EXAMPLES, FORMULAS, ROOT, TOUR, BrandName, built
from tests.tools import libreoffice, rendering, validator
from tests.tools.needs import need
from tests.validity import check_validity

TALK = ROOT / "slides.yaml"
CASES: list[tuple[Path, BrandName | None]] = [
    (TALK, None),
    *((example, brand) for example in (*EXAMPLES, FORMULAS, TOUR) for brand in BRANDS),
]


def named(case: tuple[Path, BrandName | None]) -> str:
    path, brand = case
    return f"{path.stem}-{brand or 'own'}"


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return each talk on one brand, the brands in turn: what other programs look at.

    Slides are the same on both, but for places and sizes; the tour has every kind. We look at all.
    """
    folder = tmp_path_factory.mktemp("decks")
    written = {}
    in_turn = [case for at, case in enumerate(CASES) if at % 4 in {0, 1}]
    for path, brand in in_turn:
        deck = folder / f"{named((path, brand))}.pptx"
        deck.write_bytes(built(path, brand))
        written[deck.stem] = deck
    return written


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=named)
def test_lint_finds_nothing(case: tuple[Path, BrandName | None]) -> None:
    data, diagnostics = built(*case), Diagnostics()
    check_validity(data, diagnostics)
    audit_promises(data, diagnostics, code_font="Consolas")
    assert list(diagnostics) == []


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=named)
def test_python_pptx_opens_it_and_finds_no_empty_placeholder(
    case: tuple[Path, BrandName | None],
) -> None:
    slides = list(Presentation(io.BytesIO(built(*case))).slides)
    assert slides
    for slide in slides:
        assert slide.shapes.title is not None
        assert all(_said(shape).strip() for shape in slide.placeholders if _has_words(shape))


@pytest.mark.slow
def test_microsofts_validator_finds_nothing(decks: dict[str, Path]) -> None:
    need("validator")
    assert {
        path.stem: found
        for path, found in validator.validate(list(decks.values())).items()
        if found
    } == {}


@pytest.mark.slow
def test_every_word_is_on_the_rendered_pages(decks: dict[str, Path], tmp_path: Path) -> None:
    need("libreoffice")
    pdfs = libreoffice.to_pdf(list(decks.values()), tmp_path)
    for deck, pdf in zip(decks.values(), pdfs, strict=True):
        slides = [
            slide
            for slide in Presentation(io.BytesIO(deck.read_bytes())).slides
            if slide.element.get("show") != "0"
        ]
        pages = rendering.page_texts(pdf)
        assert len(pages) == len(slides), deck.stem
        for number, (slide, page) in enumerate(zip(slides, pages, strict=True), 1):
            words = " ".join(map(_said, filter(_is_on_the_slide, slide.shapes))).split()
            assert rendering.words_missing(words, [page]) == [], f"{deck.stem}, page {number}"


@pytest.mark.slow
def test_the_talk_is_the_same_bytes_anywhere_and_any_day(tmp_path: Path) -> None:
    """Two processes, two folders, two time zones, two moods of the hash function."""
    built_here = tmp_path / "here.pptx"
    built_there = tmp_path / "there.pptx"
    for target, folder, zone, seed in (
        (built_here, ROOT, "UTC", "1"),
        (built_there, tmp_path, "Pacific/Auckland", "2"),
    ):
        subprocess.run(
            [sys.executable, "-m", "deckgen", "build", str(TALK), "-o", str(target), "-q"],
            cwd=folder,
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
            check=True,
            timeout=60,
        )
    assert built_here.read_bytes() == built_there.read_bytes()


def _has_words(shape: Any) -> bool:
    return bool(shape.has_text_frame or getattr(shape, "has_table", False))


def _is_on_the_slide(shape: Any) -> bool:
    """Whether it is seen: with `panel: no`, a headline stands above the slide."""
    return bool(shape.top + shape.height > 0)


def _said(shape: Any) -> str:
    """Return the words of a placeholder, those of a table cell by cell."""
    if getattr(shape, "has_table", False):
        return "\n".join(cell.text for row in shape.table.rows for cell in row.cells)
    return str(shape.text_frame.text) if shape.has_text_frame else ""
