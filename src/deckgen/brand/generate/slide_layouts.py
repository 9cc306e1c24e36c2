"""The layouts as slides use them: where the headline stands, and a picture on the left half.

The block of kicker and headline begins at one height: without a kicker, the headline stands where
the kicker would. Bodies follow the last line of the headline at one distance (docs/design.md).
"""

from collections.abc import Iterable, Iterator, Mapping

from deckgen.deck.box import Box
from deckgen.deck.layout import HEADLINE_GAP, Layout, Placeholder
from deckgen.deck.slide import LayoutRole, PictureRole

_LARGE = 2
"""Times the size of the headline from which a number is as high as kicker and headline."""
_LEFT: Mapping[LayoutRole | PictureRole | None, PictureRole] = {
    "half-picture": "half-picture-left",
    "question-half": "question-half-left",
}


def with_following_bodies(layout: Layout) -> Layout:
    """Return the layout as slides use it: bodies below the headline follow it.

    One beside the headline rises with it. Only layouts with a kicker are changed, and none whose
    headline has its own area. A kicker raises the headline only from above, on the same area.
    """
    title, kicker = layout.placeholder("title"), layout.placeholder("kicker")
    body = layout.placeholder("body")
    if title is None or kicker is None:
        return layout
    if _apart(layout, body, title):
        return (
            layout
            if _apart(layout, kicker, title)
            else _with_higher_headline(layout, title, kicker)
        )
    if body is not None and body.box.y < title.box.y:
        return layout
    beside = body if body is not None and body.box.y == title.box.y else None
    following = layout if beside else layout._replace(headline_gap=HEADLINE_GAP)
    if kicker.box.y > title.box.y or _apart(layout, kicker, title):
        return following
    higher = title.box.y - kicker.box.y
    row = tuple(each for each in layout.placeholders if each is beside or _is_in_row(each, title))
    return following._replace(
        placeholders=tuple(
            [_raised(each, higher) if each in row else each for each in layout.placeholders]
        ),
        below_kicker=row,
    )


def _with_higher_headline(layout: Layout, title: Placeholder, kicker: Placeholder) -> Layout:
    """Return a layout whose headline may begin where a missing kicker would."""
    if title.larger_boxes or kicker.box.y >= title.box.y:
        return layout
    higher = title._replace(larger_boxes=(title.box.from_top(kicker.box.y),))
    placeholders = tuple([higher if each is title else each for each in layout.placeholders])
    return layout._replace(placeholders=placeholders, below_kicker=(title,))


def _apart(layout: Layout, other: Placeholder | None, title: Placeholder) -> bool:
    """Return whether a placeholder stands on another area than the headline."""
    return other is not None and layout.area_behind(other.box) != layout.area_behind(title.box)


def _is_in_row(placeholder: Placeholder, title: Placeholder) -> bool:
    """Return whether a placeholder is the headline, or the progress beside it.

    Progress on a tab does not count, nor a large number, which begins where the kicker does.
    """
    if placeholder is title or placeholder.role != "progress":
        return placeholder is title
    middle = placeholder.box.y + placeholder.box.cy // 2
    is_beside = title.box.y <= middle < title.box.bottom
    is_large = placeholder.level_styles[0].size >= _LARGE * title.level_styles[0].size
    return is_beside and not is_large


def _raised(placeholder: Placeholder, higher: int) -> Placeholder:
    """Return a placeholder that begins higher; a body ends where it did."""
    box = placeholder.box
    longer = higher if placeholder.role == "body" else 0
    box = box._replace(y=box.y - higher, cy=box.cy + longer)
    larger = tuple([each._replace(y=each.y - higher) for each in placeholder.larger_boxes])
    return placeholder.in_box(box)._replace(larger_boxes=larger)


def left_half_layouts(layouts: Iterable[Layout], width: int, margin: int) -> Iterator[Layout]:
    """Yield the layouts with their picture on the left; their text, read after it, is “second”.

    A progress track at the left stays there, with the number on its panel. `width` is that of the
    slide, `margin` its right margin, in EMU.
    """
    for layout in layouts:
        picture, role = layout.placeholder("picture"), _LEFT.get(layout.role)
        if picture and role:
            edge = layout.progress_track.box.right if layout.progress_track else 0
            left = edge if edge < picture.box.x else 0
            beside = [each.box for each in layout.placeholders if _is_beside(each, picture, left)]
            end = max(box.right for box in beside)
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
    meets = box.y < place.bottom and place.y < box.bottom
    return placeholder is not picture and meets and box.x >= left


def _at(placeholder: Placeholder, box: Box) -> Placeholder:
    role = "second" if placeholder.role == "body" else placeholder.role
    return placeholder.in_box(box)._replace(role=role)
