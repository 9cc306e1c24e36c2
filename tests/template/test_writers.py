"""Decks as Google Slides, Keynote, LibreOffice, WPS, Teams and others write them: every way in."""

import io
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.dump.deck_dump import dump_deck
from deckgen.support.diagnostics import Diagnostics
from tests.merge.decks import including
from tests.sampled import sampled
from tests.talks import talk
from tests.template.writers import WRITERS, written_by
from tests.tools import validator
from tests.tools.needs import need
from tests.tools.packages import parts_of
from tests.validity import faults_of

MENDED = {
    "Keynote": {"content-types-mended"},
    "LibreOffice": {"content-mended"},
    "Open XML SDK": set[str](),
    "by hand": {"dangling-removed"},
}
"""What is said of the file when it is opened, beside what every template of this kind is told."""
LAID = {"template-decides", "composed-layout", "raised-text", "unknown-font", "content-left-out"}
EVERY_KIND = "- cover\n- {title: T, bullets: [Words]}\n- {quote: Words, by: Somebody}"

each = pytest.mark.parametrize("writer", sampled([*WRITERS], every=3))


def on_template(writer: str, folder: Path) -> bytes:
    """Return a talk on the deck of a writer, taken as a template."""
    template = folder / "template.pptx"
    template.write_bytes(written_by(writer))
    made = talk(EVERY_KIND, brand=template)
    assert set(made.codes) - LAID == MENDED.get(writer, set()), list(made.diagnostics)
    return made.data


def with_slides(writer: str) -> bytes:
    """Return a talk that takes the slides of the deck over."""
    made = including("- include: partner.pptx", files={"partner.pptx": written_by(writer)})
    return made.data


@pytest.mark.slow
@each
def test_a_talk_on_it_is_sound(writer: str, tmp_path: Path) -> None:
    data = on_template(writer, tmp_path)
    assert faults_of(data) == ()
    deck = Presentation(io.BytesIO(data))
    assert len(deck.slides) == 3
    assert len(deck.slide_layouts) == 11


@pytest.mark.slow
@each
def test_a_talk_with_its_slides_is_sound(writer: str) -> None:
    data = with_slides(writer)
    assert faults_of(data) == ()
    titles = [slide.shapes.title.text for slide in Presentation(io.BytesIO(data)).slides]
    assert titles == ["Ours", "Words", "Numbers", "Pictures"]


@each
def test_its_words_can_be_read(writer: str) -> None:
    diagnostics = Diagnostics()
    text = dump_deck(written_by(writer), diagnostics)
    assert [one.message for one in diagnostics] == []
    assert text is not None
    assert all(word in text for word in ("Words", "Second level", "Tons", "What to say"))


def test_what_google_keeps_of_slides_that_are_gone_does_not_come_along(tmp_path: Path) -> None:
    parts = parts_of(on_template("Google Slides", tmp_path))
    assert "ppt/metadata" not in parts
    assert b"GoogleSlidesCustomData" not in parts["ppt/presentation.xml"]


def test_labels_and_columns_of_a_library_come_along(tmp_path: Path) -> None:
    names = parts_of(on_template("Teams", tmp_path)).keys()
    assert {"docMetadata/LabelInfo.xml", "docProps/custom.xml", "customXml/item1.xml"} <= names
    assert not {name for name in names if "trash" in name or "changesInfo" in name}


@pytest.mark.slow
def test_the_validator_finds_nothing(tmp_path: Path) -> None:
    need("validator")
    files = {}
    for writer in WRITERS:
        for way, data in (("on", on_template(writer, tmp_path)), ("in", with_slides(writer))):
            path = tmp_path / f"{way} {writer}.pptx"
            path.write_bytes(data)
            files[path] = f"{way} {writer}"
    found = validator.validate(list(files))
    faults = {files[path]: [str(one) for one in ones] for path, ones in found.items() if ones}
    assert faults == {}
