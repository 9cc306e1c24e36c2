"""Tell which slides stand on a layout that was made for others."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from deckgen.deck.model import LayoutRole
from deckgen.diagnostics import Diagnostics
from deckgen.template.names import TemplateRole
from deckgen.template.roles import Choice

_PLURALS: dict[TemplateRole, str] = {
    "cover": "covers",
    "section": "sections",
    "questions": "overviews",
    "question": "questions",
    "bullets": "bullets",
    "text": "running text",
    "quote": "quotations",
    "closing": "closing pages",
    "two-contents": "two contents",
    "three-contents": "three columns",
    "bleed": "full pictures",
}


def note_composed(
    choices: tuple[Choice, ...],
    used: Collection[LayoutRole],
    template: str,
    diagnostics: Diagnostics,
) -> None:
    """Note which of the roles that a deck uses have no layout of their own, and what serves them.

    Bullets and running text on one layout are as everybody has them, and no template has a layout
    for full pictures; that needs no note.
    """
    told = [
        (choice.layout.layout.name, _PLURALS[choice.role])
        for choice in choices
        if choice.composed and choice.role in used and choice.role not in {"text", "bleed"}
    ]
    for layout, group in groupby(sorted(told), key=lambda pair: pair[0]):
        roles = [role for _, role in group]
        listed = " and ".join(filter(None, [", ".join(roles[:-1]), roles[-1]]))
        diagnostics.note(
            "composed-layout",
            f"{template} has no layout for {listed}; they are set on “{layout}”.",
            None,
            "To choose others: deckgen brand show TEMPLATE --map -o brand.yaml, and edit it.",
        )
