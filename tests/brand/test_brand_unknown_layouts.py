"""A layout that is asked for and does not exist: the nearest is named, else all that there are."""

import pytest

from deckgen.brand.brand import report_unknown_layout
from deckgen.deck.slide import LayoutChoice
from deckgen.support.diagnostics import Diagnostics, Span

SPAN = Span("brand.yaml", 3, 5)


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Titelfolei", "Did you mean “Titelfolie”?"), ("Xyz", "It has “Titelfolie”, “Inhalt”.")],
)
def test_an_unknown_layout(name: str, hint: str) -> None:
    found = Diagnostics()
    choice = LayoutChoice(name, SPAN)
    report_unknown_layout(choice, ["Titelfolie", "Inhalt"], "The template", found)
    (error,) = found
    assert (error.severity, error.code, error.span) == ("error", "unknown-layout", SPAN)
    assert error.message == f"The template has no layout called “{name}”."
    assert error.hint == hint
