"""The promises on templates of other people: every word shown, nothing of theirs touched."""

import io
import posixpath
import re
import shutil
import zipfile
from functools import cache
from pathlib import Path

import pptx
import pytest
from pptx import Presentation

from deckgen.files.workspace import Workspace
from deckgen.pipeline.compile import compile_talk, deck_bytes
from deckgen.pipeline.find_brand import BrandFile
from deckgen.support.diagnostics import Diagnostics, Severity
from tests.building import ROOT
from tests.sampled import sampled
from tests.template.opened import TEMPLATES
from tests.tools import libreoffice, rendering, validator
from tests.tools.needs import need
from tests.tools.packages import parts_of
from tests.validity import faults_of

OUTLINES = (ROOT / "slides.yaml", Path(__file__).with_name("every-kind.yaml"))
REFUSED = {
    "broken-zip": "not-a-zip",
}
"""Templates that nobody can set a talk on, and what is said of them."""
COMPOSED = {"no-layouts", "no-placeholders", "one-layout-title-subtitle"}
FILES = {path.stem: path for path in sorted(TEMPLATES.glob("*.p*")) if path.suffix != ".py"}
FILES["python-pptx"] = Path(pptx.__file__).with_name("templates") / "default.pptx"
GOOD = sorted(FILES.keys() - REFUSED.keys())


@cache
def compiled(outline: Path, template: Path) -> tuple[bytes | None, Diagnostics]:
    diagnostics = Diagnostics()
    brand = BrandFile(template.name, Workspace(template.parent))
    found = compile_talk(outline.name, Workspace(outline.parent), brand, diagnostics)
    if found is None or diagnostics.has_errors:
        return None, diagnostics
    return deck_bytes(found, None), diagnostics


def deck(outline: Path, template: Path) -> bytes:
    data, diagnostics = compiled(outline, template)
    assert data is not None, list(diagnostics)
    assert not [found for found in diagnostics if found.code == "too-long"]
    return data


@pytest.mark.parametrize("name", sampled(sorted(REFUSED.keys() & FILES.keys())))
def test_what_cannot_be_used_is_refused_with_the_way_out(name: str) -> None:
    data, diagnostics = compiled(OUTLINES[0], FILES[name])
    assert data is None
    (error,) = [found for found in diagnostics if found.severity is Severity.ERROR]
    assert error.code == REFUSED[name]
    assert error.hint


@pytest.mark.slow
@pytest.mark.parametrize("outline", OUTLINES, ids=lambda path: path.stem)
@pytest.mark.parametrize("name", GOOD)
def test_lint_finds_nothing(name: str, outline: Path) -> None:
    assert faults_of(deck(outline, FILES[name])) == ()


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_every_part_of_the_template_is_as_it_was(name: str) -> None:
    """Masters, layouts, themes and pictures are those of the template, byte for byte."""
    if name in COMPOSED:
        pytest.skip("its layouts get places for text: see test_missing_parts.py")
    theirs, ours = parts_of(FILES[name].read_bytes()), parts_of(deck(OUTLINES[0], FILES[name]))
    kept = {
        part: data
        for part, data in theirs.items()
        if part.startswith(("ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/", "ppt/media/"))
        and "/_rels/" not in part
    }
    named = {part: ours.get(part) for part in kept}
    layouts_gone = {part for part, data in named.items() if data is None}
    assert {part for part in named if named[part] not in {None, kept[part]}} == set()
    assert not {part for part in layouts_gone if part.startswith("ppt/slideMasters/slideM")}


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_the_samples_of_the_template_are_gone(name: str) -> None:
    theirs = Presentation(io.BytesIO(as_presentation(FILES[name].read_bytes())))
    data = deck(OUTLINES[0], FILES[name])
    ours = Presentation(io.BytesIO(data))
    said = {text_of(slide) for slide in ours.slides}
    assert len(ours.slides) >= 9
    assert not said & {text_of(slide) for slide in theirs.slides}
    assert sorted(orphans(data)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_the_file_is_no_larger_than_template_and_slides(name: str) -> None:
    data = deck(OUTLINES[0], FILES[name])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        own = sum(
            info.compress_size + 2 * len(info.filename) + 200
            for info in archive.infolist()
            if info.filename.startswith(("ppt/slides/", "ppt/notesSlides/", "docProps/"))
        )
    notes_master = 8_000  # for templates that have none
    assert len(data) <= FILES[name].stat().st_size * 1.05 + own + notes_master


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the outline with every kind of slide on each template.

    The talk has no other kinds; other programs would find in it what they find in these decks.
    """
    folder = tmp_path_factory.mktemp("decks")
    written = {name: folder / f"{name}.pptx" for name in GOOD}
    for name, path in written.items():
        path.write_bytes(deck(OUTLINES[1], FILES[name]))
    return written


@pytest.mark.slow
def test_the_validator_finds_nothing_that_the_template_did_not_have(
    decks: dict[str, Path], tmp_path: Path
) -> None:
    need("validator")
    made = {path: tmp_path / path.name for path in decks.values()}
    for name, path in decks.items():
        shutil.copy(FILES[name], made[path])
    assert validator.new_findings(made) == {}


@pytest.mark.slow
def test_every_word_is_on_the_rendered_pages(decks: dict[str, Path], tmp_path: Path) -> None:
    need("libreoffice")
    pdfs = libreoffice.to_pdf(list(decks.values()), tmp_path)
    missing = {}
    for path, pdf in zip(decks.values(), pdfs, strict=True):
        slides = list(Presentation(io.BytesIO(path.read_bytes())).slides)
        pages = rendering.page_texts(pdf)
        assert len(pages) == len(slides), path.stem
        for number, (slide, page) in enumerate(zip(slides, pages, strict=True), 1):
            # A title may stand above the slide: it is read aloud, and not shown.
            texts = [
                shape
                for shape in slide.placeholders
                if shape.has_text_frame and shape.top + shape.height > 0
            ]
            said = " ".join(shape.text_frame.text for shape in texts)
            # Some layouts show their titles in capitals.
            if gone := rendering.words_missing(said.upper().split(), [page.upper()]):
                missing[f"{path.stem}, page {number}"] = gone
    assert missing == {}


def text_of(slide: object) -> str:
    shapes = getattr(slide, "shapes", ())
    return "\n".join(shape.text_frame.text for shape in shapes if shape.has_text_frame)


def as_presentation(data: bytes) -> bytes:
    """Return a template as python-pptx opens it: by its content type alone it refuses others."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as copy:
        for name, content in parts_of(data).items():
            copy.writestr(name, _KINDS.sub(PLAIN, content) if name == TYPES else content)
    return out.getvalue()


TYPES = "[Content_Types].xml"
PLAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_KINDS = re.compile(
    rb"application/vnd\.(openxmlformats-officedocument\.presentationml|ms-powerpoint)"
    rb"\.(slideshow|template|presentation)(\.macroEnabled)?\.main\+xml"
)


def orphans(data: bytes) -> set[str]:
    """Return the parts that no relationship leads to."""
    from lxml import etree

    found = parts_of(data)
    reached = {"[Content_Types].xml"}
    for name in found:
        if not name.endswith(".rels"):
            continue
        reached.add(name)
        folder = posixpath.dirname(posixpath.dirname(name))
        for one in etree.fromstring(found[name]):
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/" + folder, one.get("Target", "")))
                reached.add(target.lstrip("/"))
    return set(found) - reached
