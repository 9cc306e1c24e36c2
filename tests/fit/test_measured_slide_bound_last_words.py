"""No paragraph of running text ends with a lost word, also beside code that is kept whole."""

from tests.talks import talk


def test_in_a_frame_that_is_narrower_for_code_no_last_word_is_lost_either() -> None:
    lines = (
        "The one-page form",
        "Forty towns do it by now; look for `open-questions`",
        "Come on a Thursday, when the market is on",
    )
    listed = "\n".join([f"    - {line}" for line in lines])
    made = talk(f"- title: Take it home\n  text: |\n{listed}", style="minimal")
    (slide,) = made.compiled.fitted.deck.slides
    body = dict(slide.placeholders)["body"]
    assert body.side_insets
    assert body.paragraphs[-1].text.endswith("is\u00a0on")
