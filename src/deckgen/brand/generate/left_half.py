"""Layouts with a picture on the left half, made from those with one on the right half.

Both are one layout of the master: slides with the picture on the left say where all else stands.
"""

from collections.abc import Iterable, Iterator

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder


def left_half_layouts(layouts: Iterable[Layout], width: int) -> Iterator[Layout]:
    """Yield them; their text is for “second”, as it is read after the picture.

    `width` is that of the slide, in EMU.
    """
    for layout in layouts:
        picture = layout.placeholder("picture")
        if layout.role == "half-picture" and picture:
            place = picture.box.mirrored(Box(0, 0, width, 0))
            beside = [
                placeholder.box
                for placeholder in layout.placeholders
                if _is_beside(placeholder, picture)
            ]
            by = width - min(box.x for box in beside) - max(box.x + box.cx for box in beside)
            placeholders, below_kicker = (
                tuple(
                    _at(placeholder, placeholder.box._replace(x=placeholder.box.x + by))
                    if _is_beside(placeholder, picture)
                    else _at(placeholder, place if placeholder is picture else placeholder.box)
                    for placeholder in some
                )
                for some in (layout.placeholders, layout.below_kicker)
            )
            yield layout._replace(
                role="half-picture-left", placeholders=placeholders, below_kicker=below_kicker
            )


def _is_beside(placeholder: Placeholder, picture: Placeholder) -> bool:
    """Return whether a text stands beside the picture, not above or below it."""
    box, place = placeholder.box, picture.box
    meets = box.y < place.y + place.cy and place.y < box.y + box.cy
    return placeholder is not picture and meets


def _at(placeholder: Placeholder, box: Box) -> Placeholder:
    role = "second" if placeholder.role == "body" else placeholder.role
    return placeholder._replace(role=role, box=box, overrides_box=True)
