"""Other words on a slide, written into the text of its author: markup and variables stay."""

import pytest

from deckgen.outline.syntax.yaml_parser import parse
from deckgen.roundtrip.source_text.shown_words import PARAGRAPH_END as END
from deckgen.roundtrip.source_text.shown_words import replacements
from deckgen.roundtrip.source_text.splice_scalar import edited_text
from deckgen.roundtrip.source_text.word_edits import Refused, text_to_edit, word_edits
from deckgen.support.diagnostics import Diagnostics

OUTLINE = parse("talk.yaml", b"vars: {town: Gera, sum: '$$5'}\nslides: [cover]\n", Diagnostics())

TAKEN = {
    # what is written, shown, wanted, and is written then
    "a word": ("One old word", "One old word", "One new word", "One new word"),
    "beside bold": ("A **view** now", "A view now", "A view just now", "A **view** just now"),
    "the end of a bold word": ("A **view** now", "A view now", "A viewer now", "A **viewer** now"),
    "a bold word": ("A **view** now", "A view now", "A sight now", "A **sight** now"),
    "a bold word goes": ("A **view** now", "A view now", "A now", "A now"),
    "beside a variable": ("In ${town}, old", "In Gera, old", "In Gera, new", "In ${town}, new"),
    "behind a variable": ("In ${town}", "In Gera", "In Gera and Jena", "In ${town} and Jena"),
    "typography": (
        'The "old" -- it\'s...',
        "The “old” — it’s…",
        "The “new” — it’s…",
        'The "new" -- it\'s...',
    ),
    "marks that the layout draws": ("“Old”", "Old", "New", "“New”"),
    "no-break spaces": ("am 5. Mai", "am 5.\u00a0Mai", "am 5. Juni", "am 5. Juni"),
    "the words of a link": ("[old](https://a.de/x_y)", "old", "new", "[new](https://a.de/x_y)"),
    "beside a formula": ("So $x^2$ old", "So x² old", "So x² new", "So $x^2$ new"),
    "code": ("Type `x_y`", "Type x_y", "Type x_z", "Type `x_z`"),
    "signs of markup": ("Old", "Old", "2 * 3 * [x](y)", r"2 * 3 * \[x](y)"),
    "what looks like a variable": ("Old", "Old", "${town} $$", "$${town} $$$$"),
    "several speakers": ("Ann, clerk; Bo", "Ann, clerk\vBo", "Ann, clerk\vBob", "Ann, clerk; Bob"),
    "a speaker more": ("Ann; Bo", "Ann\vBo", "Ann\vBo\vCy", "Ann; Bo<br>Cy"),
    "a line break": ("one two", "one two", "one\vtwo", "one<br>two"),
    "a paragraph of several": (
        "First\n\n- one\n- **two** old",
        f"First{END}one{END}two old",
        f"First{END}one{END}two new",
        "First\n\n- one\n- **two** new",
    ),
    "an address without its scheme": (
        "https://town.example/a/",
        "town.example/a",
        "town.example/b",
        "https://town.example/b/",
    ),
    "a typed number": ("1. old", "old", "new", "1. new"),
}

REFUSED = {
    "a variable": ("In ${town}", "In Gera", "In Jena", "town"),
    "within a variable": ("In ${town}", "In Gera", "In Geera", "town"),
    "a formula": ("So $x^2$", "So x²", "So x³", ""),
    "signs that deckgen adds": ("old", "«old»", "!old!", ""),
}


@pytest.mark.parametrize(("written", "shown", "wanted", "expected"), TAKEN.values(), ids=TAKEN)
def test_words_are_written_where_they_belong(
    written: str, shown: str, wanted: str, expected: str
) -> None:
    assert OUTLINE is not None
    text = text_to_edit(written, shown, OUTLINE)
    assert text is not None
    edits = word_edits(text, list(replacements(shown, wanted)))
    assert not isinstance(edits, Refused), edits
    assert edited_text(written, edits) == expected


@pytest.mark.parametrize(("written", "shown", "wanted", "variable"), REFUSED.values(), ids=REFUSED)
def test_words_of_others_are_refused(written: str, shown: str, wanted: str, variable: str) -> None:
    assert OUTLINE is not None
    text = text_to_edit(written, shown, OUTLINE)
    assert text is not None
    edits = word_edits(text, list(replacements(shown, wanted)))
    assert isinstance(edits, Refused)
    assert edits.variable == variable


def test_a_text_that_cannot_show_the_words_is_told() -> None:
    assert OUTLINE is not None
    assert text_to_edit("One", "Two", OUTLINE) is None
