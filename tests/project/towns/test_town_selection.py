"""Which towns are asked for: names as people write them, files, tables; and what is refused."""

from pathlib import Path

import pytest

from deckgen.project.towns.town_selection import (
    TownSelection,
    parse_variables,
    select_town,
    select_towns,
)
from deckgen.support.diagnostics import Diagnostics
from deckgen.support.exit_codes import RequestError

FILES = {name: f"towns/{name}.yaml" for name in ("gera", "schmölln", "Jena", "jena")}


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("gera", "gera"),
        ("Gera", "gera"),
        ("Schmölln", "schmölln"),
        ("Schmo\u0308lln", "schmölln"),
        ("schmoelln", "schmölln"),
        ("jena", "jena"),
        ("Jena", "Jena"),
    ],
)
def test_a_town_is_named_as_people_write_it(name: str, town: str) -> None:
    selected = select_town(FILES, TownSelection((name,)))
    assert (selected.name, selected.file) == (town, FILES[town])


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("gear", "Did you mean gera?"),
        ("Berlin", "There are: gera, schmölln, Jena, jena. `deckgen towns` lists them."),
        ("JENA", "Did you mean jena?"),
        ("towns/gera.yaml", "Did you mean gera?"),
    ],
)
def test_a_town_without_a_file_or_of_two_files(name: str, hint: str) -> None:
    with pytest.raises(RequestError) as raised:
        select_town(FILES, TownSelection((name,)))
    assert (raised.value.message, raised.value.hint) == (f"There is no town “{name}”.", hint)


def test_without_a_town_it_is_the_talk_as_it_is_written() -> None:
    variables = parse_variables(["town=Gera", "event.slot=10"])
    town = select_town(FILES, TownSelection(variables=variables))
    assert (town.name, town.file) == ("", None)
    assert [(each.name, each.words) for each in town.variant.variables] == [
        ("town", "Gera"),
        ("event.slot", "10"),
    ]


def test_words_that_are_no_variable() -> None:
    with pytest.raises(RequestError, match="--var Gera gives no words"):
        parse_variables(["Gera"])


@pytest.mark.parametrize(
    ("selection", "is_many"),
    [
        (TownSelection(), False),
        (TownSelection(("gera",)), False),
        (TownSelection(("gera", "jena")), True),
        (TownSelection(every=True), True),
        (TownSelection(table="towns.csv"), True),
    ],
)
def test_whether_more_than_one_deck_is_asked_for(
    selection: TownSelection, *, is_many: bool
) -> None:
    assert selection.is_many is is_many


def test_a_table_excludes_files() -> None:
    with pytest.raises(RequestError, match="--each takes its towns from a table"):
        select_towns("slides.yaml", TownSelection(every=True, table="towns.csv"), Diagnostics())


@pytest.mark.parametrize(
    ("name", "is_copy"),
    [
        ("gera (1)", True),
        ("gera (Anna's conflicted copy 2027-01-01)", True),
        ("gera.sync-conflict-20270101-101010-ABCDEFG", True),
        ("gera_conflict-20270101", True),
        ("gera - Kopie", True),
        ("gera copy 2", True),
        ("gera-nord", False),
        ("gera (Thüringen)", False),
        ("gerabronn (1)", False),
        ("copyhagen", False),
    ],
)
def test_a_second_version_of_a_town_is_no_town(name: str, *, is_copy: bool, tmp_path: Path) -> None:
    """The others are built; asked for by its name, it is compared and built, too."""
    (tmp_path / "towns").mkdir()
    for each in ("gera", name):
        (tmp_path / "towns" / f"{each}.yaml").write_text("")
    outline = str(tmp_path / "slides.yaml")
    towns = {
        each.name: each for each in select_towns(outline, TownSelection(every=True), Diagnostics())
    }
    assert [each.code for each in towns[name].problems] == ["town-twice"] * is_copy
    assert not towns["gera"].problems
    assert not select_towns(outline, TownSelection((name,)), Diagnostics())[0].problems
