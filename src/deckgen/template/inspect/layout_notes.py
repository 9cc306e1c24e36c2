"""Diagnostics of a build about layouts: substitutes, and text that is too small."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby

from deckgen.deck.slide import LayoutRole
from deckgen.support.diagnostics import Diagnostics
from deckgen.template.match.match_layouts import LayoutMatch
from deckgen.template.match.roles import TemplateRole

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


def report_layouts(
    matches: tuple[LayoutMatch, ...],
    used: Collection[LayoutRole],
    template: str,
    *,
    raised: bool,
    diagnostics: Diagnostics,
) -> None:
    """Report substitutes and small text among the layouts of the roles that a deck uses.

    `raised`: the brand.yaml sets a least size, so that small text is not reported.
    """
    note_substitutes(matches, used, template, diagnostics)
    if not raised:
        warn_of_small_text(matches, used, template, diagnostics)


def note_substitutes(
    matches: tuple[LayoutMatch, ...],
    used: Collection[LayoutRole],
    template: str,
    diagnostics: Diagnostics,
) -> None:
    """Note which of the roles that a deck uses have no layout of their own.

    No note about running text, which most templates set on the layout of bullets, and about full
    pictures, for which no template has a layout.
    """
    substitutes = [
        (match.layout.layout.name, _PLURALS[match.role])
        for match in matches
        if match.is_substitute and match.role in used and match.role not in {"text", "bleed"}
    ]
    for layout, group in groupby(sorted(substitutes), key=lambda pair: pair[0]):
        roles = [role for _, role in group]
        listed = " and ".join(filter(None, [", ".join(roles[:-1]), roles[-1]]))
        diagnostics.note(
            "composed-layout",
            f"{template} has no layout for {listed}; they are set on “{layout}”.",
            None,
            "To choose others: deckgen brand show TEMPLATE --map -o brand.yaml, and edit it.",
        )


def warn_of_small_text(
    matches: tuple[LayoutMatch, ...],
    used: Collection[LayoutRole],
    template: str,
    diagnostics: Diagnostics,
) -> None:
    """Warn once of the layout with the smallest body text, if that is too small to read."""
    small = {
        match.layout.layout.name: body.level_styles[0].size
        for match in matches
        if match.role in used
        and (body := match.placeholders.get("body"))
        and body.level_styles[0].size < _READABLE
    }
    if small:
        layout, size = min(small.items(), key=lambda pair: pair[1])
        diagnostics.warning(
            "small-text",
            f"{template} sets its text in {size} points on “{layout}”; from the last row nobody "
            "reads that.",
            None,
            "In a brand.yaml with `template:`, the line `limits: {size: 18}` sets it larger.",
        )


_READABLE = 14
"""Points: smaller text is meant for reading on a desk."""
