"""The subtitle of a section on a layout that has only its title."""

from deckgen.deck.box import Box
from deckgen.deck.layout import EMU_PER_POINT
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.compositions.small_text_box import small_line_height, small_text_box
from deckgen.template.match.places.clear_box import crosses
from deckgen.template.match.places.surroundings import Surroundings

_LINES = 2
_EDGE = 0.96
"""Share of the slide's height below which nothing is placed."""
_LEAST_TITLE = 1.25
"""The height of a title above a subtitle, in times its size: one line."""


def with_subtitle(placeholders: PlaceholderMap, around: Surroundings) -> PlaceholderMap:
    """Return the placeholders of a section, with a small text box for a subtitle if it has none.

    It stands below the title's box where that is free, otherwise in the last lines of that box. A
    title that has no line to give keeps its subtitle as a line of its own.
    """
    title = placeholders.get("title")
    if title is None or "subtitle" in placeholders:
        return placeholders
    height = _LINES * small_line_height(title, around)
    box = title.box
    below = Box(box.x, box.bottom, box.cx, height)
    others = [place.box for place in placeholders.values() if place is not title]
    if (
        below.bottom > around.slide_height * _EDGE
        or any(other.overlaps(below) for other in others)
        or any(crosses(shape, below, title.insets) for shape in around.drawn)
    ):
        line = round(title.level_styles[0].size * EMU_PER_POINT * _LEAST_TITLE)
        if title.inner_box.cy - height < line:
            return placeholders
        box = box._replace(cy=box.cy - height)
        below = below._replace(y=box.bottom)
    moved = title if box == title.box else title._replace(box=box, overrides_box=True)
    subtitle = small_text_box("subtitle", placeholders, below, "t", around)
    return {**placeholders, "title": moved, "subtitle": subtitle}
