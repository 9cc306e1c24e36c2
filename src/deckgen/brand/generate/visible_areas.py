"""The panels, areas and scrims of a generated layout, in colours that are seen and read."""

from collections.abc import Mapping

from deckgen.brand.contrast import contrast_ratio, luminance, scrim_opacity
from deckgen.brand.design.layout_design import Decoration, LayoutDesign, LogoBox, Rectangle
from deckgen.brand.design.page import GRIDS, SlideFormat, inches
from deckgen.brand.generate.contrast_pairs import (
    BackgroundColor,
    background_of,
    mark_background,
    placeholder_background,
)
from deckgen.deck.box import Box
from deckgen.deck.layout import (
    Color,
    FilledArea,
    Placeholder,
    ProgressTrack,
    SchemeColor,
    TextStyle,
)

_ACCENTS: tuple[SchemeColor, ...] = ("accent1", "accent2")
_LEAST_CONTRAST = 1.25
"""The least contrast of an area that bears no text."""
_ON_PAPER: Mapping[Color, Color] = {"lt1": "dk1", "lt2": "accent3", "accent2": "accent1"}
"""The colours of `PAPER` in place of those of `DEEP` (brand/design/page.py)."""


def with_visible_areas(
    design: LayoutDesign, size: SlideFormat, colors: Mapping[str, str]
) -> LayoutDesign:
    """Return the design with its filled areas on the layout, RRGGBB, the background first.

    An accent that is hardly seen on the area below it becomes the accent with more contrast, that
    of a progress track, too. `colors` are those of the theme, RRGGBB.
    """
    grid = GRIDS[size]
    page = FilledArea(inches(0, 0, grid.width, grid.height), colors[design.background])
    areas = [page]
    decorations = list(design.decorations)
    for at, drawn in enumerate(decorations):
        if isinstance(drawn, Rectangle):
            below = next(area.color for area in reversed(areas) if _covers(area.box, drawn.box))
            seen = drawn._replace(color=_visible_accent(drawn.color, below, colors))
            areas.append(FilledArea(seen.box, _background(seen).rgb(colors)))
            decorations[at] = seen
    layout = design.layout._replace(filled_areas=tuple(areas))
    if track := layout.progress_track:
        below = layout.color_behind(track.box) or page.color
        track = track._replace(color=_visible_accent(track.color, below, colors))
        layout = layout._replace(progress_track=track)
    return design._replace(layout=layout, decorations=tuple(decorations))


def _visible_accent(color: SchemeColor, below: str, colors: Mapping[str, str]) -> SchemeColor:
    """Return the colour or, if it is an accent hardly seen, the accent with the most contrast."""
    if color not in _ACCENTS or contrast_ratio(colors[color], below) >= _LEAST_CONTRAST:
        return color
    return max(_ACCENTS, key=lambda name: contrast_ratio(colors[name], below))


def _covers(outer: Box, inner: Box) -> bool:
    """Return whether a box contains another one, but for an EMU that was rounded."""
    return outer._replace(cx=outer.cx + 1, cy=outer.cy + 1).contains(inner)


def with_readable_scrims(design: LayoutDesign, colors: Mapping[str, str]) -> LayoutDesign:
    """Return the design with scrims so opaque that text on them is readable.

    A scrim is at least as opaque as its style says. `colors` are those of the theme, RRGGBB.
    """
    if not any(each.scrim for each in design.layout.placeholders):
        return design  # as most are

    def readable(placeholder: Placeholder) -> Placeholder:
        if not placeholder.scrim:
            return placeholder
        text, fill = placeholder.level_styles[0].color, placeholder.fill
        needed = scrim_opacity(colors[text], colors[fill])
        return placeholder._replace(scrim=max(placeholder.scrim, needed))

    placeholders = tuple(map(readable, design.layout.placeholders))
    return design._replace(layout=design.layout._replace(placeholders=placeholders))


def with_paper_panels(design: LayoutDesign, colors: Mapping[str, str]) -> LayoutDesign:
    """Return a layout whose shaded areas are paper where the deep colour is lighter than paper.

    A brand for dark screens may have dark paper and a vivid deep colour, such as lime on black. A
    shade of that would be another vivid colour beside it. The texts on these areas have the colours
    of text on paper. `colors` are those of the theme, RRGGBB.
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

    A shade below the logo stays. All stay if text stands on an accent, which was chosen to be seen
    on the shade, or if graphics, which have the colour of the text, stand on another ground.
    """
    areas = {_background(each) for each in design.decorations if isinstance(each, Rectangle)}
    shades = {area for area in areas if area.color == "dk2" and area.shade != 100}
    grounds = {placeholder_background(design, each) for each in design.layout.placeholders}
    if any(ground.color in _ACCENTS for ground in grounds):
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
