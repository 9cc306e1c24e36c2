"""The place for a picture beside the text of a cover, a section, a quotation or a closing page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckgen.deck.box import Box, Insets
from deckgen.deck.layout import Placeholder
from deckgen.template.match.choosing.layout_contents import LayoutContents
from deckgen.template.match.choosing.placeholder_roles import PlaceholderMap
from deckgen.template.match.places.clear_box import clear_box, crosses
from deckgen.template.match.roles import TemplateRole
from deckgen.template.template import DrawnShape

PICTURE_ROLES: frozenset[TemplateRole] = frozenset({"cover", "section", "quote", "closing"})
"""The roles of pages with little text, which may show a picture beside it."""
_MARGIN = 0.05
"""Share of the slide's width around a picture without a placeholder."""
_LEAST_WIDTH, _LEAST_HEIGHT = 0.25, 0.35
"""The least shares of the slide for a picture."""

_LEAST_FULL = 0.7
"""The least share of the slide for a picture that fills it."""


def largest_free_picture(contents: LayoutContents, texts: PlaceholderMap) -> Placeholder | None:
    """Return the largest placeholder for a picture that no text crosses."""
    free = [
        picture
        for picture in contents.pictures
        if not any(picture.box.overlaps(text.box) for text in texts.values())
    ]
    best = max(free, key=contents.share, default=None)
    return best._replace(role="picture") if best else None


def free_place(
    contents: LayoutContents, texts: PlaceholderMap, drawn: Sequence[DrawnShape]
) -> Box | None:
    """Return the largest place beside the texts that crosses nothing drawn; None if all are small.

    A picture may stand on what is drawn around the whole of it.
    """
    places = [clear_box(box, Insets(), drawn) for box in _beside(contents, texts)]
    free = [
        box
        for box in places
        if box.cx >= contents.width * _LEAST_WIDTH
        and box.cy >= contents.height * _LEAST_HEIGHT
        and not any(crosses(shape, box, Insets()) for shape in drawn)
    ]
    return max(free, key=lambda box: box.area, default=None)


def full_area(page: Box, drawn: Sequence[DrawnShape]) -> tuple[Box, tuple[str, ...]]:
    """Return the area of a picture that fills a slide, and the names of what it covers.

    Logos and bars stay free where that leaves most of the slide.
    """
    area = clear_box(page, Insets(), drawn)
    if area.area < page.area * _LEAST_FULL:
        area = page
    covered = [shape.name or shape.kind for shape in drawn if crosses(shape, area, Insets())]
    return area, tuple(dict.fromkeys(covered))


def _beside(contents: LayoutContents, texts: PlaceholderMap) -> Iterator[Box]:
    """Yield the areas right of all texts, left of them, below and above."""
    boxes = [placeholder.box for placeholder in texts.values()]
    margin = round(contents.width * _MARGIN)
    left = min((box.x for box in boxes), default=contents.width) - margin
    right = max((box.right for box in boxes), default=0) + margin
    top = min((box.y for box in boxes), default=contents.height) - margin
    bottom = max((box.bottom for box in boxes), default=0) + margin
    wide, high = contents.width - 2 * margin, contents.height - 2 * margin
    yield Box(right, margin, contents.width - margin - right, high)
    yield Box(margin, margin, left - margin, high)
    yield Box(margin, bottom, wide, contents.height - margin - bottom)
    yield Box(margin, margin, wide, top - margin)
