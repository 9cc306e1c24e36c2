"""Names of layouts that an author or a brand.yaml mentions, and that do not exist."""

from collections.abc import Iterable

from deckgen.deck.slide import LayoutChoice
from deckgen.support.diagnostics import Diagnostics, name_list
from deckgen.support.nearest import did_you_mean


def report_unknown_layout(
    choice: LayoutChoice, names: Iterable[str], owner: str, diagnostics: Diagnostics
) -> None:
    """Report the name of a layout that `owner`, such as “The template”, does not have."""
    hint = None
    if not diagnostics.is_full("unknown-layout"):
        listed = name_list(f"“{name}”" for name in names)
        hint = did_you_mean(choice.name, names, f"It has {listed}.", "“{}”")
    message = f"{owner} has no layout called “{choice.name}”."
    diagnostics.error("unknown-layout", message, choice.span, hint)
