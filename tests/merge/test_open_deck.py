"""What is read of a deck: titles in one line; notes as they were written, marks and lists too."""

import pytest

from deckgen.deck.text_body import LineBreak, Run, WebLink
from deckgen.merge.open_deck import open_deck
from deckgen.support.diagnostics import Diagnostics, Span
from tests.merge.decks import titled
from tests.sampled import sampled
from tests.talks import talk


@pytest.mark.parametrize(
    ("written", "runs"),
    sampled(
        [
            ("a **b** *c*", [Run("a "), Run("b", bold=True), Run(" "), Run("c", italic=True)]),
            ("a ~~b~~", [Run("a "), Run("b", strike=True)]),
            ("H~2~", [Run("H"), Run("2", baseline="subscript")]),
            ("m^2^", [Run("m"), Run("2", baseline="superscript")]),
            ("[a](https://b.example/)", [Run("a", link=WebLink("https://b.example/"))]),
            ("a\n    b", [Run("a"), LineBreak(), Run("b")]),
        ],
        every=6,
    ),
)
def test_the_notes_of_a_deck_are_read_as_they_were_written(
    written: str, runs: list[Run | LineBreak]
) -> None:
    data = talk(f"- title: One\n  bullets: [x]\n  notes: |\n    {written}").data
    diagnostics = Diagnostics()
    listed = open_deck("a.pptx", data, Span("", 1, 1), {}, diagnostics)
    assert listed is not None, list(diagnostics)
    notes = listed.slides[0].notes
    assert notes is not None
    assert list(notes.paragraphs[0].runs) == runs


def test_a_title_of_several_lines_is_read_as_one() -> None:
    listed = open_deck("a.pptx", titled("One\ntwo\vthree  four"), Span("", 1, 1), {}, Diagnostics())
    assert listed is not None
    assert listed.slides[0].title == "One two three four"
