"""Words that became a link in PowerPoint, and links that were taken away."""

from collections.abc import Iterable
from typing import Any

import pytest

from deckgen.roundtrip.comparing.change_report import described
from tests.folder import Folder
from tests.roundtrip.edits_by_hand import marked, removed, retyped
from tests.roundtrip.pulling import MAIN, Edit, all_of, edited, paragraphs, pulled, pulled_into

OUTLINE = """\
title: A talk
slides:
  - title: Trees
    bullets:
      - Eleven were [planted](https://trees.example/?a=1)  # by Ann
      - "Twelve are ordered, twelve dear"
      - See https://oaks.example, and **the oak by the river**
      - Ash
    notes: See [trees](https://trees.example/?a=1).
"""
FILES = {MAIN: OUTLINE}
ORDERED = "Twelve are ordered, twelve dear"
PLANTED, MAIL = "https://trees.example/?a=1", "mailto:a@trees.example"
LIMES = "https://limes.example/a_(b) c"
TYPED = "https://limes.example/a_%28b%29%20c"


def linked(words: str, address: str | None) -> Edit:
    """Return what makes the only run with some words a link; with None, one no longer."""

    def edit(presentation: Any) -> None:
        runs = (run for text in paragraphs(presentation) for run in text.runs if run.text == words)
        (run,) = runs
        run.hyperlink.address = address

    return edit


@pytest.mark.parametrize(
    ("edits", "replaced"),
    [
        (
            [marked(ORDERED, "ordered"), linked("ordered", LIMES)],
            [("ordered", f"[ordered]({TYPED})")],
        ),
        (
            [
                retyped(ORDERED, "Twelve ", "are ", "ordered, twelve dear"),
                linked("Twelve ", LIMES),
                linked("are ", LIMES),
            ],
            [("Twelve are", f"[Twelve are]({TYPED})")],
        ),
        ([linked("planted", None)], [(f"[planted]({PLANTED})", "planted")]),
        ([linked("planted", MAIL)], [(f"({PLANTED})", f"({MAIL})")]),
        ([linked("planted", "https://Trees.example/?a=1/")], []),
        (
            [linked("the oak by the river", MAIL)],
            [("the oak by the river", f"[the oak by the river]({MAIL})")],
        ),
        (
            [retyped(ORDERED, "Ten are ", "cheap"), linked("cheap", MAIL)],
            [(f'"{ORDERED}"', f'"Ten are [cheap]({MAIL})"')],
        ),
        (
            [marked(ORDERED, "ordered"), linked("ordered", PLANTED)],
            [("ordered", f"[ordered]({PLANTED})")],
        ),
        (
            [removed("Eleven were planted")],
            [(f"      - Eleven were [planted]({PLANTED})  # by Ann\n", "")],
        ),
    ],
    ids=[
        "new",
        "of two runs",
        "gone",
        "another address",
        "written otherwise",
        "of bold words",
        "of new words",
        "to a known address",
        "with its paragraph",
    ],
)  # fmt: skip
def test_links_are_written_as_markup(
    edits: Iterable[Edit], replaced: list[tuple[str, str]]
) -> None:
    made = pulled(FILES, all_of(edits))
    expected = OUTLINE
    for old, new in replaced:
        expected = expected.replace(old, new, 1)
    assert made.files.get(MAIN, OUTLINE) == expected
    assert {*made.results} <= {"taken"}


@pytest.mark.parametrize(
    ("edits", "way"),
    [
        # The words stand there twice.
        (
            [retyped(ORDERED, "twelve", " are ordered, twelve dear"), linked("twelve", MAIL)],
            f"Type `[twelve]({MAIL})` there.",
        ),
        # No markup made the link.
        ([linked("https://oaks.example", None)], "Take the link out of the words there."),
    ],
    ids=["words that stand twice", "a bare address"],
)
def test_links_without_a_place_of_their_own_are_told(edits: Iterable[Edit], way: str) -> None:
    made = pulled(FILES, all_of(edits))
    assert [each.why for each in made.outcomes if each.result == "refused"] == [way]
    assert f"({MAIL})" not in made.files.get(MAIN, "")


def test_a_new_link_is_described() -> None:
    outcome, *_ = pulled(
        FILES, all_of([marked(ORDERED, "ordered"), linked("ordered", MAIL)])
    ).outcomes
    assert described(outcome.change) == ("“ordered” made a link", "", MAIL)


def test_a_link_that_the_outline_has_by_now_is_there_already() -> None:
    now = OUTLINE.replace("ordered", f"[ordered]({MAIL})")
    data = edited(FILES, all_of([marked(ORDERED, "ordered"), linked("ordered", MAIL)]))
    outcomes = pulled_into(Folder({MAIN: now}), data).outcomes
    assert [each.result for each in outcomes] == ["same"]
