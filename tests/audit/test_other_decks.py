"""No false finding: on our own decks, on those of python-pptx, on those that people judged."""

import io
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Cm

from deckgen.audit.audit import audit_deck
from deckgen.project.api import build
from deckgen.support.diagnostics import Severity
from tests.audit.judged_decks import JUDGED
from tests.sampled import sampled
from tests.tools.packages import png

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT.parent / "shared" / "templates"
MEANT = {("tour.yaml", 20, "starts-by-itself")}
"""What the author of the talk asked for: a film that plays by itself."""


def told(data: bytes, name: str) -> dict[int | None, tuple[str, ...]]:
    """Return the codes of errors and warnings by slide, sorted."""
    codes: dict[int | None, list[str]] = {}
    for finding in audit_deck(data, name).findings:
        if finding.rule.severity is not Severity.NOTE:
            codes.setdefault(finding.slide, []).append(finding.rule.code)
    return {slide: tuple(sorted(each)) for slide, each in codes.items()}


@pytest.mark.parametrize("name", sampled(sorted(JUDGED)))
@pytest.mark.skipif(not TEMPLATES.is_dir(), reason="needs the folder ../shared/templates")
def test_a_deck_that_a_person_judged(name: str) -> None:
    assert told((TEMPLATES / name).read_bytes(), name) == JUDGED[name]


EXAMPLES = sorted(f"examples/{path.name}" for path in ROOT.glob("examples/*.yaml"))


STYLED = [
    (talk, style)
    for talk in ("slides.yaml", "examples/tour/tour.yaml")
    for style in ("band", "bold", "civic", "editorial", "minimal", "panel")
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("talk", "style"), [*((talk, None) for talk in ("slides.yaml", *EXAMPLES)), *STYLED]
)
def test_our_own_decks_have_nothing_wrong(talk: str, style: str | None) -> None:
    unmeant = {
        (Path(talk).name, slide, code)
        for slide, codes in told(build(ROOT / talk, style=style).pptx, "deck.pptx").items()
        for code in codes
    } - MEANT
    assert unmeant == set()


def test_a_deck_of_python_pptx_has_only_what_it_lacks() -> None:
    deck = Presentation()
    words, picture = (deck.slides.add_slide(deck.slide_layouts[n]) for n in (1, 5))
    words.shapes.title.text = "The plan of the town"
    words.placeholders[1].text_frame.text = "A first point"
    words.placeholders[1].text_frame.add_paragraph().text = "A second one"
    picture.shapes.title.text = "A picture of it"
    picture.shapes.add_picture(io.BytesIO(png()), Cm(2), Cm(5), Cm(4), Cm(3))
    stream = io.BytesIO()
    deck.save(stream)
    # Its default title is “PowerPoint Presentation”; it takes the name of a picture's file for its
    # alternative text.
    assert told(stream.getvalue(), "deck.pptx") == {
        None: ("file-title-missing",),
        2: ("alt-file-name",),
    }
