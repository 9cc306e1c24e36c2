"""The tour: a whole talk that uses all there is, fit to be shown on any brand."""

import pytest

from deckgen.files.workspace import Workspace
from deckgen.outline.kinds import kinds
from deckgen.outline.lower.graphics.illustrated import Illustrated
from deckgen.outline.schema.entry import Entry, Outline
from deckgen.pipeline.compile import compile_talk
from deckgen.pipeline.find_brand import BrandFile
from deckgen.pipeline.read_source import read_nodes, read_variant
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.records import fields
from tests.building import ROOT, TOUR
from tests.present import present
from tests.template.test_any_template import FILES, GOOD

UNUSED = {"only", "except_", "fit", "layout", "pinned"}
"""What has its place in the talk of many towns (`towns/`), is for texts that are too long, names a
layout of one brand, or shows a slide that colleagues changed by hand."""


@pytest.fixture(scope="module")
def outline() -> Outline:
    diagnostics = Diagnostics()
    nodes = read_nodes(TOUR.name, Workspace(TOUR.parent), diagnostics)
    assert nodes is not None
    outline = present(read_variant(nodes, diagnostics))
    assert list(diagnostics) == []
    return outline


def test_it_is_a_talk_of_about_forty_slides_within_its_slot(outline: Outline) -> None:
    assert 30 <= sum(not entry.hidden for _, entry in outline.slides) <= 50
    assert outline.talk.event is not None
    assert outline.talk.event.slot == 35.0


@pytest.mark.slow
def test_the_readme_tells_how_long_it_is() -> None:
    compiled = present(compile_talk(TOUR.name, Workspace(TOUR.parent), None, Diagnostics()))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"of {len(compiled.deck.slides)} slides that uses all of it" in readme


OTHERS = {"include"}
"""Slides of another deck have one size and one look; the tour is shown on any brand."""


def test_it_uses_every_kind_of_slide(outline: Outline) -> None:
    used = {kind.name for kind, _ in outline.slides}
    assert {kind.name for kind in kinds()} - used - OTHERS == set(), f"add a slide to {TOUR.name}"


def test_it_uses_what_every_slide_knows(outline: Outline) -> None:
    used = {key for _, entry in outline.slides for key in entry.spans}
    common = {field.name for field in (*fields(Entry), *fields(Illustrated))}
    assert common - used - UNUSED - {"span", "spans"} == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_on_a_template_there_is_nothing_to_say_about_the_talk(name: str) -> None:
    """What is said is about the template itself: its small text, its fonts, its layouts.

    What a full picture covers of the template is said at the picture.
    """
    template, diagnostics = FILES[name], Diagnostics()
    brand = BrandFile(template.name, Workspace(template.parent))
    present(compile_talk(TOUR.name, Workspace(TOUR.parent), brand, diagnostics))
    of_talk = [one for one in diagnostics if one.span and one.span.file == TOUR.name]
    assert [one for one in of_talk if one.code != "picture-covers"] == []
    assert not diagnostics.has_errors
