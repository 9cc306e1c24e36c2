"""What is changed in a deck comes into its outline: only those lines change."""

from typing import Any

import pytest

from deckgen.roundtrip.pull import Pulled
from deckgen.support.diagnostics import Diagnostics
from tests.folder import Folder
from tests.roundtrip.edited_talk import delete_slide, move_slide
from tests.roundtrip.edits_by_hand import added, removed
from tests.roundtrip.pulling import (
    MAIN,
    Edit,
    all_of,
    compiled,
    edited,
    paragraphs,
    pulled_into,
    words,
)
from tests.sampled import sampled

OUTLINE = """\
title: A talk
lang: en-GB
vars: {town: Gera}
slides:
  # what we want
  - id: aim
    title: "What ${town} wants"  # in quotes
    bullets:
      - A **square** for all
      # trees
      - More trees:
          - limes
          - maples
      - 'Fewer cars: yes'
    notes: |
      Begin slowly.

      - Then ask
      - and *listen*

  - title: Costs
    table:
      - [Item, Euro]
      - [Trees, "1200"]  # each

  # the end
  - quote: Well begun is half done.
    by: Aristotle

  - title: Thanks
    text: >
      We thank
      the town.
    notes: Slowly.
"""


def pulled(edit: Edit, now: str = OUTLINE) -> Pulled:
    """Return what is pulled from the deck of `OUTLINE`, edited, into an outline as it is now."""
    return pulled_into(Folder({MAIN: now}), edited({MAIN: OUTLINE}, edit))


def notes_added(text: str) -> Edit:
    """Return what gives the second slide notes, a paragraph for each line."""

    def edit(presentation: Any) -> None:
        presentation.slides[1].notes_slide.notes_text_frame.text = text

    return edit


def first_slide_added(presentation: Any) -> None:
    slide = presentation.slides.add_slide(presentation.slides[0].slide_layout)
    slide.shapes.title.text = "First of all"
    move_slide(presentation, 4, 0)


def hidden(presentation: Any) -> None:
    presentation.slides[2]._element.set("show", "0")


def marked(text: str, start: int, end: int, **formats: bool) -> Edit:
    """Return what gives some characters of a paragraph without formats another format."""

    def edit(presentation: Any) -> None:
        paragraph = next(each for each in paragraphs(presentation) if each.text == text)
        words = paragraph.text
        for run in list(paragraph.runs)[1:]:
            run._r.getparent().remove(run._r)
        first = paragraph.runs[0]
        first.font.bold = None
        for part, own in ((words[:start], {}), (words[start:end], formats), (words[end:], {})):
            run = paragraph.add_run()
            run.text, run.font.size = part, first.font.size
            for name, value in own.items():
                setattr(run.font, name, value)
        first._r.getparent().remove(first._r)

    return edit


TAKEN: dict[str, tuple[Edit, str, str]] = {
    "a word in quotes": (words(("wants", "needs")), "${town} wants", "${town} needs"),
    "a word beside bold": (words(("A ", "One ")), "A **sq", "One **sq"),
    "a bullet with bullets": (
        words(("More trees", "Trees: more")),
        "More trees:",
        "'Trees: more':",
    ),
    "a bullet with a colon": (words(("cars: yes", "bikes")), "'Fewer cars: yes'", "'Fewer bikes'"),
    "signs of YAML": (words(("limes", "#limes: *all*")), "- limes", r"- '#limes: \*all\*'"),
    "notes": (words(("slowly", "fast")), "Begin slowly", "Begin fast"),
    "notes in italic": (words(("listen", "wait")), "*listen*", "*wait*"),
    "a folded text": (words(("the town", "all towns")), "      the town.", "      all towns."),
    "a cell": (words(("1200", "1400")), '"1200"', '"1400"'),
    "a cell in brackets": (words(("Trees", "Trees, big")), "[Trees,", "['Trees, big',"),
    "a blank left at the end": (words(("Aristotle", "Plato ")), "by: Aristotle", "by: Plato"),
    "a blank left in a cell": (words(("1200", "1400 ")), '"1200"', '"1400"'),
    "a blank left behind bold": (words((" for all", " for you ")), "for all", "for you"),
    "a name": (words(("Aristotle", "Plato: “Laws”")), "Aristotle", "'Plato: “Laws”'"),
    "a paragraph more": (
        added("Begin slowly.", "And clearly."),
        "Begin slowly.\n",
        "Begin slowly.\n\n      And clearly.\n",
    ),
    "a paragraph more in a text on one line": (
        added("Slowly.", "Twice."),
        "    notes: Slowly.\n",
        "    notes: |\n      Slowly.\n\n      Twice.\n",
    ),
    "a paragraph less": (removed("Then ask"), "      - Then ask\n", ""),
    "notes where there were none": (
        notes_added("Slowly.\nTwice: 2 * 3 * 4"),
        "# each\n",
        "# each\n    notes: |\n      Slowly.\n\n      Twice: 2 * 3 * 4\n",
    ),
    "notes typed like a list": (
        notes_added("- Ask\n1. Wait\n# ${town}"),
        "# each\n",
        "# each\n    notes: |\n      \\- Ask\n\n      1\\. Wait\n\n      \\# $${town}\n",
    ),
    "a slide before all": (
        first_slide_added,
        "slides:\n",
        "slides:\n  - title: First of all\n\n",
    ),
    "a word made bold": (marked("More trees", 5, 10, bold=True), "More trees", "More **trees**"),
    "all made italic": (marked("maples", 0, 6, italic=True), "- maples", "- '*maples*'"),
    "bold no longer": (marked("A square for all", 0, 0), "**square**", "square"),
    "a name beside a variable": (
        marked("What Gera wants", 5, 9, bold=True),
        "What ${town}",
        "What **${town}**",
    ),
    "hidden": (hidden, "by: Aristotle\n", "by: Aristotle\n    hidden: yes\n"),
    "deleted": (
        lambda deck: delete_slide(deck, 2),
        "  # the end\n  - quote: Well begun is half done.\n    by: Aristotle\n\n",
        "",
    ),
}


