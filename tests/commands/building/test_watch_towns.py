"""`deckgen build --watch` of many towns: decks that are open or changed wait, others do not."""

from pathlib import Path

import pptx
import pytest

from deckgen.support.exit_codes import ExitCode
from tests.commands.building.test_watch import watching, words
from tests.project.two_towns import write

pytestmark = pytest.mark.slow


@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize("mark", ["~$gera.pptx", ".~lock.gera.pptx#"])
def test_of_many_towns_those_wait_whose_decks_are_open(mark: str) -> None:
    deck, other = Path("build/gera.pptx"), Path("build/jena.pptx")
    with watching("--all") as watch:
        watch.until("2 decks written in")
        before, said = deck.read_bytes(), len(watch.said)
        deck.with_name(mark).touch()
        write("slides.yaml", Path("slides.yaml").read_text("utf-8").replace("One in", "Now in"))
        watch.until("1 deck written in", since=said)
        watch.until("build/gera.pptx is open in another program", since=said)
        assert (deck.read_bytes(), "Now in" in words(other)) == (before, True)
        said = len(watch.said)
        deck.with_name(mark).unlink()
        watch.until("1 deck written, 1 unchanged in", since=said)
        assert "Now in" in words(deck)
        assert watch.interrupted() == ExitCode.OK


@pytest.mark.usefixtures("two_towns")
def test_a_deck_is_written_as_soon_as_the_outline_has_what_was_changed_in_it() -> None:
    deck, outline = Path("build/gera.pptx"), Path("slides.yaml").read_text("utf-8")
    with watching("--all") as watch:
        watch.until("2 decks written in")
        said = len(watch.said)
        presentation = pptx.Presentation(str(deck))
        presentation.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].text = "Two in Gera"
        presentation.save(str(deck))
        write("slides.yaml", outline.replace("- c", "- cc"))
        watch.until("1 deck written in", since=said)
        watch.until("was changed since deckgen wrote it", since=said)
        said = len(watch.said)
        write("slides.yaml", outline.replace("One in", "Two in"))
        watch.until("What stood there is kept as build/gera.by-hand.pptx", since=said)
        assert watch.interrupted() == ExitCode.OK
