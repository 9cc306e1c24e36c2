"""The town of an edited deck is looked up as its file, or its row of a table, says today."""

from pathlib import Path

import pytest

from deckgen.deck.slide import DeckOrigin
from deckgen.roundtrip.deck_outline import current_town
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import RequestError

pytestmark = pytest.mark.usefixtures("two_towns")


def town_of(town: str, table: str = "") -> str:
    origin = DeckOrigin("slides.yaml", town, table)
    return current_town(origin, "slides.yaml", Diagnostics()).name


@pytest.fixture
def table(two_towns: Path) -> None:
    (two_towns / "towns.csv").write_text("town,mayor\nGera,Anna\nJena,Ben\n", encoding="utf-8")


def test_a_town_with_a_file() -> None:
    assert town_of("gera") == "gera"


def test_a_talk_without_a_town() -> None:
    assert town_of("") == ""


@pytest.mark.usefixtures("table")
def test_a_row_of_a_table() -> None:
    rows = [town_of(town, "towns.csv") for town in ("Gera", "Jena")]
    assert rows == ["Gera", "Jena"]


@pytest.mark.usefixtures("table")
def test_a_row_that_is_gone_is_refused_with_a_way_out() -> None:
    with pytest.raises(RequestError, match="no row for Erfurt") as refused:
        town_of("Erfurt", "towns.csv")
    assert refused.value.hint == "Add the row."


def test_a_town_whose_file_is_gone_is_refused() -> None:
    with pytest.raises(RequestError, match="erfurt"):
        town_of("erfurt")
