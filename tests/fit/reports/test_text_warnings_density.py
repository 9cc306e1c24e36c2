"""Authors are told of slides with too much text and of headlines that are too long."""

from typing import Any

import pytest

from deckgen.deck.slide import LayoutRole, PlaceholderRole
from deckgen.fit.measured_slide import MeasuredSlide
from deckgen.fit.reports.text_warnings import warn_of_density
from deckgen.fit.sizes.fitting_sizes import text_at_step
from deckgen.fit.text.text_height import TextExtent, measured_paragraphs, text_frame
from deckgen.support.diagnostics import Diagnostics
from tests.fit.square import FONTS, LINE, bullet, line_of, placeholder, slide, style

_FOUR_LINES = 4 * 20 * 1.2 + 1
"""Points: a place of four lines at 20 points, as warnings count them."""


def warned(
    placed: PlaceholderRole,
    lines: int,
    words: int,
    height: float = 400,
    role: LayoutRole = "bullets",
    line: int = 5,
) -> list[tuple[str, int]]:
    """Return codes and lines of the warnings for a text of so many lines and words."""
    frame = text_frame(placeholder(placed, 400, height, style(20)), 10, FONTS)
    paragraph = bullet("a", line=line) if line else bullet("a")._replace(span=None)
    text = text_at_step(placed, frame, measured_paragraphs((paragraph,), frame, FONTS), 0)
    text = text._replace(extent=TextExtent(lines, min(lines * 20 * LINE, height), words, 0))
    one = slide()._replace(role=role, span=line_of(7))
    diagnostics = Diagnostics()
    warn_of_density([MeasuredSlide(one, "Test", (text,))] * 2, diagnostics)
    return [(each.code, each.span.line) for each in diagnostics if each.span]


@pytest.mark.parametrize(
    ("placed", "lines", "words", "given", "expected"),
    [
        ("body", 12, 90, {}, []),
        ("body", 13, 90, {}, [("dense", 7)]),
        ("body", 12, 91, {}, [("dense", 7)]),
        ("second", 13, 91, {}, []),
        ("body", 13, 91, {"role": "closing"}, []),
        ("title", 2, 9, {"height": 40}, []),
        ("title", 3, 9, {"height": 40}, [("long-title", 5)]),
        ("title", 3, 9, {"height": 40, "line": 0}, [("long-title", 7)]),
        ("title", 4, 9, {"height": _FOUR_LINES}, []),
        ("title", 5, 9, {"height": _FOUR_LINES}, [("long-title", 5)]),
        ("title", 3, 9, {"height": 40, "role": "quote"}, []),
    ],
)
def test_each_text_is_warned_of_once_that_is_longer_than_it_may_be(
    placed: PlaceholderRole,
    lines: int,
    words: int,
    given: dict[str, Any],
    expected: list[tuple[str, int]],
) -> None:
    assert warned(placed, lines, words, **given) == expected
