"""LibreOffice's own templates, saved as .pptx: their styles say little, and they have many masters.

What LibreOffice writes is not always valid; nothing may be worse with a talk on it.
"""

import io
from pathlib import Path

import pytest
from pptx import Presentation

from tests.building import BRANDS, TOUR, built
from tests.talks import talk
from tests.template.test_any_template import FILES, GOOD, OUTLINES, deck
from tests.tools import libreoffice, rendering, validator
from tests.tools.needs import need
from tests.validity import faults_of

pytestmark = pytest.mark.slow

RENDERED = {"Beehive", "Blue_Curve", "Metropolis", "Midnightblue", "Portfolio", "Vivid"}
"""The templates whose talk is rendered; the others are built and checked, to save minutes."""


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    need("libreoffice")
    program = libreoffice.find()
    assert program is not None
    share = program.resolve().parent.parent / "share" / "template" / "common" / "presnt"
    sources = sorted(share.glob("*.otp"))
    if not sources:
        pytest.skip("LibreOffice came without its templates")
    saved = libreoffice.saved_again(sources, tmp_path_factory.mktemp("templates"))
    return {path.stem: path for path in saved}


@pytest.fixture(scope="module")
def decks(
    templates: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Path]]:
    folder = tmp_path_factory.mktemp("decks")
    written: dict[str, list[Path]] = {}
    for name, template in templates.items():
        for outline in OUTLINES:
            path = folder / f"{name}-{outline.stem}.pptx"
            path.write_bytes(deck(outline, template))
            written.setdefault(name, []).append(path)
    return written


def test_lint_finds_nothing(decks: dict[str, list[Path]]) -> None:
    for path in (path for paths in decks.values() for path in paths):
        assert faults_of(path.read_bytes()) == (), path.stem


def test_whatever_libreoffice_saved_again_makes_a_sound_deck(tmp_path: Path) -> None:
    """Templates of all kinds, and decks of ours, come back with other ids and other properties."""
    need("libreoffice")
    ours = [tmp_path / f"{brand}.pptx" for brand in BRANDS]
    for path, brand in zip(ours, BRANDS, strict=True):
        path.write_bytes(built(TOUR, brand))
    theirs = [FILES[name] for name in GOOD if FILES[name].suffix != ".potx"]
    again = libreoffice.saved_again([*ours, *theirs], tmp_path / "again")
    for path in again[: len(ours)]:
        # Of all our layouts LibreOffice leaves one, with little room.
        assert faults_of(talk("- cover", brand=path).data) == (), path.stem
    for path in again[len(ours) :]:
        assert faults_of(deck(OUTLINES[1], path)) == (), path.stem


def test_the_validator_finds_nothing_new(
    templates: dict[str, Path], decks: dict[str, list[Path]]
) -> None:
    need("validator")
    made = {paths[-1]: templates[name] for name, paths in decks.items()}
    assert validator.new_findings(made) == {}


def test_every_word_is_on_the_rendered_pages(decks: dict[str, list[Path]], tmp_path: Path) -> None:
    chosen = [paths[0] for name, paths in decks.items() if name in RENDERED]
    for path, pdf in zip(chosen, libreoffice.to_pdf(chosen, tmp_path), strict=True):
        slides = list(Presentation(io.BytesIO(path.read_bytes())).slides)
        pages = rendering.page_texts(pdf)
        assert len(pages) == len(slides), path.stem
        for number, (slide, page) in enumerate(zip(slides, pages, strict=True), 1):
            words = " ".join(shape.text_frame.text for shape in slide.placeholders).split()
            assert rendering.words_missing(words, [page]) == [], f"{path.stem}, page {number}"
