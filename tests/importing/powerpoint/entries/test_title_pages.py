"""Covers: what is one, and which of its pictures are logos."""

import pytest
from pptx import Presentation
from pptx.util import Inches

from deckgen.importing.outline_yaml import Keys
from deckgen.importing.powerpoint.entries.title_pages import without_logos
from deckgen.importing.powerpoint.import_presentation import import_presentation
from deckgen.importing.powerpoint.reading.source_slide import SourceShape
from deckgen.support.diagnostics import Diagnostics
from tests.importing.powerpoint.entries.source_shapes import PLAN, entries, shown, slide, text
from tests.importing.powerpoint.old_slides import TITLE_AND_BODY, TITLE_ONLY, add_slide
from tests.tools.packages import saved

SHORT, LONG = text("x" * 200), text("x" * 201)


@pytest.mark.parametrize(
    ("below", "is_first", "is_cover"),
    [(SHORT, False, True), (LONG, False, False), (LONG, True, True)],
    ids=["a few words", "sentences", "the first slide"],
)
def test_a_later_slide_on_the_layout_of_covers_has_few_words(
    below: SourceShape, *, is_first: bool, is_cover: bool
) -> None:
    (first, *_) = entries(slide(below, kind="title"), is_first=is_first)
    assert ("cover" in first) == is_cover


@pytest.mark.parametrize(
    ("covers", "kept"),
    [([0.01], 1), ([0.01, 0.03], 0), ([0.01, 0.04], 1), ([0.2, 0.5], 2)],
)
def test_small_pictures_are_logos_if_they_are_several(covers: list[float], kept: int) -> None:
    assert len(without_logos([shown(PLAN, covers=each) for each in covers])) == kept


@pytest.mark.parametrize(
    ("title", "kind", "expected"),
    [
        ("Towns\nRivers", "secHead", {"section": "Towns<br>Rivers"}),
        ("Towns\nRivers\nLakes", "secHead", {"section": "Towns Rivers Lakes"}),
        ("Towns\nRivers", "titleOnly", {"title": "Towns Rivers"}),
    ],
)
def test_a_headline_of_two_lines_keeps_them_on_a_title_page(
    title: str, kind: str, expected: Keys
) -> None:
    assert entries(slide(title=text(title, placeholder="title"), kind=kind))[0] == expected


def test_a_title_alone_is_a_cover_on_the_first_slide_and_then_a_section() -> None:
    talk = Presentation()
    for words in ("Towns", "Rivers"):
        title = add_slide(talk, TITLE_ONLY, words).shapes.title
        assert title is not None
        title.top, title.left, title.width, title.height = map(Inches, (3, 1, 8, 1))
    add_slide(talk, TITLE_AND_BODY, "Elbe", "It is long.")
    imported = import_presentation("old.pptx", saved(talk), Diagnostics())
    assert imported is not None
    assert [report.kind for report in imported.slides][:2] == ["cover", "section"]
