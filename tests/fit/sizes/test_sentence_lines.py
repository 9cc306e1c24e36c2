"""The second sentence of a headline begins a line, if that costs other texts nothing."""

import pytest

from tests.present import present
from tests.talks import talk

BOTH = "Was ist herausfordernd? Was würden Sie das nächste Mal anders machen?"
FULL = "[" + ", ".join(["Ein Punkt"] * 9) + "]"
TITLE = "Was uns Prof. Weber aus der Zeit vor der Eingemeindung erzählte"
THREE = "Wer kommt? Wer fehlt? Und was würden Sie anders machen?"
CASES = {
    # At 32 points, the second sentence would have one line; 36 on three lines are larger.
    "a line more": (BOTH, "[A]", "civic", "16:9", 1),
    "on a narrow page": (BOTH, "[A]", "civic", "4:3", 1),
    "beside a panel": (BOTH, "[A]", "panel", "16:9", 1),
    # “Was ist herausfordernd? Was” has room on one line, and the field for no fourth line.
    "as many lines as before": (BOTH, "[A]", "bold", "4:3", 1),
    # The field has no third line; at 38 points the second sentence is wider than it, at 32 not.
    "a field of two lines": (BOTH, "[A]", "band", "16:9", 1),
    "a list that fills the page": (BOTH, FULL, "civic", "4:3", 0),
    "a title is no sentence": (TITLE, "[A]", "civic", "4:3", 0),
    "one line": ("Warum? Darum.", "[A]", "civic", "4:3", 0),
    "three sentences": (THREE, "[A]", "civic", "4:3", 0),
}


@pytest.mark.parametrize("case", CASES)
def test_a_second_sentence_begins_a_line(case: str) -> None:
    """It does so at the size of its layout, or smaller where there is no other way."""
    headline, bullets, style, size, joined = CASES[case]
    entry = f"- {{question: '{headline}', bullets: {bullets}}}"
    made = talk(entry, lang="de-DE", style=style, size=size).compiled
    (slide,) = made.fitted.slides
    title = present(slide.text("title"))
    paragraph = title.block[0].paragraph
    assert ("Was\u00a0würden" in paragraph.text) == bool(joined)
    assert len(title.block[0].paragraph.text) == len(headline)
    own = title.frame.placeholder.level_styles[0].size
    assert title.size == (32 if case == "a field of two lines" else own)


def test_a_quotation_keeps_its_lines() -> None:
    said = "“You paid somebody from far away to look at us. Nobody has asked us anything.”"
    made = talk(f"- quote: {said}", lang="en-GB", style="civic", size="4:3").compiled
    title = present(made.fitted.slides[0].text("title"))
    assert title.block[0].paragraph.text == said


def test_it_does_so_where_the_font_is_narrower_than_its_reserve() -> None:
    """Up to “differently” it would have room behind the first sentence there."""
    said = "Does it pay off? What would we do differently the next time?"
    made = talk(f"- {{question: '{said}', bullets: [A]}}", lang="en-GB", style="civic").compiled
    title = present(made.fitted.slides[0].text("title"))
    joined = "What\u00a0would\u00a0we\u00a0do\u00a0differently\u00a0the"
    assert joined in title.block[0].paragraph.text
