"""What colleagues do in PowerPoint, one thing at a time, and what becomes of it in the outline."""

from typing import Any

import pytest

from tests.building import ROOT
from tests.roundtrip.edits_by_hand import (
    added,
    cells_merged,
    columns_swapped,
    emptied,
    marked,
    notes_typed,
    on_level,
    removed,
    retyped,
    row_added,
)
from tests.roundtrip.pulling import MAIN, Edit, all_of, pulled, words
from tests.sampled import sampled

OUTLINE = """\
title: A talk
lang: en-GB
slides:
  - agenda
  - section: The costs
  - title: What we want
    bullets:
      - A **square** for all - and more
      - More trees:
          - limes
          - maples
      - It's done
      - Fewer cars
    notes: |
      Begin slowly.

      Then ask the **room**.

      - one
      - two
  - title: Table
    table:
      - [Item, Euro, Who]
      - [Trees, 1200, Ann]
      - [Chairs, 800, Bob]
  - title: Text
    text: |
      First thing.

      Second thing.
  - title: Picture
    image: {file: plan.png, alt: A plan, credit: The plan of 2026}
  - title: Numbers
    figures:
      - {number: 41, label: trees}
  - include: part.yaml
"""
PART = """\
slides:
  - title: From another file
    bullets: [one, two]
"""
FILES: dict[str, str | bytes] = {
    MAIN: OUTLINE,
    "part.yaml": PART,
    "plan.png": (ROOT / "examples" / "images" / "market.png").read_bytes(),
}

TAKEN: dict[str, tuple[Edit, str, str]] = {
    "a typo in words that PowerPoint split": (
        retyped("Fewer cars", "Few", "er b", "ikes"),
        "Fewer cars",
        "Fewer bikes",
    ),
    "an apostrophe set by autocorrection": (retyped("It's done", "It’s done"), "It's", "It’s"),
    "a dash set by autocorrection": (words((" - and", " – and")), "all - and", "all – and"),
    "a word within bold": (words(("square", "park")), "**square**", "**park**"),
    "other words, and bold": (
        all_of([retyped("Fewer cars", "Fewer bikes"), marked("Fewer bikes", "bikes", b="1")]),
        "Fewer cars",
        "Fewer **bikes**",
    ),
    "an ordinal raised by autocorrection": (
        all_of(
            [retyped("maples", "the 2nd maple"), marked("the 2nd maple", "nd", baseline="30000")]
        ),
        "- maples\n",
        "- the 2^nd^ maple\n",
    ),
    "a new bullet with a bold word": (
        all_of([added("Fewer cars", "A fountain"), marked("A fountain", "fountain", b="1")]),
        "- Fewer cars\n",
        "- Fewer cars\n      - A **fountain**\n",
    ),
    "a new row with a bold cell": (
        all_of([row_added(1, "Sum", "90", "Cy"), marked("Sum", "Sum", b="1")]),
        "1200, Ann]\n",
        "1200, Ann]\n      - ['**Sum**', 90, Cy]\n",
    ),
    "new notes with italic words": (
        all_of([notes_typed("Really new."), marked("Really new.", "Really", i="1")]),
        "Begin slowly.\n\n      Then ask the **room**.\n\n      - one\n      - two\n",
        "*Really* new.\n",
    ),
    "a bullet with a line break": (
        added("maples", "oaks", "", "from Spain"),
        "- maples\n",
        "- maples\n          - 'oaks<br>from Spain'\n",
    ),
    "a bullet in the middle": (added("limes", "oaks"), "- limes\n", "- limes\n          - oaks\n"),
    "a bullet at the end": (
        added("Fewer cars", "A fountain"),
        "- Fewer cars\n",
        "- Fewer cars\n      - A fountain\n",
    ),
    "a bullet at the beginning": (
        added("A square for all - and more", "First", before=True),
        "      - A **square**",
        "      - First\n      - A **square**",
    ),
    "a bullet less": (removed("limes"), "          - limes\n", ""),
    "the last bullet of its level less": (
        all_of([removed("limes"), removed("maples")]),
        "More trees:\n          - limes\n          - maples\n",
        "More trees\n",
    ),
    "a bullet indented": (
        on_level("Fewer cars", 1),
        "It's done\n      - Fewer",
        "It's done:\n          - Fewer",
    ),
    "a bullet indented less": (on_level("maples", 0), "          - maples", "      - maples"),
    "two bullets merged by Backspace": (
        all_of([retyped("limes", "limes", "maples"), removed("maples")]),
        "          - limes\n          - maples\n",
        "          - limesmaples\n",
    ),
    "a bullet split by Enter": (
        all_of([added("Fewer cars", "cars"), retyped("Fewer cars", "Fewer")]),
        "- Fewer cars\n",
        "- Fewer\n      - cars\n",
    ),
    "a paragraph of the notes": (retyped("Begin slowly.", "Begin fast."), "slowly", "fast"),
    "a paragraph more in the notes": (
        added("Begin slowly.", "Wait."),
        "slowly.\n",
        "slowly.\n\n      Wait.\n",
    ),
    "a paragraph less in the notes": (removed("Begin slowly."), "      Begin slowly.\n\n", ""),
    "an item more in the notes": (
        added("two", "two and a half"),
        "      - two\n",
        "      - two\n      - two and a half\n",
    ),
    "all notes typed anew": (
        notes_typed("Completely new.", "Really: *new*!"),
        "Begin slowly.\n\n      Then ask the **room**.\n\n      - one\n      - two\n",
        "Completely new.\n\n      Really: \\*new\\*!\n",
    ),
    "a text emptied": (
        emptied("First thing."),
        "    text: |\n      First thing.\n\n      Second thing.\n",
        "",
    ),
    "two columns swapped": (
        columns_swapped(1, 2),
        "[Item, Euro, Who]\n      - [Trees, 1200, Ann]\n      - [Chairs, 800, Bob]",
        "[Item, Who, Euro]\n      - [Trees, Ann, 1200]\n      - [Chairs, Bob, 800]",
    ),
    "a cell emptied": (emptied("Bob"), "800, Bob]", "800, '']"),
    "the words below a picture": (words(("of 2026", "of 2027")), "of 2026", "of 2027"),
    "the number of a figure": (words(("41", "42")), "number: 41", "number: 42"),
    "a section": (words(("The costs", "The price"), first=1), "The costs", "The price"),
    "a section and its line in the agenda": (
        words(("The costs", "The price")),
        "The costs",
        "The price",
    ),
}


