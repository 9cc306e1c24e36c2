"""Words that became a link in PowerPoint, and links that were taken away."""

from typing import Any

import pytest

from deckgen.roundtrip.comparing.change_report import described
from deckgen.roundtrip.comparing.changes import LinkChanged
from tests.folder import Folder
from tests.roundtrip.pulling import MAIN, Edit, edited, paragraphs, pulled, pulled_into

OUTLINE = """\
title: A talk
slides:
  - title: Trees
    bullets:
      - Eleven were [planted](https://trees.example/?a=1)
      - Twelve
"""
FILES = {MAIN: OUTLINE}
SLIDE = "trees"
NEW = "https://limes.example/a b"


def linked(words: str, address: str | None) -> Edit:
    """Return what makes words a link; with None, one no longer."""

    def edit(presentation: Any) -> None:
        (run,) = (
            run for text in paragraphs(presentation) for run in text.runs if run.text == words
        )
        run.hyperlink.address = address

    return edit


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (linked("Twelve", NEW), [(NEW.replace(" ", "%20"), "Twelve", True)]),
        (linked("planted", None), [("https://trees.example/?a=1", "", False)]),
        (
            linked("planted", "mailto:a@trees.example"),
            [
                ("mailto:a@trees.example", "planted", True),
                ("https://trees.example/?a=1", "", False),
            ],
        ),
        (linked("planted", "https://Trees.example/?a=1/"), []),
    ],
    ids=["new", "gone", "another", "written otherwise"],
)
def test_links_that_differ_are_told(edit: Edit, expected: list[tuple[str, str, bool]]) -> None:
    made = pulled(FILES, edit)
    changes = [each.change for each in made.outcomes if isinstance(each.change, LinkChanged)]
    assert [each[1:4] for each in changes] == expected
    assert not made.files
    assert made.results == ["refused"] * len(expected)


def test_what_to_type_is_said() -> None:
    (outcome,) = pulled(FILES, linked("Twelve", "https://limes.example/")).outcomes
    assert outcome.why == "Type `[Twelve](https://limes.example/)` there."
    assert described(outcome.change) == ("“Twelve” made a link", "", "https://limes.example/")


def test_a_link_that_the_outline_has_by_now_is_there_already() -> None:
    now = OUTLINE.replace("- Twelve", "- '[Twelve](https://limes.example)'")
    data = edited(FILES, linked("Twelve", "https://limes.example/"))
    outcomes = pulled_into(Folder({MAIN: now}), data).outcomes
    assert [each.result for each in outcomes] == ["same"]