@pytest.mark.parametrize(("edit", "old", "new"), sampled(TAKEN, every=6))
def test_a_change_comes_into_its_line(edit: Edit, old: str, new: str) -> None:
    assert OUTLINE.count(old) == 1
    result = pulled(edit)
    assert [outcome.result for outcome in result.outcomes] == ["taken"], result.outcomes
    assert result.files["slides.yaml"].decode() == OUTLINE.replace(old, new)


@pytest.mark.slow
def test_a_slide_moves_with_its_comments() -> None:
    result = pulled(lambda deck: move_slide(deck, 2, 0))
    quote = "  # the end\n  - quote: Well begun is half done.\n    by: Aristotle\n\n"
    expected = OUTLINE.replace(quote, "").replace("slides:\n", f"slides:\n{quote}")
    assert result.files["slides.yaml"].decode() == expected


@pytest.mark.slow
def test_many_changes_come_together() -> None:
    result = pulled(
        all_of([words(("wants", "needs"), ("limes", "oaks")), lambda deck: move_slide(deck, 3, 1)])
    )
    assert [outcome.result for outcome in result.outcomes] == ["taken"] * 3
    outline = result.files["slides.yaml"].decode()
    assert outline.index("Thanks") < outline.index("Costs")
    assert "${town} needs" in outline
    assert "- oaks\n" in outline


@pytest.mark.slow
def test_what_has_no_words_is_kept_by_pinning_the_slide() -> None:
    def edit(presentation: Any) -> None:
        words(("Trees", "Limes"))(presentation)
        table = next(each for each in presentation.slides[1].shapes if each.has_table)
        table.left += 900_000

    result = pulled(edit)
    assert {outcome.result for outcome in result.outcomes} == {"taken", "pinned"}
    assert result.files["slides.yaml"].decode() == OUTLINE.replace("[Trees", "[Limes").replace(
        "# each\n", "# each\n    pinned: {deck: hand/talk.pptx, slide: 2}\n"
    )
    shown = compiled(Folder(result.files), Diagnostics())
    assert shown is not None
    assert shown.deck.slides[1].is_included


REFUSED: dict[str, tuple[Edit, str, int]] = {
    "a variable": (words(("What Gera", "What Jena")), "They come from the variable town.", 3),
    "a title of two paragraphs": (
        added("Costs", "and more"),
        "This text is one paragraph in an outline; a line break (Shift+Enter) is taken.",
        21,
    ),
}


@pytest.mark.parametrize(("edit", "why", "line"), sampled(REFUSED.values(), every=2), ids=REFUSED)
def test_what_is_not_written_is_told_with_its_place(edit: Edit, why: str, line: int) -> None:
    result = pulled(edit)
    assert not result.files
    (outcome,) = result.outcomes
    assert outcome.result == "refused"
    assert outcome.why == why
    assert outcome.span is not None
    assert outcome.span.line == line


def test_a_heading_that_the_design_has_bold_cannot_lose_that() -> None:
    column = "{heading: For, bullets: [Shade]}"
    outline = f"title: A talk\nslides:\n  - title: Both\n    columns: [{column}, {column}]\n"

    def edit(presentation: Any) -> None:
        next(each for each in paragraphs(presentation) if each.text == "For").runs[
            0
        ].font.bold = False

    result = pulled_into(Folder({MAIN: outline}), edited({MAIN: outline}, edit))
    assert [(each.result, each.why) for each in result.outcomes] == [
        ("refused", "No markup says this in its place.")
    ]
    assert not result.files


def test_a_change_on_both_sides_is_a_conflict() -> None:
    result = pulled(words(("limes", "oaks")), OUTLINE.replace("limes", "elms"))
    assert [outcome.result for outcome in result.outcomes] == ["conflict"]
    assert not result.files


def test_a_change_that_is_there_already_is_told() -> None:
    result = pulled(words(("limes", "oaks")), OUTLINE.replace("limes", "oaks"))
    assert [outcome.result for outcome in result.outcomes] == ["same"]
    assert not result.files


@pytest.mark.slow
def test_other_changes_of_the_outline_stay() -> None:
    result = pulled(words(("limes", "oaks")), OUTLINE.replace("maples", "elms"))
    assert result.files["slides.yaml"].decode() == OUTLINE.replace("maples", "elms").replace(
        "limes", "oaks"
    )
