"""The last line of a paragraph is not one short word, and the one before it ends with the sense."""

import pytest

from deckgen.deck.text_body import Formula, Paragraph, Run, WebLink
from deckgen.fit.text.last_words import with_bound_last_word
from deckgen.fit.text.line_breaking import typeset
from deckgen.fit.text.line_space import LineSpace
from tests.fit.square import FONTS, style

SPACE = LineSpace(20, 0, 220)
"""Twenty squares of 10 points a line, two more on the first one."""

CASES = {
    "a lost word": ("aaaa aaaa aaaa aaaa aaa", "aaaa aaaa aaaa aaaa~aaa"),
    "one that follows two lines": (
        "aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaa",
        "aaaa aaaa aaaa aaaa aaaa aaaa aaaa aaaa~aaa",
    ),
    "one after ragged lines": (
        "aaaaaaaaaaaa aaa aaaaaaaa aaaaa aaaa aa",
        "aaaaaaaaaaaa aaa aaaaaaaa aaaaa aaaa~aa",
    ),
    "one line": ("aaaa aaaa aaaa aaaa", None),
    "a longer word": ("aaaa aaaa aaaa aaaa aaaaaaaa", None),
    "two short words": ("aaaa aaaa aaaa aaaaa aa aa", "aaaa aaaa aaaa aaaaa~aa aa"),
    "two longer words": ("aaaa aaaa aaaa aaaaa aaa aaaa", None),
    "a line of two words before it": ("aaaaaaaaaaaa aaaaaaa aaa", None),
    "an amount behind two words": ("aaaaaaaaaaaa aaaaaaa £50", "aaaaaaaaaaaa aaaaaaa~£50"),
    "a unit behind two words": ("aaaaaaaaaaaa aaaaaaaa %", "aaaaaaaaaaaa aaaaaaaa~%"),
    "an amount behind one word": ("aaaaaaaaaaaaaaaa £50aa", None),
    "no room for both": ("a a a aaaaaaaaaaaaaaaaaa aaa", None),
    "a lost word and an emoji": (
        "aaaa aaaa aaaa aaaa aaa \U0001f60a",
        "aaaa aaaa aaaa aaaa~aaa \U0001f60a",
    ),
    "a lost emoji": ("aaaa aaaa aaaa aaaaaaa \U0001f60a", "aaaa aaaa aaaa aaaaaaa~\U0001f60a"),
    "a lost emoji behind a short word": (
        "aaaa aaaa aaaa aaaa aa \U0001f60a",
        "aaaa aaaa aaaa aaaa~aa~\U0001f60a",
    ),
    "a word broken behind its hyphen": ("aaaa aaaa aaaa aaa-aa", None),
}


@pytest.mark.parametrize("case", CASES)
def test_a_lost_last_word_gets_the_word_before_it(case: str) -> None:
    given, expected = CASES[case]
    paragraph = Paragraph((Run(given),))
    found = with_bound_last_word(paragraph, typeset(paragraph, style(10), FONTS), SPACE, 10)
    assert found.text == (expected or given).replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("shown", "behind", "expected"),
    [
        ("aaaaaaaaaaaaaaaaaaaaaaaaaa", " a visit, tea included.", " a visit, tea~included."),
        ("aaaa", " a visit, tea included.", None),  # One line in every program.
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", " visits.", "~visits."),
    ],
)
def test_words_behind_a_formula_end_together_where_it_may_be_shown_as_text(
    shown: str, behind: str, expected: str | None
) -> None:
    paragraph = Paragraph((Formula(shown, ()), Run(behind)))
    found = with_bound_last_word(paragraph, typeset(paragraph, style(10), FONTS), SPACE, 10)
    assert found.runs[-1] == Run((expected or behind).replace("~", "\u00a0"))


def test_a_word_that_is_lost_within_the_reserve_only() -> None:
    paragraph = Paragraph((Run("aaaa aaaa aaaaaaa aaaaa aaa"),))
    text = typeset(paragraph, style(10), FONTS)
    assert with_bound_last_word(paragraph, text, SPACE, 10) == paragraph
    found = with_bound_last_word(paragraph, text, SPACE, 10, 1.05)
    assert found.text == "aaaa aaaa aaaaaaa aaaaa\u00a0aaa"


def test_a_text_that_is_wider_than_its_line_by_a_rounding_error_has_one_line() -> None:
    paragraph = Paragraph((Run("aaaa aaaa aaaa aaaa aa"),))
    text = typeset(paragraph, style(10), FONTS)
    space = SPACE._replace(right=220 - 1e-7)
    assert with_bound_last_word(paragraph, text, space, 10) == paragraph


def test_marks_stay() -> None:
    runs = (Run("aaaa aaaa aaaa "), Run("aaaa", bold=True), Run(" aaa", italic=True))
    paragraph = Paragraph(runs)
    found = with_bound_last_word(paragraph, typeset(paragraph, style(10), FONTS), SPACE, 10)
    assert found.runs == (*runs[:2], Run("\u00a0aaa", italic=True))


