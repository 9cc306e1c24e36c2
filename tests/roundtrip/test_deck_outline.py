"""The town of an edited deck is looked up as its file, or its row of a table, says today."""

from pathlib import Path

import pytest

from deckgen.deck.deck_map import DeckMap, MappedParagraph, MappedSlide, MappedText
from deckgen.deck.slide import DeckOrigin
from deckgen.roundtrip.deck_outline import current_town, share_words
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


def _saying(*words: str) -> DeckMap:
    text = MappedText("body", 2, tuple(map(MappedParagraph, words)))
    return DeckMap((MappedSlide("a", 300, "Text", (text,), ()),))


_BUILT = [f"line {number}" for number in range(30)]


@pytest.mark.parametrize(
    ("today", "are_one"),
    [
        (_BUILT, True),
        ([*_BUILT[:3], *(f"other {number}" for number in range(30))], True),
        ([*_BUILT[:2], *(f"other {number}" for number in range(30))], False),
        (_BUILT[:2], True),
        ([_BUILT[0], "other"], True),
        ([_BUILT[0], "other", "third"], False),
        ([], False),
    ],
    ids=["all", "a tenth", "less", "two are left", "one and a new one", "few of few", "none"],
)
def test_two_maps_are_of_one_talk(today: list[str], *, are_one: bool) -> None:
    assert share_words(_saying(*_BUILT), _saying(*today)) is are_one
