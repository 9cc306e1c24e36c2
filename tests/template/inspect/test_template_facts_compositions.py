"""What slides show otherwise than their layout has it is told."""

import pytest

from deckgen.deck.box import Box
from deckgen.template.inspect.template_facts import compositions
from tests.template.opened import plain_template, read_with_matches


@pytest.mark.parametrize(
    ("line", "told"),
    [(500_000, ["the title stands above its text, which has one line above it"]), (2_500_000, [])],
)
def test_a_title_that_leads_its_details_is_told(line: int, told: list[str]) -> None:
    template, matches = read_with_matches(plain_template())
    cover = next(match for match in matches if match.role == "cover")
    title, text = cover.placeholders["title"], cover.placeholders["subtitle"]
    placed = cover._replace(
        placeholders={
            "title": title._replace(box=Box(900_000, 3_500_000, 7_000_000, 1_500_000)),
            "subtitle": text._replace(box=Box(900_000, 3_500_000 - line, 7_000_000, line)),
        }
    )
    assert [*compositions((placed,), template).values()] == told


@pytest.mark.parametrize(
    ("role", "left_out", "told"),
    [
        ("cover", {"subtitle"}, ["who speaks, where and when stand small below the title"]),
        ("bullets", set(), []),
    ],
)
def test_texts_of_another_place_are_told(role: str, left_out: set[str], told: list[str]) -> None:
    template, matches = read_with_matches(plain_template())
    match = next(match for match in matches if match.role == role)
    own = {name: each for name, each in match.placeholders.items() if name not in left_out}
    placed = match._replace(placeholders=own)
    assert [*compositions((placed,), template).values()] == told
