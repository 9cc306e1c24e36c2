"""Two colleagues edit the same deck: what one changed is not lost when the other's is pulled."""

from typing import Any, NamedTuple

import pytest

from deckgen.files.memory_overlay import MemoryOverlay
from tests.building import ROOT
from tests.folder import Folder
from tests.roundtrip.edited_talk import delete_slide, move_slide
from tests.roundtrip.edits_by_hand import retyped
from tests.roundtrip.pulling import MAIN, Edit, all_of, edited, pulled_into

FIRST = "  - title: Trees\n    bullets: [Limes, Maples]\n"
SECOND = "  - title: Cars\n    bullets: [Fewer lorries, Slow streets]\n"
THIRD = "  - title: Water\n    bullets: [A fountain, A brook]\n"
FOURTH = "  - title: Look\n    image: {file: plan.png, alt: A plan}\n"
HEAD = "title: A talk\nslides:\n"
FRESH = "  - title: Fresh\n    bullets:\n      - Bees\n      - Birds\n"
FILES: dict[str, str | bytes] = {
    MAIN: HEAD + FIRST + SECOND + THIRD + FOURTH,
    "plan.png": (ROOT / "examples" / "images" / "market.png").read_bytes(),
}


def deleted(at: int) -> Edit:
    return lambda deck: delete_slide(deck, at)


def moved(old: int, new: int) -> Edit:
    return lambda deck: move_slide(deck, old, new)


def fresh(at: int) -> Edit:
    """Return what adds a slide with two bullets."""

    def edit(deck: Any) -> None:
        slide = deck.slides.add_slide(deck.slides[0].slide_layout)
        title, body = list(slide.placeholders)[:2]
        title.text_frame.text, body.text_frame.text = "Fresh", "Bees\nBirds"
        move_slide(deck, len(deck.slides) - 1, at)

    return edit


def pushed(deck: Any) -> None:
    """Move the picture a little."""
    shapes = deck.slides[3].shapes
    picture = next(each for each in shapes if each.name.startswith("Picture"))
    left, top, width, height = picture.left, picture.top, picture.width, picture.height
    picture.left, picture.top, picture.width, picture.height = left + 400_000, top, width, height


class Case(NamedTuple):
    first: Edit
    second: Edit
    result: str
    """What becomes of the changes of the second colleague."""
    says: str
    """Why, or what the outline says."""
    slides: str | None = None
    """The outline after both; None: as after the first."""


CASES = {
    "a slide goes that the first has changed": Case(
        retyped("Slow streets", "Slow roads"), deleted(1), "conflict", "Slow roads"
    ),
    "a slide goes that the first has moved": Case(
        moved(1, 2), deleted(1), "taken", "", FIRST + THIRD + FOURTH
    ),
    "both moved a slide": Case(moved(0, 2), moved(0, 3), "conflict", "behind water"),
    "both moved a slide to one place": Case(moved(0, 2), moved(0, 2), "same", ""),
    "both moved other slides": Case(
        moved(0, 1), moved(3, 2), "taken", "", SECOND + FOURTH + FIRST + THIRD
    ),
    "a new slide behind one that the first deleted": Case(
        deleted(1), fresh(2), "taken", "", FIRST + FRESH + THIRD + FOURTH
    ),
    "a slide goes behind which the first has a new one": Case(
        fresh(2), deleted(1), "taken", "", FIRST + FRESH + THIRD + FOURTH
    ),
    "both moved a picture": Case(
        pushed, all_of([pushed, pushed]), "refused", "(`pinned`): change it there"
    ),
    "words of a slide that the first has pinned": Case(
        pushed, retyped("Look", "Plan"), "refused", "(`pinned`): change it there"
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_the_first_changed_stays(case: Case) -> None:
    first, second = edited(FILES, case.first), edited(FILES, case.second)
    once = pulled_into(Folder(FILES), first)
    assert {each.result for each in once.outcomes} <= {"taken", "pinned"}
    files = MemoryOverlay(dict(once.files), Folder(FILES))
    twice = pulled_into(files, second)
    assert [each.result for each in twice.outcomes] == [case.result]
    (outcome,) = twice.outcomes
    assert case.says in f"{outcome.why} {outcome.change.current.words}"
    if case.slides:
        assert twice.files[MAIN].decode() == HEAD + case.slides
    else:
        assert not twice.files
    both = MemoryOverlay(dict(twice.files), files)
    assert pulled_into(both, first).files == {}
    (again,) = pulled_into(both, second).outcomes
    assert again.result == ("same" if case.result == "taken" else case.result)
