"""Paragraphs cut between sentences, their runs kept."""

import pytest

from deckgen.deck.text_body import LineBreak, Paragraph, Run, WebLink
from deckgen.fit.text.paragraph_parts import first_words, sentences, stretch_as_paragraph
from tests.fit.square import bullet

CASES = {
    "full stops": ("One. Two. Three.", ["One.", "Two.", "Three."]),
    "other ends": ("Really? Yes! And so on… Then", ["Really?", "Yes!", "And so on…", "Then"]),
    "one sentence": ("Only one", ["Only one"]),
    "an abbreviation": ("Das gilt z. B. heute, bzw. morgen.", None),
    "a title": ("Dr. Muster spricht.", None),
    "spaces that hold": (
        "Siehe Abb.\u00a03. Und z.\u202fB. Dies.",
        ["Siehe Abb.\u00a03. Und z.\u202fB. Dies."],
    ),
    "a date": ("Am 3. Oktober ruht die Arbeit.", None),
    "behind a number": ("Es sind 3! Oder 4? Ja.", ["Es sind 3!", "Oder 4?", "Ja."]),
    "a number": ("Rund 1.234,56 Euro.", None),
    "a quotation": ("„Ja.“ Dann „nein“.", ["„Ja.“", "Dann „nein“."]),
    "Chinese": ("今天。明天。", ["今天。", "明天。"]),
    "several blanks": ("One.   Two.", ["One.", "Two."]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_sentences(text: str, expected: list[str] | None) -> None:
    assert [stretch_as_paragraph(found).text for found in sentences(bullet(text))] == (
        expected or [text]
    )


def test_runs_keep_their_marks_and_links() -> None:
    link = WebLink("https://example.org")
    paragraph = Paragraph(
        (Run("One "), Run("two. Three", bold=True, link=link), LineBreak(), Run("four"))
    )
    assert [stretch_as_paragraph(found).runs for found in sentences(paragraph)] == [
        (Run("One "), Run("two.", bold=True, link=link)),
        (Run("Three", bold=True, link=link),),
        (Run("four"),),
    ]


def test_blanks_and_line_breaks_at_both_ends_are_left_out() -> None:
    paragraph = Paragraph((Run(" ", bold=True), Run(" One. "), LineBreak(), Run("Two "), Run(" ")))
    assert [stretch_as_paragraph(found).runs for found in sentences(paragraph)] == [
        (Run("One."),),
        (Run("Two"),),
    ]


def test_sentences_can_be_joined_again() -> None:
    first, second, _ = sentences(bullet("One two. Three four. Five."))
    assert stretch_as_paragraph(first._replace(end=second.end)).text == "One two. Three four."


def test_first_words() -> None:
    assert first_words(bullet("one two three"), 2).text == "one two"
