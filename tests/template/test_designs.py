"""The talk on templates as Google Slides, Keynote, LibreOffice, WPS and the web write them.

The layouts that their designer would take, pages as he would set them, and not a word lost.
"""

import io
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.files.memory_overlay import MemoryOverlay
from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.match.choosing.match_layouts import match_layouts
from deckgen.template.read_template import read_template
from tests.building import ROOT, built
from tests.sampled import sampled
from tests.template.designs.all_designs import DESIGNS
from tests.template.designs.design import package
from tests.template.measured_pages import measured_pages
from tests.template.page_faults import RULES
from tests.template.test_any_template import OUTLINES
from tests.tools import validator
from tests.tools.needs import need
from tests.validity import faults_of

LAYOUTS = {
    "Google Slides": {
        "cover": "TITLE",
        "section": "SECTION_HEADER",
        "bullets": "TITLE_AND_BODY",
        "question": "TITLE_AND_BODY",
        "two-contents": "TITLE_AND_TWO_COLUMNS",
        "bleed": "TITLE_ONLY",
    },
    "Google Slides, by hand": {"cover": "One line", "bullets": "One line", "quote": "One line"},
    "Keynote": {
        "cover": "Title",
        "section": "Section",
        "questions": "Agenda",
        "bullets": "Title & Bullets",
        "bleed": "Title Only",
    },
    "LibreOffice": {"cover": "Title Slide", "bullets": "Title, Content", "bleed": "Title Only"},
    "WPS": {
        "cover": "标题幻灯片",
        "section": "节标题",
        "bullets": "标题和内容",
        "two-contents": "两栏内容",
        "closing": "末尾幻灯片",
    },
    "PowerPoint for the web": {
        "cover": "Cover, dark",
        "bullets": "1-Spalte",
        "two-contents": "2-Spalten",
        "bleed": "Nur Titel",
    },
}
"""The layouts that serve; what a template has no layout for is left out."""

each = pytest.mark.parametrize("writer", sampled([*DESIGNS], every=3))


TALK, TOUR = OUTLINES[0], ROOT / "examples" / "tour" / "tour.yaml"


@cache
def talk_on(writer: str, source: Path = TALK) -> bytes:
    """Return the talk, or another outline, on the template of a program."""
    files = MemoryOverlay({"theirs.pptx": package(DESIGNS[writer])}, Workspace(ROOT))
    diagnostics = Diagnostics()
    folder, brand = Workspace(source.parent), BrandFile("theirs.pptx", files)
    found = compile_talk(source.name, folder, brand, diagnostics)
    assert found is not None, list(diagnostics)
    return deck_bytes(found, None)


@pytest.mark.parametrize(
    ("writer", "role", "layout"),
    sampled(
        [
            (writer, role, layout)
            for writer, layouts in LAYOUTS.items()
            for role, layout in layouts.items()
        ],
        every=4,
    ),
)
def test_layouts_serve_as_they_were_meant(writer: str, role: str, layout: str) -> None:
    diagnostics = Diagnostics()
    template = read_template("theirs.pptx", package(DESIGNS[writer]), None, diagnostics)
    assert template is not None, list(diagnostics)
    matches = match_layouts(template, {}, diagnostics)
    assert matches is not None
    (match,) = [one for one in matches if one.role == role]
    assert match.layout.layout.name == layout


@each
@pytest.mark.parametrize(
    "source",
    sampled([TALK, pytest.param(TOUR, marks=pytest.mark.slow)], every=2),
    ids=["talk", "tour"],
)
def test_pages_are_set_as_a_designer_would(writer: str, source: Path) -> None:
    pages = measured_pages(talk_on(writer, source))
    faults = [
        (rule, page.number, fault)
        for page in pages
        for rule, faults_of in RULES.items()
        for fault in faults_of(page)
    ]
    assert faults == []


@each
def test_no_word_is_lost(writer: str) -> None:
    """The words are those of the deck on the brand of the talk, which other tests look at."""
    ours = Counter(_words(built(TALK, "talk")))
    assert not ours - Counter(_words(talk_on(writer)))


def _words(deck: bytes) -> Iterator[str]:
    for slide in Presentation(io.BytesIO(deck)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame and not shape.name.startswith(("Slide Number", "Footer")):
                yield from (word for word in shape.text_frame.text.split() if word.isalpha())


@pytest.mark.slow
@each
def test_lint_finds_nothing(writer: str) -> None:
    assert faults_of(talk_on(writer, OUTLINES[1])) == ()


@pytest.mark.slow
def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    need("validator")
    files = [tmp_path / f"{writer}.pptx" for writer in DESIGNS]
    for writer, path in zip(DESIGNS, files, strict=True):
        path.write_bytes(talk_on(writer, OUTLINES[1]))  # it has every kind of slide
    assert {path.stem: ones for path, ones in validator.validate(files).items() if ones} == {}
