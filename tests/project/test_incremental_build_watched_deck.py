"""The deck of a talk that is watched waits while another program has it open."""

from pathlib import Path

import pytest

import deckgen
from deckgen.files.workspace import WorkspaceError
from deckgen.project.incremental_build import WatchedDeck
from deckgen.project.output_paths import Output
from deckgen.project.towns.town_selection import TownSelection
from deckgen.support.diagnostics import Diagnostics

DECK = Path("build/the-talk.pptx")


def _is_never(_deck: str) -> bool:
    return False


@pytest.mark.usefixtures("two_towns")
@pytest.mark.parametrize("mark", ["~$the-talk.pptx", ".~lock.the-talk.pptx#"])
def test_a_deck_waits_while_an_office_program_has_it_open(mark: str) -> None:
    first, newer = deckgen.build("slides.yaml").pptx, deckgen.build("slides.yaml", town="jena").pptx
    deck = WatchedDeck("slides.yaml", Output(), TownSelection())
    assert deck.write(first, "The talk", (), _is_never) is None
    DECK.with_name(mark).touch()
    with pytest.raises(WorkspaceError, match="is open in another program") as raised:
        deck.write(newer, "The talk", (), _is_never)
    assert (raised.value.code, mark in raised.value.hint) == ("locked", True)
    assert (deck.waits, DECK.read_bytes()) == (True, first)
    DECK.with_name(mark).unlink()
    deck.write_again()
    assert (deck.waits, DECK.read_bytes()) == (False, newer)


@pytest.mark.usefixtures("two_towns")
def test_what_others_changed_is_kept_beside_a_deck_that_replaces_it() -> None:
    first, newer = deckgen.build("slides.yaml").pptx, deckgen.build("slides.yaml", town="jena").pptx
    deck = WatchedDeck("slides.yaml", Output(overwrite=True), TownSelection())
    assert deck.write(first, "The talk", (), _is_never) is None
    DECK.write_bytes(b"Somebody else's.")
    kept = deck.write(newer, "The talk", (), _is_never)
    assert kept
    assert (Path(kept).read_bytes(), DECK.read_bytes()) == (b"Somebody else's.", newer)


def test_warnings_are_told_once_and_errors_until_they_are_gone() -> None:
    deck = WatchedDeck("slides.yaml", Output(), TownSelection())

    def told(*warnings: str) -> list[str]:
        found = Diagnostics()
        found.error("wrong", "Wrong.", None)
        for each in warnings:
            found.warning("doubtful", each, None)
        return [each.message for each in deck.unreported(found)]

    assert told("One.") == ["Wrong.", "One."]
    assert told("One.", "Two.") == ["Wrong.", "Two."]
    assert told() == ["Wrong."]
    assert told("One.") == ["Wrong.", "One."]
