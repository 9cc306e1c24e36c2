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
from deckgen.deck.layout import Color, Placeholder, ProgressTrack, TextStyle

_ON_PAPER: Mapping[Color, Color] = {"lt1": "dk1", "lt2": "accent3", "accent2": "accent1"}
"""The colours of `PAPER` in place of those of `DEEP` (brand/design/page.py)."""
_ACCENTS = frozenset({"accent1", "accent2"})


def with_paper_panels(design: LayoutDesign, colors: Mapping[str, str]) -> LayoutDesign:
    """Return a layout whose shaded areas are paper where the deep colour is lighter than paper.

    The texts on these areas have the colours of text on paper. `colors` are those of the theme,
    RRGGBB.
    """
    is_light = luminance(colors["dk2"]) > luminance(colors["lt1"])
    panels = _panels(design) if is_light else frozenset()
    if not panels:
        return design

    def level_on_paper(placeholder: Placeholder, level: TextStyle) -> TextStyle:
        if placeholder_background(design, placeholder) in panels:
            level = level._replace(color=_ON_PAPER.get(level.color, level.color))
        if mark_background(design, placeholder, level) in panels:
            level = level._replace(mark_color=_ON_PAPER.get(level.mark_color, level.mark_color))
        return level

    def placeholder_on_paper(placeholder: Placeholder) -> Placeholder:
        levels = tuple(level_on_paper(placeholder, level) for level in placeholder.level_styles)
        if placeholder_background(design, placeholder) in panels:
            placeholder = placeholder._replace(link_color=levels[0].color)
        return placeholder._replace(level_styles=levels)

    def decoration_on_paper(decoration: Decoration) -> Decoration:
        match decoration:
            case Rectangle() if _background(decoration) in panels:
                return decoration._replace(color="lt1", shade=100)
            case ProgressTrack() if background_of(design, decoration.box) in panels:
                return decoration._replace(color="accent1")
            case _:
                return decoration

    decorations = tuple(map(decoration_on_paper, design.decorations))
    layout = design.layout._replace(
        placeholders=tuple(map(placeholder_on_paper, design.layout.placeholders)),
        progress_track=next(
            (each for each in decorations if isinstance(each, ProgressTrack)), None
        ),
    )
    return design._replace(layout=layout, decorations=decorations)


def _panels(design: LayoutDesign) -> frozenset[BackgroundColor]:
    """Return the shades of the deep colour that may become paper.

    One with the logo stays. All stay where text stands on an accent, which was chosen to be seen on
    the shade, and where graphics stand on another ground than the text whose colour they have.
    """
    areas = {_background(each) for each in design.decorations if isinstance(each, Rectangle)}
    shades = {area for area in areas if area.color == "dk2" and area.shade != 100}
    grounds = {placeholder_background(design, each) for each in design.layout.placeholders}
    if not _ACCENTS.isdisjoint(ground.color for ground in grounds):
        return frozenset()
    body = design.layout.placeholder("body")
    if body and placeholder_background(design, body) in shades:
        drawn = {background_of(design, box) for _, box in design.layout.graphic_boxes}
        if not drawn <= shades:
            return frozenset()
    logos = [each for each in design.decorations if isinstance(each, LogoBox)]
    return frozenset(shades - {background_of(design, logo.box) for logo in logos})


def _background(area: Rectangle) -> BackgroundColor:
    return BackgroundColor(area.color, area.shade)