def test_no_blank_behind_a_link_is_joined() -> None:
    runs = (Run("aaaa aaaa aaaa "), Run("aaaa", link=WebLink("https://tarnwick.example")))
    paragraph = Paragraph((*runs, Run(" aaa")))
    found = with_bound_last_word(paragraph, typeset(paragraph, style(10), FONTS), SPACE, 10)
    assert found == paragraph


SENSE = {
    "a comma": ("Open when free, not when shut", "Open when free, not~when shut"),
    "a clause without a comma": ("We went to those who came", "We went to those who~came"),
    "a clause that would leave a short line": ("Ask us who all came late on", None),
    "a comma before four words": ("We do it, so I do a job now", "We do it, so~I~do~a~job now"),
    "a colon": ("One question: what next here", "One question: what~next here"),
    "an article": ("Has time until the election", "Has time until the~election"),
    "a number and what it counts": (
        "an old shop for 2 pounds only",
        "an old shop for~2~pounds only",
    ),
    "a word behind a label": ("Shop: two tills and a lift", "Shop: two tills and~a lift"),
    "an article before a hyphen": (
        "An open day for the town-hall",
        "An open day for~the~town-hall",
    ),
    "an article behind two lines": (
        "Somebody brings cake and stands under the old tree",
        "Somebody brings cake and stands under the~old tree",
    ),
    "lines above one that has become short": (
        "Tarn is old, a small town, a lake, and a river older than its town hall",
        "Tarn is old, a small town, a lake, and~a~river older than~its~town hall",
    ),
    "a comma behind two lines, which would leave a hole": (
        "Somebody brings cake in a hall, as we all are here",
        None,
    ),
    "a number that goes on": (
        "Since May 2024 for 100 000 of us",
        "Since May 2024 for~100 000 of us",
    ),
    "the number of a name": ("We wait here in Room 12", "We wait here in~Room~12"),
    "no such end": ("Somebody always brings cakes", None),
    "a comma too near to the margin": (
        "Baker, whenever she is up too",
        "Baker, whenever she~is up too",
    ),
    "a comma before more than a line": ("Open at noon, as is usual for shops", None),
    "a comma before many words": ("It is, so if it is as it was", None),
    "three lines": ("Open when free, not when shut, not when they are not here", None),
}


@pytest.mark.parametrize("case", SENSE)
def test_the_last_line_but_one_ends_where_the_sense_allows(case: str) -> None:
    given, expected = SENSE[case]
    paragraph = Paragraph((Run(given),))
    text, space = typeset(paragraph, style(10), FONTS), LineSpace(0, 0, 200)
    found = with_bound_last_word(paragraph, text, space, 10, lang="en-GB")
    assert found.text == (expected or given).replace("~", "\u00a0")


def test_a_word_that_has_room_within_the_reserve_only_stands_with_its_part_of_a_sentence() -> None:
    paragraph = Paragraph((Run("Open on demand, by us a lot"),))
    text, space = typeset(paragraph, style(10), FONTS), LineSpace(0, 0, 200)
    found = with_bound_last_word(paragraph, text, space, 10, 1.05, "en-GB")
    assert found.text == "Open on demand, by\u00a0us\u00a0a lot"


def test_lines_above_stay_where_the_next_word_has_room_within_the_reserve_only() -> None:
    given = "Tarn has 40 people, a river, a lake, and a row older than its town hall"
    paragraph = Paragraph((Run(given),))
    text, space = typeset(paragraph, style(10), FONTS), LineSpace(0, 0, 200)
    found = with_bound_last_word(paragraph, text, space, 10, 1.05, "en-GB")
    expected = "Tarn has 40 people, a~river, a lake, and~a row older than~its~town hall"
    assert found.text == expected.replace("~", "\u00a0")


def test_a_german_number_stands_with_the_noun_that_it_counts() -> None:
    paragraph = Paragraph((Run("Du wartest im Amt 48 Minuten"),))
    text, space = typeset(paragraph, style(10), FONTS), LineSpace(0, 0, 200)
    found = with_bound_last_word(paragraph, text, space, 10, lang="de-DE")
    assert found.text == "Du wartest im Amt 48\u00a0Minuten"


def test_a_word_lost_without_the_reserve_gets_no_year_without_its_month() -> None:
    """With the reserve, it has room in the line before."""
    paragraph = Paragraph((Run("We all are here now, so it goes May 2027 a"),))
    text, space = typeset(paragraph, style(10), FONTS), LineSpace(0, 0, 200)
    found = with_bound_last_word(paragraph, text, space, 10, 1.05, "en-GB")
    assert found.text == "We all are here now, so it goes May\u00a02027\u00a0a"
