"""A slide that is pinned to one of another deck, as it was changed by hand."""

import io

import pptx
import pytest

from tests.talks import talk

OTHER = talk("- title: By hand\n  text: Other words.\n- title: Second\n  text: More.").data


def _pinned(number: int, text: str = "Other words.") -> str:
    return (
        "- title: By hand\n"
        f"  text: {text}\n"
        "  notes: My notes.\n"
        f"  pinned: {{deck: hand.pptx, slide: {number}}}"
    )


def test_the_slide_of_the_deck_stands_in_its_place_with_the_notes_of_the_outline() -> None:
    made = talk(_pinned(1), files={"hand.pptx": OTHER})
    assert made.codes == []
    (slide,) = made.slides
    assert [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame][:2] == [
        "By hand",
        "Other words.",
    ]
    assert slide.notes_slide.notes_text_frame.text == "My notes."


@pytest.mark.slow
def test_another_title_than_in_the_outline_is_warned_of() -> None:
    assert talk(_pinned(2), files={"hand.pptx": OTHER}).codes == ["pinned-slide-differs"]


@pytest.mark.slow
def test_words_that_the_pinned_slide_does_not_show_are_warned_of() -> None:
    made = talk(_pinned(1, "“Other” words! And more."), files={"hand.pptx": OTHER})
    assert made.codes == ["pinned-slide-differs"]
    (warning,) = made.diagnostics
    assert warning.message == (
        "This slide is pinned, so it does not show ““Other” words! And more.”."
    )


@pytest.mark.slow
def test_other_signs_are_no_other_words() -> None:
    assert talk(_pinned(1, "Other - words!"), files={"hand.pptx": OTHER}).codes == []


@pytest.mark.slow
def test_a_deck_that_another_program_saved_brings_no_second_master() -> None:
    saved = io.BytesIO()
    pptx.Presentation(io.BytesIO(OTHER)).save(saved)
    assert saved.getvalue() != OTHER
    made = talk(_pinned(1), files={"hand.pptx": saved.getvalue()})
    assert len(pptx.Presentation(io.BytesIO(made.data)).slide_masters) == 1


@pytest.mark.slow
def test_a_slide_that_the_deck_lacks_is_an_error() -> None:
    assert talk(_pinned(3), files={"hand.pptx": OTHER}).codes == ["no-such-slide"]