@pytest.mark.parametrize(("edit", "old", "new"), sampled(TAKEN, every=9))
def test_an_edit_comes_into_its_line(edit: Edit, old: str, new: str) -> None:
    assert OUTLINE.count(old) == 1
    result = pulled(FILES, edit)
    assert set(result.results) == {"taken"}, result.outcomes
    assert result.files == {MAIN: OUTLINE.replace(old, new)}


@pytest.mark.slow
def test_words_of_an_included_outline_are_changed_there() -> None:
    result = pulled(FILES, words(("another", "a third")))
    assert result.files == {"part.yaml": PART.replace("another", "a third")}


@pytest.mark.slow
def test_a_table_with_merged_cells_is_kept_by_pinning_its_slide() -> None:
    result = pulled(FILES, cells_merged(1, 1, 2))
    assert result.results == ["pinned"]


@pytest.mark.slow
def test_each_of_several_slides_is_pinned_at_its_own_entry() -> None:
    def edit(presentation: Any) -> None:
        for at in (0, 2):
            box = presentation.slides[at].shapes.add_textbox(0, 0, 900_000, 300_000)
            box.text_frame.text = "Ask Ann"

    result = pulled(FILES, edit)
    assert result.results == ["pinned"] * 2
    outline = OUTLINE.replace(
        "  - agenda\n", "  - agenda:\n    pinned: {deck: hand/talk.pptx, slide: 1}\n"
    )
    assert result.files[MAIN] == outline.replace(
        "      - two\n", "      - two\n    pinned: {deck: hand/talk.pptx, slide: 3}\n"
    )


REFUSED: dict[str, tuple[Edit, str, int]] = {
    "a title emptied": (
        emptied("What we want"),
        "Every slide needs a title: type another one, or delete the slide.",
        6,
    ),
    "the words below a picture emptied": (
        emptied("The plan of 2026"),
        "More than these words stands in their place of the outline; delete them there.",
        32,
    ),
    "a cell of two paragraphs": (
        added("Bob", "and Cy"),
        "This text is one paragraph in an outline; a line break (Shift+Enter) is taken.",
        25,
    ),
    "a line of the agenda": (
        words(("The costs", "The price"), last=1),
        "These words come from another slide; change them there.",
        5,
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("edit", "why", "line"), sampled(REFUSED.values(), every=4), ids=REFUSED)
def test_what_is_left_is_told_with_its_place(edit: Edit, why: str, line: int) -> None:
    result = pulled(FILES, edit)
    assert result.files == {}
    (outcome,) = result.outcomes
    assert (outcome.result, outcome.why) == ("refused", why)
    assert outcome.span is not None
    assert outcome.span.line == line
