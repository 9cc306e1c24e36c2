"""Towns of files and of rows: what they are called, and what names of decks may say of them."""

import pytest

from deckgen.outline.expand.town_table import TownRow
from deckgen.outline.expand.variant import Variable, Variant
from deckgen.project.towns.town_selection import pattern_values, town_files, town_from_row
from deckgen.support.diagnostics import Span

NOWHERE = Span("towns.csv", 3, 1)


class Folder:
    """Files of which only the names are known."""

    def names(self, folder: str) -> list[str]:
        assert folder == "talks/towns"
        known = ["gera.yaml", "gera.yml", "jena.yml", "schmo\u0308lln.yaml", "Weimar.YAML"]
        return [".gera.yaml", *known, "yaml", "zeitz.txt", "~$gera.yaml"]

    def read(self, name: str) -> bytes:
        raise AssertionError(name)


def test_files_of_towns_have_their_names() -> None:
    assert town_files("talks/slides.yaml", Folder()) == {
        "gera": "talks/towns/gera.yaml",
        "gera.yml": "talks/towns/gera.yml",
        "jena": "talks/towns/jena.yml",
        "schmölln": "talks/towns/schmo\u0308lln.yaml",
        "Weimar": "talks/towns/Weimar.YAML",
    }


@pytest.mark.parametrize(
    ("name", "label"),
    [("Gera", "Gera, towns.csv:3"), ("", "towns.csv:3"), ("\x9bA", "�A, towns.csv:3")],
)
def test_a_row_is_called_after_its_town_and_line(name: str, label: str) -> None:
    row = TownRow(name, NOWHERE, Variant(name, tags=frozenset({"short"})), ())
    more = (Variable("slot", "20", NOWHERE, NOWHERE),)
    town = town_from_row(row, more, ["long"])
    assert (town.label, town.file, town.variant.variables) == (label, None, more)
    assert town.variant.tags == {"short", "long"}


def test_what_a_pattern_may_name() -> None:
    """What is not said is not named: the deck would be called after nothing."""
    words = (Variable("slot", "20", NOWHERE, NOWHERE),)
    tags = frozenset({"short", "long"})
    assert pattern_values("Gera", words, tags) == {
        "slot": "20",
        "town": "Gera",
        "tag": "long short",
    }
    assert pattern_values("", words, frozenset()) == {"slot": "20"}
