"""Where the deck of each town goes; two decks in one file, and names without words, are errors."""

import pytest

from deckgen.outline.expand.variant import Variable, Variant
from deckgen.project.towns.town_run import plan_jobs, town_span
from deckgen.project.towns.town_selection import Town
from deckgen.support.diagnostics import Diagnostic, Diagnostics, Severity, Span

CELL = Span("towns.csv", 3, 9)
BROKEN = Diagnostic(Severity.ERROR, "too-many-cells", "Too many.", None)


def town(name: str, line: int, slot: str = "", problems: tuple[Diagnostic, ...] = ()) -> Town:
    """Return a town of a row; its column `slot` is empty without words."""
    columns = ({"slot": slot} if slot else {}) | {"town": name}
    variables = tuple(
        Variable(column, words, Span("towns.csv", 1, at), Span("towns.csv", line, at))
        for at, (column, words) in enumerate(columns.items(), 1)
    )
    variant = Variant(name, None, variables, () if slot else (("slot", CELL),))
    return Town(name, f"{name}, towns.csv:{line}", variant, None, problems)


def test_each_town_has_a_place() -> None:
    told = Diagnostics()
    jobs = plan_jobs([town("Gera", 2), town("Bad Köstritz", 3)], "out/{town}.pptx", told)
    assert [job.target for job in jobs] == ["out/gera.pptx", "out/bad-koestritz.pptx"]
    assert [*told] == []


def test_two_decks_in_one_file_are_told_at_the_later_town() -> None:
    told = Diagnostics()
    towns = [town("Gera", 2), town("Jena", 3), town("GERA", 4), town("gera", 5)]
    plan_jobs(towns, "{town}.pptx", told)
    both = "Two towns would be written to gera.pptx: Gera, towns.csv:2; and "
    assert [(each.code, each.message, each.span) for each in told] == [
        ("same-file", f"{both}{name}, towns.csv:{line}", Span("towns.csv", line, 1))
        for name, line in (("GERA", 4), ("gera", 5))
    ]


@pytest.mark.parametrize(
    ("pattern", "hint"),
    [
        ("{town}.pptx", "{town}-{column}.pptx"),
        ("out/{town}", "out/{town}-{column}"),
        ("a.b/{town}", "a.b/{town}-{column}"),
        ("{event.name}", "{event.name}-{column}"),
    ],
)
def test_another_column_tells_them_apart(pattern: str, hint: str) -> None:
    told = Diagnostics()
    towns = [town("Gera", 2), town("Gera", 3)]
    name = Variable("event.name", "Fair", Span("a", 1, 1), Span("a", 1, 1))
    named = [
        each._replace(variant=each.variant._replace(variables=(*each.variant.variables, name)))
        for each in towns
    ]
    plan_jobs(named, pattern, told)
    assert [each.hint for each in told] == [f'Let another column tell them apart: -o "{hint}".']


@pytest.mark.parametrize(
    ("pattern", "hint"),
    [
        ("build/{town}.pptx", "build/{town}-{state}.pptx"),
        ("build/{state}.pptx", "build/{state}-{column}.pptx"),
    ],
)
def test_a_column_that_differs_and_is_not_in_the_name_is_proposed(pattern: str, hint: str) -> None:
    told = Diagnostics()
    here = Span("a", 1, 1)
    same = "Sachsen" if "state" in pattern else ""
    plan_jobs(
        [
            each._replace(
                variant=each.variant._replace(
                    variables=(
                        *each.variant.variables,
                        Variable("mayor", "Anna", here, here),
                        Variable("state", same or state, here, here),
                    )
                )
            )
            for each, state in [(town("Gera", 2), "Hessen"), (town("Gera", 3), "Sachsen")]
        ],
        pattern,
        told,
    )
    assert [each.hint for each in told] == [f'Let another column tell them apart: -o "{hint}".']


def test_towns_whose_rows_are_broken_have_no_place_and_meet_nobody() -> None:
    told = Diagnostics()
    jobs = plan_jobs([town("Gera", at, problems=(BROKEN,)) for at in (2, 3)], "{town}", told)
    assert [(job.target, job.town.problems) for job in jobs] == [(None, (BROKEN,))] * 2
    assert [*told] == []


@pytest.mark.parametrize(("missing", "span"), [("slot", CELL), ("mayor", Span("towns.csv", 3, 1))])
def test_a_name_without_words_is_told_at_the_empty_cell_or_at_the_town(
    missing: str, span: Span
) -> None:
    told = Diagnostics()
    (job,) = plan_jobs([town("Gera", 3)], f"{{town}}-{{{missing}}}.pptx", told)
    (problem,) = job.town.problems
    assert (job.target, problem.code, problem.span) == (None, "empty-cell", span)
    assert f"asks for {{{missing}}}, which is not said for Gera" in problem.message
    (full,) = plan_jobs([town("Gera", 3, "20 min")], "{town}-{slot}.pptx", told)
    assert (full.target, full.town.problems) == ("gera-20-min.pptx", ())


def test_a_town_is_defined_in_its_file() -> None:
    own = town("Gera", 2)._replace(file="towns/gera.yaml")
    assert town_span(own) == Span("towns/gera.yaml", 1, 1)
    assert town_span(town("Gera", 2, "20 min")) == Span("towns.csv", 2, 2)
    assert town_span(Town("Gera", "Gera", Variant("Gera"))) is None
