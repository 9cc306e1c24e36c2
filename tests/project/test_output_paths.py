"""Where decks are written: the usual place, a name, a pattern, and what is wrong with one."""

from pathlib import Path

import pytest

from deckgen.outline.expand.variant import Variant
from deckgen.project.output_paths import check_ending, check_pattern, deck_path, path_pattern
from deckgen.project.towns.town_selection import (
    Town,
    TownSelection,
    located_tags,
    located_variables,
)
from deckgen.support.exit_codes import RequestError

ALONE = TownSelection()
GERA = TownSelection(("Gera",))
SHORT = TownSelection(("Gera",), tags=located_tags(["kurz"]))
AT_TEN = TownSelection(variables=located_variables({"event.slot": "10"}, "here"))


@pytest.mark.parametrize(
    ("output", "outline", "selection", "expected"),
    [
        (None, "slides.yaml", ALONE, "build/wege-in-die-stadt.pptx"),
        (None, "kurz.yaml", ALONE, "build/kurz-wege-in-die-stadt.pptx"),
        (None, "slides.yaml", GERA, "build/gera.pptx"),
        (None, "slides.yaml", SHORT, "build/gera-kurz.pptx"),
        (None, "slides.yaml", AT_TEN, "build/wege-in-die-stadt-event-slot-10.pptx"),
        ("talk.pptx", "slides.yaml", GERA, "talk.pptx"),
        ("x/{town}-{tag}.pptx", "slides.yaml", SHORT, "x/gera-kurz.pptx"),
        ("x/{event.slot}.pptx", "slides.yaml", AT_TEN, "x/10.pptx"),
    ],
)
def test_the_path_of_one_deck(
    output: str | None, outline: str, selection: TownSelection, expected: str
) -> None:
    path = deck_path(output, outline, selection, "Wege in die Stadt", ["gera"])
    assert Path(path) == Path(expected)


def test_a_talk_that_is_called_as_a_town_does_not_take_its_path() -> None:
    assert Path(deck_path(None, "slides.yaml", ALONE, "Gera", ["gera"])).name == "gera-talk.pptx"


@pytest.mark.parametrize(
    ("output", "hint"),
    [
        ("{town}.pptx", "Add --town NAME, or take {town} out."),
        ("{tag}.pptx", "Add --tag NAME, or take {tag} out."),
        (
            "{slot}.pptx",
            "Add --var slot=WORDS; {town} and {tag} stand for what --town and --tag say.",
        ),
    ],
)
def test_a_pattern_names_only_what_is_given(output: str, hint: str) -> None:
    with pytest.raises(RequestError) as raised:
        deck_path(output, "slides.yaml", ALONE, "T", ())
    assert raised.value.hint == hint


@pytest.mark.parametrize(
    ("output", "outline", "expected"),
    [
        (None, "slides.yaml", "build/{town}.pptx"),
        (None, "kurz.yaml", "build/kurz-{town}.pptx"),
        ("x/{town}.pptx", "slides.yaml", "x/{town}.pptx"),
    ],
)
def test_the_pattern_for_many_towns(output: str | None, outline: str, expected: str) -> None:
    assert path_pattern(output, outline, ALONE) == expected


TOWNS = [Town("gera", "gera", Variant("gera", None, AT_TEN.variables, (), frozenset()))]


@pytest.mark.parametrize(
    ("pattern", "message", "hint"),
    [
        (
            "all.pptx",
            "All towns would be written to all.pptx.",
            'Type {town} in it, such as -o "build/{town}.pptx".',
        ),
        (
            "{twon}.pptx",
            "The pattern {twon}.pptx names {twon}, which is no variable.",
            "Did you mean {town}?",
        ),
        (
            "{xyz}.pptx",
            "The pattern {xyz}.pptx names {xyz}, which is no variable.",
            "There are: event.slot, town.",
        ),
        ("{town}", "{town} does not end in .pptx.", 'Type -o "{town}.pptx".'),
    ],
)
def test_a_pattern_that_cannot_be_meant(pattern: str, message: str, hint: str) -> None:
    with pytest.raises(RequestError) as raised:
        check_pattern(pattern, TOWNS)
    assert (raised.value.message, raised.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        (" ", "Behind -o, the name of the file is missing.", "Type -o talk.pptx."),
        (".pptx", "Behind -o, the name of the file is missing.", "Type -o talk.pptx."),
        (
            "decks/.PPTX",
            "Behind -o, the name of the file is missing.",
            "Type -o decks/talk.pptx.",
        ),
        ("talk", "talk does not end in .pptx.", "Type -o talk.pptx."),
        ("talk.v2", "talk.v2 does not end in .pptx.", "Type -o talk.v2.pptx."),
        ("talk.odp", "talk.odp does not end in .pptx.", "Type -o talk.pptx."),
        ("talk.docx", "talk.docx does not end in .pptx.", "Type -o talk.pptx."),
        ("my talk", "my talk does not end in .pptx.", 'Type -o "my talk.pptx".'),
        (
            "talk.pdf",
            "talk.pdf does not end in .pptx.",
            "Type deckgen export pdf -o talk.pdf; or for a deck -o talk.pptx.",
        ),
        ("build/", "build/ is a folder.", "Name the file in it: -o build/talk.pptx."),
    ],
)
def test_a_name_with_another_ending(path: str, message: str, hint: str) -> None:
    with pytest.raises(RequestError) as raised:
        check_ending(path, ".pptx")
    assert (raised.value.message, raised.value.hint) == (message, hint)


def test_endings_may_be_in_capitals() -> None:
    check_ending("TALK.PPTX", ".pptx")
