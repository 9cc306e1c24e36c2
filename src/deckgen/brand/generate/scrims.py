"""The scrims of a generated layout, made as opaque as their text needs."""

from collections.abc import Mapping

from deckgen.brand.contrast import scrim_opacity
from deckgen.brand.design.layout_design import LayoutDesign
from deckgen.deck.layout import Placeholder


def with_readable_scrims(design: LayoutDesign, colors: Mapping[str, str]) -> LayoutDesign:
    """Return the design; its scrims let so much of the picture through that their text is read.

    A scrim is at least as opaque as its style says. `colors` are those of the theme, RRGGBB.
    """
    if not any(placeholder.scrim for placeholder in design.layout.placeholders):
        return design
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
