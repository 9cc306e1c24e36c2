"""Layouts with a picture on the left half, made from those with one on the right half.

Both are one layout of the master: slides with the picture on the left say where all else stands.
"""

from collections.abc import Iterable, Iterator, Mapping

from deckgen.deck.box import Box
from deckgen.deck.layout import Layout, Placeholder
from deckgen.deck.slide import LayoutRole, PictureRole

_LEFT: Mapping[LayoutRole | PictureRole | None, PictureRole] = {
    "half-picture": "half-picture-left",
    "question-half": "question-half-left",
}


def left_half_layouts(layouts: Iterable[Layout], width: int, margin: int) -> Iterator[Layout]:
    """Yield them; their text is for “second”, as it is read after the picture.

    A track of the progress at the left stays there, with the number on its panel. `width` is that
    of the slide, `margin` the one at its right, in EMU.
    """
    for layout in layouts:
        picture, role = layout.placeholder("picture"), _LEFT.get(layout.role)
        if picture and role:
            track = layout.progress_track.box if layout.progress_track else Box(0, 0, 0, 0)
            edge = track.x + track.cx
            left = edge if edge < picture.box.x else 0
            beside = [each.box for each in layout.placeholders if _is_beside(each, picture, left)]
            end = max(box.x + box.cx for box in beside)
            by = width - margin - end
            wide = min(box.x for box in beside) + by - (picture.box.x - end) - left
            place = picture.box._replace(x=left, cx=wide)
            placeholders, below_kicker = (
                tuple(
                    _at(each, each.box._replace(x=each.box.x + by))
                    if _is_beside(each, picture, left)
                    else _at(each, place if each is picture else each.box)
                    for each in some
                )
                for some in (layout.placeholders, layout.below_kicker)
            )
            yield layout._replace(role=role, placeholders=placeholders, below_kicker=below_kicker)


def _is_beside(placeholder: Placeholder, picture: Placeholder, left: int) -> bool:
    """Return whether a text from `left` on stands beside the picture, not above or below it."""
    box, place = placeholder.box, picture.box
    meets = box.y < place.y + place.cy and place.y < box.y + box.cy
    return placeholder is not picture and meets and box.x >= left


def _at(placeholder: Placeholder, box: Box) -> Placeholder:
    role = "second" if placeholder.role == "body" else placeholder.role
    return placeholder._replace(role=role, box=box, overrides_box=True)
