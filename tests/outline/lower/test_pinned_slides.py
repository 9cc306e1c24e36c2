"""A slide that is pinned to one of another deck, as it was changed by hand."""

from tests.talks import talk

OTHER = talk("- title: By hand\n  text: Other words.\n- title: Second\n  text: More.").data


def _pinned(number: int, title: str = "By hand") -> str:
    return (
        f"- title: {title}\n"
        "  text: Words.\n"
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


def test_another_title_than_in_the_outline_is_warned_of() -> None:
    assert talk(_pinned(2), files={"hand.pptx": OTHER}).codes == ["pinned-slide-differs"]


def test_a_slide_that_the_deck_lacks_is_an_error() -> None:
    assert talk(_pinned(3), files={"hand.pptx": OTHER}).codes == ["no-such-slide"]
