"""What became of many decks: counted in one small place, in whatever order they are done."""

import random

import pytest

from deckgen.outline.expand.variant import Variant
from deckgen.project.towns.run_tally import FirstNames, Tally
from deckgen.project.towns.town_builder import Job, TownResult
from deckgen.project.towns.town_selection import Town
from deckgen.support.diagnostics import MOST_OF_A_KIND, Diagnostic, Severity, Span

SAME = Diagnostic(Severity.WARNING, "same", "All have it.", Span("slides.yaml", 1, 1))


def done(at: int, *found: Diagnostic, outside: bool = False, kept: str | None = None) -> TownResult:
    town = Town(f"t{at}", f"t{at}", Variant())
    return TownResult(Job(town, f"{at}.pptx"), 1, found, outside=outside, kept=kept)


def shuffled(count: int) -> list[int]:
    places = list(range(count))
    random.Random(7).shuffle(places)  # noqa: S311
    return places


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (1, "t0"), (3, "t0, t1, t2"), (1000, "t0, t1, t2 and 997 more")]
)
def test_the_first_of_many_are_named_whichever_come_first(count: int, words: str) -> None:
    first = FirstNames(3)
    for at in shuffled(count):
        first.add(at, f"t{at}")
    assert (first.in_words(), first.count) == (words, count)


def test_names_with_commas_are_parted_by_semicolons() -> None:
    first = FirstNames(3)
    first.add(2, "Gera, towns.csv:3")
    first.add(1, "Jena, towns.csv:2")
    assert first.in_words() == "Jena, towns.csv:2; Gera, towns.csv:3"


def test_the_same_problem_is_told_once_with_its_towns() -> None:
    tally = Tally()
    own = Diagnostic(Severity.ERROR, "own", "Only here.", Span("gera.yaml", 1, 1))
    for at in shuffled(10):
        tally.add(at, done(at, SAME, *((own,) if at in {4, 7} else ())))
    assert {one.message for one in tally.problems(10)} == {
        "All have it. (all 10 towns)",
        "Only here. (t4, t7)",
    }
    assert (tally.done, tally.written, tally.failed.in_words()) == (10, 8, "t4, t7")
    assert not tally.is_outside


def test_many_problems_of_one_kind_are_counted_from_the_first_on() -> None:
    tally = Tally()
    for at in shuffled(1000):
        tally.add(at, done(at, Diagnostic(Severity.ERROR, "own", f"In {at}.", Span("t", at, 1))))
    *told, rest = tally.problems(1000)
    assert [one.message for one in told] == [f"In {at}. (t{at})" for at in range(MOST_OF_A_KIND)]
    assert rest.stands_for == 1000 - MOST_OF_A_KIND
    assert (tally.written, tally.failed.count) == (0, 1000)


def test_what_failed_outside_and_what_is_kept() -> None:
    tally = Tally()
    locked = Diagnostic(Severity.ERROR, "locked", "Close it.")
    tally.add(0, done(0, locked, outside=True))
    tally.add(1, done(1, kept="1.by-hand.pptx"))
    assert tally.is_outside
    assert tally.by_hand.in_words() == "1.by-hand.pptx"
