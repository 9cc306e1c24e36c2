"""Words that stand on several slides, or have others that must say the same."""

import pytest

from tests.roundtrip.pulling import MAIN, Edit, all_of, pulled, words
from tests.sampled import sampled

OUTLINE = """\
title: The square
speaker: Anna Muster
lang: en-GB
event: {name: Town talk, place: Gera}
footer: ${event} · 2026
slides:
  - cover
  - title: The square
    questions:
      - What is it worth?
  - question: What is it worth?
    bullets: [Shade]
  - title: Who takes part
    table:
      rows:
        - [Whom, Answers]
        - [Schools, 3]
        - [Shops, 4]
      highlight: Schools
  - title: What grew
    chart:
      kind: column
      data: [[Year, Trees], [2025, 12], [2026, 20]]
      highlight: "2026"
  - title: In numbers
    figures:
      - {number: 41, label: trees}
      - {number: 68 %, label: of the ideas}
  - agenda
  - section: How it goes on
"""

TAKEN: dict[str, tuple[Edit, tuple[tuple[str, str], ...], tuple[int, ...]]] = {
    "the title on the cover": (
        words(("The square", "The park"), last=1),
        (("title: The square", "title: The park"),),
        (2,),
    ),
    "the title above the overview": (
        words(("The square", "The park"), first=1),
        (("title: The square", "title: The park"),),
        (1,),
    ),
    "the title wherever it stands": (
        words(("The square", "The park")),
        (("title: The square", "title: The park"),),
        (),
    ),
    "the name of the event, which the footer repeats": (
        words(("Town talk, Gera", "Long night, Gera")),
        (("name: Town talk", "name: Long night"),),
        (2, 3, 4, 5, 6, 7),
    ),
    "the name of the event, wherever it stands": (
        words(("Town talk", "Long night")),
        (("name: Town talk", "name: Long night"),),
        (),
    ),
    "the speaker": (words(("Anna", "Berta")), (("speaker: Anna", "speaker: Berta"),), ()),
    "the place of the event": (
        words(("Town talk, Gera", "Town talk, Jena")),
        (("place: Gera", "place: Jena"),),
        (),
    ),
    "a cell that is highlighted": (
        words(("Schools", "All schools")),
        (("[Schools, 3]", "[All schools, 3]"), ("highlight: Schools", "highlight: All schools")),
        (),
    ),
    "a figure that needs more room": (
        words(("41", "41 or even more of them")),
        (("number: 41", "number: 41 or even more of them"),),
        (),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("edit", "changed", "also"), sampled(TAKEN))
def test_words_are_changed_wherever_they_must_be(
    edit: Edit, changed: tuple[tuple[str, str], ...], also: tuple[int, ...]
) -> None:
    result = pulled({MAIN: OUTLINE}, edit)
    expected = OUTLINE
    for old, new in changed:
        assert old in expected
        expected = expected.replace(old, new)
    assert result.files == {MAIN: expected}, result.outcomes
    assert set(result.results) == {"taken"}
    assert result.outcomes[0].also == also
    assert bool(result.outcomes[0].why) == bool(also)


REFUSED: dict[str, tuple[Edit, str]] = {
    "titles that differ now": (
        all_of([words(("The square", "The park"), last=1), words(("The square", "The market"))]),
        "Slides that show the same words say different things now.",
    ),
    "the footer of one slide": (
        words(("· 2026", "· 2027"), last=1),
        "The footer stands on other slides, too, such as 3, where it was not changed.",
    ),
    "the comma between event and place": (
        words(("talk, Gera", "talk in Gera")),
        "deckgen adds these signs itself.",
    ),
    "a line of an overview": (
        words(("How it goes on", "How it went on"), last=1),
        "These words come from another slide; change them there.",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("edit", "why"), REFUSED.values(), ids=REFUSED)
def test_what_nobody_can_know_is_left(edit: Edit, why: str) -> None:
    result = pulled({MAIN: OUTLINE}, edit)
    assert result.files == {}
    assert {(each.result, each.why) for each in result.outcomes} == {("refused", why)}


@pytest.mark.slow
def test_the_footer_of_all_slides_is_taken() -> None:
    result = pulled({MAIN: OUTLINE}, words(("· 2026", "· 2027")))
    assert set(result.results) == {"taken"}
    assert result.files == {MAIN: OUTLINE.replace("· 2026", "· 2027")}
