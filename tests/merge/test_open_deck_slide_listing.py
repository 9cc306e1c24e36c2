"""Which slides of a deck are meant, and what they are called here."""

import pytest

from tests.merge.decks import including, titled
from tests.sampled import sampled
from tests.tools.packages import clean_deck

TEN = titled(
    "Cover", "The budget", "Agenda", "The budget", "Two  lines", "F", "G", "H", "I", "2026"
)


@pytest.mark.parametrize(
    ("slides", "numbers"),
    sampled(
        [
            ("3", [3]),
            ("[3]", [3]),
            ("[3, 5-7]", [3, 5, 6, 7]),
            ("3, 5-7", [3, 5, 6, 7]),
            ("5 – 6", [5, 6]),
            ("[7, 2, 7]", [7, 2, 7]),
            ("Agenda", [3]),
            ("[agenda, two lines]", [3, 5]),
            ("10", [10]),
        ],
        every=5,
    ),
)
def test_numbers_ranges_and_titles(slides: str, numbers: list[int]) -> None:
    entry = f"- include: ten.pptx\n  slides: {slides if slides[0] == '[' else repr(slides)}"
    made = including(entry, files={"ten.pptx": TEN})
    foreign = [one.included for one in made.compiled.deck.slides if one.included]
    assert [one.number for one in foreign] == numbers
    assert made.codes == []


def test_without_slides_all_come_in_order() -> None:
    made = including("- include: partner.pptx")
    assert [slide.shapes.title.text for slide in made.slides] == [
        "Ours",
        "Words",
        "Numbers",
        "Pictures",
    ]


@pytest.mark.parametrize(
    ("slides", "code", "said"),
    sampled(
        [
            ("12", "no-such-slide", "ten.pptx has 10 slides; there is no slide 12."),
            ("0", "no-such-slide", "there is no slide 0"),
            ("8-11", "no-such-slide", "there is no slide 11"),
            ("7-5", "wrong-type", "The range 7-5 runs backwards."),
            ("Agnda", "no-such-slide", "ten.pptx has no slide with the title “Agnda”."),
            ("The budget", "no-such-slide", "In ten.pptx the slides 2, 4 all have this title."),
            ("[a: b]", "wrong-type", "`slides` takes one text"),
        ]
    ),
)
def test_what_is_not_there_is_told_at_its_line(slides: str, code: str, said: str) -> None:
    made = including(f"- include: ten.pptx\n  slides: {slides}", files={"ten.pptx": TEN})
    (found,) = made.diagnostics
    assert (found.code, said in found.message, bool(found.hint)) == (code, True, True)
    assert found.span is not None
    assert (found.span.line, found.span.column) == (7, 13 + (slides == "[a: b]"))


def test_the_way_out_lists_what_there_is() -> None:
    many = titled(*(f"Slide {letter}" for letter in "ABCDEFGHIJKLMN"))
    made = including("- include: many.pptx\n  slides: 99", files={"many.pptx": many})
    (found,) = made.diagnostics
    assert found.hint is not None
    assert found.hint.startswith("There are: 1 “Slide A”, 2 “Slide B”")
    assert found.hint.endswith("12 “Slide L”, and 2 more.")
    (near,) = including(
        "- include: many.pptx\n  slides: Slide LL", files={"many.pptx": many}
    ).diagnostics
    assert near.hint == "Did you mean “Slide L”? That is slide 12."


def test_they_are_called_after_their_titles_and_the_first_as_the_author_says() -> None:
    made = including(
        "- include: partner.pptx\n  id: begin\n  slides: 1-3\n  notes: My own words",
        "- include: partner.pptx\n  slides: 2",
        "- text: See [the chart](#numbers) and [the words](#begin).\n  title: Back",
    )
    slides = made.compiled.deck.slides
    assert [one.id for one in slides] == [
        "ours",
        "begin",
        "numbers",
        "pictures",
        "numbers-2",
        "back",
    ]
    notes = [one.notes.text if one.notes else "" for one in slides]
    assert notes == ["", "My own words", "What to say", "", "What to say", ""]
    assert made.codes == []
    assert made.slides[2].notes_slide.notes_text_frame.text == "What to say"


def test_what_is_hidden_there_or_here_is_hidden() -> None:
    made = including("- include: partner.pptx", "- include: partner.pptx\n  hidden: yes")
    assert [one.hidden for one in made.compiled.deck.slides] == [False] * 3 + [True] * 4
    assert [one.element.get("show") for one in made.slides] == [None] * 3 + ["0"] * 4


def test_links_from_an_agenda_of_questions_reach_them() -> None:
    made = including("- text: On to [it](#nmbers).\n  title: X", "- include: partner.pptx")
    assert made.codes == ["unknown-slide"]
    assert next(iter(made.diagnostics)).hint == "Did you mean #numbers?"


@pytest.mark.parametrize(
    "key",
    sampled(["frame: no", "tone: dark", "fit: error", "reveal: yes", "layout: Blank"], every=4),
)
def test_keys_that_change_nothing_are_told(key: str) -> None:
    made = including(f"- include: partner.pptx\n  {key}")
    assert made.codes == ["without-effect"]
    assert made.data


def test_a_layout_for_slides_of_other_decks_is_told() -> None:
    made = including("- include: partner.pptx", head="layouts: {include: Blank}\n")
    assert made.codes == ["without-effect"]


def test_two_entries_of_one_deck_with_equal_titles_keep_them() -> None:
    made = including("- section: Words", "- include: partner.pptx\n  slides: [1, 3, 1]")
    assert [slide.shapes.title.text for slide in made.slides] == [
        "Ours",
        "Words",
        "Words",
        "Pictures",
        "Words",
    ]
    assert made.codes == []


@pytest.mark.slow
def test_a_deck_may_have_any_name_that_a_variable_gives() -> None:
    made = including(
        '- {include: "${whose:-partner}.pptx", slides: 1}', files={"partner.pptx": clean_deck()}
    )
    assert [one.id for one in made.compiled.deck.slides] == ["ours", "words"]
