"""Diagnostics of a build about layouts: substitutes, and text that is raised."""

from collections.abc import Collection, Sequence
from itertools import groupby
from operator import itemgetter

from deckgen.brand.brand import Brand
from deckgen.deck.layout import Layout, Placeholder
from deckgen.deck.slide import LayoutRole, PictureRole
from deckgen.support.diagnostics import Diagnostics, names_in_words
from deckgen.template.match.choosing.layout_match import LayoutMatch, TemplateRole

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
    brand: Brand,
    used: Collection[LayoutRole],
    *,
    sizes_chosen: bool,
    diagnostics: Diagnostics,
) -> None:
    """Report substitutes, other colours and raised text on the layouts that a deck uses.

    `sizes_chosen`: somebody says how small text may be, so that raised text is not reported.
    """
    shown = [match for match in matches if match.role in used]
    _note_substitutes(shown, brand.name, diagnostics)
    _note_other_colors(shown, brand, diagnostics)
    if not sizes_chosen:
        _note_raised_text(shown, brand, diagnostics)


def _note_substitutes(
    shown: Sequence[LayoutMatch], template: str, diagnostics: Diagnostics
) -> None:
    """Note which of the roles that a deck uses have no layout of their own.

    No note about running text, which most templates set on the layout of bullets, and about full
    pictures, for which no template has a layout.
    """
    substitutes = [
        (match.layout.name, _PLURALS[match.role])
        for match in shown
        if match.is_substitute and match.role not in {"text", "bleed"}
    ]
    for layout, group in groupby(sorted(substitutes), key=itemgetter(0)):
        listed = names_in_words([role for _, role in group])
        diagnostics.note(
            "composed-layout",
            f"{template} has no layout for {listed}; they are set on “{layout}”.",
            None,
            "To choose others, name them below `layouts:` in the outline; or in a brand.yaml, "
            "which deckgen brand show TEMPLATE --map -o brand.yaml begins.",
        )


def _note_other_colors(
    shown: Sequence[LayoutMatch], brand: Brand, diagnostics: Diagnostics
) -> None:
    """Note the layouts on which text has another colour than the template's, as it is not seen."""
    by_role: dict[str | None, Layout] = {layout.role: layout for layout in brand.layouts}
    names = dict.fromkeys(
        match.layout.name
        for match in shown
        for role, placeholder in match.placeholders.items()
        if (there := by_role[match.role].placeholder(role))
        and not there.is_text_box
        and there.level_styles[0].color != placeholder.level_styles[0].color
    )
    if names:
        listed = ", ".join(f"“{name}”" for name in names)
        diagnostics.note(
            "other-color",
            f"Some text of {brand.name} would hardly be seen where it stands on {listed}; it has "
            "another colour of the theme.",
            None,
            "What the designer should change: deckgen brand doctor TEMPLATE.",
        )


def _note_raised_text(shown: Sequence[LayoutMatch], brand: Brand, diagnostics: Diagnostics) -> None:
    """Note the layout with the smallest body text among those that are set in larger text."""
    bodies: dict[TemplateRole | PictureRole | None, Placeholder | None]
    bodies = {layout.role: layout.placeholder("body") for layout in brand.layouts}
    raised = [
        (own.level_styles[0].size, body.level_styles[0].size, match.layout.name)
        for match in shown
        if (own := match.placeholders.get("body"))
        and (body := bodies[match.role])
        and body.level_styles[0].size > own.level_styles[0].size
    ]
    if raised:
        own_size, size, layout = min(raised)
        diagnostics.note(
            "raised-text",
            f"{brand.name} sets its text in {own_size} points on “{layout}”; from the last row "
            f"nobody reads that, so it is set in {size}, and other small text in proportion.",
            None,
            "The line `sizes: as-is` at the top of the outline keeps the template's sizes.",
        )
