"""The copy of a deck's map: for programs that leave the map out when they save the deck."""

import zipfile
from pathlib import Path

import pytest

from deckgen.files.map_copies import map_copy
from deckgen.roundtrip.reading.read_map import map_of_part
from tests.project.two_towns import run, write
from tests.tools.packages import without_map

DECK = Path("build/the-talk.pptx")
COPY = Path("build/.deckgen/the-talk.pptx.xml")
pytestmark = pytest.mark.usefixtures("two_towns")


def titles(deck: str) -> list[str]:
    """Return the titles that the copy has for a deck."""
    deck_map = map_of_part(map_copy(deck) or b"")
    return [
        text.paragraphs[0].words
        for slide in (deck_map.slides if deck_map else ())
        for text in slide.texts
        if text.place == "title"
    ]


def test_a_deck_in_the_usual_folder_has_a_copy_of_its_map() -> None:
    run("build")
    assert titles("build/the-talk.pptx") == ["One in Altenburg"]
    with zipfile.ZipFile(DECK) as package:
        assert COPY.read_bytes() == package.read("customXml/item1.xml")


def test_a_deck_elsewhere_leaves_nothing_beside_it() -> None:
    run("build", "-o", "out/talk.pptx")
    assert [path.name for path in Path("out").iterdir()] == ["talk.pptx"]
    assert map_copy("out/talk.pptx") is None


def test_a_clean_deck_has_no_copy_and_removes_an_older_one() -> None:
    run("build")
    run("build", "--clean")
    assert map_copy("build/the-talk.pptx") is None


def test_every_town_has_its_own() -> None:
    run("build", "--all")
    assert titles("build/gera.pptx") == ["One in Gera", "Zwei"]
    assert titles("build/jena.pptx") == ["One in Jena", "Two"]


def test_a_deck_that_is_kept_keeps_its_copy() -> None:
    run("build")
    DECK.write_bytes(without_map(DECK.read_bytes()))
    write(
        "slides.yaml", Path("slides.yaml").read_text(encoding="utf-8").replace("One in", "Now in")
    )
    assert run("build").exit_code == 3
    assert titles("build/the-talk.pptx") == ["One in Altenburg"]
    run("build", "--overwrite")
    assert titles("build/the-talk.pptx") == ["Now in Altenburg"]
    assert titles("build/the-talk.by-hand.pptx") == ["One in Altenburg"]


def test_a_link_is_not_followed() -> None:
    Path("precious.txt").write_text("mine", encoding="utf-8")
    COPY.parent.mkdir(parents=True)
    COPY.symlink_to(Path("precious.txt").resolve())
    run("build")
    assert Path("precious.txt").read_text(encoding="utf-8") == "mine"
    assert titles("build/the-talk.pptx") == ["One in Altenburg"]


def test_what_a_program_saved_without_the_map_is_compared_with_what_was_built() -> None:
    run("build")
    DECK.write_bytes(without_map(DECK.read_bytes()))
    write(
        "slides.yaml", Path("slides.yaml").read_text(encoding="utf-8").replace("One in", "Now in")
    )
    result = run("diff", str(DECK))
    assert result.stdout == f"{DECK}: nothing was changed since it was built.\n"
    assert "that was built here last" in result.stderr
