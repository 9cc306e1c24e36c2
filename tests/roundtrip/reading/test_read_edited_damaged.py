"""A part of a deck that cannot be read is no change of a colleague: nothing is pulled from it."""

import io
import re
import zipfile

import pytest

from deckgen.roundtrip.reading.read_edited import read_edited
from deckgen.support.diagnostics import Diagnostics
from tests.roundtrip.pulling import MAIN, edited

OUTLINE = """\
title: A talk
slides:
  - title: Trees
    text: Eleven
    notes: Begin slowly.
  - title: Who came
    chart: {kind: column, data: {2024: 12, 2025: 15}}
"""


def _rewritten(name: str, old: str, new: str) -> bytes:
    """Return a deck in which a part has other bytes."""
    source = zipfile.ZipFile(io.BytesIO(edited({MAIN: OUTLINE}, lambda _: None)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for each in source.namelist():
            text = source.read(each)
            if re.fullmatch(name, each):
                text, count = re.subn(old.encode(), new.encode(), text, count=1)
                assert count == 1
            target.writestr(each, text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("ppt/slides/slide1.xml", "Eleven", "&#x1;", "/ppt/slides/slide1.xml"),
        ("ppt/notesSlides/notesSlide.*.xml", "slowly", "&", "/ppt/notesSlides/notesSlide"),
        ("ppt/charts/chart.*.xml", "</c:chartSpace>", "", "/ppt/charts/chart"),
        ("ppt/_rels/presentation.xml.rels", "slides/slide2.xml", "slides/slide9.xml", ": slide "),
    ],
    ids=["a slide", "notes", "a chart", "a slide that is missing"],
)
def test_a_damaged_deck_is_not_read(name: str, old: str, new: str, place: str) -> None:
    diagnostics = Diagnostics()
    assert read_edited(_rewritten(name, old, new), diagnostics, "talk.pptx") is None
    (found,) = (each for each in diagnostics if each.code == "damaged-deck")
    assert place in found.message
    assert found.hint


def test_what_no_slide_shows_may_be_damaged() -> None:
    deck = _rewritten("docProps/app.xml", "</Properties>", "")
    assert read_edited(deck, Diagnostics(), "talk.pptx") is not None
