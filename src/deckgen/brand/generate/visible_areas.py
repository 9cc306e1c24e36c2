"""The filled areas and scrims of a generated layout, in colours that are seen and read."""

from collections.abc import Mapping

from deckgen.brand.contrast import contrast_ratio, scrim_opacity
from deckgen.brand.design.layout_design import Decoration, LayoutDesign, Rectangle
from deckgen.brand.design.page import GRIDS, SlideFormat, inches
from deckgen.brand.generate.contrast_pairs import BackgroundColor
from deckgen.deck.box import Box
from deckgen.deck.layout import FilledArea, Placeholder, SchemeColor

_ACCENTS: tuple[SchemeColor, ...] = ("accent1", "accent2")
_LEAST_CONTRAST = 1.25
"""The least contrast of an area that bears no text."""


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
    decorations: list[Decoration] = []
    for decoration in design.decorations:
        if isinstance(decoration, Rectangle):
            below = next(
                area.color for area in reversed(areas) if _covers(area.box, decoration.box)
            )
            color = _visible_accent(decoration.color, below, colors)
            areas.append(
                FilledArea(decoration.box, BackgroundColor(color, decoration.shade).rgb(colors))
            )
            decorations.append(decoration._replace(color=color))
        else:
            decorations.append(decoration)
    layout = design.layout._replace(filled_areas=tuple(areas))
    if track := layout.progress_track:
        below = layout.color_behind(track.box) or page.color
        track = track._replace(color=_visible_accent(track.color, below, colors))
        layout = layout._replace(progress_track=track)
    return design._replace(layout=layout, decorations=tuple(decorations))


def _visible_accent(color: SchemeColor, below: str, colors: Mapping[str, str]) -> SchemeColor:
    """Return the colour, or for a hardly visible accent the accent with the most contrast."""
    if color not in _ACCENTS or contrast_ratio(colors[color], below) >= _LEAST_CONTRAST:
        return color
    return max(_ACCENTS, key=lambda name: contrast_ratio(colors[name], below))


def _covers(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.right >= inner.right - 1
        and outer.bottom >= inner.bottom - 1
    )


def with_readable_scrims(design: LayoutDesign, colors: Mapping[str, str]) -> LayoutDesign:
    """Return the design; its scrims let so much of the picture through that their text is read.

    A scrim is at least as opaque as its style says. `colors` are those of the theme, RRGGBB.
    """
    placeholders = tuple(
        _readable(placeholder, colors) for placeholder in design.layout.placeholders
    )
    return design._replace(layout=design.layout._replace(placeholders=placeholders))


def _readable(placeholder: Placeholder, colors: Mapping[str, str]) -> Placeholder:
    if not placeholder.scrim:
        return placeholder
    text, fill = placeholder.level_styles[0].color, placeholder.fill
    needed = scrim_opacity(colors[text], colors[fill])
    return placeholder._replace(scrim=max(placeholder.scrim, needed))
