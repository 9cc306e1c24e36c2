"""Slides of one title are known again by what they say, also once one of them is gone."""

from typing import Any

import pytest

from tests.roundtrip.edited_talk import delete_slide, duplicate_slide, move_slide
from tests.roundtrip.edits_by_hand import retyped
from tests.roundtrip.pulling import MAIN, Edit, all_of, pulled

HEAD = "title: A talk\nslides:\n"
SLIDES = [
    f"  - title: Trees\n    bullets:\n{lines}"
    for lines in (
        "      - Eleven limes stand there\n",
        "      - Ann waters the maples\n",
        "      - Bob counts every oak\n",
        "      - Bob counts every oak\n",
    )
]

EDITS: dict[str, tuple[Edit, list[str]]] = {
    "the second of three": (lambda deck: delete_slide(deck, 1), [SLIDES[0], *SLIDES[2:]]),
    "the second, and words of the third": (
        all_of(
            [retyped("Ann waters the maples", "Ann waters maples"), lambda d: delete_slide(d, 0)]
        ),
        [SLIDES[1].replace("waters the", "waters"), *SLIDES[2:]],
    ),
    "one of two that say the same": (lambda deck: delete_slide(deck, 2), SLIDES[:3]),
    "none: a copy behind it keeps the words of the second": (
        all_of(
            [
                lambda deck: duplicate_slide(deck, 1),
                lambda deck: move_slide(deck, 4, 2),
                retyped("Ann waters the maples", "Ann waters and counts the maples"),
            ]
        ),
        [SLIDES[0], SLIDES[1].replace("waters", "waters and counts"), *SLIDES[1:]],
    ),
    "none, but the first moved": (
        lambda deck: move_slide(deck, 0, 2),
        [SLIDES[1], SLIDES[2], SLIDES[0], SLIDES[3]],
    ),
}


@pytest.mark.parametrize(("edit", "left"), EDITS.values(), ids=EDITS)
def test_a_slide_of_several_with_one_title_goes_once(edit: Edit, left: list[str]) -> None:
    """Pulled again, as `pulled` does, the deck takes no other slide away."""
    result = pulled({MAIN: HEAD + "".join(SLIDES)}, edit)
    assert set(result.results) == {"taken"}, result.outcomes
    assert result.files == {MAIN: HEAD + "".join(left)}


PARTS = [f"  - section: {name}\n  - title: More of {name}\n    text: Green\n" for name in "ABC"]
AGENDA = f"{HEAD}  - agenda: Our way\n"


def test_a_part_that_goes_takes_no_other_with_it() -> None:
    """Pulled again, it is not taken for the next one, which has its number and its link by now."""
    result = pulled({MAIN: AGENDA + "".join(PARTS)}, lambda deck: delete_slide(deck, 3))
    assert result.results == ["taken"]
    left = PARTS[1].partition("\n")[2]
    assert result.files == {MAIN: AGENDA + PARTS[0] + left + PARTS[2]}


FOOTED = "title: A talk\nfooter: Small Towns Forum of Tarnwick\nslides:\n"
OLD = "  - title: Dear tests do not reach more people\n    text: Green\n"
REST = "  - title: Bees\n    text: Busy\n"
WITHOUT_NAMES = "{http://schemas.openxmlformats.org/presentationml/2006/main}cSld"


def _planned(presentation: Any) -> None:
    """Add a slide, delete the first, and leave no name and no id, as Keynote does."""
    new = presentation.slides.add_slide(presentation.slides[0].slide_layout)
    new.shapes.title.text = "A plan"
    body = next(each for each in new.placeholders if each.placeholder_format.idx == 1)
    body.text_frame.text = "Walk"
    delete_slide(presentation, 0)
    for number, id_ in enumerate(presentation.slides._sldIdLst, 700):
        id_.set("id", str(number))
    for slide in presentation.slides:
        slide._element.find(WITHOUT_NAMES).attrib.pop("name", None)


def test_a_new_slide_is_not_one_that_went_with_the_same_footer() -> None:
    """Pulled again, the new slide stays where it is."""
    result = pulled({MAIN: FOOTED + OLD + REST}, _planned)
    assert result.results == ["taken", "taken"]
    assert result.files == {MAIN: f"{FOOTED}{REST}  - title: A plan\n    text: Walk\n"}
