"""Panels on a deep colour that is lighter than the paper: they are paper, not a darker shade of it.

A brand for dark screens may have dark paper and a vivid deep colour, such as lime on black. A shade
of that would be another vivid colour beside it.
"""

from collections.abc import Mapping

from deckgen.brand.contrast import luminance
from deckgen.brand.design.layout_design import Decoration, LayoutDesign, LogoBox, Rectangle
from deckgen.brand.generate.contrast_pairs import (
    BackgroundColor,
    background_of,
    mark_background,
    placeholder_background,
)
from deckgen.deck.layout import Color, Placeholder, TextStyle

_ON_PAPER: Mapping[Color, Color] = {"lt1": "dk1", "lt2": "accent3", "accent2": "accent1"}
"""The colours of `PAPER` in place of those of `DEEP` (brand/design/page.py)."""
_ACCENTS = frozenset({"accent1", "accent2"})


def with_paper_panels(design: LayoutDesign, colors: Mapping[str, str]) -> LayoutDesign:
    """Return a layout whose shaded areas are paper where the deep colour is lighter than paper.

    The texts on these areas have the colours of text on paper. An area with the logo stays, and so
    does a layout with text on an accent, which is chosen to be seen on the shade.
    `colors` are those of the theme, RRGGBB.
    """
    grounds = {placeholder_background(design, each).color for each in design.layout.placeholders}
    if luminance(colors["dk2"]) <= luminance(colors["lt1"]) or not grounds.isdisjoint(_ACCENTS):
        return design
    logos = {
        background_of(design, each.box) for each in design.decorations if isinstance(each, LogoBox)
    }

    def becomes_paper(area: BackgroundColor) -> bool:
        return area.color == "dk2" and area.shade != 100 and area not in logos

    def level_on_paper(placeholder: Placeholder, level: TextStyle) -> TextStyle:
        if becomes_paper(placeholder_background(design, placeholder)):
            level = level._replace(color=_ON_PAPER.get(level.color, level.color))
        if becomes_paper(mark_background(design, placeholder, level)):
            level = level._replace(mark_color=_ON_PAPER.get(level.mark_color, level.mark_color))
        return level

    def placeholder_on_paper(placeholder: Placeholder) -> Placeholder:
        levels = tuple(level_on_paper(placeholder, level) for level in placeholder.level_styles)
        if becomes_paper(placeholder_background(design, placeholder)):
            placeholder = placeholder._replace(link_color=levels[0].color)
        return placeholder._replace(level_styles=levels)

    def decoration_on_paper(decoration: Decoration) -> Decoration:
        if not isinstance(decoration, Rectangle):
            return decoration
        is_paper = becomes_paper(BackgroundColor(decoration.color, decoration.shade))
        return decoration._replace(color="lt1", shade=100) if is_paper else decoration

    placeholders = tuple(map(placeholder_on_paper, design.layout.placeholders))
    return design._replace(
        layout=design.layout._replace(placeholders=placeholders),
        decorations=tuple(map(decoration_on_paper, design.decorations)),
    )
