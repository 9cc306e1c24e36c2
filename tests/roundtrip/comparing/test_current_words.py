"""What the outline says today in the place of a change: still the same, the new, or another."""

from collections.abc import Callable
from typing import Any

import pytest

from deckgen.pipeline.compile import map_deck
from deckgen.roundtrip.comparing.changes import ParagraphAdded, State
from tests.roundtrip.edited_talk import (
    OUTLINE,
    PICTURE,
    changes_of,
    delete_slide,
    move_slide,
    opened,
    shape,
)
from tests.roundtrip.structural_edits import EDITS
from tests.sampled import sampled
from tests.talks import talk

_AS_IT_WAS = OUTLINE
_WITHOUT_AIM = OUTLINE[OUTLINE.index("- id: costs") :]
_MOTTO_FIRST = OUTLINE[OUTLINE.index("- id: motto") :] + OUTLINE[: OUTLINE.index("- id: motto")]


def _bold(deck: Any) -> None:
    shape(deck, 0, "Content").text_frame.paragraphs[4].runs[0].font.bold = True


def _add_bullet(deck: Any) -> None:
    shape(deck, 0, "Content").text_frame.add_paragraph().text = "A fountain"


def _delete_bullet(deck: Any) -> None:
    element = shape(deck, 0, "Content").text_frame.paragraphs[4]._p
    element.getparent().remove(element)


def _delete_first(deck: Any) -> None:
    delete_slide(deck, 0)


def _last_first(deck: Any) -> None:
    move_slide(deck, 5, 0)


REWORD, INDENT, ADD_NOTES, HIDE = (
    EDITS[name] for name in ("a title", "a bullet indented", "new notes", "a slide hidden")
)
CASES: list[tuple[Callable[[Any], None], str, str, State]] = [
    (REWORD, "What we want", "What we want", "unchanged"),
    (REWORD, "What we want", "What we all want", "same"),
    (REWORD, "What we want", "What they want", "conflict"),
    (REWORD, _AS_IT_WAS, _WITHOUT_AIM, "missing"),
    (_bold, "Fewer cars", "Fewer cars", "unchanged"),
    (_bold, "Fewer cars", "'**Fewer cars**'", "same"),
    (_bold, "Fewer cars", "Few cars", "conflict"),
    (INDENT, "    - Fewer cars", "        - Fewer cars", "same"),
    (_add_bullet, "Fewer cars", "Fewer cars\n    - A fountain", "same"),
    (_add_bullet, "Fewer cars", "Few cars", "conflict"),
    (_delete_bullet, "\n    - Fewer cars", "", "same"),
    (_delete_bullet, "Fewer cars", "Few cars", "conflict"),
    (
        EDITS["new notes"],
        "title: How it looks",
        "title: How it looks\n  notes: Show the trees.",
        "same",
    ),
    (
        EDITS["new notes"],
        "title: How it looks",
        "title: How it looks\n  notes: Show it.",
        "conflict",
    ),
    (HIDE, "title: How it looks", "title: How it looks\n  hidden: true", "same"),
    (_delete_first, _AS_IT_WAS, _WITHOUT_AIM, "same"),
    (_last_first, _AS_IT_WAS, _MOTTO_FIRST, "same"),
    (_last_first, _AS_IT_WAS, _AS_IT_WAS, "unchanged"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("edit", "old", "new", "state"), sampled(CASES, every=6))
def test_the_outline_of_today_is_looked_at(
    edit: Callable[[Any], None], old: str, new: str, state: State
) -> None:
    assert old in OUTLINE
    made = talk(OUTLINE.replace(old, new), files={"plan.png": PICTURE.read_bytes()})
    assert not made.diagnostics.has_errors, list(made.diagnostics)
    deck = opened()
    edit(deck)
    changes = changes_of(deck, map_deck(made.compiled))
    assert [change.current.state for change in changes] == [state]


@pytest.mark.slow
def test_a_slide_is_known_after_its_title_changed_which_makes_its_id() -> None:
    outline = OUTLINE.replace("- id: aim\n  title: What we want", "- title: What they want")
    made = talk(outline, files={"plan.png": PICTURE.read_bytes()})
    deck = opened()
    _add_bullet(deck)
    (change,) = changes_of(deck, map_deck(made.compiled))
    assert isinstance(change, ParagraphAdded)
    assert (change.slide_id, change.current.state) == ("what-they-want", "unchanged")
