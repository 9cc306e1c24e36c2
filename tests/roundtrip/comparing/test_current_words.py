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
from tests.sampled import sampled
from tests.talks import talk

_AS_IT_WAS = OUTLINE
_WITHOUT_AIM = OUTLINE[OUTLINE.index("- id: costs") :]
_MOTTO_FIRST = OUTLINE[OUTLINE.index("- id: motto") :] + OUTLINE[: OUTLINE.index("- id: motto")]


def _reword(deck: Any) -> None:
    shape(deck, 0, "Title").text_frame.paragraphs[0].runs[0].text = "What we all want"


def _bold(deck: Any) -> None:
    shape(deck, 0, "Content").text_frame.paragraphs[4].runs[0].font.bold = True


def _indent(deck: Any) -> None:
    shape(deck, 0, "Content").text_frame.paragraphs[4].level = 1


def _add_bullet(deck: Any) -> None:
    shape(deck, 0, "Content").text_frame.add_paragraph().text = "A fountain"


def _delete_bullet(deck: Any) -> None:
    element = shape(deck, 0, "Content").text_frame.paragraphs[4]._p
    element.getparent().remove(element)


def _add_notes(deck: Any) -> None:
    deck.slides[3].notes_slide.notes_text_frame.text = "Show the trees."


def _hide(deck: Any) -> None:
    deck.slides[3]._element.set("show", "0")


def _delete_first(deck: Any) -> None:
    delete_slide(deck, 0)


def _last_first(deck: Any) -> None:
    move_slide(deck, 5, 0)


CASES: list[tuple[Callable[[Any], None], str, str, State]] = [
    (_reword, "What we want", "What we want", "unchanged"),
    (_reword, "What we want", "What we all want", "same"),
    (_reword, "What we want", "What they want", "conflict"),
    (_reword, _AS_IT_WAS, _WITHOUT_AIM, "missing"),
    (_bold, "Fewer cars", "Fewer cars", "unchanged"),
    (_bold, "Fewer cars", "'**Fewer cars**'", "same"),
    (_bold, "Fewer cars", "Few cars", "conflict"),
    (_indent, "    - Fewer cars", "        - Fewer cars", "same"),
    (_add_bullet, "Fewer cars", "Fewer cars\n    - A fountain", "same"),
    (_add_bullet, "Fewer cars", "Few cars", "conflict"),
    (_delete_bullet, "\n    - Fewer cars", "", "same"),
    (_delete_bullet, "Fewer cars", "Few cars", "conflict"),
    (_add_notes, "title: How it looks", "title: How it looks\n  notes: Show the trees.", "same"),
    (_add_notes, "title: How it looks", "title: How it looks\n  notes: Show it.", "conflict"),
    (_hide, "title: How it looks", "title: How it looks\n  hidden: true", "same"),
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
